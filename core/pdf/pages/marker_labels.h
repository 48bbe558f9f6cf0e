// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the labels of the steps stand above the weekly chart, so that none covers another, none is crossed by
// a line and none leaves the page. Not drawing: weekly_chart.cpp.

#include "core/pdf/pages/sheet.h"

#include <string>
#include <vector>

namespace core::pdf::pages {

inline constexpr int kMarkerLevels = 5; // lines of labels, one under another

struct MarkerAxis {
    double left, step; // of the first bar; from bar to bar (mm)
    double right;      // no label goes beyond
};

struct PlacedMarker {
    double x = 0; // of its line, which begins at its level and runs down
    int level = 0;
    double left = 0, width = 0; // of the label
    std::string label;          // empty where the label of an earlier one names it ("M5–M8")
    bool strong = false;
    bool isShort = false;
};

// In the order of `markers`, which is that of time. Labels in full where they all have room; else all but the
// strong ones short; else all short; else neighbours share one.
std::vector<PlacedMarker> placeMarkers(Sheet& sheet, const std::vector<report::MarkerLine>& markers,
                                       const MarkerAxis& axis);

} // namespace core::pdf::pages
