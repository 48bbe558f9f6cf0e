// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where text may be broken and in which direction it runs (ICU). Not fonts, not widths.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace core::pdf {

// Positions in text[begin, end), absolute and ascending, without `begin`, with `end`.
std::vector<std::size_t> lineBreaks(std::u16string_view text, std::size_t begin, std::size_t end);
std::vector<std::size_t> graphemeBreaks(std::u16string_view text, std::size_t begin, std::size_t end);

// 1 where the first strong letter is read from the right, 0 where from the left, `otherwise` without one.
int baseLevel(std::u16string_view text, int otherwise);

// The level of each UTF-16 unit; odd = from right to left.
std::vector<std::uint8_t> bidiLevels(std::u16string_view text, int paragraphLevel);

// From left to right: the index of the run that stands there.
std::vector<int> visualOrder(const std::vector<std::uint8_t>& runLevels);

} // namespace core::pdf
