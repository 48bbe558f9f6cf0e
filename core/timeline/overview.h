// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The strip below the lanes: the whole case as a histogram, what the filter leaves of it, and the frame that
// shows where the lanes are looking. Not changed by zooming.

#include "core/timeline/layout.h"

#include <vector>

namespace core::timeline {

struct OverviewBar {
    int x = 0, width = 0;
    int wholeHeight = 0;
    int filteredHeight = 0;
    Position whole = 0, filtered = 0;
};

struct Overview {
    TimeScale scale; // the whole case with a little air
    CalendarStep step;
    TimeRange range; // of the case itself
    std::vector<OverviewBar> bars;
};

// `height` is that of the highest bar. Both indices may be the same. Empty without a dated entry.
Overview layoutOverview(const TimelineIndex& whole, const TimelineIndex& filtered, const std::string& zone,
                        int width, int height, const Metrics& metrics);

// Left and right edge of the frame, within the strip and at least `minWidth` apart.
struct OverviewFrame {
    int from = 0, to = 0;
};
OverviewFrame overviewFrame(const Overview& overview, int width, TimeRange view, int minWidth);

// The view after the frame was moved, or one of its edges put at x. An edge never passes the other.
TimeRange movedFrame(const Overview& overview, TimeRange view, int dx);
TimeRange withStartAt(const Overview& overview, TimeRange view, int x, int minWidth);
TimeRange withEndAt(const Overview& overview, TimeRange view, int x, int minWidth);

} // namespace core::timeline
