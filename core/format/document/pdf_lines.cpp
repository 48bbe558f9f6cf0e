// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/pdf_lines.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace core::format::document {

namespace {

using Order = std::vector<std::size_t>;

constexpr double kSameBaseline = 0.3; // parts of the lower of two words
constexpr double kWideGap = 1.2;      // parts of the height; a blank is a quarter to a half of it

bool isSameLine(const PdfWord& a, const PdfWord& b) {
    return a.turn == b.turn && std::abs(a.bottom - b.bottom) <= kSameBaseline * std::min(a.height, b.height);
}

// Hebrew, Arabic and their neighbours.
bool isRightToLeft(char32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

bool runsToLeft(const std::vector<PdfWord>& words, const Order& line) {
    int toLeft = 0, other = 0;
    for (const std::size_t i : line) {
        for (std::size_t at = 0; at < words[i].text.size();) {
            const char32_t c = base::nextCodePoint(words[i].text, at);
            ++(isRightToLeft(c) ? toLeft : other);
        }
    }
    return toLeft > other;
}

// From the first word of a line to the last.
void setLine(std::vector<PdfWord>& words, Order& line, std::size_t first, std::size_t& place) {
    const bool toLeft = runsToLeft(words, line);
    std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) {
        return toLeft ? words[a].right > words[b].right : words[a].left < words[b].left;
    });
    const PdfWord* last = nullptr;
    for (const std::size_t i : line) {
        PdfWord& word = words[i];
        word.place = place++;
        word.before = place == 1 + first ? PdfWord::Before::Page : PdfWord::Before::Line;
        if (last != nullptr) {
            const double gap = toLeft ? last->left - word.right : word.left - last->right;
            const bool isWide = gap > kWideGap * std::max(last->height, word.height);
            word.before = isWide ? PdfWord::Before::Gap : PdfWord::Before::Blank;
        }
        last = &word;
    }
}

} // namespace

void setLines(std::vector<PdfWord>& words, std::size_t first) {
    Order order(words.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return words[a].turn != words[b].turn ? words[a].turn < words[b].turn
                                              : words[a].bottom < words[b].bottom;
    });
    for (std::size_t at = 0, place = first; at < order.size();) {
        Order line{order[at++]};
        while (at < order.size() && isSameLine(words[line.front()], words[order[at]]))
            line.push_back(order[at++]);
        setLine(words, line, first, place);
    }
}

} // namespace core::format::document
