// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/display_text.h"

#include "core/base/utf8.h"

namespace core::pdf {
namespace {

constexpr char32_t kControlPictures = 0x2400;
constexpr char32_t kDeletePicture = 0x2421;
constexpr int kTabBlanks = 4;

bool breaksLine(char32_t c) { return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029; }

} // namespace

void appendUtf16(std::u16string& out, char32_t codePoint) {
    if (codePoint < 0x10000) {
        out += static_cast<char16_t>(codePoint);
        return;
    }
    const char32_t rest = codePoint - 0x10000;
    out += static_cast<char16_t>(0xD800 + (rest >> 10));
    out += static_cast<char16_t>(0xDC00 + (rest & 0x3FF));
}

char32_t nextCodePoint16(std::u16string_view text, std::size_t& pos) {
    const char16_t first = text[pos++];
    if (first < 0xD800 || first > 0xDBFF || pos >= text.size()) return first;
    const char16_t second = text[pos];
    if (second < 0xDC00 || second > 0xDFFF) return first;
    ++pos;
    return 0x10000 + ((static_cast<char32_t>(first) - 0xD800) << 10) + (second - 0xDC00);
}

std::u16string displayText(std::string_view utf8) {
    std::u16string out;
    appendDisplayText(out, utf8);
    return out;
}

void appendDisplayText(std::u16string& out, std::string_view utf8) {
    out.reserve(out.size() + utf8.size());
    for (std::size_t pos = 0; pos < utf8.size();) {
        if (utf8[pos] >= ' ' && utf8[pos] < 0x7F) { // most of it
            out += static_cast<char16_t>(utf8[pos++]);
            continue;
        }
        const char32_t c = base::nextCodePoint(utf8, pos);
        if (c == '\r' && pos < utf8.size() && utf8[pos] == '\n') continue; // the LF breaks the line
        if (breaksLine(c)) {
            out += u'\n';
        } else if (c == '\t') {
            out.append(kTabBlanks, u' ');
        } else if (c < 0x20) {
            appendUtf16(out, kControlPictures + c);
        } else if (c == 0x7F) {
            appendUtf16(out, kDeletePicture);
        } else {
            appendUtf16(out, c);
        }
    }
}

} // namespace core::pdf
