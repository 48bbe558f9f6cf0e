// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/chart_parts.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace core::pdf::pages {

namespace {
constexpr double kStep = 3.6; // from one marker label down to the next
}

MarkerAxis chartAxis(std::size_t periods) {
    return {kChartGutter, kChartPlot / static_cast<double>(std::max<std::size_t>(1, periods)), 170};
}

double markerHead(const std::vector<PlacedMarker>& markers) {
    constexpr double kNumber = 3.4;
    int levels = 0;
    for (const PlacedMarker& marker : markers)
        if (!marker.label.empty()) levels = std::max(levels, marker.level + 1);
    return std::min(kMarkerHead, kNumber + levels * kStep);
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

namespace {

constexpr double kOverBar = 0.7; // from the top of a bar to the foot of its number
constexpr double kDigits = 1.7;  // their height

double numberWidth(Sheet& sheet, const NumberedBar& bar) {
    return sheet.widthOf(sheet.number(bar.number), style::kChartSmall);
}

// Whether the number of `a` touches what stands at `b`.
bool touches(const NumberedBar& a, double width, const NumberedBar& b, double otherWidth) {
    const double apart = std::abs(a.middle - b.middle);
    const double foot = a.top - kOverBar, head = foot - kDigits;
    const bool intoBar = apart < (width + b.width) / 2 && b.top < foot;
    const double otherFoot = b.top - kOverBar;
    const bool intoNumber = !b.isSilent && apart < (width + otherWidth) / 2 + 0.2 && head < otherFoot &&
                            otherFoot - kDigits < foot;
    return intoBar || intoNumber;
}

} // namespace

std::vector<NumberedBar> withRoomForNumbers(Sheet& sheet, const std::vector<NumberedBar>& bars) {
    std::vector<double> widths;
    widths.reserve(bars.size());
    for (const NumberedBar& bar : bars) widths.push_back(numberWidth(sheet, bar));
    bool allFit = true;
    const NumberedBar* peak = nullptr;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].isSilent) continue;
        if (peak == nullptr || bars[i].number > peak->number) peak = &bars[i];
        constexpr std::size_t kFarthest = 4; // bars away, which no number reaches
        const std::size_t end = std::min(bars.size(), i + kFarthest);
        for (std::size_t k = i > kFarthest ? i - kFarthest : 0; k < end; ++k)
            allFit = allFit && (k == i || !touches(bars[i], widths[i], bars[k], widths[k]));
    }
    std::vector<NumberedBar> numbered;
    if (peak == nullptr) return numbered;
    if (!allFit) return {*peak};
    std::copy_if(bars.begin(), bars.end(), std::back_inserter(numbered),
                 [](const NumberedBar& bar) { return !bar.isSilent; });
    return numbered;
}

void clearForNumbers(Sheet& sheet, const std::vector<NumberedBar>& numbered) {
    constexpr double kAround = 0.6;
    for (const NumberedBar& bar : numbered) {
        const double box = numberWidth(sheet, bar) + 2 * kAround;
        const double height = kOverBar + kDigits + kAround;
        sheet.fill(bar.middle - box / 2, bar.top - height, box, height, 1);
    }
}

void drawNumbers(Sheet& sheet, const std::vector<NumberedBar>& numbered) {
    for (const NumberedBar& bar : numbered)
        sheet.baseline(sheet.number(bar.number), style::kChartSmall, bar.middle, bar.top - kOverBar,
                       Align::Center);
}

} // namespace core::pdf::pages
