// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/message_text.h"

#include "core/base/catalog.h"
#include "core/base/utf8.h"
#include "core/base/visible_text.h"

namespace core::pdf::pages {

namespace {

struct SourceLine {
    std::size_t begin = 0, end = 0, next = 0; // the break stands between `end` and `next`
    bool isBlank = true;
    bool isLast = true;
};

// Breaks where the text engine does (display_text.h).
SourceLine lineAt(const std::string& text, std::size_t begin) {
    SourceLine line{begin, text.size(), text.size(), true, true};
    for (std::size_t pos = begin; pos < text.size();) {
        const std::size_t at = pos;
        const char32_t c = base::nextCodePoint(text, pos);
        if (c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            const bool isPair = c == '\n' && at > begin && text[at - 1] == '\r';
            line.end = isPair ? at - 1 : at;
            line.next = pos;
            line.isLast = false;
            break;
        }
        line.isBlank = line.isBlank && base::isBlank(c);
    }
    return line;
}

} // namespace

std::vector<TextPiece> piecesOf(const std::string& text) {
    std::vector<TextPiece> pieces;
    std::size_t begin = 0, end = 0; // of the words that are in no piece yet
    std::size_t empty = 0;          // lines after them
    const auto fold = [&](std::size_t next) {
        if (empty > kMostEmptyLines) {
            if (end > begin) pieces.push_back({text.substr(begin, end - begin), 0});
            pieces.push_back({{}, empty});
            begin = next;
        }
        empty = 0;
    };
    SourceLine line;
    for (std::size_t at = 0;; at = line.next) {
        line = lineAt(text, at);
        if (line.isBlank) {
            ++empty;
        } else {
            fold(line.begin);
            end = line.end;
        }
        if (line.isLast) break;
    }
    fold(text.size());
    if (begin < text.size()) pieces.push_back({text.substr(begin), 0});
    return pieces;
}

void addMessageText(Sheet& sheet, Stack& stack, const std::string& text, const TextStyle& style, double width,
                    double gap) {
    if (text.empty()) return;
    if (base::isBlank(text)) {
        stack.add(sheet.paragraph(sheet.words().onlyBlanks, style::kSmall, width), gap);
        return;
    }
    for (const TextPiece& piece : piecesOf(text)) {
        stack.add(piece.emptyLines > 0 ? sheet.paragraph(base::fill(sheet.words().emptyLines,
                                                                    {std::to_string(piece.emptyLines)}),
                                                         style::kSmall, width)
                                       : sheet.paragraph(piece.words, style, width),
                  gap);
        gap = 0;
    }
}

} // namespace core::pdf::pages
