// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/log_table.h"

#include <algorithm>
#include <memory>

namespace core::pdf::pages {

namespace {

constexpr double kStripWidth = 48;
constexpr double kBarWidth = 1.2;
constexpr double kMilestonePadding = 1.6;

void drawStrip(Sheet& sheet, const report::TimeStrip& strip, double x, double y) {
    const double axis = y + 2.4;
    const double perHour = kStripWidth / (strip.lastHour - strip.firstHour);
    sheet.rule(x, axis, x + kStripWidth, axis, 0.2);
    const auto hours = static_cast<std::size_t>(strip.lastHour - strip.firstHour);
    const bool halves = hours <= 6;
    for (std::size_t i = 0; i <= hours * (halves ? 2 : 1); ++i) {
        const double at = x + perHour * static_cast<double>(i) / (halves ? 2 : 1);
        sheet.rule(at, axis - 0.8, at, axis + 0.8, 0.2);
    }
    const std::size_t every = std::max<std::size_t>(1, (hours + 3) / 4);
    const double lastLeft =
        strip.labels.empty() ? 0 : kStripWidth - sheet.widthOf(strip.labels.back(), style::kChartSmall);
    for (std::size_t i = 0; i <= hours && i < strip.labels.size(); ++i) {
        const double at = perHour * static_cast<double>(i);
        const double half = sheet.widthOf(strip.labels[i], style::kChartSmall) / 2;
        const bool isLast = i == hours; // always there; the one before it gives way
        if (!isLast && (i % every != 0 || (i > 0 && at + half + 1 > lastLeft))) continue;
        const Align align = i == 0 ? Align::Left : (isLast ? Align::Right : Align::Center);
        sheet.baseline(strip.labels[i], style::kChartSmall, x + at, y + 6, align);
    }
    for (const double hour : strip.hours)
        sheet.fill(x + (hour - strip.firstHour) * perHour - 0.3, y + 0.1, 0.6, 2.3, 0);
}

} // namespace

Stack cellStack(Sheet& sheet, const report::Cell& cell, const TextStyle& plain, const TextStyle& bold,
                double width) {
    Stack stack;
    for (const report::Line& line : cell) {
        if (line.style == report::LineStyle::Small) {
            TextStyle small = style::kSmall;
            if (plain.sizePt > 8) small = style::kCaption;
            stack.add(sheet.paragraph(line.runs, small, small, width));
        } else {
            stack.add(sheet.paragraph(line.runs, plain, bold, width));
        }
    }
    return stack;
}

Stack stripStack(const report::TimeStrip& strip) {
    Stack stack;
    stack.add(
        6.8, [&strip](Sheet& s, double x, double y) { drawStrip(s, strip, x + 0.5, y); }, 1);
    return stack;
}

TableRow::TableRow(Sheet& sheet, const std::vector<RowColumn>& columns, report::RowRef row)
    : columns_(columns), row_(std::move(row)) {
    if (row_->isMilestone) {
        layoutMilestone(sheet);
        return;
    }
    cells_.resize(columns.size());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        layoutCell(sheet, c, cells_[c]);
        if (columns[c].kind == RowColumn::Kind::When) whenColumn_ = c;
        if (columns[c].kind == RowColumn::Kind::Number) numberColumn_ = c;
    }
}

TableRow::TableRow(Sheet& sheet, const std::vector<RowColumn>& columns, report::RowRef row, double height)
    : columns_(columns), row_(std::move(row)), measured_(height) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].kind != RowColumn::Kind::Exhibit) continue;
        Stack stack;
        layoutCell(sheet, c, stack);
        measured_ = std::max(measured_, stack.height());
    }
}

void TableRow::layoutCell(Sheet& sheet, std::size_t cell, Stack& stack) const {
    const RowColumn& column = columns_[cell];
    for (const report::Line& line : row_->cells[cell]) {
        const bool isSmall = line.style == report::LineStyle::Small;
        if (column.kind == RowColumn::Kind::Number && !line.runs.empty())
            stack.add(sheet.paragraph(line.runs.front().text, style::kLogBold, column.width, Align::Right));
        else
            stack.add(sheet.paragraph(line.runs, isSmall ? column.small : column.plain,
                                      isSmall ? column.small : column.bold, column.width));
    }
    if (column.kind == RowColumn::Kind::What && row_->strip)
        stack.add(
            6.8, [row = row_.get()](Sheet& s, double x, double y) { drawStrip(s, *row->strip, x + 0.5, y); },
            1);
    if (column.kind == RowColumn::Kind::Exhibit) addExhibits(sheet, stack, column.width);
}

void TableRow::layoutMilestone(Sheet& sheet) {
    const double width = style::kLandscape.width - 2 * kCellRight;
    std::vector<report::Run> runs{{row_->label, true}, {"   ", false}};
    for (const report::Cell& cell : {row_->cells[0], row_->cells[1]}) {
        for (const report::Line& line : cell) runs.insert(runs.end(), line.runs.begin(), line.runs.end());
        runs.push_back({"   ", false});
    }
    for (const int number : row_->exhibits) {
        runs.push_back({base::fill(sheet.words().exhibit, {std::to_string(number)}), true});
        const std::string key = "exhibit:" + std::to_string(number);
        if (sheet.document().isFull)
            runs.push_back({", " + base::fill(sheet.words().shortPage, {sheet.known().text(key)}), false});
    }
    Stack counts = cellStack(sheet, row_->cells[2], style::kTable, style::kTableBold, 90);
    double countsWidth = 0;
    for (const report::Line& line : row_->cells[2])
        for (const report::Run& run : line.runs)
            countsWidth = std::max(countsWidth, sheet.widthOf(run.text, style::kTable));
    Stack text;
    text.add(sheet.paragraph(runs, style::kTable, style::kTableBold, width - countsWidth - 8));
    cells_.push_back(std::move(text));
    cells_.push_back(std::move(counts));
    countsLeft_ = style::kLandscape.width - kCellRight - countsWidth - 0.5;
}

