// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/lane_layout.h"

#include <algorithm>
#include <cmath>

namespace core::timeline {

namespace {

constexpr std::size_t kEnterDensityPx = 6; // px an entry: fewer, and the lane turns to bars
constexpr std::size_t kLeaveDensityPx = 8;
constexpr std::size_t kMaxBars = 8000;

int middleOf(const LaneFrame& frame, const Metrics& metrics) {
    // Incidents keep the lower part of their lane for labels.
    return frame.lane == Lane::Incident ? frame.top + metrics.laneHeight / 2 - 2
                                        : frame.top + frame.height / 2;
}

Position countBetween(const std::vector<Position>& sorted, Position first, Position last) {
    const auto from = std::lower_bound(sorted.begin(), sorted.end(), first);
    return static_cast<Position>(std::lower_bound(from, sorted.end(), last) - from);
}

int boxWidth(const Mark& mark, const Metrics& metrics) {
    if (mark.count == 1) return metrics.mark;
    int digits = 1;
    for (Position n = mark.count; n >= 10; n /= 10) ++digits;
    return metrics.boxMin + (digits - 1) * metrics.boxMin * 3 / 7;
}

struct OpenMark {
    double fromX, toX; // centres of its first and last entry
    Mark mark;
};

void setRect(OpenMark& open, int middle, const Metrics& metrics) {
    const int least = boxWidth(open.mark, metrics);
    const int reach = static_cast<int>(std::lround(open.toX - open.fromX)) + metrics.mark;
    const int width = open.mark.count == 1 ? metrics.mark : std::max(least, reach);
    const int height = open.mark.count == 1 ? metrics.mark : metrics.box;
    const int x = static_cast<int>(std::lround((open.fromX + open.toX - width) / 2));
    open.mark.rect = {x, middle - height / 2, width, height};
}

// Boxes that touch become one; a wider box may touch the one before it, so this runs back.
void joinTouching(std::vector<OpenMark>& open, int middle, const Metrics& metrics) {
    while (open.size() > 1) {
        const Mark& last = open.back().mark;
        const Mark& before = open[open.size() - 2].mark;
        if (before.rect.x + before.rect.width + 2 <= last.rect.x) return;
        OpenMark& into = open[open.size() - 2];
        into.toX = open.back().toX;
        into.mark.last = last.last;
        into.mark.count += last.count;
        open.pop_back();
        setRect(into, middle, metrics);
    }
}

// Into the box that is already there, if it looks the same.
void addSpan(Span span, std::vector<Span>& spans) {
    for (auto before = spans.rbegin(); before != spans.rend(); ++before) {
        if (before->lane != span.lane || before->rect.x != span.rect.x) break;
        if (before->rect == span.rect && before->lasting == span.lasting) {
            before->positions.push_back(span.positions.front());
            return;
        }
    }
    spans.push_back(std::move(span));
}

} // namespace

std::vector<std::int64_t> barEdges(const LayoutInput& input, CalendarStep step) {
    std::vector<std::int64_t> edges;
    const TimeRange view = input.scale.range(input.width);
    edges.push_back(stepBegin(view.fromMs, step, input.zone));
    while (edges.back() < view.toMs && edges.size() < kMaxBars)
        edges.push_back(stepNext(edges.back(), step, input.zone));
    return edges;
}

Level levelFor(std::size_t inView, int width, Level previous) {
    const std::size_t px = previous == Level::Density ? kLeaveDensityPx : kEnterDensityPx;
    return inView * px > static_cast<std::size_t>(std::max(width, 0)) ? Level::Density : Level::Marks;
}

bool hasCards(std::size_t inView, const Levels& previous) {
    const bool had = std::find(previous.begin(), previous.end(), Level::Cards) != previous.end();
    return inView <= kMostForCards + (had ? kMostForCards / 5 : 0);
}

void layoutSpans(const LayoutInput& input, const LaneFrame& frame, std::vector<Span>& spans) {
    const Metrics& m = input.metrics;
    const auto least = static_cast<std::int64_t>(m.boxMin / input.scale.pxPerMs());
    const TimeRange view = input.scale.range(input.width);
    const auto found = input.index->lane(frame.lane).spans.touching(view, least, kMaxSpans);
    // So many that they would be one grey area: bars say more.
    if (found.size() >= kMaxSpans) return;
    const int middle = middleOf(frame, m);
    for (const TimeSpan& span : found) {
        if (span.endMs - span.startMs < least) continue;
        const int from = std::max(input.scale.clampedX(span.startMs), -m.box);
        const int to = std::min(input.scale.clampedX(span.endMs), input.width + m.box);
        const Rect rect{from, middle - m.spanHeight / 2, std::max(to - from, 1), m.spanHeight};
        addSpan({rect, frame.lane, span.lasting, {span.position}}, spans);
    }
}

std::vector<Position> spanPositions(const std::vector<Span>& spans, Lane lane) {
    std::vector<Position> positions;
    for (const Span& span : spans)
        if (span.lane == lane)
            positions.insert(positions.end(), span.positions.begin(), span.positions.end());
    std::sort(positions.begin(), positions.end());
    return positions;
}

void layoutBars(const LayoutInput& input, const LaneFrame& frame, const std::vector<std::int64_t>& edges,
                const std::vector<Span>& spans, std::vector<Bar>& bars) {
    const LaneColumn& column = input.index->lane(frame.lane);
    const std::vector<Position> drawn = spanPositions(spans, frame.lane);
    Position first = column.at(edges.front());
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        const auto from = column.start.begin() + first;
        const auto to = std::lower_bound(from, column.start.end(), edges[i + 1]);
        const Position last = first + static_cast<Position>(to - from);
        const Position count = last - first - countBetween(drawn, first, last);
        if (count > 0) {
            const int x = input.scale.clampedX(edges[i]);
            const int width = std::max(input.scale.clampedX(edges[i + 1]) - x - 1, 1);
            bars.push_back({{x, 0, width, 0}, frame.lane, {edges[i], edges[i + 1]}, first, last, count});
        }
        first = last;
    }
}

