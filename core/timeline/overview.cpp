// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/overview.h"

#include <algorithm>
#include <cmath>

namespace core::timeline {

namespace {

constexpr std::size_t kMostOverviewBars = 8000;

Position countBetween(const TimelineIndex& index, TimeRange range) {
    Position count = 0;
    for (const Lane lane : kAllLanes)
        count += index.lane(lane).at(range.toMs) - index.lane(lane).at(range.fromMs);
    return count;
}

int heightOf(Position count, Position most, int height, int least) {
    if (count == 0) return 0;
    const double share = std::sqrt(static_cast<double>(count) / static_cast<double>(most));
    return std::max(static_cast<int>(std::lround(share * height)), least);
}

std::int64_t timeAt(const Overview& overview, double x) {
    return static_cast<std::int64_t>(std::llround(overview.scale.toMs(x)));
}

std::int64_t msOf(const Overview& overview, int px) {
    return static_cast<std::int64_t>(std::llround(px / overview.scale.pxPerMs()));
}

} // namespace

Overview layoutOverview(const TimelineIndex& whole, const TimelineIndex& filtered, const std::string& zone,
                        int width, int height, const Metrics& metrics) {
    Overview overview;
    if (!whole.range() || width <= 0) return overview;
    overview.range = *whole.range();
    overview.scale = TimeScale::fit(withAir(*whole.range()), width);
    overview.step = smallestStep(barSteps(), overview.scale.pxPerMs(), metrics.barStep);
    const TimeRange view = overview.scale.range(width);
    Position most = 0;
    std::int64_t from = stepBegin(view.fromMs, overview.step, zone);
    while (from < view.toMs && overview.bars.size() < kMostOverviewBars) {
        const std::int64_t to = stepNext(from, overview.step, zone);
        OverviewBar bar;
        bar.whole = countBetween(whole, {from, to});
        bar.filtered = countBetween(filtered, {from, to});
        if (bar.whole > 0 || bar.filtered > 0) {
            bar.x = overview.scale.clampedX(from);
            bar.width = std::max(overview.scale.clampedX(to) - bar.x - 1, 1);
            most = std::max({most, bar.whole, bar.filtered});
            overview.bars.push_back(bar);
        }
        from = to;
    }
    for (OverviewBar& bar : overview.bars) {
        bar.wholeHeight = heightOf(bar.whole, most, height, metrics.barMin);
        bar.filteredHeight = heightOf(bar.filtered, most, height, metrics.barMin);
    }
    return overview;
}

OverviewFrame overviewFrame(const Overview& overview, int width, TimeRange view, int minWidth) {
    OverviewFrame frame{std::clamp(overview.scale.clampedX(view.fromMs), 0, width),
                        std::clamp(overview.scale.clampedX(view.toMs), 0, width)};
    if (frame.to - frame.from < minWidth) {
        const int middle = (frame.from + frame.to) / 2;
        frame.from = std::clamp(middle - minWidth / 2, 0, std::max(width - minWidth, 0));
        frame.to = frame.from + minWidth;
    }
    return frame;
}

TimeRange movedFrame(const Overview& overview, TimeRange view, int dx) {
    const std::int64_t by = msOf(overview, dx);
    return {view.fromMs + by, view.toMs + by};
}

TimeRange withStartAt(const Overview& overview, TimeRange view, int x, int minWidth) {
    return {std::min(timeAt(overview, x), view.toMs - msOf(overview, minWidth)), view.toMs};
}

TimeRange withEndAt(const Overview& overview, TimeRange view, int x, int minWidth) {
    return {view.fromMs, std::max(timeAt(overview, x), view.fromMs + msOf(overview, minWidth))};
}

} // namespace core::timeline