void TableRow::addExhibits(Sheet& sheet, Stack& stack, double width) const {
    for (const int number : row_->exhibits) {
        const std::string key = sheet.known().placeOf(number, row_->incident);
        auto name =
            std::make_shared<Paragraph>(sheet.paragraph(std::to_string(number), style::kLogBold, width));
        stack.add(name->heightMm(), [=](Sheet& s, double x, double y) {
            s.draw(*name, x, y);
            if (s.document().isFull) s.link(x, y, width, name->heightMm(), key);
        });
        if (!sheet.document().isFull) continue;
        if (!sheet.known().has(key) && sheet.known().total > 0) continue; // withdrawn
        stack.add(sheet.paragraph(base::fill(sheet.words().shortPage, {sheet.known().text(key)}), style::kLog,
                                  width));
    }
}

double TableRow::heightOfOthers() const {
    double tallest = 0;
    for (std::size_t c = 0; c < cells_.size(); ++c)
        if (columns_[c].kind != RowColumn::Kind::Exhibit) tallest = std::max(tallest, cells_[c].height());
    return tallest;
}

double TableRow::height() const {
    double tallest = measured_;
    for (const Stack& cell : cells_) tallest = std::max(tallest, cell.height());
    return row_->isMilestone ? tallest + 2 * kMilestonePadding : tallest + kCellTop + kCellBottom;
}

bool TableRow::isDone(const Cursor& cursor) const {
    for (std::size_t c = 0; c < cells_.size(); ++c)
        if (cursor[c] < cells_[c].size()) return false;
    return true;
}

bool TableRow::startsOver(const Cursor& from) const {
    return std::any_of(from.begin(), from.end(), [](std::size_t at) { return at > 0; });
}

double TableRow::height(const Cursor& from, const Cursor& to) const {
    if (row_->isMilestone) return height();
    double tallest = startsOver(from) ? 3 * style::kLog.leadingMm : measured_;
    for (std::size_t c = 0; c < cells_.size(); ++c)
        tallest = std::max(tallest, cells_[c].height(from[c], to[c]));
    return tallest + kCellTop + kCellBottom;
}

TableRow::Cursor TableRow::fit(const Cursor& from, double available) const {
    const double inner = available - kCellTop - kCellBottom;
    Cursor to = from;
    std::size_t most = 0;
    for (std::size_t c = 0; c < cells_.size(); ++c) {
        to[c] = cells_[c].fit(from[c], inner);
        const std::size_t left = cells_[c].size() - to[c];
        if (left > 0 && left < kLeastLines) // the rest would be too little: leave it more
            to[c] = std::max(from[c], cells_[c].size() - std::min(cells_[c].size(), kLeastLines));
        if (cells_[c].size() > from[c]) most = std::max(most, to[c] - from[c]);
    }
    return most < kLeastLines && !isDone(to) ? from : to;
}

void TableRow::drawMilestone(Sheet& sheet, double y) const {
    sheet.destination("row:" + row_->label, y);
    sheet.note("row:" + row_->label);
    const double h = height();
    sheet.fill(0, y, sheet.width(), h, style::kMilestone);
    sheet.rule(0, y, sheet.width(), y, 0.6);
    sheet.rule(0, y + h, sheet.width(), y + h, 0.6);
    for (std::size_t c = 0; c < cells_.size(); ++c) cells_[c].draw(sheet, leftOf(c), y + kMilestonePadding);
    if (!row_->exhibits.empty() && sheet.document().isFull)
        sheet.link(0, y, sheet.width(), h, "exhibit:" + std::to_string(row_->exhibits.front()));
}

void TableRow::draw(Sheet& sheet, double y, const Cursor& from, const Cursor& to) const {
    if (row_->isMilestone) {
        drawMilestone(sheet, y);
        return;
    }
    const double h = height(from, to);
    if (!startsOver(from)) {
        sheet.destination("row:" + row_->label, y);
        sheet.note("row:" + row_->label);
    }
    for (std::size_t c = 0; c < cells_.size(); ++c)
        cells_[c].draw(sheet, leftOf(c), y + kCellTop, from[c], to[c]);
    if (startsOver(from) && from[numberColumn_] > 0) {
        cells_[numberColumn_].draw(sheet, leftOf(numberColumn_), y + kCellTop, 0, 1);
        if (from[whenColumn_] == cells_[whenColumn_].size()) {
            cells_[whenColumn_].draw(sheet, leftOf(whenColumn_), y + kCellTop, 0, 1);
            sheet.line(sheet.words().continued, style::kLog, leftOf(whenColumn_),
                       y + kCellTop + style::kLog.leadingMm);
        }
    }
    if (row_->afterOrder) sheet.fill(0, y, kBarWidth, h, 0);
    sheet.rule(0, y + h, sheet.width(), y + h, 0.2, style::kBar);
}

} // namespace core::pdf::pages
