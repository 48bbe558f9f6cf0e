// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/hit_test.h"
#include "core/timeline/lane_layout.h"
#include "sample.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sample;

namespace {

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width;
}

// At that many pixels of the axis, in one lane, a second a pixel.
TimelineIndex marksAt(Lane lane, const std::vector<int>& pixels) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < pixels.size(); ++i)
        entries.push_back({static_cast<std::int64_t>(i) + 1, lane,
                           at("2024-04-25T19:00:00Z") + pixels[i] * 1000, 0, false});
    return TimelineIndex(entries);
}
TimeScale aSecondAPixel() { return TimeScale(static_cast<double>(at("2024-04-25T19:00:00Z")), 0.001); }

// What a card stands beside: the mark or the span of its entry.
Rect besideOf(const Layout& layout, const Card& card) {
    for (const Mark& mark : layout.marks)
        if (mark.lane == card.lane && mark.first == card.position) return mark.rect;
    for (const Span& span : layout.spans)
        if (span.lane == card.lane && span.positions.front() == card.position) return span.rect;
    return {};
}

void checkCard(const Layout& layout, const Card& card) {
    const LaneFrame& frame = *layout.frame(card.lane);
    CHECK(card.rect.x >= 0);
    CHECK(card.rect.x + card.rect.width <= layout.width);
    CHECK(card.rect.y > frame.top);
    CHECK(card.rect.y + card.rect.height < frame.top + frame.height);
    for (const Mark& mark : layout.marks) CHECK_FALSE(overlap(card.rect, mark.rect));
    for (const Span& span : layout.spans) CHECK_FALSE(overlap(card.rect, span.rect));
    for (const Flag& flag : layout.flags)
        CHECK((flag.x < card.rect.x || flag.x >= card.rect.x + card.rect.width));
    for (const Card& other : layout.cards)
        if (&other != &card) CHECK_FALSE(overlap(card.rect, other.rect));
    const Rect beside = besideOf(layout, card);
    REQUIRE(beside.width > 0);
    CHECK(holds(card.whole, beside));
    CHECK(holds(card.whole, card.rect));
    CHECK(card.stemX == (card.left ? card.rect.x + card.rect.width : beside.x + beside.width));
    CHECK(card.stemX + card.stemWidth == (card.left ? beside.x : card.rect.x));
    CHECK(card.pictureWidth <= card.rect.width);
}

} // namespace

TEST_CASE("cards lie over no mark, span, milestone or other card, at every zoom and height of lanes") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U);
    const std::size_t n = GENERATE(12U, 60U, 300U);
    const TimelineIndex index(entries(n, seed), {{1, "Opslag om mig"}});
    const std::vector<Milestone> milestones{{at("2023-01-10T11:00:00Z"), "Tilhold 10. jan."}};
    std::size_t cards = 0;
    for (const int height : {40, 64, 80})
        for (const TimeScale& scale : zooms(index)) {
            LayoutInput in = input(index, scale);
            in.milestones = &milestones;
            in.metrics.laneHeight = height;
            const Layout layout = build(in);
            CHECK((layout.cards.empty() || layout.inView <= kMostForCards));
            for (const Card& card : layout.cards) checkCard(layout, card);
            cards += layout.cards.size();
        }
    CHECK(cards > 10);
}

TEST_CASE("cards come with forty entries in view, of all lanes together, and do not flicker") {
    std::vector<int> far(40);
    for (std::size_t i = 0; i < far.size(); ++i) far[i] = 10 + static_cast<int>(i) * 24;
    const Layout few = build(input(marksAt(Lane::Sms, far), aSecondAPixel()));
    CHECK(few.frame(Lane::Sms)->level == Level::Cards);
    far.push_back(980);
    const TimelineIndex index = marksAt(Lane::Sms, far);
    CHECK(build(input(index, aSecondAPixel())).frame(Lane::Sms)->level == Level::Marks);
    LayoutInput again = input(index, aSecondAPixel());
    again.previous = few.levels();
    CHECK(build(again).frame(Lane::Sms)->level == Level::Cards);
    CHECK(hasCards(48, few.levels()));
    CHECK_FALSE(hasCards(49, few.levels()));
}

