// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/lines.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace core::format::whatsapp {

bool Lines::next(Line& line) {
    line.text.clear();
    line.isCut = false;
    line.hasReturn = false;
    if (!begun_) {
        begun_ = true;
        if (input_.atLeast(3).starts_with("\xEF\xBB\xBF")) input_.consume(3);
    }
    line.offset = input_.offset();
    bool isWhole = false;
    while (!isWhole && (!input_.view().empty() || input_.more())) {
        const std::string_view view = input_.view();
        const std::size_t end = view.find('\n');
        isWhole = end != std::string_view::npos;
        const std::string_view piece = view.substr(0, end);
        const std::size_t room = kLongestLine - std::min(kLongestLine, line.text.size());
        line.text += piece.substr(0, room);
        line.isCut = line.isCut || piece.size() > room;
        input_.consume(piece.size() + (isWhole ? 1 : 0));
    }
    line.length = input_.offset() - line.offset;
    if (line.text.ends_with('\r')) {
        line.text.pop_back();
        line.hasReturn = isWhole;
    }
    return line.length > 0;
}

std::string withoutMarks(std::string_view text) {
    const auto isMany = [](char c) { return static_cast<unsigned char>(c) >= 0xC2; };
    if (std::none_of(text.begin(), text.end(), isMany)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = base::nextCodePoint(text, at);
        if (c == 0x200E || c == 0x200F || c == 0xFEFF || (c >= 0x202A && c <= 0x202E) ||
            (c >= 0x2066 && c <= 0x2069))
            continue;
        if (c == 0xA0 || c == 0x202F || c == 0x2009)
            out += ' ';
        else
            out += text.substr(begin, at - begin);
    }
    return out;
}

} // namespace core::format::whatsapp
