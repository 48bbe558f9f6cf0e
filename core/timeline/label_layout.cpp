// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/label_layout.h"

#include <algorithm>
#include <limits>

namespace core::timeline {

namespace {

constexpr int kFar = std::numeric_limits<int>::max() / 2;

struct Titled {
    int x;
    Position position;
};

// Incidents that stand alone, as a mark or as a span, from left to right.
std::vector<Titled> titledIncidents(const Layout& layout) {
    std::vector<Titled> out;
    for (const Mark& mark : layout.marks)
        if (mark.lane == Lane::Incident && mark.count == 1 && mark.rect.x >= 0)
            out.push_back({mark.rect.x + mark.rect.width / 2, mark.first});
    for (const Span& span : layout.spans)
        if (span.lane == Lane::Incident && span.positions.size() == 1)
            out.push_back({std::max(span.rect.x, 0), span.positions.front()});
    std::sort(out.begin(), out.end(), [](const Titled& a, const Titled& b) { return a.x < b.x; });
    return out;
}

} // namespace

int nextLine(const Layout& layout, int x) {
    int next = kFar;
    for (const Flag& flag : layout.flags)
        if (flag.x > x) next = std::min(next, flag.x);
    return next;
}

void layoutTitles(const LayoutInput& input, Layout& layout) {
    const LaneFrame* frame = layout.frame(Lane::Incident);
    if (frame == nullptr) return;
    const Metrics& m = input.metrics;
    const int top = frame->top + m.laneHeight / 2 - 2 + m.spanHeight / 2;
    int taken = -kFar;
    for (const Titled& entry : titledIncidents(layout)) {
        if (layout.labels.size() >= kMaxLabels) return;
        const std::string& text =
            input.index->title({input.index->lane(Lane::Incident).id[entry.position], true});
        if (text.empty() || entry.x < taken) continue;
        const int x = entry.x + m.labelGap;
        const int width = input.labelWidth(text);
        const int end = x + width;
        if (end > input.width || end >= nextLine(layout, entry.x)) continue;
        layout.labels.push_back({{x, top, width, frame->top + frame->height - top},
                                 Lane::Incident,
                                 entry.position,
                                 entry.x,
                                 text});
        taken = end + 2 * m.labelGap;
    }
}

void layoutLabels(const LayoutInput& input, Layout& layout) {
    const Metrics& m = input.metrics;
    for (std::size_t i = 0; i < layout.marks.size() && layout.labels.size() < kMaxLabels; ++i) {
        const Mark& mark = layout.marks[i];
        if (mark.count != 1 || mark.lane == Lane::Incident || mark.rect.x < 0) continue;
        const bool followed = i + 1 < layout.marks.size() && layout.marks[i + 1].lane == mark.lane;
        int right = followed ? layout.marks[i + 1].rect.x : input.width;
        const int end = mark.rect.x + mark.rect.width;
        for (const Span& span : layout.spans)
            if (span.lane == mark.lane && span.rect.x + span.rect.width > end)
                right = std::min(right, std::max(span.rect.x, end));
        right = std::min(right, nextLine(layout, mark.rect.x));
        if (right - end < m.labelRoom) continue;
        const LaneFrame& frame = *layout.frame(mark.lane);
        if (frame.level == Level::Cards) continue;
        layout.labels.push_back({{end + m.labelGap, frame.top, right - end - 2 * m.labelGap, frame.height},
                                 mark.lane,
                                 mark.first,
                                 -1,
                                 {}});
    }
}

} // namespace core::timeline
