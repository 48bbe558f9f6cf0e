// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/chart_parts.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {
constexpr double kStep = 3.6; // from one marker label down to the next
}

MarkerAxis chartAxis(std::size_t periods) {
    return {kChartGutter, kChartPlot / static_cast<double>(std::max<std::size_t>(1, periods)), 170};
}

void drawMarkers(Sheet& sheet, const std::vector<PlacedMarker>& markers, double top, double bottom) {
    for (const PlacedMarker& marker : markers) {
        const double text = top + 2.6 + marker.level * kStep;
        if (marker.strong)
            sheet.rule(marker.x, text - 2.1, marker.x, bottom, 0.6);
        else
            sheet.rule(marker.x, text - 2.1, marker.x, bottom, 0.22, 0, 1, 0.7);
    }
    for (const PlacedMarker& marker : markers) {
        if (marker.label.empty()) continue;
        const double text = top + 2.6 + marker.level * kStep;
        sheet.fill(marker.left - 0.2, text - 2.2, marker.width + 0.4, 2.9, 1);
        sheet.baseline(marker.label, marker.strong ? style::kChartBold : style::kChart, marker.left, text);
    }
}

void drawPeriods(Sheet& sheet, const std::vector<std::string>& labels, double y) {
    const double step = chartAxis(labels.size()).step;
    sheet.rule(kChartGutter, y, kChartGutter + kChartPlot, y, 0.2);
    double free = 0; // where the last label ended
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].empty()) continue;
        const double x = kChartGutter + static_cast<double>(i) * step;
        if (i > 0) sheet.rule(x, y, x, y + 1.6, 0.2);
        const double width = sheet.widthOf(labels[i], style::kChart);
        if (x < free || x + 0.9 + width > kChartGutter + kChartPlot + 4) continue;
        sheet.baseline(labels[i], style::kChart, x + 0.9, y + 3.1);
        free = x + width + 1.5;
    }
}

void drawNumberOver(Sheet& sheet, int number, double middle, double baseline) {
    const std::string text = std::to_string(number);
    const double box = sheet.widthOf(text, style::kChartSmall) + 0.2;
    sheet.fill(middle - box / 2, baseline - 1.95, box, 2.4, 1);
    sheet.baseline(text, style::kChartSmall, middle, baseline, Align::Center);
}

} // namespace core::pdf::pages
