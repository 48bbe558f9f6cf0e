// SPDX-License-Identifier: GPL-3.0-or-later
// The log in landscape: headings on every page, rows that stay whole, milestones that keep their company.
#include "core/pdf/pages/findings.h"
#include "core/pdf/pages/log_table.h"
#include "core/pdf/pages/row_days.h"
#include "core/pdf/pages/sections.h"
#include "core/pdf/work_ahead.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr double kSplitAbove = 60; // mm: a row taller than this may be split
constexpr double kAboveNote = 1.5;

class LogTable {
public:
    LogTable(Sheet& sheet, const std::vector<report::Column>& columns) : sheet_(sheet), columns_(columns) {
        const Paragraph note =
            sheet.paragraph(sheet.document().logNote, style::kCaption, style::kLandscape.width);
        bottom_ = style::kLandscape.height - note.heightMm() - kAboveNote;
        layoutHeadings();
    }

    double room() const { return bottom_ - top_; } // for rows on a page

    void place(WorkAhead<TableRow>& rows, std::size_t index) {
        const TableRow& row = rows.at(index);
        double needed = row.height();
        // A milestone moves on with the row that follows it.
        for (std::size_t next = index; rows.at(next).row().isMilestone && next + 1 < rows.size();) {
            ++next;
            needed += std::min(rows.at(next).height(), kSplitAbove);
            if (!rows.at(next).row().isMilestone) break;
        }
        const bool maySplit = !row.row().isMilestone && row.height() > kSplitAbove;
        if (!isOpen_ || (!maySplit && y_ + needed > bottom_ && y_ > top_)) nextPage();
        TableRow::Cursor from = row.begin();
        while (true) {
            TableRow::Cursor to = row.fit(from, bottom_ - y_);
            if (!maySplit && y_ == top_ && to == from) to = row.fit(from, 1e6); // nothing else helps
            if (row.row().isMilestone) to = row.fit(from, 1e6);
            if (to == from && !row.isDone(from)) {
                if (y_ == top_) return; // a single line taller than a page: cannot be
                nextPage();
                continue;
            }
            if (from == row.begin()) addBookmark(row.row());
            row.draw(sheet_, y_, from, to);
            y_ += row.height(from, to);
            remember(row.row());
            if (row.isDone(to)) return;
            from = to;
            nextPage();
        }
    }

    void finish() {
        if (isOpen_) closePage();
    }

    void nextPage() {
        if (isOpen_) closePage();
        sheet_.beginPage(style::kLandscape, "log");
        const bool isFirst = !isOpen_;
        if (isFirst) {
            sheet_.destination("section:log", 0);
            sheet_.bookmark(sheet_.words().log, 0, 0);
        }
        isOpen_ = true;
        days_.clear();
        drawHeadings();
        if (const std::string& note = sheet_.document().columnNote; isFirst && !note.empty()) {
            const double width = sheet_.width() - 2 * kCellRight;
            top_ = y_ += sheet_.write(note, style::kCaption, kCellRight, y_ + kCellTop, width) + 2 * kCellTop;
            sheet_.rule(0, top_, sheet_.width(), top_, 0.1);
        }
    }

private:
    void remember(const report::LogRow& row) {
        if (!row.isMilestone) days_.push_back(row.when);
    }

    // One a month and one a step, under that of the log.
    void addBookmark(const report::LogRow& row) {
        const std::string month = monthText(row.when, sheet_.document().language);
        if (row.isMilestone)
            sheet_.bookmark(row.label + "   " + stepOf(row), 1, y_);
        else if (month != month_)
            sheet_.bookmark(month, 1, y_);
        if (!row.isMilestone) month_ = month;
    }

    // The last words of its first cell: those before them say when.
    static std::string stepOf(const report::LogRow& row) {
        const report::Cell& cell = row.cells.front();
        return cell.empty() || cell.front().runs.empty() ? std::string() : cell.front().runs.back().text;
    }

