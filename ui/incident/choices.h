// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fixed words of an incident's fields with the words a person reads, in the order of the window.
// Not the incident types: those come from the editable file (core/report/form_data.h).

#include "core/model/item.h"

#include <span>
#include <string>
#include <vector>

#include <wx/string.h>

namespace ui::incident {

struct Choice {
    const char* code;
    const char* label; // English msgid
};

// The first of placeTypes, channels and responses is the empty code: not said.
std::span<const Choice> placeTypes();
std::span<const Choice> targets();
std::span<const Choice> identifiedBy();
std::span<const Choice> responses();
std::span<const Choice> channels();
std::span<const Choice> statuses();

struct TimeSourceChoice {
    core::model::TimeSource source;
    const char* label;
};
// What an incident's time can come from; the finer sources of an item are shown under their own name.
std::span<const TimeSourceChoice> timeSources();
wxString timeSourceLabel(core::model::TimeSource source);

// Index 0 is "not said" (-1), then 0 to 4.
wxString fearLabel(int fear);

// "4 are chosen. 3 to 5 are enough."
wxString highlightHint(int chosen);

} // namespace ui::incident
