// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/stack.h"

namespace core::pdf::pages {

void Stack::add(Paragraph paragraph, double gap) {
    const int index = static_cast<int>(paragraphs_.size());
    const std::size_t lines = paragraph.lineCount();
    if (units_.empty()) units_.reserve(lines);
    for (std::size_t line = 0; line < lines; ++line)
        units_.push_back(
            {index, static_cast<std::uint32_t>(line), paragraph.heightMm(line, 1), line == 0 ? gap : 0});
    paragraphs_.push_back(std::move(paragraph));
}

void Stack::add(double height, std::function<void(Sheet&, double, double)> draw, double gap) {
    units_.push_back({-1, static_cast<std::uint32_t>(pieces_.size()), height, gap});
    pieces_.push_back(std::move(draw));
}

double Stack::height(std::size_t from, std::size_t to) const {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += units_[i].height + (i > from ? units_[i].gap : 0);
    return sum;
}

std::size_t Stack::fit(std::size_t from, double available) const {
    double sum = 0;
    std::size_t i = from;
    for (; i < units_.size(); ++i) {
        sum += units_[i].height + (i > from ? units_[i].gap : 0);
        if (sum > available + 1e-6) break;
    }
    return i;
}

void Stack::draw(Sheet& sheet, double x, double y, std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
        const Unit& unit = units_[i];
        if (i > from) y += unit.gap;
        if (unit.paragraph < 0) {
            pieces_[unit.line](sheet, x, y);
        } else {
            sheet.draw(paragraphs_[static_cast<std::size_t>(unit.paragraph)], x, y, unit.line, 1);
        }
        y += unit.height;
    }
}

} // namespace core::pdf::pages
