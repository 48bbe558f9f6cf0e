// SPDX-License-Identifier: GPL-3.0-or-later
// Bars a week, a row of squares for each other kind of contact, lines for the steps. From 0, no smoothing,
// a number on every bar.
#include "core/pdf/pages/chart_parts.h"
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <cmath>

namespace core::pdf::pages {

namespace {

constexpr double kLeft = kChartGutter, kPlot = kChartPlot;
constexpr double kBarsHeight = 38; // of the tallest bar, unless squeezed or given room by the markers
constexpr double kRow = 4;         // a row of squares
constexpr double kAboveSquares = 2.3;
constexpr double kSquare = 1.5, kOpenSquare = 1.24, kSquarePitch = 1.75;

// 1, 2, 5 times a power of ten: at most five grid lines.
int gridStep(int most) {
    for (int power = 1;; power *= 10)
        for (const int factor : {1, 2, 5})
            if (most <= 5 * factor * power) return factor * power;
}

struct Plot {
    double left, step, base, scale; // mm; scale: mm a contact
    double bars;                    // height of the tallest
    double bottom;                  // under the rows of squares
};

void drawGrid(Sheet& sheet, const report::Overview& o, const Plot& plot, int step, int steps) {
    for (int i = 1; i <= steps; ++i) {
        const double y = plot.base - i * step * plot.scale;
        sheet.rule(plot.left, y, plot.left + kPlot, y, 0.1, style::kGrid);
        sheet.baseline(sheet.number(i * step), style::kChart, plot.left - 1.5, y + 0.85, Align::Right);
    }
    const double y = plot.base - plot.bars - 1.1;
    const double height = sheet.write(sheet.words().callsAndMessages, style::kChartBold, 0, y, kLeft - 8);
    sheet.line(o.barUnit, style::kChart, 0, y + height);
    sheet.baseline(sheet.words().total, style::kChart, 0, plot.base - 0.3);
    sheet.baseline(sheet.number(o.barTotal), style::kChartBold, plot.left - 1.5, plot.base - 0.3,
                   Align::Right);
}

void drawBars(Sheet& sheet, const report::Overview& o, const Plot& plot) {
    const double width = std::min(plot.step - std::min(0.9, plot.step * 0.25), 9.0);
    std::vector<NumberedBar> bars;
    for (std::size_t i = 0; i < o.bars.size(); ++i) {
        const int n = o.bars[i].contacts;
        if (n == 0) continue;
        const double middle = plot.left + (static_cast<double>(i) + 0.5) * plot.step;
        bars.push_back({middle, plot.base - n * plot.scale, width, n});
    }
    const std::vector<NumberedBar> numbered = withRoomForNumbers(sheet, bars);
    clearForNumbers(sheet, numbered);
    for (const NumberedBar& bar : bars)
        sheet.fill(bar.middle - width / 2, bar.top, width, plot.base - bar.top, style::kBar);
    drawNumbers(sheet, numbered);
    sheet.rule(plot.left, plot.base, plot.left + kPlot, plot.base, 0.3);
}

// The squares of one bar: [first, end) of the row's dots.
struct SquareGroup {
    std::size_t first, end;
    double middle;
    int size() const { return static_cast<int>(end - first); }
};

std::vector<SquareGroup> groupsOf(const report::DotRow& row, const Plot& plot) {
    std::vector<SquareGroup> groups;
    for (std::size_t i = 0; i < row.dots.size();) {
        std::size_t end = i;
        const double bar = std::floor(row.dots[i].position);
        while (end < row.dots.size() && std::floor(row.dots[end].position) == bar) ++end;
        groups.push_back({i, end, plot.left + (bar + 0.5) * plot.step});
        i = end;
    }
    return groups;
}

// Side by side they would run into those of the next bar.
bool isCrowded(const report::DotRow& row, const Plot& plot) {
    const auto groups = groupsOf(row, plot);
    return std::any_of(groups.begin(), groups.end(), [&](const SquareGroup& group) {
        return group.size() * kSquarePitch > std::max(plot.step, kSquarePitch) + 0.01;
    });
}

void drawSquare(Sheet& sheet, double x, double y, bool isOpen) {
    if (isOpen) {
        sheet.fill(x - kOpenSquare / 2, y - kOpenSquare / 2, kOpenSquare, kOpenSquare, 1);
        sheet.frame(x - kOpenSquare / 2, y - kOpenSquare / 2, kOpenSquare, kOpenSquare, 0.28);
    } else {
        sheet.fill(x - kSquare / 2, y - kSquare / 2, kSquare, kSquare, 0);
    }
}

// One for all of a bar with their number above; open where all are, and half where some are.
void drawCrowded(Sheet& sheet, const report::DotRow& row, const std::vector<SquareGroup>& groups, double y) {
    std::vector<NumberedBar> bars;
    bars.reserve(groups.size());
    for (const SquareGroup& group : groups)
        bars.push_back({group.middle, y - kSquare / 2, kSquare, group.size(), group.size() == 1});
    const auto numbered = withRoomForNumbers(sheet, bars);
    clearForNumbers(sheet, numbered);
    for (const SquareGroup& group : groups) {
        const auto open = std::count_if(row.dots.begin() + static_cast<std::ptrdiff_t>(group.first),
                                        row.dots.begin() + static_cast<std::ptrdiff_t>(group.end),
                                        [](const report::Dot& dot) { return dot.fromMemory; });
        drawSquare(sheet, group.middle, y, open > 0);
        if (open > 0 && open < group.size())
            sheet.fill(group.middle - kSquare / 2, y, kSquare, kSquare / 2, 0);
    }
    drawNumbers(sheet, numbered);
}

void drawSquares(Sheet& sheet, const report::DotRow& row, const Plot& plot, double y) {
    sheet.baseline(row.label, style::kChart, 0, y + 0.9);
    sheet.baseline(sheet.number(static_cast<long long>(row.dots.size())), style::kChartBold, plot.left - 1.5,
                   y + 0.9, Align::Right);
    sheet.rule(plot.left, y + kRow / 2, plot.left + kPlot, y + kRow / 2, 0.1, 0.6);
    const auto groups = groupsOf(row, plot);
    if (isCrowded(row, plot)) return drawCrowded(sheet, row, groups, y);
    for (const SquareGroup& group : groups)
        for (std::size_t k = group.first; k < group.end; ++k) {
            const double fromFirst = static_cast<double>(k - group.first) - (group.size() - 1) / 2.0;
            drawSquare(sheet, group.middle + fromFirst * kSquarePitch, y, row.dots[k].fromMemory);
        }
}

MarkerAxis axisOf(const report::Overview& o) { return chartAxis(o.bars.size()); }

std::vector<std::string> monthsOf(const report::Overview& o) {
    std::vector<std::string> labels;
    for (const report::ChartBar& bar : o.bars) labels.push_back(bar.label);
    return labels;
}

// Where no bar stands, to the right of the last marker.
void drawAfterOrder(Sheet& sheet, const report::Overview& o, const Plot& plot) {
    if (o.afterOrderTitle.empty()) return;
    constexpr TextStyle kTitle{Face::Bold, 8.5, 3.6, 0}, kText{Face::Regular, 8, 3.6, 0};
    const double width =
        std::max(sheet.widthOf(o.afterOrderTitle, kTitle), sheet.widthOf(o.afterOrderText, kText));
    double from = 0;
    for (const report::MarkerLine& marker : o.markers)
        from = std::max(from, plot.left + marker.position * plot.step);
    const double x = from + 2;
    if (x + width > plot.left + kPlot) return;
    for (std::size_t i = 0; i < o.bars.size(); ++i) { // never over a bar
        const double bar = plot.left + static_cast<double>(i) * plot.step;
        if (bar + plot.step > x && bar < x + width && o.bars[i].contacts * plot.scale > 12) return;
    }
    sheet.fill(x - 0.6, plot.base - 22.5, width + 1.2, 9.5, 1);
    sheet.baseline(o.afterOrderTitle, kTitle, x, plot.base - 19);
    sheet.baseline(o.afterOrderText, kText, x, plot.base - 14.9);
}

} // namespace

double weeklyChartHeight(const report::Overview& o, double squeeze) {
    const double squares =
        o.dotRows.empty() ? 0 : kAboveSquares + kRow * static_cast<double>(o.dotRows.size());
    return kMarkerHead + kBarsHeight - squeeze + squares + 4.6;
}

bool weeklyChartCrowds(const report::Overview& o) {
    Plot plot{};
    plot.step = axisOf(o).step;
    return std::any_of(o.dotRows.begin(), o.dotRows.end(),
                       [&](const report::DotRow& row) { return isCrowded(row, plot); });
}

bool weeklyChartShortens(Sheet& sheet, const report::Overview& o) {
    const auto markers = placeMarkers(sheet, o.markers, axisOf(o));
    return std::any_of(markers.begin(), markers.end(), [](const PlacedMarker& m) { return m.isShort; });
}

double weeklyChart(Sheet& sheet, const report::Overview& o, double top, double squeeze) {
    if (o.bars.empty()) return 0;
    int most = 1;
    for (const report::ChartBar& bar : o.bars) most = std::max(most, bar.contacts);
    const int step = gridStep(most);
    const double height = weeklyChartHeight(o, squeeze);
    const std::vector<PlacedMarker> markers = placeMarkers(sheet, o.markers, axisOf(o));
    Plot plot{};
    plot.left = kLeft;
    plot.step = axisOf(o).step;
    plot.base = top + kMarkerHead + kBarsHeight - squeeze;
    plot.bars = plot.base - top - markerHead(markers);
    plot.scale = plot.bars / most;
    plot.bottom = top + height - 4.6;
    drawGrid(sheet, o, plot, step, most / step);
    drawMarkers(sheet, markers, top, plot.bottom);
    drawBars(sheet, o, plot);
    for (std::size_t i = 0; i < o.dotRows.size(); ++i)
        drawSquares(sheet, o.dotRows[i], plot,
                    plot.base + kAboveSquares + 1.6 + kRow * static_cast<double>(i));
    drawPeriods(sheet, monthsOf(o), plot.bottom);
    drawAfterOrder(sheet, o, plot);
    return height;
}

} // namespace core::pdf::pages
