// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen: the cursor, the selection and the time range; and saying so.
#include "ui/access/accessible.h"
#include "ui/timeline/timeline_impl.h"

#include <algorithm>

namespace ui::timeline {

using core::timeline::Cursor;
using core::timeline::Hit;
using core::timeline::Position;
using core::timeline::Rect;
using core::timeline::TimeRange;

void TimelineCtrl::Impl::setCursor(const Cursor& to, bool follow) {
    cursor = to;
    if (follow) followCursor();
    speak();
    owner.Refresh();
    if (owner.onCursor && !to.onShelf) owner.onCursor(shown().entryAt(to.lane, to.position));
}

// Near the edge the view moves on by a third; a far jump puts the cursor in the middle.
void TimelineCtrl::Impl::followCursor() {
    ensureLayout();
    if (!cursor) return;
    if (const auto* frame = layout.frame(cursor->lane)) {
        if (frame->top < scrollY) scrollLanes(frame->top - scrollY);
        const int below = frame->top + frame->height - scrollY - areas.lanes.height;
        if (below > 0) scrollLanes(below);
    }
    if (cursor->onShelf) return;
    const double x = scale.toX(shown().lane(cursor->lane).start[cursor->position]);
    const double width = axisWidth();
    const double margin = width / 20;
    if (x >= margin && x <= width - margin) return;
    if (x < -width || x > 2 * width) {
        setScale(scale.movedBy(x - width / 2));
    } else {
        setScale(scale.movedBy(x < margin ? x - width / 3 : x - width * 2 / 3));
    }
}

// After new data: where the cursor was in time, or the middle of the view.
void TimelineCtrl::Impl::placeCursor() {
    const auto kept = cursorEntry ? shown().find(*cursorEntry) : std::nullopt;
    if (kept) {
        cursor = Cursor{kept->lane, kept->position, false};
    } else {
        cursor = placed(context(), static_cast<std::int64_t>(scale.toMs(axisWidth() / 2.0)));
    }
    speak();
}

std::vector<TimelineCtrl::EntryRef> TimelineCtrl::Impl::cursorEntries() {
    std::vector<EntryRef> entries;
    if (!cursor) return entries;
    if (cursor->onShelf) {
        for (const auto id : shown().lane(cursor->lane).undated)
            entries.push_back({id, cursor->lane == core::timeline::Lane::Incident});
        return entries;
    }
    const auto reach = reachOf(context(), *cursor);
    for (Position p = reach.first; p < reach.last; ++p) entries.push_back(shown().entryAt(cursor->lane, p));
    return entries;
}

void TimelineCtrl::Impl::select(std::vector<EntryRef> entries, bool tell) {
    std::sort(entries.begin(), entries.end());
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    selection = std::move(entries);
    placeSelection();
    owner.Refresh();
    if (tell && owner.onSelect) owner.onSelect(selection);
}

void TimelineCtrl::Impl::toggle(const std::vector<EntryRef>& entries) {
    const auto isSelected = [&](const EntryRef& e) {
        return std::binary_search(selection.begin(), selection.end(), e);
    };
    std::vector<EntryRef> next = selection;
    if (std::all_of(entries.begin(), entries.end(), isSelected)) {
        for (const EntryRef& entry : entries)
            next.erase(std::remove(next.begin(), next.end(), entry), next.end());
    } else {
        next.insert(next.end(), entries.begin(), entries.end());
    }
    select(std::move(next), true);
}

// From the cursor to there, in the same lane; across lanes the two ends alone.
void TimelineCtrl::Impl::extendTo(const std::vector<EntryRef>& entries) {
    if (entries.empty()) return;
    std::vector<EntryRef> next = entries;
    const auto from = cursorEntry ? shown().find(*cursorEntry) : std::nullopt;
    const auto to = shown().find(entries.back());
    const auto start = shown().find(entries.front());
    if (from && to && start && from->lane == to->lane) {
        const Position first = std::min(from->position, start->position);
        const Position last = std::max(from->position, to->position);
        for (Position p = first; p <= last; ++p) next.push_back(shown().entryAt(to->lane, p));
    }
    next.insert(next.end(), selection.begin(), selection.end());
    select(std::move(next), true);
}

void TimelineCtrl::Impl::placeSelection() {
    for (auto& positions : selectedPositions) positions.clear();
    for (const EntryRef& entry : selection)
        if (const auto place = shown().find(entry))
            selectedPositions[core::timeline::indexOf(place->lane)].push_back(place->position);
    for (auto& positions : selectedPositions) std::sort(positions.begin(), positions.end());
}

std::vector<Rect> TimelineCtrl::Impl::selectedRects() const {
    std::vector<Rect> rects;
    if (selection.empty()) return rects;
    const auto anyIn = [&](core::timeline::Lane lane, Position first, Position last) {
        const auto& positions = selectedPositions[core::timeline::indexOf(lane)];
        const auto found = std::lower_bound(positions.begin(), positions.end(), first);
        return found != positions.end() && *found < last;
    };
    for (const auto& span : layout.spans)
        for (const Position p : span.positions)
            if (anyIn(span.lane, p, p + 1)) {
                const auto* card = cardOf(layout, span.lane, p);
                rects.push_back(card != nullptr ? card->whole : span.rect);
                break;
            }
    for (const auto& mark : layout.marks)
        if (anyIn(mark.lane, mark.first, mark.last)) {
            const auto* card = mark.count == 1 ? cardOf(layout, mark.lane, mark.first) : nullptr;
            rects.push_back(card != nullptr ? card->whole : mark.rect);
        }
    for (const auto& bar : layout.bars)
        if (anyIn(bar.lane, bar.first, bar.last)) rects.push_back(bar.rect);
    return rects;
}

std::optional<TimeRange> TimelineCtrl::Impl::rangeOfSelection() const {
    std::optional<TimeRange> reach;
    for (const core::timeline::Lane lane : core::timeline::kAllLanes) {
        const auto& positions = selectedPositions[core::timeline::indexOf(lane)];
        if (positions.empty()) continue;
        const auto& start = shown().lane(lane).start;
        const TimeRange own{start[positions.front()], start[positions.back()] + 1};
        if (!reach) reach = own;
        reach->fromMs = std::min(reach->fromMs, own.fromMs);
        reach->toMs = std::max(reach->toMs, own.toMs);
    }
    return reach;
}

void TimelineCtrl::Impl::setRange(std::optional<TimeRange> to, bool tell) {
    if (range == to) return;
    range = to;
    repaint();
    if (tell && owner.onRange) owner.onRange(range);
}

void TimelineCtrl::Impl::growRange(int direction) {
    ensureLayout();
    const auto step = layout.ruler.fine;
    if (!range) {
        if (!cursor || cursor->onShelf) return;
        const std::int64_t ms = shown().lane(cursor->lane).start[cursor->position];
        setRange(TimeRange{stepBegin(ms, step, tongue.zone), stepNext(ms, step, tongue.zone)}, true);
        return;
    }
    TimeRange grown = *range;
    if (direction > 0) {
        grown.toMs = stepNext(grown.toMs, step, tongue.zone);
    } else {
        grown.fromMs = stepBegin(grown.fromMs - 1, step, tongue.zone);
    }
    setRange(grown, true);
}

void TimelineCtrl::Impl::speak() {
    cursorEntry.reset();
    const auto said = spokenOf(context(), cursor);
    EntryText text;
    if (said.kind == core::timeline::SpokenKind::Item) text = texts.text(said.entry);
    if (cursor && !cursor->onShelf) cursorEntry = shown().entryAt(cursor->lane, cursor->position);
    spoken = ui::timeline::spokenText(said, text, tongue);
    access::setName(owner, spoken);
}

} // namespace ui::timeline
