// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UTF-16 text by its code points, for the painter: how many, each, and turned round. Not graphemes:
// text_breaks.h.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace core::pdf {

std::u16string reversed(std::u16string_view text);
std::vector<std::u16string_view> codePointsOf(std::u16string_view text);
std::size_t codePoints(std::u16string_view text); // how many

} // namespace core::pdf
