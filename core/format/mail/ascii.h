// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small tests and changes on ASCII, free of the C locale. Not for text that people wrote.

#include "core/base/ascii.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace core::format::mail {

using base::hexDigit;
using base::isBlankChar;
using base::isDigit;
using base::isLetter;
using base::lowerChar;
using base::trim;

inline std::string toLower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lowerChar);
    return out;
}

inline bool equalsNoCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                              [](char x, char y) { return lowerChar(x) == lowerChar(y); });
}

inline bool startsNoCase(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && equalsNoCase(text.substr(0, prefix.size()), prefix);
}

constexpr bool isControl(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

// The byte that two hexadecimal digits after `at` stand for, as in =C3 and %C3; -1 for none.
constexpr int hexByteAfter(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || hexDigit(text[at + 1]) < 0 || hexDigit(text[at + 2]) < 0) return -1;
    return hexDigit(text[at + 1]) * 16 + hexDigit(text[at + 2]);
}

} // namespace core::format::mail
