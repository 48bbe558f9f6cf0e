// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/cursor.h"

#include <algorithm>
#include <tuple>

namespace core::timeline {

namespace {

const LaneColumn& columnOf(const CursorContext& context, const Cursor& cursor) {
    return context.index.lane(cursor.lane);
}

std::int64_t timeOf(const CursorContext& context, const Cursor& cursor) {
    return columnOf(context, cursor).start.at(cursor.position);
}

Position nearest(const LaneColumn& column, std::int64_t ms) {
    const Position after = column.at(ms);
    if (after == column.size()) return after - 1;
    if (after == 0) return 0;
    return ms - column.start[after - 1] <= column.start[after] - ms ? after - 1 : after;
}

bool isDense(const CursorContext& context, Lane lane) {
    return context.levels[indexOf(lane)] == Level::Density;
}

// In density the cursor stands on the first entry of a bar.
Cursor onBar(const CursorContext& context, Cursor cursor) {
    if (!cursor.onShelf && isDense(context, cursor.lane)) cursor.position = reachOf(context, cursor).first;
    return cursor;
}

std::optional<Cursor> inLane(const CursorContext& context, const Cursor& from, Lane lane) {
    const LaneColumn& column = context.index.lane(lane);
    if (from.onShelf && !column.undated.empty()) return Cursor{lane, 0, true};
    if (column.start.empty()) {
        if (column.undated.empty()) return std::nullopt;
        return Cursor{lane, 0, true};
    }
    const Position position = from.onShelf ? 0 : nearest(column, timeOf(context, from));
    return onBar(context, {lane, position, false});
}

Cursor toLane(const CursorContext& context, const Cursor& cursor, int direction) {
    const auto here = std::find(context.lanes.begin(), context.lanes.end(), cursor.lane);
    if (here == context.lanes.end()) return cursor;
    for (auto i = (here - context.lanes.begin()) + direction; i >= 0 && i < std::ssize(context.lanes);
         i += direction)
        if (const auto found = inLane(context, cursor, context.lanes[static_cast<std::size_t>(i)]))
            return *found;
    return cursor;
}

// Entries at the same moment are told apart by lane and position, so that none is passed over.
using Order = std::tuple<std::int64_t, Lane, Position>;

Order orderOf(const CursorContext& context, const Cursor& cursor) {
    return {timeOf(context, cursor), cursor.lane, cursor.position};
}

} // namespace

CursorReach reachOf(const CursorContext& context, const Cursor& cursor) {
    const LaneColumn& column = columnOf(context, cursor);
    if (cursor.onShelf || column.start.empty()) return {};
    const std::int64_t ms = timeOf(context, cursor);
    if (!isDense(context, cursor.lane)) return {cursor.position, cursor.position + 1, {ms, ms + 1}, false};
    const TimeRange range{stepBegin(ms, context.barStep, context.zone),
                          stepNext(ms, context.barStep, context.zone)};
    return {column.at(range.fromMs), column.at(range.toMs), range, true};
}

Cursor left(const CursorContext& context, Cursor cursor) {
    if (cursor.onShelf) return cursor;
    const Position begin = reachOf(context, cursor).first;
    if (begin > 0) return onBar(context, {cursor.lane, begin - 1, false});
    if (!columnOf(context, cursor).undated.empty()) cursor.onShelf = true;
    return cursor;
}

Cursor right(const CursorContext& context, Cursor cursor) {
    const LaneColumn& column = columnOf(context, cursor);
    if (column.start.empty()) return cursor;
    if (cursor.onShelf) return onBar(context, {cursor.lane, 0, false});
    const Position end = reachOf(context, cursor).last;
    if (end < column.size()) cursor.position = end;
    return cursor;
}

Cursor up(const CursorContext& context, Cursor cursor) { return toLane(context, cursor, -1); }
Cursor down(const CursorContext& context, Cursor cursor) { return toLane(context, cursor, +1); }

Cursor next(const CursorContext& context, Cursor cursor) {
    if (cursor.onShelf) return right(context, cursor);
    const Order here = orderOf(context, cursor);
    std::optional<Cursor> best;
    for (const Lane lane : context.lanes) {
        const LaneColumn& column = context.index.lane(lane);
        Position p = lane == cursor.lane ? cursor.position + 1 : column.at(std::get<0>(here));
        while (p < column.size() && orderOf(context, {lane, p, false}) <= here) ++p;
        if (p == column.size()) continue;
        const Cursor candidate{lane, p, false};
        if (!best || orderOf(context, candidate) < orderOf(context, *best)) best = candidate;
    }
    return best.value_or(cursor);
}

Cursor previous(const CursorContext& context, Cursor cursor) {
    if (cursor.onShelf) return cursor;
    const Order here = orderOf(context, cursor);
    std::optional<Cursor> best;
    for (const Lane lane : context.lanes) {
        const LaneColumn& column = context.index.lane(lane);
        Position end = lane == cursor.lane ? cursor.position : column.at(std::get<0>(here) + 1);
        while (end > 0 && orderOf(context, {lane, end - 1, false}) >= here) --end;
        if (end == 0) continue;
        const Cursor candidate{lane, end - 1, false};
        if (!best || orderOf(context, candidate) > orderOf(context, *best)) best = candidate;
    }
    return best.value_or(cursor);
}

Cursor firstIn(const CursorContext& context, Cursor cursor, TimeRange range) {
    const LaneColumn& column = columnOf(context, cursor);
    const Position p = column.at(range.fromMs);
    if (p == column.size() || column.start[p] >= range.toMs) return cursor;
    return {cursor.lane, p, false}; // not the bar's first: that may lie left of the view
}

Cursor lastIn(const CursorContext& context, Cursor cursor, TimeRange range) {
    const LaneColumn& column = columnOf(context, cursor);
    const Position end = column.at(range.toMs);
    if (end == 0 || column.start[end - 1] < range.fromMs) return cursor;
    return onBar(context, {cursor.lane, end - 1, false});
}

Cursor first(const CursorContext& context, Cursor cursor) {
    if (columnOf(context, cursor).start.empty()) return cursor;
    return {cursor.lane, 0, false};
}

Cursor last(const CursorContext& context, Cursor cursor) {
    const LaneColumn& column = columnOf(context, cursor);
    if (column.start.empty()) return cursor;
    return onBar(context, {cursor.lane, column.size() - 1, false});
}

std::optional<Cursor> placed(const CursorContext& context, std::int64_t nearMs) {
    for (const Lane lane : context.lanes) {
        const LaneColumn& column = context.index.lane(lane);
        if (!column.start.empty()) return onBar(context, {lane, nearest(column, nearMs), false});
    }
    for (const Lane lane : context.lanes)
        if (!context.index.lane(lane).undated.empty()) return Cursor{lane, 0, true};
    return std::nullopt;
}

} // namespace core::timeline
