// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/marker_labels.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr double kFromLine = 0.9; // mm from the line to its label
constexpr double kAround = 0.6;   // free on either side of a label

using Markers = std::vector<PlacedMarker>;

bool covers(const PlacedMarker& label, double x) {
    return !label.label.empty() && x > label.left - kAround && x < label.left + label.width + kAround;
}

bool disturbs(const PlacedMarker& a, const PlacedMarker& b) {
    const bool overlap = !a.label.empty() && !b.label.empty() && a.level == b.level &&
                         a.left < b.left + b.width + kAround && b.left < a.left + a.width + kAround;
    return overlap || (a.level <= b.level && covers(b, a.x)) || (b.level <= a.level && covers(a, b.x));
}

bool findPlace(PlacedMarker& marker, const Markers& earlier, const MarkerAxis& axis) {
    for (const bool toTheLeft : {false, true}) {
        marker.left = toTheLeft ? marker.x - kFromLine - marker.width : marker.x + kFromLine;
        if (marker.left < axis.left || marker.left + marker.width > axis.right) continue;
        for (marker.level = 0; marker.level < kMarkerLevels; ++marker.level)
            if (std::none_of(earlier.begin(), earlier.end(),
                             [&](const PlacedMarker& other) { return disturbs(marker, other); }))
                return true;
    }
    return false;
}

// Empty where one of them finds no place.
Markers placed(Sheet& sheet, Markers wanted, const MarkerAxis& axis) {
    Markers done;
    for (PlacedMarker& marker : wanted) {
        marker.width = marker.label.empty()
                           ? 0
                           : sheet.widthOf(marker.label, marker.strong ? style::kChartBold : style::kChart);
        if (marker.label.empty()) marker.level = kMarkerLevels;
        if (!marker.label.empty() && !findPlace(marker, done, axis)) return {};
        done.push_back(marker);
    }
    return done;
}

// One label for all that stand close to the first of them.
Markers shared(Markers markers, double withinMm) {
    for (std::size_t i = 0; i < markers.size();) {
        std::size_t end = i + 1;
        while (end < markers.size() && markers[end].x - markers[i].x < withinMm) ++end;
        if (end > i + 1) markers[i].label += "–" + markers[end - 1].label;
        for (std::size_t k = i + 1; k < end; ++k) markers[k].label.clear();
        i = end;
    }
    return markers;
}

} // namespace

std::vector<PlacedMarker> placeMarkers(Sheet& sheet, const std::vector<report::MarkerLine>& markers,
                                       const MarkerAxis& axis) {
    Markers all, few, brief;
    for (const report::MarkerLine& marker : markers) {
        PlacedMarker m;
        m.x = axis.left + marker.position * axis.step;
        m.strong = marker.strong;
        m.label = marker.label;
        all.push_back(m);
        m.isShort = !marker.shortLabel.empty();
        if (m.isShort) m.label = marker.shortLabel;
        brief.push_back(m);
        few.push_back(marker.strong ? all.back() : m);
    }
    if (markers.empty()) return {};
    for (const Markers& wanted : {all, few, brief, shared(brief, 6), shared(brief, 10), shared(brief, 16)})
        if (Markers done = placed(sheet, wanted, axis); !done.empty()) return done;
    for (PlacedMarker& m : brief) { // lines alone: the log says the rest
        m.label.clear();
        m.level = kMarkerLevels;
    }
    return brief;
}

} // namespace core::pdf::pages
