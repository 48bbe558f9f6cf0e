// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where plain text of Latin, Greek and Cyrillic letters may be broken, without ICU: most text of a log is of
// this kind, and its rules are few. Says the same as ICU, or that it does not know.

#include <cstddef>
#include <string_view>
#include <vector>

namespace core::pdf {

// Adds the positions in text[begin, end) to `out`, absolute and ascending, without `begin`, with `end`.
// False, with nothing added, where another rule could apply.
bool simpleBreaks(std::u16string_view text, std::size_t begin, std::size_t end,
                  std::vector<std::size_t>& out);

} // namespace core::pdf
