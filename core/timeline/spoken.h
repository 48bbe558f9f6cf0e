// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is to be said of the cursor, as data. The words are put together by the window, in its language.

#include "core/timeline/cursor.h"

namespace core::timeline {

enum class SpokenKind : std::uint8_t { Nothing, Item, Bar, Shelf };

struct Spoken {
    SpokenKind kind = SpokenKind::Nothing;
    Lane lane = Lane::Other;
    std::size_t ordinal = 0; // "item 12 of 812", from 1, among the dated ones of the lane
    std::size_t total = 0;
    std::size_t count = 0; // of the bar or the shelf
    TimeRange range;       // of the bar
    EntryRef entry;        // the item, or the first of the bar
};

Spoken spokenOf(const CursorContext& context, const std::optional<Cursor>& cursor);

} // namespace core::timeline