TEST_CASE("where lanes are too low for two lines there are labels in place of cards") {
    const TimelineIndex index = marksAt(Lane::Sms, {100, 500});
    LayoutInput in = input(index, aSecondAPixel());
    CHECK(build(in).cards.size() == 2);
    CHECK(build(in).labels.empty());
    in.metrics.cardLow = in.metrics.laneHeight;
    CHECK(build(in).cards.empty());
    CHECK(build(in).labels.size() == 2);
}

TEST_CASE("a card stands right of its mark, left where only there is room, and nowhere where neither is") {
    const TimelineIndex index = marksAt(Lane::Sms, {300, 700, 740, 780, 960});
    const Layout layout = build(input(index, aSecondAPixel()));
    const auto card = [&](Position p) { return cardOf(layout, Lane::Sms, p); };
    REQUIRE(card(0));
    CHECK_FALSE(card(0)->left);
    CHECK(card(0)->rect.x == 312);
    CHECK(card(0)->rect.width == 210);
    REQUIRE(card(1)); // 40 px to the next one
    CHECK(card(1)->left);
    CHECK(card(1)->rect.x + card(1)->rect.width == 688);
    CHECK_FALSE(card(2));
    REQUIRE(card(3));
    CHECK_FALSE(card(3)->left);
    CHECK_FALSE(card(4)); // beside the end of the view, and the card before it has the room
    CHECK(layout.marks.size() == 5);
}

TEST_CASE("a card gives up what it can spare where the next one has no room otherwise") {
    const Layout photos = build(input(marksAt(Lane::Photo, {100, 250, 270}), aSecondAPixel()));
    REQUIRE(photos.cards.size() == 3);
    CHECK(photos.cards[0].rect.width == 48); // the picture alone
    CHECK(photos.cards[1].left);
    const Layout words = build(input(marksAt(Lane::Sms, {100, 320, 340}), aSecondAPixel()));
    REQUIRE(words.cards.size() == 3);
    CHECK(words.cards[0].rect.width >= 90);
    CHECK(words.cards[0].rect.width < 110);
    CHECK(words.cards[1].left);
    CHECK(build(input(marksAt(Lane::Sms, {100, 290, 310}), aSecondAPixel())).cards[0].rect.width > 150);
}

TEST_CASE("a photo's card has room for its picture, which stands alone where there is no more") {
    const TimelineIndex index = marksAt(Lane::Photo, {100, 170, 500});
    const Layout layout = build(input(index, aSecondAPixel()));
    REQUIRE(layout.cards.size() == 3);
    for (const Card& card : layout.cards) CHECK(card.pictureWidth == 48); // 36 px high
    CHECK(layout.cards[0].rect.width == 48);
    CHECK(layout.cards[1].rect.width == 48 + 120);
    CHECK(build(input(marksAt(Lane::Sms, {100, 500}), aSecondAPixel())).cards[0].pictureWidth == 0);
}

TEST_CASE("incidents keep their titles and have no cards, joined marks none either") {
    const Layout incidents = build(input(marksAt(Lane::Incident, {100, 500}), aSecondAPixel()));
    CHECK(incidents.cards.empty());
    const Layout joined = build(input(marksAt(Lane::Sms, {100, 102, 104}), aSecondAPixel()));
    REQUIRE(joined.marks.size() == 1);
    CHECK(joined.cards.empty());
}

TEST_CASE("a point on a card finds its entry, and the entry is found as its card with its mark") {
    const TimelineIndex index = marksAt(Lane::Email, {100, 500});
    const Layout layout = build(input(index, aSecondAPixel()));
    const Card& card = layout.cards.at(1);
    const Hit hit = hitTest(layout, card.rect.x + 20, card.rect.y + 3);
    CHECK(hit == Hit{HitKind::Card, Lane::Email, 1});
    CHECK(entriesOf(index, layout, hit) == std::vector<EntryRef>{{2, false}});
    CHECK(findDrawn(layout, Lane::Email, 1) == hit);
    CHECK(rectOf(layout, hit).x == layout.marks[1].rect.x);
    CHECK(hitTest(layout, 500, layout.marks[1].rect.y + 2).kind == HitKind::Mark);
}
