// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/hit_test.h"

#include <algorithm>

namespace core::timeline {

namespace {

template <typename Drawn, typename Test>
Hit firstOf(const std::vector<Drawn>& drawn, HitKind kind, Lane lane, const Test& test) {
    for (std::size_t i = 0; i < drawn.size(); ++i)
        if (drawn[i].lane == lane && test(drawn[i])) return {kind, lane, i};
    return {};
}

const LaneFrame* laneAt(const Layout& layout, int y) {
    for (const LaneFrame& frame : layout.lanes)
        if (y >= frame.top && y < frame.top + frame.height) return &frame;
    return nullptr;
}

} // namespace

Hit hitTest(const Layout& layout, int x, int y) {
    const LaneFrame* frame = laneAt(layout, y);
    if (frame == nullptr || x < 0 || x >= layout.width) return {};
    const Lane lane = frame->lane;
    const auto holds = [&](const auto& drawn) { return drawn.rect.contains(x, y); };
    const auto holdsX = [&](const Bar& bar) { return x >= bar.rect.x && x <= bar.rect.x + bar.rect.width; };
    for (const Hit& hit :
         {firstOf(layout.marks, HitKind::Mark, lane, holds), firstOf(layout.bars, HitKind::Bar, lane, holdsX),
          firstOf(layout.spans, HitKind::Span, lane, holds),
          firstOf(layout.cards, HitKind::Card, lane, holds),
          firstOf(layout.labels, HitKind::Label, lane, holds)})
        if (hit.kind != HitKind::None) return hit;
    return {HitKind::Lane, lane, 0};
}

std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Layout& layout, const Hit& hit) {
    switch (hit.kind) {
    case HitKind::Bar:
        return entriesOf(index, layout, layout.bars[hit.at]);
    case HitKind::Mark:
        return entriesOf(index, layout, layout.marks[hit.at]);
    case HitKind::Span:
        return entriesOf(index, layout.spans[hit.at]);
    case HitKind::Card:
        return {index.entryAt(hit.lane, layout.cards[hit.at].position)};
    case HitKind::Label:
        return {index.entryAt(hit.lane, layout.labels[hit.at].position)};
    case HitKind::None:
    case HitKind::Lane:
        break;
    }
    return {};
}

Hit findDrawn(const Layout& layout, Lane lane, Position position) {
    const auto among = [&](const auto& drawn) { return position >= drawn.first && position < drawn.last; };
    const auto listed = [&](const Span& span) {
        return std::find(span.positions.begin(), span.positions.end(), position) != span.positions.end();
    };
    if (const Card* card = cardOf(layout, lane, position))
        return {HitKind::Card, lane, static_cast<std::size_t>(card - layout.cards.data())};
    for (const Hit& hit :
         {firstOf(layout.spans, HitKind::Span, lane, listed),
          firstOf(layout.marks, HitKind::Mark, lane, among), firstOf(layout.bars, HitKind::Bar, lane, among)})
        if (hit.kind != HitKind::None) return hit;
    return {};
}

const Card* cardOf(const Layout& layout, Lane lane, Position position) {
    for (const Card& card : layout.cards)
        if (card.lane == lane && card.position == position) return &card;
    return nullptr;
}

Rect rectOf(const Layout& layout, const Hit& hit) {
    switch (hit.kind) {
    case HitKind::Bar:
        return layout.bars[hit.at].rect;
    case HitKind::Mark:
        return layout.marks[hit.at].rect;
    case HitKind::Span:
        return layout.spans[hit.at].rect;
    case HitKind::Card:
        return layout.cards[hit.at].whole;
    case HitKind::Label:
        return layout.labels[hit.at].rect;
    case HitKind::None:
    case HitKind::Lane:
        break;
    }
    return {};
}

} // namespace core::timeline
