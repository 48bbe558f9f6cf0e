// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One lane's share of the layout: bars, or marks, and spans. Used by build() alone.

#include "core/timeline/layout.h"

#include <vector>

namespace core::timeline {

// The edges of the bars of a view, from before its left end to after its right one.
std::vector<std::int64_t> barEdges(const LayoutInput& input, CalendarStep step);

// The level by the number in view, with its hysteresis.
Level levelFor(std::size_t inView, int width, Level previous);

// Whether so many entries in view can have cards; they do not come and go while the view is moved a little.
bool hasCards(std::size_t inView, const Levels& previous);

// Spans wide enough to be drawn as boxes; narrower ones are marks like any other.
void layoutSpans(const LayoutInput& input, const LaneFrame& frame, std::vector<Span>& spans);

// Heights are set by scaleBars, when all lanes are counted. Entries drawn as spans are not counted again.
void layoutBars(const LayoutInput& input, const LaneFrame& frame, const std::vector<std::int64_t>& edges,
                const std::vector<Span>& spans, std::vector<Bar>& bars);
void scaleBars(const LayoutInput& input, Layout& layout);

void layoutMarks(const LayoutInput& input, const LaneFrame& frame, const std::vector<Span>& spans,
                 std::vector<Mark>& marks);

// Positions of one lane's spans, sorted.
std::vector<Position> spanPositions(const std::vector<Span>& spans, Lane lane);

} // namespace core::timeline
