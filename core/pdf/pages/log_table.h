// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of the log, measured: its cells as stacks of lines that can be drawn in parts. Not the decision
// where pages break: log_pages.cpp.

#include "core/pdf/pages/stack.h"

#include <vector>

namespace core::pdf::pages {

inline constexpr double kCellRight = 2.4, kCellTop = 1.3, kCellBottom = 1.5;
inline constexpr std::size_t kLeastLines = 3; // of a row that is split, on either side

class TableRow {
public:
    TableRow(Sheet& sheet, const report::LogRow& row);

    const report::LogRow& row() const { return row_; }
    double height() const;

    // How far each cell has been drawn.
    using Cursor = std::vector<std::size_t>;
    Cursor begin() const { return Cursor(cells_.size(), 0); }
    bool isDone(const Cursor& cursor) const;
    double height(const Cursor& from, const Cursor& to) const;
    // What fits into the height; `from` itself where less than three lines would.
    Cursor fit(const Cursor& from, double available) const;
    // Draws the part and its rules; a continued part repeats number and date.
    void draw(Sheet& sheet, double y, const Cursor& from, const Cursor& to) const;

private:
    bool startsOver(const Cursor& from) const;
    void layoutMilestone(Sheet& sheet);
    void drawMilestone(Sheet& sheet, double y) const;
    void addExhibits(Sheet& sheet, Stack& stack, double width) const;

    const report::LogRow& row_;
    std::vector<double> lefts_, widths_;
    std::vector<Stack> cells_;
    std::size_t whenColumn_ = 0, numberColumn_ = 0;
};

// A cell of text as a stack; used by the examples too.
Stack cellStack(Sheet& sheet, const report::Cell& cell, const TextStyle& plain, const TextStyle& bold,
                double width);
Stack stripStack(const report::TimeStrip& strip);

} // namespace core::pdf::pages
