// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// All entries of a case (or of a filter), lane by lane and sorted by time, so that a view is counted by
// binary search. Immutable: build it on a worker, share it as shared_ptr<const TimelineIndex>. No text but
// titles.

#include "core/timeline/entry.h"
#include "core/timeline/span_set.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace core::timeline {

using Position = std::uint32_t; // of a dated entry in its lane, from 0, by time

struct LaneColumn {
    std::vector<std::int64_t> start; // sorted, UTC ms
    std::vector<model::Id> id;
    std::vector<model::Id> undated; // in the order of the input
    std::vector<Position> byId;     // positions sorted by id
    SpanSet spans;                  // of the entries that have one

    Position size() const { return static_cast<Position>(start.size()); }
    // The first entry that starts at or after `ms`.
    Position at(std::int64_t ms) const;
};

class TimelineIndex {
public:
    TimelineIndex() = default;
    // `titles` are those of incidents, by id: the labels of the top lane.
    explicit TimelineIndex(std::span<const Entry> entries, std::map<model::Id, std::string> titles = {});

    const LaneColumn& lane(Lane lane) const { return lanes_[indexOf(lane)]; }
    std::size_t datedCount() const;
    std::size_t undatedCount() const;
    // From the first start to the last end; none where nothing is dated.
    std::optional<TimeRange> range() const { return range_; }

    struct Place {
        Lane lane;
        Position position;
    };
    // Where a dated entry stands; none for undated and unknown ones.
    std::optional<Place> find(const EntryRef& entry) const;
    EntryRef entryAt(Lane lane, Position position) const;
    // Empty for an incident without a title and for all items.
    const std::string& title(const EntryRef& entry) const;

private:
    std::array<LaneColumn, kLanes> lanes_;
    std::map<model::Id, std::string> titles_;
    std::optional<TimeRange> range_;
};

} // namespace core::timeline
