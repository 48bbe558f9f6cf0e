// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/overview.h"
#include "sample.h"

#include <catch2/catch_test_macros.hpp>

using namespace sample;

TEST_CASE("the overview counts every dated entry, and those the filter leaves") {
    const std::vector<Entry> given = entries(5000);
    std::vector<Entry> some;
    for (const Entry& entry : given)
        if (entry.lane == Lane::Sms) some.push_back(entry);
    const TimelineIndex whole(given);
    const TimelineIndex filtered(some);
    const Overview overview = layoutOverview(whole, filtered, kZone, 900, 36, {});
    std::size_t all = 0;
    std::size_t left = 0;
    for (const OverviewBar& bar : overview.bars) {
        all += bar.whole;
        left += bar.filtered;
        CHECK(bar.filteredHeight <= bar.wholeHeight);
        CHECK(bar.wholeHeight <= 36);
        CHECK((bar.filtered == 0) == (bar.filteredHeight == 0));
    }
    CHECK(all == whole.datedCount());
    CHECK(left == filtered.datedCount());
}

TEST_CASE("without a dated entry there is no overview") {
    const TimelineIndex none;
    CHECK(layoutOverview(none, none, kZone, 900, 36, {}).bars.empty());
}

TEST_CASE("the frame stays within the strip and can always be taken hold of") {
    const TimelineIndex index(entries(100));
    const Overview overview = layoutOverview(index, index, kZone, 900, 36, {});
    const std::int64_t middle = index.range()->fromMs + 100 * kDay;
    for (const TimeRange& view : {TimeRange{middle, middle + 1000}, TimeRange{middle - 9000 * kDay, middle},
                                  TimeRange{middle + 9000 * kDay, middle + 9001 * kDay}}) {
        const OverviewFrame frame = overviewFrame(overview, 900, view, 14);
        CHECK(frame.from >= 0);
        CHECK(frame.to <= 900);
        CHECK(frame.to - frame.from >= 14);
    }
}

TEST_CASE("moving the frame keeps its length; an edge never passes the other") {
    const TimelineIndex index(entries(100));
    const Overview overview = layoutOverview(index, index, kZone, 900, 36, {});
    const std::int64_t middle = index.range()->fromMs + 100 * kDay;
    const TimeRange view{middle, middle + 50 * kDay};
    const TimeRange moved = movedFrame(overview, view, 30);
    CHECK(moved.toMs - moved.fromMs == 50 * kDay);
    CHECK(moved.fromMs > view.fromMs);
    CHECK(withStartAt(overview, view, 899, 1).fromMs < view.toMs);
    CHECK(withStartAt(overview, view, 899, 1).toMs == view.toMs);
    CHECK(withEndAt(overview, view, 0, 1).toMs > view.fromMs);
}
