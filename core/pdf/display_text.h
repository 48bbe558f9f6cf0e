// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is shown of a text: UTF-8 turned strictly into UTF-16, controls into their pictures.
// Not a normaliser: letters stay as they were written.

#include <string>
#include <string_view>

namespace core::pdf {

// Malformed bytes become U+FFFD, C0 controls and DEL their pictures (U+2400 on), a tab four blanks. Line
// feed, CR LF, U+0085, U+2028 and U+2029 become '\n'.
void appendDisplayText(std::u16string& out, std::string_view utf8);
std::u16string displayText(std::string_view utf8);

// The code point at `pos` of well-formed UTF-16, moving `pos` on.
char32_t nextCodePoint16(std::u16string_view text, std::size_t& pos);

void appendUtf16(std::u16string& out, char32_t codePoint);

} // namespace core::pdf
