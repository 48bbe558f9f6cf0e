// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the charts over time have in common: the width of the plot, lines and labels of the steps, the scale
// of months under it. Not the bars.

#include "core/pdf/pages/marker_labels.h"

#include <string>
#include <vector>

namespace core::pdf::pages {

inline constexpr double kChartGutter = 31;  // names of the rows
inline constexpr double kChartPlot = 138.3; // all periods
inline constexpr double kMarkerHead = 20;   // above the plot: five lines of labels of the steps

MarkerAxis chartAxis(std::size_t periods);

// What the labels take above the plot: none take the room of a number.
double markerHead(const std::vector<PlacedMarker>& markers);

// Lines from the labels, which begin at `top`, down to `bottom`.
void drawMarkers(Sheet& sheet, const std::vector<PlacedMarker>& markers, double top, double bottom);

// One label a period, or an empty one: "januar 2025" where a month begins. See period_scale.cpp.
void drawPeriods(Sheet& sheet, const std::vector<std::string>& labels, double y);

// What a number stands over (mm from the body's corner); of one row, from left to right.
struct NumberedBar {
    double middle, top, width;
    int number;
    bool isSilent = false; // no number: 1 where a square says it
};
// The numbers of all bars where none touches another or a taller bar beside it; else those of the tallest
// alone, for without the peak the row says nothing.
std::vector<NumberedBar> withRoomForNumbers(Sheet& sheet, const std::vector<NumberedBar>& bars);
// White where numbers will stand, so that no line crosses one: before the bars are drawn.
void clearForNumbers(Sheet& sheet, const std::vector<NumberedBar>& numbered);
void drawNumbers(Sheet& sheet, const std::vector<NumberedBar>& numbered);

} // namespace core::pdf::pages
