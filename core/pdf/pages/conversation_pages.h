// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A conversation as bubbles: time and source on the left, the offender's messages at the message column, the
// exposed person's own as dashed context on the right.

#include "core/pdf/pages/exhibit_frame.h"
#include "core/pdf/pages/pictures.h"

namespace core::pdf::pages {

void conversationPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures);
// The same as rows: time, zone and source of every message beside its words.
void conversationTable(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures);

// Whether it can be set beside others at once: it asks for no picture and names no page.
bool isForAnyThread(const report::Message& message);

} // namespace core::pdf::pages
