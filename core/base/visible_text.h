// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a reader of a text on paper sees of its signs: whether they leave a mark there, and which way they
// run. Not what a search makes of them: report/text_units.h.

#include <string_view>

namespace core::base {

// True of what leaves no mark: blanks of every width, ends of lines, joiners, selectors, signs of direction.
// Other controls are shown by their pictures, so they are none.
bool isBlank(char32_t c);
bool isBlank(std::string_view text); // all of it; an empty text too

// Says no to any letter or sign of the scripts that run from right to left.
bool runsLeftToRight(std::string_view text);

} // namespace core::base
