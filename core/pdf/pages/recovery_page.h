// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The one page of a recovery sheet, from plain strings: a code in large groups between what it is in two
// languages. Not the code, not the words: whoever makes the sheet brings both. No footer and no names.

#include "core/pdf/canvas.h"

#include <string>
#include <vector>

namespace core::pdf::pages {

struct RecoveryPart { // in one language
    std::string heading;
    std::string facts; // the neutral name of the case, the date
    std::vector<std::string> paragraphs;
};

struct RecoveryPage {
    RecoveryPart first, second; // above and below the code
    std::vector<std::string> groups;
};

// Draws it on a new page of A4.
void recoveryPage(Canvas& canvas, const RecoveryPage& page);

} // namespace core::pdf::pages
