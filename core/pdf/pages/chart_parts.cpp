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

// The years first, and of the months those that have room; none where one is narrower than a few letters.
void drawPeriods(Sheet& sheet, const std::vector<std::string>& labels, double y) {
    constexpr double kInset = 0.9, kBetween = 1.5, kNarrow = 3.5;
    const double step = chartAxis(labels.size()).step;
    const double right = kChartGutter + kChartPlot;
    const auto isYear = [](const std::string& label) { return label.front() >= '0' && label.front() <= '9'; };
    const bool hasYears = std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
        return !label.empty() && isYear(label);
    });
    sheet.rule(kChartGutter, y, right, y, 0.2);
    std::vector<std::pair<double, double>> taken; // from, to
    for (const bool years : {true, false}) {
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (labels[i].empty() || isYear(labels[i]) != years) continue;
            const double x = kChartGutter + static_cast<double>(i) * step;
            if (i > 0) sheet.rule(x, y, x, y + (hasYears && step < kNarrow && !years ? 0.8 : 1.6), 0.2);
            if (!years && hasYears && step < kNarrow) continue;
            const double end = x + kInset + sheet.widthOf(labels[i], style::kChart) + kBetween;
            if (end - kBetween > right + 4 || std::any_of(taken.begin(), taken.end(), [&](const auto& one) {
                    return x + kInset < one.second && one.first < end;
                }))
                continue;
            sheet.baseline(labels[i], style::kChart, x + kInset, y + 3.1);
            taken.emplace_back(x + kInset, end);
        }
    }
}

void drawNumberOver(Sheet& sheet, int number, double middle, double baseline) {
    const std::string text = std::to_string(number);
    const double box = sheet.widthOf(text, style::kChartSmall) + 0.2;
    sheet.fill(middle - box / 2, baseline - 1.95, box, 2.4, 1);
    sheet.baseline(text, style::kChartSmall, middle, baseline, Align::Center);
}

} // namespace core::pdf::pages
