// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/pattern_drawing.h"

#include "core/pdf/pages/chart_parts.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace core::pdf::pages {

namespace {

using report::PatternFigure;

constexpr double kBarHeight = 2.2;

int mostOf(const std::vector<report::SeriesRow>& series) {
    int most = 1;
    for (const report::SeriesRow& row : series)
        for (const int n : row.counts) most = std::max(most, n);
    return most;
}

bool anyFromMemory(const PatternFigure& f) {
    for (const report::SeriesRow& row : f.series)
        if (std::any_of(row.fromMemory.begin(), row.fromMemory.end(), [](int n) { return n > 0; }))
            return true;
    return false;
}

// White for "before", dark for "after": told apart in a copy of a copy, and named.
void drawPairSign(Sheet& sheet, double x, double y, double w, bool isAfter) {
    if (isAfter)
        sheet.fill(x, y, w, kBarHeight, style::kBar);
    else
        sheet.frame(x + 0.1, y + 0.1, std::max(0.1, w - 0.2), kBarHeight - 0.2, 0.25);
}

Stack pairStack(Sheet& sheet, const PatternFigure& f) {
    constexpr double kName = 62, kNumber = 96, kBar = 98, kPlot = 72;
    Stack stack;
    int most = 1;
    for (const report::PairRow& row : f.pairs) most = std::max({most, row.before, row.after});
    stack.add(4.6, [&f](Sheet& s, double x, double y) {
        double at = x + kBar;
        for (std::size_t i = 0; i < f.legend.size() && i < 2; ++i) {
            drawPairSign(s, at, y + 0.9, 4, i == 1);
            s.line(f.legend[i], style::kChart, at + 5, y + 0.6);
            at += 8 + s.widthOf(f.legend[i], style::kChart) + 3;
        }
    });
    for (const report::PairRow& row : f.pairs) {
        const TextStyle& style = row.isStrong ? style::kTableBold : style::kTable;
        auto name = std::make_shared<Paragraph>(sheet.paragraph(row.name, style, kName - 2));
        const double height = std::max(7.2, name->heightMm() + 1.6);
        stack.add(height, [&row, name, height, most, style](Sheet& s, double x, double y) {
            s.draw(*name, x, y + 0.8);
            s.line(row.window, style::kCaption, x + kName, y + 0.9);
            const auto bar = [&](int n, double at, bool isAfter) {
                s.line(s.number(n), style, x + kNumber, at - 0.85, Align::Right);
                if (n > 0) drawPairSign(s, x + kBar, at, kPlot * n / most, isAfter);
            };
            bar(row.before, y + 1.1, false);
            bar(row.after, y + 4.2, true);
            s.rule(x, y + height, x + 170, y + height, 0.1, 0.467);
        });
    }
    return stack;
}

Paragraph rowName(Sheet& s, const report::SeriesRow& row) {
    const double room = kChartGutter - 3 - s.widthOf(s.number(row.total), style::kChartBold);
    return s.paragraph(row.name, style::kChart, room);
}

void drawRowName(Sheet& s, const report::SeriesRow& row, double x, double y, double height) {
    const Paragraph name = rowName(s, row);
    s.draw(name, x, y + height - name.heightMm());
    s.baseline(s.number(row.total), style::kChartBold, x + kChartGutter - 1.5, y + height - 0.8,
               Align::Right);
}

void drawBarRow(Sheet& s, const report::SeriesRow& row, double scale, double x, double y, double height) {
    const double step = chartAxis(row.counts.size()).step, base = y + height;
    const double width = std::min(step - std::min(0.9, step * 0.25), 9.0);
    drawRowName(s, row, x, y, height);
    std::vector<NumberedBar> bars;
    for (std::size_t i = 0; i < row.counts.size(); ++i)
        if (const int n = row.counts[i]; n > 0)
            bars.push_back({x + kChartGutter + (static_cast<double>(i) + 0.5) * step,
                            base - std::max(0.8, n * scale), width, n});
    const std::vector<NumberedBar> numbered = withRoomForNumbers(s, bars);
    clearForNumbers(s, numbered);
    auto bar = bars.begin();
    for (std::size_t i = 0; i < row.counts.size(); ++i) {
        if (row.counts[i] == 0) continue;
        const double left = bar->middle - width / 2, tall = base - bar->top;
        const double remembered = tall * row.fromMemory[i] / row.counts[i];
        s.fill(left, bar->top + remembered, width, tall - remembered, style::kBar);
        if (remembered > 0) {
            const double open = std::max(remembered, 0.8);
            s.fill(left, bar->top, width, open, 1);
            s.frame(left + 0.12, bar->top + 0.12, width - 0.24, open - 0.24, 0.24);
        }
        ++bar;
    }
    drawNumbers(s, numbered);
    s.rule(x + kChartGutter, base, x + kChartGutter + kChartPlot, base, 0.2);
}

void drawSquareRow(Sheet& s, const report::SeriesRow& row, int most, double x, double y, double height) {
    constexpr double kLargest = 3.4, kApart = 0.4, kOverBase = 0.3;
    const double step = chartAxis(row.counts.size()).step, base = y + height;
    drawRowName(s, row, x, y, height);
    s.rule(x + kChartGutter, base, x + kChartGutter + kChartPlot, base, 0.1, 0.467);
    std::vector<NumberedBar> squares;
    for (std::size_t i = 0; i < row.counts.size(); ++i) {
        const int n = row.counts[i];
        if (n == 0) continue;
        const double side =
            std::max(0.9, std::min(kLargest, step - kApart) * std::sqrt(static_cast<double>(n) / most));
        squares.push_back({x + kChartGutter + (static_cast<double>(i) + 0.5) * step, base - kOverBase - side,
                           side, n, n == 1});
    }
    const std::vector<NumberedBar> numbered = withRoomForNumbers(s, squares);
    clearForNumbers(s, numbered);
    for (const NumberedBar& square : squares)
        s.fill(square.middle - square.width / 2, square.top, square.width, square.width, 0);
    drawNumbers(s, numbered);
}

// All rows on one scale, in one piece: the lines of the steps run through it.
Stack overTimeStack(Sheet& sheet, const PatternFigure& f) {
    constexpr double kTallest = 15, kAbove = 4.2, kLeast = 6.4, kSquares = 7.4, kNoSquare = 4.8;
    const int most = mostOf(f.series);
    const double scale = kTallest / most;
    const bool isLadder = f.kind == report::FigureKind::Ladder;
    const auto markers = placeMarkers(sheet, f.markers, chartAxis(f.periodLabels.size()));
    const double head = markers.empty() ? 1 : markerHead(markers);
    std::vector<double> heights;
    double rows = 0;
    for (const report::SeriesRow& row : f.series) {
        const int own = *std::max_element(row.counts.begin(), row.counts.end());
        const double name = rowName(sheet, row).heightMm() + 0.6;
        const double squares = own == 0 ? std::max(kNoSquare, name) : kSquares;
        heights.push_back(isLadder ? squares : std::max(kLeast, own * scale + kAbove));
        rows += heights.back();
    }
    const bool hasLegend = !isLadder && anyFromMemory(f);
    Stack stack;
    stack.add(head + rows + 4.6 + (hasLegend ? 3.6 : 0), [=, &f](Sheet& s, double x, double y) {
        drawMarkers(s, markers, y, y + head + rows);
        double at = y + head;
        for (std::size_t i = 0; i < f.series.size(); ++i) {
            if (isLadder)
                drawSquareRow(s, f.series[i], most, x, at, heights[i]);
            else
                drawBarRow(s, f.series[i], scale, x, at, heights[i]);
            at += heights[i];
        }
        drawPeriods(s, f.periodLabels, at);
        if (!hasLegend) return;
        s.frame(x + kChartGutter + 0.9, at + 5.1, 2.4, 1.6, 0.24);
        s.line(f.legend.front(), style::kChart, x + kChartGutter + 4.4, at + 4.4);
    });
    return stack;
}

Stack shareStack(const PatternFigure& f) {
    constexpr double kNumber = 62, kBar = 64, kPlot = 106;
    Stack stack;
    for (const report::ShareRow& row : f.shares)
        stack.add(4.75, [&row](Sheet& s, double x, double y) {
            s.line(row.name, style::kTable, x, y + 0.5);
            s.line(s.number(row.count), style::kTableBold, x + kNumber, y + 0.5, Align::Right);
            const double whole = std::max(1, row.whole);
            if (row.count > 0) s.fill(x + kBar, y + 1.2, kPlot * row.count / whole, kBarHeight, style::kBar);
            s.frame(x + kBar, y + 1.2, kPlot, kBarHeight, 0.2);
        });
    return stack;
}

constexpr double kDay = 3.0, kDaysLeft = 11, kMonthHead = 3.6;

void drawYear(Sheet& s, const report::CalendarYear& year, const std::vector<std::string>& names, int most,
              double x, double y) {
    s.baseline(std::to_string(year.year), style::kTableBold, x, y + kMonthHead + 2.6);
    const auto cell = [&](int day) {
        const int slot = day + year.firstWeekday, week = slot / 7;
        return std::pair{x + kDaysLeft + (week + 0.5) * kDay, y + kMonthHead + (slot % 7 + 0.5) * kDay};
    };
    for (std::size_t i = 12; i < names.size(); ++i)
        s.baseline(names[i], style::kChartSmall, x + kDaysLeft - 1.2,
                   y + kMonthHead + (static_cast<double>(i - 12) + 0.5) * kDay + 0.8, Align::Right);
    const bool isLeap = year.contacts.size() == 366;
    const int lengths[] = {31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int first = 0;
    for (std::size_t m = 0; m < 12 && m < names.size(); ++m) { // the name over the first whole column
        const double at = cell(first).first + ((first + year.firstWeekday) % 7 == 0 ? 0 : kDay) - kDay / 2;
        s.baseline(names[m], style::kChartSmall, at, y + 2.4);
        if (m > 0) { // a step between the months
            const auto [cx, cy] = cell(first);
            const double left = cx - kDay / 2, top = cy - kDay / 2, head = y + kMonthHead;
            s.rule(left, top, left, head + 7 * kDay, 0.12, 0.467);
            if (top > head + 0.1) {
                s.rule(left, top, left + kDay, top, 0.12, 0.467);
                s.rule(left + kDay, head, left + kDay, top, 0.12, 0.467);
            }
        }
        first += lengths[m];
    }
    for (int day = year.firstDay; day <= year.lastDay && day < static_cast<int>(year.contacts.size());
         ++day) {
        const int n = year.contacts[static_cast<std::size_t>(day)];
        const auto [cx, cy] = cell(day);
        if (n > 0) {
            const double side = std::max(0.9, 2.8 * std::sqrt(static_cast<double>(n) / most));
            s.fill(cx - side / 2, cy - side / 2, side, side, 0);
        } else if (day >= year.pauseFirst && day < year.pauseEnd) {
            s.rule(cx - 0.9, cy, cx + 0.9, cy, 0.3);
        } else {
            s.fill(cx - 0.2, cy - 0.2, 0.4, 0.4, 0);
        }
    }
}

void drawCalendarLegend(Sheet& s, const PatternFigure& f, int most, double x, double y) {
    double at = x + kDaysLeft;
    const double middle = y + 1.8;
    const auto word = [&](const std::string& text) {
        s.baseline(text, style::kChart, at, middle + 0.9);
        at += s.widthOf(text, style::kChart) + 5;
    };
    s.fill(at, middle - 0.2, 0.4, 0.4, 0);
    at += 1.6;
    word(f.legend[0]);
    s.rule(at, middle, at + 1.8, middle, 0.3);
    at += 3;
    word(f.legend[1]);
    word(f.legend[2]);
    at -= 2.5;
    std::vector<int> values;
    for (const int v : {1, 2, 5, 10})
        if (v < most) values.push_back(v);
    values.push_back(most);
    for (const int v : values) {
        const double side = std::max(0.9, 2.8 * std::sqrt(static_cast<double>(v) / most));
        s.fill(at, middle - side / 2, side, side, 0);
        at += side + 1;
        s.baseline(s.number(v), style::kChart, at, middle + 0.9);
        at += s.widthOf(s.number(v), style::kChart) + 3;
    }
}

Stack calendarStack(const PatternFigure& f) {
    Stack stack;
    int most = 1;
    for (const report::CalendarYear& year : f.years)
        for (const int n : year.contacts) most = std::max(most, n);
    for (const report::CalendarYear& year : f.years)
        stack.add(
            kMonthHead + 7 * kDay + 1.5,
            [&year, &f, most](Sheet& s, double x, double y) { drawYear(s, year, f.names, most, x, y); }, 1);
    stack.add(4.5, [&f, most](Sheet& s, double x, double y) { drawCalendarLegend(s, f, most, x, y); });
    return stack;
}

} // namespace

bool hasBarsInTable(const PatternFigure& f) {
    const std::size_t rows = f.table.rows.size() - (f.table.hasSum ? 1 : 0);
    return f.kind == report::FigureKind::Shares && !f.shares.empty() && f.shares.size() == rows &&
           f.shares.front().whole == 0;
}

Stack figureStack(Sheet& sheet, const PatternFigure& f) {
    switch (f.kind) {
    case report::FigureKind::Pairs:
        return f.pairs.empty() ? Stack() : pairStack(sheet, f);
    case report::FigureKind::Bars:
    case report::FigureKind::Ladder:
        return overTimeStack(sheet, f);
    case report::FigureKind::Shares:
        return hasBarsInTable(f) ? Stack() : shareStack(f);
    case report::FigureKind::Calendar:
        return calendarStack(f);
    case report::FigureKind::TableOnly:
        break;
    }
    return {};
}

} // namespace core::pdf::pages
