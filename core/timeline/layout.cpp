// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/layout.h"

#include "core/timeline/label_layout.h"
#include "core/timeline/lane_layout.h"

#include <algorithm>

namespace core::timeline {

namespace {

void layoutFrames(const LayoutInput& input, Layout& layout) {
    const TimeRange view = input.scale.range(input.width);
    for (const Lane lane : input.lanes) {
        const LaneColumn& column = input.index->lane(lane);
        LaneFrame frame;
        frame.lane = lane;
        frame.top = layout.height;
        frame.height = lane == Lane::Incident ? input.metrics.incidentHeight : input.metrics.laneHeight;
        frame.inView = column.at(view.toMs) - column.at(view.fromMs);
        frame.total = column.start.size() + column.undated.size();
        frame.undated = column.undated.size();
        frame.level = levelFor(frame.inView, input.width, input.previous[indexOf(lane)]);
        layout.height += frame.height;
        layout.inView += frame.inView;
        layout.lanes.push_back(frame);
    }
    if (!hasCards(layout.inView, input.previous)) return;
    for (LaneFrame& frame : layout.lanes)
        if (frame.lane != Lane::Incident && frame.level == Level::Marks &&
            frame.height >= input.metrics.cardLow + 2 * input.metrics.cardAir)
            frame.level = Level::Cards;
}

std::vector<EntryRef> entriesBetween(const TimelineIndex& index, const Layout& layout, Lane lane,
                                     Position first, Position last) {
    const std::vector<Position> drawnAsSpans = spanPositions(layout.spans, lane);
    std::vector<EntryRef> entries;
    for (Position p = first; p < last; ++p)
        if (!std::binary_search(drawnAsSpans.begin(), drawnAsSpans.end(), p))
            entries.push_back(index.entryAt(lane, p));
    return entries;
}

} // namespace

const LaneFrame* Layout::frame(Lane lane) const {
    for (const LaneFrame& frame : lanes)
        if (frame.lane == lane) return &frame;
    return nullptr;
}

Levels Layout::levels() const {
    Levels levels{};
    for (const LaneFrame& frame : lanes) levels[indexOf(frame.lane)] = frame.level;
    return levels;
}

Layout build(const LayoutInput& input) {
    Layout layout;
    layout.scale = input.scale;
    layout.width = input.width;
    layout.ruler = layoutRuler(input.scale, input.width, input.zone, input.metrics.tickLabel);
    layout.barStep = smallestStep(barSteps(), input.scale.pxPerMs(), input.metrics.barStep);
    layoutFrames(input, layout);
    layoutFlags(input, layout);
    std::vector<std::int64_t> edges;
    for (const LaneFrame& frame : layout.lanes) {
        layoutSpans(input, frame, layout.spans);
        if (frame.level != Level::Density) {
            layoutMarks(input, frame, layout.spans, layout.marks);
            continue;
        }
        if (edges.empty()) edges = barEdges(input, layout.barStep);
        layoutBars(input, frame, edges, layout.spans, layout.bars);
    }
    scaleBars(input, layout);
    layoutTitles(input, layout);
    layoutLabels(input, layout);
    layoutCards(input, layout);
    return layout;
}

std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Span& span) {
    std::vector<EntryRef> entries;
    for (const Position p : span.positions) entries.push_back(index.entryAt(span.lane, p));
    return entries;
}

std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Layout& layout, const Bar& bar) {
    return entriesBetween(index, layout, bar.lane, bar.first, bar.last);
}

std::vector<EntryRef> entriesOf(const TimelineIndex& index, const Layout& layout, const Mark& mark) {
    return entriesBetween(index, layout, mark.lane, mark.first, mark.last);
}

} // namespace core::timeline
