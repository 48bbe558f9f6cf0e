// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/hit_test.h"
#include "core/timeline/lane_layout.h"
#include "core/timeline/layout.h"
#include "sample.h"

#include <algorithm>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sample;

namespace {

// Every entry that the layout draws, as often as it draws it.
std::multiset<EntryRef> drawn(const TimelineIndex& index, const Layout& layout) {
    std::multiset<EntryRef> all;
    const auto add = [&](const std::vector<EntryRef>& some) { all.insert(some.begin(), some.end()); };
    for (const Bar& bar : layout.bars) add(entriesOf(index, layout, bar));
    for (const Mark& mark : layout.marks) add(entriesOf(index, layout, mark));
    for (const Span& span : layout.spans) add(entriesOf(index, span));
    return all;
}

TimelineIndex oneALane() {
    std::vector<Entry> one;
    for (const Lane lane : kAllLanes)
        one.push_back({1, lane, at("2024-04-25T19:14:00Z") + static_cast<std::int64_t>(lane), 0, false});
    return TimelineIndex(one);
}

} // namespace

TEST_CASE("every dated entry in view is drawn once, and counts say so, at every zoom") {
    const std::size_t n = GENERATE(5U, 300U, 20'000U);
    const TimelineIndex index(entries(n));
    for (const TimeScale& scale : zooms(index)) {
        const Layout layout = build(input(index, scale));
        const std::multiset<EntryRef> all = drawn(index, layout);
        CHECK(std::set<EntryRef>(all.begin(), all.end()).size() == all.size());
        const TimeRange view = scale.range(1000);
        std::size_t missing = 0;
        for (const Lane lane : kAllLanes)
            for (Position p = index.lane(lane).at(view.fromMs + 1); p < index.lane(lane).at(view.toMs - 1);
                 ++p)
                missing += all.contains(index.entryAt(lane, p)) ? 0 : 1;
        CHECK(missing == 0);
        for (const Bar& bar : layout.bars) CHECK(bar.count == entriesOf(index, layout, bar).size());
        for (const Mark& mark : layout.marks) CHECK(mark.count == entriesOf(index, layout, mark).size());
    }
}

TEST_CASE("bars of a lane add up to all its entries while the whole case is in view") {
    const TimelineIndex index(entries(20'000));
    for (const int width : {300, 1000, 1900}) {
        const Layout layout = build(input(index, TimeScale::fit(withAir(*index.range()), width), width));
        for (const LaneFrame& frame : layout.lanes) {
            REQUIRE(frame.level == Level::Density);
            std::size_t sum = 0;
            for (const Bar& bar : layout.bars) sum += bar.lane == frame.lane ? bar.count : 0;
            sum += spanPositions(layout.spans, frame.lane).size();
            CHECK(sum == index.lane(frame.lane).start.size());
        }
    }
}

TEST_CASE("a single item a lane is seen at every zoom") {
    const TimelineIndex index = oneALane();
    for (TimeScale scale = TimeScale::fit({at("1990-01-01T00:00:00Z"), at("2050-01-01T00:00:00Z")}, 1000);
         scale.pxPerMs() < 0.05; scale = scale.zoomedAround(scale.toX(at("2024-04-25T19:14:00Z")), 2)) {
        const Layout layout = build(input(index, scale));
        REQUIRE(layout.marks.size() == kLanes);
        for (const Mark& mark : layout.marks) CHECK(mark.rect.width >= 8);
    }
}

TEST_CASE("bars are at least two pixels high and never leave their lane") {
    const TimelineIndex index(entries(20'000));
    for (const TimeScale& scale : zooms(index)) {
        const Layout layout = build(input(index, scale));
        for (const Bar& bar : layout.bars) {
            const LaneFrame& frame = *layout.frame(bar.lane);
            CHECK(bar.rect.height >= 2);
            CHECK(bar.rect.y >= frame.top);
            CHECK(bar.rect.y + bar.rect.height <= frame.top + frame.height);
        }
    }
}

TEST_CASE("marks of a lane do not touch, and a label never reaches the next mark, span or milestone") {
    const TimelineIndex index(entries(400), {{1, "Opslag om mig"}});
    const std::vector<Milestone> milestones{{at("2023-01-10T11:00:00Z"), "Tilhold 10. jan."}};
    for (const TimeScale& scale : zooms(index)) {
        LayoutInput in = input(index, scale);
        in.milestones = &milestones;
        const Layout layout = build(in);
        for (std::size_t i = 0; i + 1 < layout.marks.size(); ++i) {
            const Mark& a = layout.marks[i];
            const Mark& b = layout.marks[i + 1];
            if (a.lane == b.lane) CHECK(a.rect.x + a.rect.width < b.rect.x);
        }
        for (const Label& label : layout.labels) {
            const int end = label.rect.x + label.rect.width;
            CHECK(end <= in.width);
            for (const Flag& flag : layout.flags) CHECK((flag.x < label.rect.x || flag.x >= end));
            if (label.lane == Lane::Incident) continue; // theirs stand below the marks
            for (const Mark& mark : layout.marks)
                if (mark.lane == label.lane && mark.rect.x > label.rect.x) CHECK(mark.rect.x >= end);
        }
        CHECK(layout.labels.size() <= kMaxLabels);
    }
}

TEST_CASE("undated entries are on the shelf and never on the axis") {
    std::vector<Entry> given{{1, Lane::Chat, std::nullopt, 0, false},
                             {2, Lane::Chat, std::nullopt, 0, false},
                             {3, Lane::Sms, at("2024-04-25T19:14:00Z"), 0, false}};
    const TimelineIndex index(given);
    const Layout layout =
        build(input(index, TimeScale::fit({at("1969-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z")}, 1000)));
    CHECK(drawn(index, layout) == std::multiset<EntryRef>{{3, false}});
    CHECK(layout.frame(Lane::Chat)->undated == 2);
    CHECK(layout.frame(Lane::Chat)->inView == 0);
    CHECK(layout.frame(Lane::Sms)->undated == 0);
}

TEST_CASE("an imprecise time is a box over its whole possible span, a mark once that is too narrow") {
    const std::int64_t start = at("2024-04-25T22:00:00Z");
    const TimelineIndex index(
        std::vector<Entry>{{1, Lane::Photo, start, kDay, false}, {2, Lane::Photo, start, kDay, false}});
    const Layout near = build(input(index, TimeScale::fit({start - kDay, start + 4 * kDay}, 1000)));
    REQUIRE(near.spans.size() == 1);
    CHECK(near.spans[0].rect.x == 200);
    CHECK(near.spans[0].rect.width == 200);
    CHECK(near.spans[0].positions.size() == 2);
    CHECK(near.marks.empty());
    const Layout far = build(input(index, TimeScale::fit({start - 100 * kDay, start + 100 * kDay}, 1000)));
    CHECK(far.spans.empty());
    REQUIRE(far.marks.size() == 1);
    CHECK(far.marks[0].count == 2);
    // Also where it began before the view.
    CHECK(build(input(index, TimeScale::fit({start + kHour, start + 2 * kHour}, 1000))).spans.size() == 1);
}

TEST_CASE("a lane does not flicker between bars and marks") {
    CHECK(levelFor(160, 1000, Level::Marks) == Level::Marks);
    CHECK(levelFor(170, 1000, Level::Marks) == Level::Density);
    CHECK(levelFor(130, 1000, Level::Density) == Level::Density);
    CHECK(levelFor(120, 1000, Level::Density) == Level::Marks);
}

TEST_CASE("bars keep their counts while the view is panned") {
    const TimelineIndex index(entries(20'000));
    const TimeScale scale = TimeScale::fit({at("2023-01-03T00:00:00Z"), at("2023-01-20T00:00:00Z")}, 1000);
    const Layout before = build(input(index, scale));
    const Layout after = build(input(index, scale.movedBy(37)));
    for (const Bar& bar : before.bars)
        for (const Bar& other : after.bars)
            if (bar.lane == other.lane && bar.range.fromMs == other.range.fromMs)
                CHECK(bar.count == other.count);
}

TEST_CASE("words of another width change labels and nothing else") {
    const TimelineIndex index(entries(400), {{1, "Opslag om mig"}});
    LayoutInput wide = input(index, TimeScale::fit(*index.range(), 1000));
    LayoutInput narrow = wide;
    wide.labelWidth =
        wide.flagWidth = [](const std::string& text) { return static_cast<int>(text.size()) * 15; };
    const Layout a = build(wide);
    const Layout b = build(narrow);
    const auto rects = [](const auto& drawings) {
        std::vector<Rect> all;
        for (const auto& drawing : drawings) all.push_back(drawing.rect);
        return all;
    };
    CHECK(rects(a.bars) == rects(b.bars));
    CHECK(rects(a.marks) == rects(b.marks));
    CHECK(rects(a.spans) == rects(b.spans));
    CHECK(a.height == b.height);
}

TEST_CASE("flags never lie over each other; one without room for its words keeps its line") {
    const TimelineIndex index(entries(10));
    const std::int64_t ms = index.range()->fromMs;
    std::vector<Milestone> milestones;
    for (int i = 0; i < 12; ++i) milestones.push_back({ms + i * i * 5 * kDay, "Anmeldelse 3. marts"});
    LayoutInput in = input(index, TimeScale::fit(*index.range(), 1000));
    in.milestones = &milestones;
    const Layout layout = build(in);
    CHECK(layout.flags.size() == 12);
    int taken = -1;
    for (const Flag& flag : layout.flags) {
        if (flag.width == 0) continue;
        const int from = flag.left ? flag.x - flag.width : flag.x;
        CHECK(from >= taken);
        taken = from + flag.width;
        CHECK(taken <= 1000);
    }
}

TEST_CASE("with rows enough every milestone has its words, and no words lie over others or over a line") {
    const TimelineIndex index(entries(400));
    const TimeRange whole = *index.range();
    const std::int64_t step = (whole.toMs - whole.fromMs) / 100;
    const auto at = [&](int percent) { return whole.fromMs + percent * step; };
    const std::vector<Milestone> milestones{
        {at(7), "Klart nej 19. jan."},     {at(23), "Log p\u00e5begyndt 3. mar."},
        {at(29), "Anmeldelse 20. mar."},   {at(41), "Formaning 22. apr."},
        {at(49), "Tilhold 12. maj", true}, {at(62), "Blokeret eller skiftet nummer 16. jun."}};
    LayoutInput in = input(index, TimeScale::fit(whole, 760));
    in.milestones = &milestones;
    in.flagWidth = [](const std::string& text) { return static_cast<int>(text.size()) * 5; };
    in.metrics.flagRows = flagRowsNeeded(in, 3);
    CHECK(in.metrics.flagRows > 1); // one row has no room for them
    const Layout layout = build(in);
    REQUIRE(layout.flags.size() == milestones.size());
    const auto from = [](const Flag& flag) { return flag.left ? flag.x - flag.width : flag.x; };
    for (const Flag& flag : layout.flags) {
        CHECK(flag.width > 0);
        CHECK(flag.row < in.metrics.flagRows);
        for (const Flag& other : layout.flags) {
            if (other.x == flag.x) continue;
            if (other.row == flag.row)
                CHECK((from(other) + other.width <= from(flag) || from(flag) + flag.width <= from(other)));
            if (other.row < flag.row)
                CHECK((other.x <= from(flag) ||
                       other.x >= from(flag) + flag.width)); // its line comes down there
        }
    }
}

TEST_CASE("where not all flags have room, an order of the authorities keeps its words") {
    const TimelineIndex index(entries(400));
    const TimeRange whole = *index.range();
    const std::int64_t middle = (whole.fromMs + whole.toMs) / 2;
    std::vector<Milestone> milestones;
    for (int i = 0; i < 9; ++i) milestones.push_back({middle + i * 3'600'000, "Anmeldelse 3. marts", i == 8});
    LayoutInput in = input(index, TimeScale::fit(whole, 500));
    in.milestones = &milestones;
    const Layout layout = build(in);
    REQUIRE(layout.flags.size() == 9);
    for (const Flag& flag : layout.flags)
        if (milestones[flag.milestone].isOrder) CHECK(flag.width > 0);
}

TEST_CASE("a point finds what is drawn there, a bar in the whole height of its lane") {
    const TimelineIndex crowded(entries(20'000));
    const Layout bars = build(input(crowded, TimeScale::fit(*crowded.range(), 1000)));
    const Bar& bar = bars.bars.at(5); // the first may begin left of the view
    const Hit hit = hitTest(bars, bar.rect.x + bar.rect.width - 1, bars.frame(bar.lane)->top + 1);
    CHECK(hit.kind == HitKind::Bar);
    CHECK(entriesOf(crowded, bars, hit).size() == bar.count);

    const TimelineIndex index = oneALane();
    const Layout layout = build(input(index, TimeScale::fit(withAir(*index.range()), 1000)));
    for (const Mark& mark : layout.marks) {
        const Hit found = hitTest(layout, mark.rect.x + 4, mark.rect.y + 4);
        CHECK(found.kind == HitKind::Mark);
        CHECK(found.lane == mark.lane);
        CHECK(entriesOf(index, layout, findDrawn(layout, mark.lane, 0)) == entriesOf(index, layout, found));
    }
    CHECK(hitTest(layout, 10, 10).kind == HitKind::Lane);
    CHECK(hitTest(layout, 10, layout.height).kind == HitKind::None);
    CHECK(hitTest(layout, -1, 10).kind == HitKind::None);
}

TEST_CASE("an empty index gives lanes and a ruler, and nothing in them") {
    const TimelineIndex index;
    const Layout layout = build(input(index, TimeScale(1.7e12, 1e-6)));
    CHECK(layout.lanes.size() == kLanes);
    CHECK_FALSE(layout.ruler.lowerTicks.empty());
    CHECK(drawn(index, layout).empty());
}
