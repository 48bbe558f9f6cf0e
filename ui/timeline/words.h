// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of the timeline, translated: names, ranges, counts, and what is spoken. Nothing is drawn here.

#include "core/base/date_format.h"
#include "core/timeline/layout.h"
#include "core/timeline/spoken.h"

#include <array>
#include <string>
#include <vector>

#include <wx/string.h>

namespace ui::timeline {

struct EntryText;

// Language and zone in which times are said.
struct Tongue {
    core::base::Language language = core::base::Language::Danish;
    std::string zone = core::base::kDefaultZone;
};

wxString laneName(core::timeline::Lane lane);
wxString wholeCaseName();
wxString zoneName(const std::string& zone);
std::array<wxString, 2> shelfHeading(); // "No" / "date", one line each

// "%1" ... replaced.
wxString filled(const wxString& pattern, const std::vector<wxString>& arguments);
wxString countWord(std::size_t n, const Tongue& tongue); // "1.240"

// No more exact than the range is long: "1 Jan – 30 Jun 2024", "3 May 2024 14:00 – 18:30".
wxString rangeText(core::timeline::TimeRange range, const Tongue& tongue);
// For little room: "Dec 2023 – Jun 2024", and days where that is one month.
wxString shortRangeText(core::timeline::TimeRange range, const Tongue& tongue);
// "from, to, how long", beside a range that is being drawn.
wxString rangeWithLength(core::timeline::TimeRange range, const Tongue& tongue);
wxString countText(const core::timeline::Layout& layout, const Tongue& tongue);

// The accessible name for where the cursor is.
wxString spokenText(const core::timeline::Spoken& spoken, const EntryText& text, const Tongue& tongue);
wxString timelineName(std::size_t entries, const Tongue& tongue);
wxString timelineHelp();

// The lines of a tooltip.
wxString itemTip(core::timeline::Lane lane, const EntryText& text);
wxString groupTip(core::timeline::Lane lane, std::size_t count, core::timeline::TimeRange range,
                  const Tongue& tongue);

} // namespace ui::timeline
