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
constexpr double kBarsHeight = 38; // for the top grid value, unless squeezed
constexpr double kHead = kMarkerHead;
constexpr double kRow = 4; // a row of squares
constexpr double kSquare = 1.5, kOpenSquare = 1.24;

// 1, 2, 5 times a power of ten: at most five grid lines.
int gridStep(int most) {
    for (int power = 1;; power *= 10)
        for (const int factor : {1, 2, 5})
            if (most <= 5 * factor * power) return factor * power;
}

struct Plot {
    double left, step, base, scale; // mm; scale: mm a contact
    double bars;                    // height of the top grid value
    double bottom;                  // under the rows of squares
};

void drawGrid(Sheet& sheet, const report::Overview& o, const Plot& plot, int step, int steps) {
    for (int i = 1; i <= steps; ++i) {
        const double y = plot.base - i * step * plot.scale;
        sheet.rule(plot.left, y, plot.left + kPlot, y, 0.1, style::kGrid);
        sheet.baseline(std::to_string(i * step), style::kChart, plot.left - 1.5, y + 0.85, Align::Right);
    }
    const double y = plot.base - plot.bars - 1.1;
    const double height = sheet.write(sheet.words().callsAndMessages, style::kChartBold, 0, y, kLeft - 8);
    sheet.line(o.barUnit, style::kChart, 0, y + height);
    sheet.baseline(sheet.words().total, style::kChart, 0, plot.base - 0.3);
    sheet.baseline(std::to_string(o.barTotal), style::kChartBold, plot.left - 1.5, plot.base - 0.3,
                   Align::Right);
}

void drawBars(Sheet& sheet, const report::Overview& o, const Plot& plot) {
    const double width = std::min(plot.step - std::min(0.9, plot.step * 0.25), 9.0);
    for (std::size_t i = 0; i < o.bars.size(); ++i) {
        const int n = o.bars[i].contacts;
        if (n == 0) continue;
        const double middle = plot.left + (static_cast<double>(i) + 0.5) * plot.step;
        const double height = n * plot.scale;
        sheet.fill(middle - width / 2, plot.base - height, width, height, style::kBar);
        if (sheet.widthOf(std::to_string(n), style::kChartSmall) + 0.2 > plot.step + 0.6)
            continue; // too many bars for a number on each: the grid tells
        drawNumberOver(sheet, n, middle, plot.base - height - 0.7);
    }
    sheet.rule(plot.left, plot.base, plot.left + kPlot, plot.base, 0.3);
}

void drawSquares(Sheet& sheet, const report::DotRow& row, const Plot& plot, double y) {
    sheet.baseline(row.label, style::kChart, 0, y + 0.9);
    sheet.baseline(std::to_string(row.dots.size()), style::kChartBold, plot.left - 1.5, y + 0.9,
                   Align::Right);
    sheet.rule(plot.left, y + kRow / 2, plot.left + kPlot, y + kRow / 2, 0.1, 0.6);
    for (std::size_t i = 0; i < row.dots.size();) { // those of one bar stand side by side
        std::size_t end = i;
        const double bar = std::floor(row.dots[i].position);
        while (end < row.dots.size() && std::floor(row.dots[end].position) == bar) ++end;
        const auto n = static_cast<double>(end - i);
        const double pitch = std::min(1.75, std::max(plot.step, 1.75) / n);
        for (std::size_t k = i; k < end; ++k) {
            const double x =
                plot.left + (bar + 0.5) * plot.step + (static_cast<double>(k - i) - (n - 1) / 2) * pitch;
            if (row.dots[k].fromMemory) {
                sheet.fill(x - kOpenSquare / 2, y - kOpenSquare / 2, kOpenSquare, kOpenSquare, 1);
                sheet.frame(x - kOpenSquare / 2, y - kOpenSquare / 2, kOpenSquare, kOpenSquare, 0.28);
            } else {
                sheet.fill(x - kSquare / 2, y - kSquare / 2, kSquare, kSquare, 0);
            }
        }
        i = end;
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
    const double squares = o.dotRows.empty() ? 0 : 1.8 + kRow * static_cast<double>(o.dotRows.size());
    return kHead + kBarsHeight - squeeze + squares + 4.6;
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
    const int steps = (most + step - 1) / step;
    const double height = weeklyChartHeight(o, squeeze);
    Plot plot{};
    plot.left = kLeft;
    plot.step = axisOf(o).step;
    plot.bars = kBarsHeight - squeeze;
    plot.base = top + kHead + plot.bars;
    plot.scale = plot.bars / (steps * step);
    plot.bottom = top + height - 4.6;
    drawGrid(sheet, o, plot, step, steps);
    drawMarkers(sheet, placeMarkers(sheet, o.markers, axisOf(o)), top, plot.bottom);
    drawBars(sheet, o, plot);
    for (std::size_t i = 0; i < o.dotRows.size(); ++i)
        drawSquares(sheet, o.dotRows[i], plot, plot.base + 3.4 + kRow * static_cast<double>(i));
    drawPeriods(sheet, monthsOf(o), plot.bottom);
    drawAfterOrder(sheet, o, plot);
    return height;
}

} // namespace core::pdf::pages
