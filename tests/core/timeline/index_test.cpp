// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline_index.h"
#include "sample.h"

#include <algorithm>
#include <random>

#include <catch2/catch_test_macros.hpp>

using namespace sample;

TEST_CASE("lanes are sorted by time however the entries came, and nothing is lost") {
    const std::vector<Entry> given = entries(3000);
    const TimelineIndex index(given);
    std::size_t dated = 0;
    for (const Lane lane : kAllLanes) {
        const LaneColumn& column = index.lane(lane);
        CHECK(std::is_sorted(column.start.begin(), column.start.end()));
        CHECK(column.start.size() == column.id.size());
        dated += column.start.size();
    }
    CHECK(dated == index.datedCount());
    CHECK(index.datedCount() + index.undatedCount() == given.size());
    CHECK(index.undatedCount() > 0);
}

TEST_CASE("an entry is found by its id, an incident apart from an item of the same number") {
    const std::vector<Entry> given{{7, Lane::Sms, 1000, 0, false},
                                   {7, Lane::Incident, 2000, 0, false},
                                   {8, Lane::Sms, std::nullopt, 0, false}};
    const TimelineIndex index(given, {{7, "Opslag om mig"}});
    CHECK(index.find({7, false})->lane == Lane::Sms);
    CHECK(index.find({7, true})->lane == Lane::Incident);
    CHECK_FALSE(index.find({8, false})); // undated: it has no place on the axis
    CHECK_FALSE(index.find({9, false}));
    CHECK(index.title({7, true}) == "Opslag om mig");
    CHECK(index.title({7, false}).empty());
}

TEST_CASE("the range reaches to the end of the last span") {
    const std::vector<Entry> given{{1, Lane::Sms, 5000, 0, false}, {2, Lane::Photo, 1000, 900'000, false}};
    CHECK(TimelineIndex(given).range() == TimeRange{1000, 901'000});
    CHECK_FALSE(TimelineIndex{}.range());
}

TEST_CASE("spans that reach into a range are those a full search finds") {
    std::mt19937 engine(7);
    const auto below = [&](std::int64_t limit) { return static_cast<std::int64_t>(engine()) % limit; };
    std::vector<TimeSpan> spans;
    for (std::uint32_t i = 0; i < 500; ++i) {
        const std::int64_t start = below(100'000);
        const std::int64_t length = below(10) == 0 ? below(50'000) : below(300);
        spans.push_back({start, start + length, i, false});
    }
    std::sort(spans.begin(), spans.end(),
              [](const TimeSpan& a, const TimeSpan& b) { return a.startMs < b.startMs; });
    const SpanSet set(spans);
    for (int round = 0; round < 200; ++round) {
        const std::int64_t from = below(100'000);
        const TimeRange range{from, from + below(5000)};
        const std::int64_t least = below(200);
        std::vector<std::uint32_t> expected;
        for (const TimeSpan& span : spans)
            if (span.startMs < range.toMs && span.endMs > range.fromMs && span.endMs - span.startMs >= least)
                expected.push_back(span.position);
        std::vector<std::uint32_t> found;
        for (const TimeSpan& span : set.touching(range, least, 1000)) found.push_back(span.position);
        REQUIRE(found == expected);
    }
    CHECK(set.touching({0, 200'000}, 0, 10).size() == 10);
}
