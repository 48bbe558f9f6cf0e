// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What single ASCII characters are, free of the C locale. Not for text that people wrote: utf8.h.

#include <string_view>

namespace core::base {

constexpr char lowerChar(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool isBlankChar(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isLetter(char c) { return lowerChar(c) >= 'a' && lowerChar(c) <= 'z'; }

// The value of a hexadecimal digit; -1 for what is none.
constexpr int hexDigit(char c) {
    if (isDigit(c)) return c - '0';
    const char low = lowerChar(c);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

constexpr std::string_view trim(std::string_view text) {
    while (!text.empty() && isBlankChar(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlankChar(text.back())) text.remove_suffix(1);
    return text;
}

} // namespace core::base
