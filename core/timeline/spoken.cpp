// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/spoken.h"

namespace core::timeline {

Spoken spokenOf(const CursorContext& context, const std::optional<Cursor>& cursor) {
    Spoken spoken;
    if (!cursor) return spoken;
    const LaneColumn& column = context.index.lane(cursor->lane);
    spoken.lane = cursor->lane;
    spoken.total = column.start.size();
    if (cursor->onShelf) {
        spoken.kind = SpokenKind::Shelf;
        spoken.count = column.undated.size();
        return spoken;
    }
    const CursorReach reach = reachOf(context, *cursor);
    spoken.entry = context.index.entryAt(cursor->lane, cursor->position);
    spoken.ordinal = cursor->position + std::size_t{1};
    spoken.count = reach.last - reach.first;
    spoken.range = reach.range;
    spoken.kind = reach.isBar ? SpokenKind::Bar : SpokenKind::Item;
    return spoken;
}

} // namespace core::timeline
