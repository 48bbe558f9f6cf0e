// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample.h"

#include <random>

namespace sample {

std::int64_t at(const char* rfc3339) { return core::base::parseRfc3339(rfc3339)->utcMs; }

std::vector<Entry> entries(std::size_t n, unsigned seed) {
    std::mt19937_64 random(seed);
    const std::int64_t begin = at("2023-01-01T00:00:00Z");
    std::vector<Entry> out;
    for (std::size_t i = 0; i < n; ++i) {
        Entry entry;
        entry.id = static_cast<std::int64_t>(i) + 1;
        entry.lane = kAllLanes[random() % kLanes];
        // Half of them in one month, so that lanes are crowded and empty in one view.
        const std::uint64_t reach = static_cast<std::uint64_t>((random() % 2 == 0 ? 730 : 30) * kDay);
        entry.startMs = begin + static_cast<std::int64_t>(random() % reach);
        if (entry.lane == Lane::Photo && i % 7 == 0) entry.spanMs = 7 * kDay;
        if (entry.lane == Lane::Chat && i % 10 == 0) entry.startMs.reset();
        out.push_back(entry);
    }
    return out;
}

LayoutInput input(const TimelineIndex& index, const TimeScale& scale, int width) {
    LayoutInput in;
    in.index = &index;
    in.lanes.assign(kAllLanes.begin(), kAllLanes.end());
    in.scale = scale;
    in.width = width;
    in.zone = kZone;
    in.labelWidth = in.flagWidth = [](const std::string& text) { return static_cast<int>(text.size()) * 7; };
    return in;
}

std::vector<TimeScale> zooms(const TimelineIndex& index, int width) {
    std::vector<TimeScale> all{TimeScale::fit(withAir(*index.range()), width)};
    while (all.back().pxPerMs() < 0.05) all.push_back(all.back().zoomedAround(width * 0.1, 1.9));
    return all;
}

} // namespace sample
