// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/cursor.h"
#include "core/timeline/spoken.h"
#include "sample.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

using namespace sample;

namespace {

struct World {
    explicit World(std::size_t n) : index(entries(n)) {}
    CursorContext context(Level level) const {
        Levels levels;
        levels.fill(level);
        return {index, lanes, levels, {Unit::Day, 1}, kZone};
    }
    TimelineIndex index;
    std::vector<Lane> lanes{kAllLanes.begin(), kAllLanes.end()};
};

} // namespace

TEST_CASE("Right from the first reaches every item of the lane once, and Left comes back") {
    const World world(700);
    const CursorContext context = world.context(Level::Marks);
    for (const Lane lane : kAllLanes) {
        std::vector<Position> seen;
        Cursor cursor = first(context, {lane, 5, false});
        for (;;) {
            seen.push_back(cursor.position);
            const Cursor moved = right(context, cursor);
            if (moved == cursor) break;
            cursor = moved;
        }
        REQUIRE(seen.size() == world.index.lane(lane).size());
        CHECK(cursor == last(context, cursor));
        for (std::size_t i = 1; i < seen.size(); ++i) cursor = left(context, cursor);
        CHECK(cursor.position == 0);
        const bool hasShelf = !world.index.lane(lane).undated.empty();
        CHECK(left(context, cursor).onShelf == hasShelf);
    }
}

TEST_CASE("in a dense lane Right goes bar by bar, and the bars hold every item once") {
    const World world(20'000);
    const CursorContext context = world.context(Level::Density);
    std::size_t sum = 0;
    Cursor cursor = first(context, {Lane::Sms, 0, false});
    for (;;) {
        const CursorReach reach = reachOf(context, cursor);
        REQUIRE(reach.isBar);
        sum += reach.last - reach.first;
        const Cursor moved = right(context, cursor);
        if (moved == cursor || moved.position == cursor.position) break;
        cursor = moved;
    }
    CHECK(sum == world.index.lane(Lane::Sms).size());
    CHECK(reachOf(context, left(context, cursor)).last == reachOf(context, cursor).first);
}

TEST_CASE("Up and Down go to the nearest in time and pass over empty lanes") {
    const std::vector<Entry> given{{1, Lane::Sms, 10 * kDay, 0, false},
                                   {2, Lane::Photo, 2 * kDay, 0, false},
                                   {3, Lane::Photo, 9 * kDay, 0, false},
                                   {4, Lane::Photo, 12 * kDay, 0, false}};
    const TimelineIndex index(given);
    const std::vector<Lane> lanes(kAllLanes.begin(), kAllLanes.end());
    const CursorContext context{index, lanes, {}, {Unit::Day, 1}, kZone};
    const Cursor sms{Lane::Sms, 0, false};
    const Cursor photo = down(context, sms);
    CHECK(photo == Cursor{Lane::Photo, 1, false});
    CHECK(up(context, photo) == sms);
    CHECK(up(context, sms) == sms);
}

TEST_CASE("the next item by time passes through all lanes, and none twice") {
    const World world(900);
    const CursorContext context = world.context(Level::Marks);
    std::optional<Cursor> start = placed(context, 0);
    REQUIRE(start);
    Cursor cursor = *start;
    for (Cursor before = previous(context, cursor); before != cursor; before = previous(context, cursor))
        cursor = before;
    std::set<EntryRef> seen;
    for (;;) {
        CHECK(seen.insert(world.index.entryAt(cursor.lane, cursor.position)).second);
        const Cursor moved = next(context, cursor);
        if (moved == cursor) break;
        cursor = moved;
    }
    CHECK(seen.size() == world.index.datedCount());
}

TEST_CASE("first and last in view stay in view, and the cursor where there is nothing") {
    const World world(700);
    const CursorContext context = world.context(Level::Marks);
    const auto& sms = world.index.lane(Lane::Sms);
    const TimeRange view{sms.start[10], sms.start[20]};
    CHECK(firstIn(context, {Lane::Sms, 50, false}, view).position == 10);
    CHECK(lastIn(context, {Lane::Sms, 50, false}, view).position == 19);
    CHECK(firstIn(context, {Lane::Sms, 50, false}, {0, 1}).position == 50);
}

TEST_CASE("what is said of the cursor: place and number, the bar's days, the shelf") {
    const World world(20'000);
    const Spoken item = spokenOf(world.context(Level::Marks), Cursor{Lane::Sms, 11, false});
    CHECK(item.kind == SpokenKind::Item);
    CHECK(item.ordinal == 12);
    CHECK(item.total == world.index.lane(Lane::Sms).size());
    const Spoken bar = spokenOf(world.context(Level::Density), Cursor{Lane::Sms, 11, false});
    CHECK(bar.kind == SpokenKind::Bar);
    CHECK(bar.range.toMs - bar.range.fromMs == kDay);
    CHECK(bar.count > 1);
    const Spoken shelf = spokenOf(world.context(Level::Marks), Cursor{Lane::Chat, 0, true});
    CHECK(shelf.kind == SpokenKind::Shelf);
    CHECK(shelf.count == world.index.lane(Lane::Chat).undated.size());
    CHECK(spokenOf(world.context(Level::Marks), std::nullopt).kind == SpokenKind::Nothing);
}

TEST_CASE("a case of undated entries alone has its cursor on the shelf, an empty one has none") {
    const TimelineIndex index(std::vector<Entry>{{1, Lane::Chat, std::nullopt, 0, false}});
    const TimelineIndex none;
    const std::vector<Lane> lanes(kAllLanes.begin(), kAllLanes.end());
    const CursorContext context{index, lanes, {}, {Unit::Day, 1}, kZone};
    const auto cursor = placed(context, 0);
    REQUIRE(cursor);
    CHECK(cursor->onShelf);
    CHECK(right(context, *cursor) == *cursor);
    CHECK(left(context, *cursor) == *cursor);
    CHECK_FALSE(placed({none, lanes, {}, {Unit::Day, 1}, kZone}, 0));
}
