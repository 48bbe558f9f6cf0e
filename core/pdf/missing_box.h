// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The box with the code that stands for a character no font has, drawn with lines only: it must not add
// digits to the page's text.

#include <string>

namespace core::pdf {

// Points; the box is one em wide and stands on the baseline.
void appendMissingBox(std::string& out, char32_t codePoint, double xPt, double baselinePt, double sizePt,
                      double gray);

} // namespace core::pdf
