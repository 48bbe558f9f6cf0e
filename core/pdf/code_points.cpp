// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/code_points.h"

#include "core/pdf/display_text.h"

namespace core::pdf {

std::u16string reversed(std::u16string_view text) {
    std::u16string out;
    for (std::size_t end = text.size(); end > 0;) {
        std::size_t begin = end - 1;
        if (begin > 0 && (text[begin] & 0xFC00) == 0xDC00 && (text[begin - 1] & 0xFC00) == 0xD800) --begin;
        out += text.substr(begin, end - begin);
        end = begin;
    }
    return out;
}

std::vector<std::u16string_view> codePointsOf(std::u16string_view text) {
    std::vector<std::u16string_view> out;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t from = pos;
        nextCodePoint16(text, pos);
        out.push_back(text.substr(from, pos - from));
    }
    return out;
}

std::size_t codePoints(std::u16string_view text) {
    std::size_t count = 0;
    for (std::size_t pos = 0; pos < text.size(); ++count) nextCodePoint16(text, pos);
    return count;
}

} // namespace core::pdf
