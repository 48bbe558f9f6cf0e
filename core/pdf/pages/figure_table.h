// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The table of a figure, measured: names to the left, numbers right-aligned, headings that can be repeated.
// Not where it breaks: pattern_pages.cpp.

#include "core/pdf/pages/sheet.h"

#include <vector>

namespace core::pdf::pages {

class FigureTableLayout {
public:
    // With `bars`, a bar of the row's count stands between its name and its numbers.
    FigureTableLayout(Sheet& sheet, const report::FigureTable& table,
                      const std::vector<report::ShareRow>& bars = {});

    std::size_t size() const { return table_.rows.size(); }
    double headHeight() const;
    double rowHeight(std::size_t row) const;
    double height(std::size_t first, std::size_t end) const; // of rows, without the headings
    double width() const { return width_; }
    double rightOf(std::size_t column) const {
        return rights_.at(column - 1);
    } // mm; from 1, behind the names
    void drawHead(Sheet& sheet, double y) const;
    void drawRow(Sheet& sheet, std::size_t row, double y) const;

private:
    bool measure(Sheet& sheet, const TextStyle& numbers, const TextStyle& headings, double gap);
    bool isBold(std::size_t row) const;

    const report::FigureTable& table_;
    const std::vector<report::ShareRow> bars_;
    TextStyle number_, numberBold_, heading_;
    double nameWidth_ = 0, width_ = 0;
    double spareBars_ = 0;       // what the bars got above their usual room
    std::vector<double> rights_; // right edge of each column but the first
    std::vector<Paragraph> headings_, names_;
};

} // namespace core::pdf::pages
