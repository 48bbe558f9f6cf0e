// SPDX-License-Identifier: GPL-3.0-or-later
// Weekday by hour: a square as large as the count, sums at the edges, the night marked by tint and bracket.
#include "core/base/utf8.h"
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <cmath>

namespace core::pdf::pages {

namespace {

constexpr double kLeft = 12, kCellWidth = 4.0, kCellHeight = 4.4, kTop = 7.4;
constexpr double kRight = kLeft + 24 * kCellWidth;

double side(int count, int most) {
    return std::max(0.9, 3.85 * std::sqrt(static_cast<double>(count) / static_cast<double>(most)));
}

double hourX(int hour) { return kLeft + hour * kCellWidth; }

void drawNight(Sheet& sheet, double top, double height) {
    for (const auto& [from, to] : {std::pair{0, 6}, std::pair{22, 24}}) {
        sheet.fill(hourX(from), top + kTop, (to - from) * kCellWidth, height, style::kNight);
        sheet.baseline(sheet.words().night, style::kChart, (hourX(from) + hourX(to)) / 2, top + 2.3,
                       Align::Center);
        sheet.rule(hourX(from), top + 3.1, hourX(to), top + 3.1, 0.3);
    }
}

void drawLines(Sheet& sheet, double top, double height) {
    for (int row = 0; row <= 7; ++row)
        sheet.rule(kLeft, top + kTop + row * kCellHeight, kRight, top + kTop + row * kCellHeight, 0.1, 0.533);
    for (const int hour : {0, 6, 12, 18, 22, 24}) {
        const bool isMiddle = hour == 12 || hour == 18;
        sheet.rule(hourX(hour), top + kTop, hourX(hour), top + kTop + height, isMiddle ? 0.1 : 0.25,
                   isMiddle ? 0.533 : 0);
    }
}

void drawLegend(Sheet& sheet, double y, int most) {
    sheet.baseline(sheet.words().count, style::kChart, 0, y + 0.9);
    double x = kLeft;
    std::vector<int> values;
    for (const int v : {1, 2, 5, 10})
        if (v < most) values.push_back(v);
    values.push_back(most);
    for (const int v : values) {
        const double s = side(v, most);
        sheet.fill(x, y - s / 2, s, s, 0);
        sheet.baseline(sheet.number(v), style::kChart, x + s + 1, y + 0.9);
        x += s + 7;
    }
}

// "Mon" to "Sun" where a whole name would run into the squares.
bool weekdaysFit(Sheet& sheet, const std::vector<std::string>& weekdays) {
    return std::all_of(weekdays.begin(), weekdays.end(), [&](const std::string& name) {
        return sheet.widthOf(name, style::kChart) <= hourX(0) - 0.8;
    });
}

// Of each hour; every other one lower where a number is as wide as its hour.
void drawSums(Sheet& sheet, const std::vector<int>& columns, double y) {
    constexpr double kLower = 2.2, kBetween = 0.6;
    const bool isWide = std::any_of(columns.begin(), columns.end(), [&](int n) {
        return sheet.widthOf(sheet.number(n), style::kChartSmall) > kCellWidth - kBetween;
    });
    for (int hour = 0; hour < 24; ++hour) {
        const int n = columns[static_cast<std::size_t>(hour)];
        sheet.baseline(n == 0 ? "–" : sheet.number(n), style::kChartSmall, hourX(hour) + kCellWidth / 2,
                       isWide && hour % 2 == 1 ? y + kLower : y, Align::Center);
    }
}

} // namespace

double heatMap(Sheet& sheet, const report::Overview& o, double top) {
    const double height = 7 * kCellHeight;
    int most = 1, total = 0;
    for (const auto& row : o.weekdayHour)
        for (const int n : row) {
            most = std::max(most, n);
            total += n;
        }
    const double sumsRight =
        kRight + std::max(6.5, sheet.widthOf(sheet.number(total), style::kChartBold) + 0.8);
    drawNight(sheet, top, height);
    for (int hour = 0; hour < 24; ++hour)
        sheet.baseline((hour < 10 ? "0" : "") + std::to_string(hour), style::kChartSmall,
                       hourX(hour) + kCellWidth / 2, top + 6.3, Align::Center);
    std::vector<int> columns(24, 0);
    const bool fit = weekdaysFit(sheet, o.weekdays);
    for (std::size_t day = 0; day < o.weekdayHour.size() && day < 7; ++day) {
        const double y = top + kTop + static_cast<double>(day) * kCellHeight;
        sheet.baseline(fit ? o.weekdays[day] : base::firstGraphemes(o.weekdays[day], 3), style::kChart, 0,
                       y + 3);
        int sum = 0;
        for (std::size_t hour = 0; hour < 24 && hour < o.weekdayHour[day].size(); ++hour) {
            const int n = o.weekdayHour[day][hour];
            if (n == 0) continue;
            sum += n;
            columns[hour] += n;
            const double s = side(n, most);
            sheet.fill(hourX(static_cast<int>(hour)) + (kCellWidth - s) / 2, y + (kCellHeight - s) / 2, s, s,
                       0);
        }
        sheet.baseline(sheet.number(sum), style::kChart, sumsRight, y + 3, Align::Right);
    }
    drawLines(sheet, top, height);
    const double sums = top + kTop + height + 3.4;
    drawSums(sheet, columns, sums);
    sheet.baseline(sheet.words().total, style::kChartBold, 0, sums);
    sheet.baseline(sheet.number(total), style::kChartBold, sumsRight, sums, Align::Right);
    if (total > 0) drawLegend(sheet, sums + 5.8, most);
    return heatMapHeight();
}

double heatMapHeight() { return kTop + 7 * kCellHeight + 12.2; }

} // namespace core::pdf::pages
