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
inline constexpr double kMarkerHead = 20;   // above the plot: the labels of the steps

MarkerAxis chartAxis(std::size_t periods);

// Lines from the labels, which begin at `top`, down to `bottom`.
void drawMarkers(Sheet& sheet, const std::vector<PlacedMarker>& markers, double top, double bottom);

// One label a period, or an empty one; those without room are left out.
void drawPeriods(Sheet& sheet, const std::vector<std::string>& labels, double y);

// A number on a white box, so that a line behind it does not cross it out.
void drawNumberOver(Sheet& sheet, int number, double middle, double baseline);

} // namespace core::pdf::pages