    void layoutHeadings() {
        for (const report::Column& column : columns_) {
            const bool isNumber = column.key == "number";
            const double width = column.widthMm - (headings_.empty() ? 2 * kCellRight : kCellRight);
            TextStyle style = style::kLogBold;
            style.hyphenate = true; // an own form may have narrow columns
            headings_.push_back(sheet_.paragraph(column.heading, style, width + (isNumber ? 0.5 : 0),
                                                 isNumber ? Align::Right : Align::Start));
            headingsHeight_ = std::max(headingsHeight_, headings_.back().heightMm());
        }
        headEnd_ = top_ = headingsHeight_ + 1;
    }

    void drawHeadings() {
        double x = 0;
        for (std::size_t c = 0; c < headings_.size(); ++c) {
            sheet_.draw(headings_[c], x + (c == 0 ? kCellRight : 0),
                        headingsHeight_ - headings_[c].heightMm());
            x += columns_[c].widthMm;
        }
        y_ = top_ = headEnd_;
        sheet_.rule(0, top_, sheet_.width(), top_, 0.4);
    }

    // What stands on the page is known when it is full.
    void closePage() {
        const report::Words& w = sheet_.words();
        const double head = sheet_.grid().headTop - sheet_.grid().top;
        std::string text = sheet_.document().logOrder;
        if (!days_.empty())
            text += "   " + daysText(days_.front(), days_.back(), sheet_.document().language) + " · " +
                    (days_.size() == 1 ? w.incidentHere
                                       : base::fill(w.incidentsHere, {std::to_string(days_.size())}));
        const std::vector<report::Run> runs{{w.log, true}, {"   " + text, false}};
        sheet_.draw(sheet_.paragraph(runs, style::kTable, style::kTableBold, sheet_.width()), 0, head);
        sheet_.write(sheet_.document().logNote, style::kCaption, 0, bottom_ + kAboveNote, sheet_.width());
    }

    Sheet& sheet_;
    const std::vector<report::Column>& columns_;
    double headEnd_ = 0; // of the headings
    double top_ = 0, y_ = 0, bottom_ = 0;
    bool isOpen_ = false;
    std::vector<Paragraph> headings_;
    double headingsHeight_ = 0;
    std::vector<report::RowDay> days_; // of the incidents on this page
    std::string month_;                // of the last incident
};

// Sets rows of the document, on any thread. Those that a draft can pass over by their height alone are only
// measured, where `heights` are given.
void setRows(Sheet& sheet, const std::vector<RowColumn>& columns, std::size_t first, std::size_t end,
             RowHeights* heights, std::vector<TableRow>& made) {
    for (report::RowRef& row : sheet.document().rows.some(first, end)) {
        const std::size_t index = first++;
        if (heights == nullptr || row->isMilestone) {
            made.emplace_back(sheet, columns, std::move(row));
            continue;
        }
        if (sheet.isDraft()) {
            // Its words are let go at once: kept for a block, they cost the heap more than they took to set.
            if (!heights->of(index)) heights->note(index, TableRow(sheet, columns, row).heightOfOthers());
            TableRow measured(sheet, columns, row, *heights->of(index));
            if (measured.height() <= kSplitAbove) {
                made.push_back(std::move(measured));
                continue;
            }
        }
        made.emplace_back(sheet, columns, std::move(row));
        heights->note(index, made.back().heightOfOthers());
    }
}

} // namespace

void logPages(Sheet& sheet) {
    const std::vector<report::Column> fitted = fittedColumns(sheet);
    const std::vector<RowColumn> columns = rowColumns(fitted);
    LogTable table(sheet, fitted);
    const report::LogRows& all = sheet.document().rows;
    const Part& part = sheet.part();
    // On a page without room for the tallest of them, rows break in other ways.
    RowHeights* const heights =
        sheet.findings() != nullptr && table.room() > kSplitAbove ? &sheet.findings()->rows : nullptr;
    WorkAhead<TableRow> rows(
        part.endRow - part.firstRow, [&](std::size_t first, std::size_t end, std::vector<TableRow>& made) {
            setRows(sheet, columns, part.firstRow + first, part.firstRow + end, heights, made);
        });
    if (all.empty()) {
        table.nextPage();
        sheet.line(sheet.words().emptyLog, style::kBody, kCellRight, 12);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.place(rows, i);
        rows.dropBefore(i + 1);
    }
    table.finish();
}

} // namespace core::pdf::pages
