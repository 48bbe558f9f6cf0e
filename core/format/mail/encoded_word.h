// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Header text to UTF-8: RFC 2047 encoded words, raw 8-bit bytes. Not for addresses or parameters as a whole:
// those are taken apart first and decoded piece by piece.

#include <cstddef>
#include <string>
#include <string_view>

namespace core::format::mail {

// Adjacent words of one charset are joined as bytes before they are decoded, so that a letter split between
// two words survives. Line ends and control characters become blanks. Unknown charsets and malformed words
// never lose bytes: they are read as UTF-8, else windows-1252.
std::string decodeHeaderText(std::string_view raw);

// Length of the encoded word at the start of `text`; 0 where none begins there.
std::size_t encodedWordLength(std::string_view text);

} // namespace core::format::mail
