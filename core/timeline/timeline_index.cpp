// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/timeline_index.h"

#include <algorithm>
#include <numeric>

namespace core::timeline {

namespace {

// Where the database gave them in order, nothing has to be moved.
void sortByTime(std::vector<Entry>& entries) {
    const auto earlier = [](const Entry& a, const Entry& b) {
        return a.startMs != b.startMs ? *a.startMs < *b.startMs : a.id < b.id;
    };
    if (!std::is_sorted(entries.begin(), entries.end(), earlier))
        std::sort(entries.begin(), entries.end(), earlier);
}

LaneColumn columnOf(std::vector<Entry> dated, std::vector<model::Id> undated) {
    sortByTime(dated);
    LaneColumn column;
    column.undated = std::move(undated);
    column.start.reserve(dated.size());
    column.id.reserve(dated.size());
    std::vector<TimeSpan> spans;
    for (const Entry& entry : dated) {
        if (entry.spanMs > 0)
            spans.push_back({*entry.startMs, *entry.startMs + entry.spanMs, column.size(), entry.lasting});
        column.start.push_back(*entry.startMs);
        column.id.push_back(entry.id);
    }
    column.spans = SpanSet(std::move(spans));
    column.byId.resize(dated.size());
    std::iota(column.byId.begin(), column.byId.end(), Position{0});
    std::sort(column.byId.begin(), column.byId.end(),
              [&](Position a, Position b) { return column.id[a] < column.id[b]; });
    return column;
}

std::optional<TimeRange> rangeOf(const std::array<LaneColumn, kLanes>& lanes) {
    std::optional<TimeRange> range;
    const auto include = [&](std::int64_t from, std::int64_t to) {
        if (!range) range = TimeRange{from, to};
        range->fromMs = std::min(range->fromMs, from);
        range->toMs = std::max(range->toMs, to);
    };
    for (const LaneColumn& lane : lanes) {
        if (!lane.start.empty()) include(lane.start.front(), lane.start.back() + 1);
        for (const TimeSpan& span : lane.spans.all()) include(span.startMs, span.endMs);
    }
    return range;
}

} // namespace

Position LaneColumn::at(std::int64_t ms) const {
    return static_cast<Position>(std::lower_bound(start.begin(), start.end(), ms) - start.begin());
}

TimelineIndex::TimelineIndex(std::span<const Entry> entries, std::map<model::Id, std::string> titles)
    : titles_(std::move(titles)) {
    std::array<std::vector<Entry>, kLanes> dated;
    std::array<std::vector<model::Id>, kLanes> undated;
    for (const Entry& entry : entries) {
        const std::size_t lane = indexOf(entry.lane);
        if (entry.startMs) {
            dated[lane].push_back(entry);
        } else {
            undated[lane].push_back(entry.id);
        }
    }
    for (std::size_t i = 0; i < kLanes; ++i) lanes_[i] = columnOf(std::move(dated[i]), std::move(undated[i]));
    range_ = rangeOf(lanes_);
}

std::size_t TimelineIndex::datedCount() const {
    std::size_t count = 0;
    for (const LaneColumn& lane : lanes_) count += lane.start.size();
    return count;
}

std::size_t TimelineIndex::undatedCount() const {
    std::size_t count = 0;
    for (const LaneColumn& lane : lanes_) count += lane.undated.size();
    return count;
}

std::optional<TimelineIndex::Place> TimelineIndex::find(const EntryRef& entry) const {
    for (const Lane which : kAllLanes) {
        if ((which == Lane::Incident) != entry.incident) continue;
        const LaneColumn& column = lane(which);
        const auto found = std::lower_bound(column.byId.begin(), column.byId.end(), entry.id,
                                            [&](Position p, model::Id id) { return column.id[p] < id; });
        if (found != column.byId.end() && column.id[*found] == entry.id) return Place{which, *found};
    }
    return std::nullopt;
}

EntryRef TimelineIndex::entryAt(Lane which, Position position) const {
    return {lane(which).id.at(position), which == Lane::Incident};
}

const std::string& TimelineIndex::title(const EntryRef& entry) const {
    static const std::string none;
    if (!entry.incident) return none;
    const auto found = titles_.find(entry.id);
    return found == titles_.end() ? none : found->second;
}

} // namespace core::timeline
