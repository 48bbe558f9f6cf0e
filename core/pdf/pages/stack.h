// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A column of text lines and pictures that can be drawn in parts: what a table cell, a bubble or a mail is
// made of. Lines are never cut. Not a page: whoever owns the stack decides where it breaks.

#include "core/pdf/pages/sheet.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace core::pdf::pages {

class Stack {
public:
    // `gap` stands above it, unless it comes first in what is drawn.
    void add(Paragraph paragraph, double gap = 0);
    // Anything that is drawn as one piece; `draw` gets its top left corner.
    void add(double height, std::function<void(Sheet&, double x, double y)> draw, double gap = 0);

    std::size_t size() const { return units_.size(); } // lines and pieces
    double height(std::size_t from, std::size_t to) const;
    double height() const { return height(0, size()); }
    // The end of what fits, counted from `from`.
    std::size_t fit(std::size_t from, double available) const;
    void draw(Sheet& sheet, double x, double y, std::size_t from, std::size_t to) const;
    void draw(Sheet& sheet, double x, double y) const { draw(sheet, x, y, 0, size()); }

private:
    using Piece = std::function<void(Sheet&, double, double)>;
    struct Unit {
        int paragraph = -1;     // -1: a piece
        std::uint32_t line = 0; // of the paragraph; or which piece
        double height = 0, gap = 0;
    };
    std::vector<Paragraph> paragraphs_;
    std::vector<Piece> pieces_;
    std::vector<Unit> units_;
};

} // namespace core::pdf::pages