void scaleBars(const LayoutInput& input, Layout& layout) {
    std::array<Position, kLanes> highest{};
    for (const Bar& bar : layout.bars) {
        highest[indexOf(bar.lane)] = std::max(highest[indexOf(bar.lane)], bar.count);
        layout.highestBar = std::max(layout.highestBar, bar.count);
    }
    const Metrics& m = input.metrics;
    for (Bar& bar : layout.bars) {
        const LaneFrame& frame = *layout.frame(bar.lane);
        const Position most = input.ownMaximum ? highest[indexOf(bar.lane)] : layout.highestBar;
        const double share = std::sqrt(static_cast<double>(bar.count) / static_cast<double>(most));
        const int room = std::min(m.barMax, frame.height - 2 * m.barBottom);
        bar.rect.height = std::max(static_cast<int>(std::lround(share * room)), m.barMin);
        bar.rect.y = frame.top + frame.height - m.barBottom - bar.rect.height;
    }
}

void layoutMarks(const LayoutInput& input, const LaneFrame& frame, const std::vector<Span>& spans,
                 std::vector<Mark>& marks) {
    const LaneColumn& column = input.index->lane(frame.lane);
    const std::vector<Position> drawn = spanPositions(spans, frame.lane);
    const Metrics& m = input.metrics;
    const int middle = middleOf(frame, m);
    // A little beyond the view, so that a box at its edge does not change while it is panned in.
    const double margin = 4.0 * m.box;
    const Position first = column.at(static_cast<std::int64_t>(input.scale.toMs(-margin)));
    const Position last = column.at(static_cast<std::int64_t>(input.scale.toMs(input.width + margin)));
    std::vector<OpenMark> open;
    for (Position p = first; p < last; ++p) {
        if (std::binary_search(drawn.begin(), drawn.end(), p)) continue;
        const double x = input.scale.toX(column.start[p]);
        open.push_back({x, x, {{}, frame.lane, p, p + 1, 1}});
        setRect(open.back(), middle, m);
        joinTouching(open, middle, m);
    }
    for (const OpenMark& mark : open)
        if (mark.mark.rect.x < input.width && mark.mark.rect.x + mark.mark.rect.width > 0)
            marks.push_back(mark.mark);
}

} // namespace core::timeline
