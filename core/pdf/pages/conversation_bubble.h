// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands in the bubble of a message: sender, words, notes, pictures; a service's own line has no bubble.
// Not the bubble, nor where it stands: conversation_pages.cpp.

#include "core/pdf/pages/exhibit_frame.h"
#include "core/pdf/pages/pictures.h"
#include "core/pdf/pages/stack.h"

namespace core::pdf::pages {

// `width` inside the bubble, in mm. On any thread where isForAnyThread says so.
Stack bubbleContent(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::Message& m,
                    double width);

} // namespace core::pdf::pages
