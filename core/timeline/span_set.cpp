// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/span_set.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace core::timeline {

namespace {
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::min();
}

SpanSet::SpanSet(std::vector<TimeSpan> sortedByStart) : spans_(std::move(sortedByStart)) {
    leaves_ = std::bit_ceil(std::max<std::size_t>(spans_.size(), 1));
    tree_.assign(2 * leaves_, {kNever, kNever});
    for (std::size_t i = 0; i < spans_.size(); ++i)
        tree_[leaves_ + i] = {spans_[i].endMs, spans_[i].endMs - spans_[i].startMs};
    for (std::size_t n = leaves_ - 1; n > 0; --n) {
        const Node& a = tree_[2 * n];
        const Node& b = tree_[2 * n + 1];
        tree_[n] = {std::max(a.maxEndMs, b.maxEndMs), std::max(a.maxLengthMs, b.maxLengthMs)};
    }
}

std::vector<TimeSpan> SpanSet::touching(TimeRange range, std::int64_t minLengthMs, std::size_t limit) const {
    std::vector<TimeSpan> found;
    if (spans_.empty()) return found;
    const auto last =
        std::lower_bound(spans_.begin(), spans_.end(), range.toMs,
                         [](const TimeSpan& span, std::int64_t ms) { return span.startMs < ms; });
    const auto end = static_cast<std::size_t>(last - spans_.begin());

    struct Step {
        std::size_t node, first, width;
    };
    std::vector<Step> open{{1, 0, leaves_}}; // the left child is taken first, so results come by start
    while (!open.empty() && found.size() < limit) {
        const Step step = open.back();
        open.pop_back();
        const Node& node = tree_[step.node];
        if (step.first >= end || node.maxEndMs <= range.fromMs || node.maxLengthMs < minLengthMs) continue;
        if (step.width == 1) {
            found.push_back(spans_[step.first]);
            continue;
        }
        const std::size_t half = step.width / 2;
        open.push_back({2 * step.node + 1, step.first + half, half});
        open.push_back({2 * step.node, step.first, half});
    }
    return found;
}

} // namespace core::timeline
