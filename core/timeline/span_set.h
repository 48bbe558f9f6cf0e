// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Spans of time sorted by start, which finds those that reach into a range without looking at the others.
// Not for points: those are found by their sorted start alone.

#include "core/timeline/entry.h"

#include <cstdint>
#include <vector>

namespace core::timeline {

struct TimeSpan {
    std::int64_t startMs = 0;
    std::int64_t endMs = 0;
    std::uint32_t position = 0; // in its lane
    bool lasting = false;
};

class SpanSet {
public:
    SpanSet() = default;
    explicit SpanSet(std::vector<TimeSpan> sortedByStart);

    // Those of at least `minLengthMs` that touch [fromMs, toMs), by start; at most `limit`.
    std::vector<TimeSpan> touching(TimeRange range, std::int64_t minLengthMs, std::size_t limit) const;
    const std::vector<TimeSpan>& all() const { return spans_; }

private:
    struct Node {
        std::int64_t maxEndMs;
        std::int64_t maxLengthMs;
    };
    std::vector<TimeSpan> spans_;
    std::vector<Node> tree_; // a heap of block maxima: node n covers its children 2n and 2n+1
    std::size_t leaves_ = 0;
};

} // namespace core::timeline
