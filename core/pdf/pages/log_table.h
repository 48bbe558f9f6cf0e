// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of the log, measured: its cells as stacks of lines that can be drawn in parts. Not the decision
// where pages break: log_pages.cpp.

#include "core/pdf/pages/stack.h"

#include <vector>

namespace core::pdf::pages {

inline constexpr double kCellRight = 2.4, kCellTop = 1.3, kCellBottom = 1.5;
inline constexpr std::size_t kLeastLines = 3; // of a row that is split, on either side

// What the rows ask of a column, found once.
struct RowColumn {
    enum class Kind { Other, Number, When, What, Exhibit };
    Kind kind = Kind::Other;
    double x = 0, left = 0, width = 0; // of the column; within it; of its text
    TextStyle plain, bold, small;
};
std::vector<RowColumn> rowColumns(const std::vector<report::Column>& columns);
// Those of the document. The numbers of a long log, and the headings of a narrow column, need more room than
// the form gives them: no number and no word of a heading is broken into two, and the widest has most to
// give.
std::vector<report::Column> fittedColumns(Sheet& sheet);

class TableRow {
public:
    // `columns` outlives it.
    TableRow(Sheet& sheet, const std::vector<RowColumn>& columns, report::RowRef row);
    // For a draft, of a row that is drawn in one part: `height` is that of the cells but the exhibits'.
    TableRow(Sheet& sheet, const std::vector<RowColumn>& columns, report::RowRef row, double height);

    const report::LogRow& row() const { return *row_; }
    double height() const;
    double heightOfOthers() const; // of the cells but the exhibits'; not of a milestone

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
    void layoutCell(Sheet& sheet, std::size_t cell, Stack& stack) const;
    void layoutMilestone(Sheet& sheet);
    void drawMilestone(Sheet& sheet, double y) const;
    void addExhibits(Sheet& sheet, Stack& stack, double width) const;

    double leftOf(std::size_t cell) const {
        return row_->isMilestone ? (cell == 0 ? kCellRight : countsLeft_)
                                 : columns_[cell].x + columns_[cell].left;
    }

    const std::vector<RowColumn>& columns_;
    report::RowRef row_;
    double countsLeft_ = 0; // of a milestone
    double measured_ = 0;   // height of what has no cells here
    std::vector<Stack> cells_;
    std::size_t whenColumn_ = 0, numberColumn_ = 0;
};

// A cell of text as a stack; used by the examples too.
Stack cellStack(Sheet& sheet, const report::Cell& cell, const TextStyle& plain, const TextStyle& bold,
                double width);
Stack stripStack(const report::TimeStrip& strip);

} // namespace core::pdf::pages
