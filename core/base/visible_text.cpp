// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/visible_text.h"

#include "core/base/utf8.h"

#include <unicode/uchar.h>

namespace core::base {

bool isBlank(char32_t c) {
    if (c < 0x7F) return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    constexpr char32_t kBrailleBlank = 0x2800;
    const auto sign = static_cast<UChar32>(c);
    return u_isUWhiteSpace(sign) != 0 || u_hasBinaryProperty(sign, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
           c == kBrailleBlank;
}

bool isBlank(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();)
        if (!isBlank(nextCodePoint(text, pos))) return false;
    return true;
}

bool runsLeftToRight(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = nextCodePoint(text, pos);
        const bool isScript = (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c < 0xFE00) ||
                              (c >= 0xFE70 && c < 0xFF00) || (c >= 0x10800 && c < 0x11000) ||
                              (c >= 0x1E800 && c < 0x1F000);
        const bool isSign = c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (isScript || isSign) return false;
    }
    return true;
}

} // namespace core::base
