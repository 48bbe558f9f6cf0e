// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The keyboard cursor: always on an entry, or on the shelf of a lane's undated ones, and moved by item or,
// where the lane is dense, by bar. It knows no keys; the view follows it elsewhere.

#include "core/timeline/layout.h"

#include <optional>

namespace core::timeline {

struct Cursor {
    Lane lane = Lane::Other;
    Position position = 0; // in density: the first entry of the bar that is meant
    bool onShelf = false;
    bool operator==(const Cursor&) const = default;
};

// What the moves need to know of the view.
struct CursorContext {
    const TimelineIndex& index;
    const std::vector<Lane>& lanes; // shown, from top to bottom
    Levels levels;
    CalendarStep barStep;
    const std::string& zone;
};

// Each gives the cursor back unchanged where there is nothing further.
Cursor left(const CursorContext& context, Cursor cursor);
Cursor right(const CursorContext& context, Cursor cursor);
Cursor up(const CursorContext& context, Cursor cursor); // the nearest in time of the lane above that has any
Cursor down(const CursorContext& context, Cursor cursor);
Cursor next(const CursorContext& context, Cursor cursor); // by time, in any lane, item by item
Cursor previous(const CursorContext& context, Cursor cursor);

// The first and last of the cursor's lane within the range; unchanged where it has none there.
Cursor firstIn(const CursorContext& context, Cursor cursor, TimeRange range);
Cursor lastIn(const CursorContext& context, Cursor cursor, TimeRange range);
Cursor first(const CursorContext& context,
             Cursor cursor); // of the case, in its lane; the shelf where it is all
Cursor last(const CursorContext& context, Cursor cursor);

// A cursor for a view that had none, or whose entry is gone: nearest to the time, from the top lane down.
std::optional<Cursor> placed(const CursorContext& context, std::int64_t nearMs);

// The span of entries that the cursor means: its bar's in density, else one.
struct CursorReach {
    Position first = 0, last = 0; // [first, last)
    TimeRange range;              // of the bar; of the moment for an item
    bool isBar = false;
};
CursorReach reachOf(const CursorContext& context, const Cursor& cursor);

} // namespace core::timeline
