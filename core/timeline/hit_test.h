// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What lies under a point of the layout. Not what to do about it: interaction.h and the control.

#include "core/timeline/layout.h"

namespace core::timeline {

enum class HitKind : std::uint8_t { None, Lane, Bar, Mark, Span, Card, Label };

struct Hit {
    HitKind kind = HitKind::None;
    Lane lane = Lane::Other;
    std::size_t at = 0; // in the layout's vector of that kind
    bool operator==(const Hit&) const = default;
};

// A bar is hit in the whole height of its lane: a bar of two pixels could not be pointed at otherwise. Marks
// win over spans, spans over cards and labels. None outside of all lanes.
Hit hitTest(const Layout& layout, int x, int y);

// The entries under it; empty for None and Lane.
std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Layout& layout, const Hit& hit);

// Where an entry is drawn in this layout: its card, bar, mark or span. None where it is out of view.
Hit findDrawn(const Layout& layout, Lane lane, Position position);
const Card* cardOf(const Layout& layout, Lane lane, Position position); // null: it has none
// Of a card together with the mark or span it belongs to.
Rect rectOf(const Layout& layout, const Hit& hit);

} // namespace core::timeline
