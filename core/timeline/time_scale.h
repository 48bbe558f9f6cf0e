// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Time to pixels and back: an origin in ms and pixels per ms, both double, so that years and seconds are
// equally sharp. Linear always; it knows no zones and no window.

#include "core/timeline/entry.h"

#include <cstdint>

namespace core::timeline {

// The range with a fiftieth of its length, and at least an hour, of air on both sides.
TimeRange withAir(TimeRange range);

class TimeScale {
public:
    TimeScale() = default;
    TimeScale(double originMs, double pxPerMs);

    // The range over the width; a range shorter than a second's worth is widened around its middle.
    static TimeScale fit(TimeRange range, int width);

    double originMs() const { return originMs_; }
    double pxPerMs() const { return pxPerMs_; }

    double toX(std::int64_t ms) const { return (static_cast<double>(ms) - originMs_) * pxPerMs_; }
    double toMs(double x) const { return originMs_ + x / pxPerMs_; }
    // A whole pixel within +-32000: toolkits draw wrongly far outside the window.
    int clampedX(std::int64_t ms) const;
    TimeRange range(int width) const; // from x = 0 to the width

    // The time under x stays there. Factor > 1 shows less. Stops at the limits of the zoom.
    TimeScale zoomedAround(double x, double factor) const;
    TimeScale movedBy(double px) const; // positive shows later times

    bool operator==(const TimeScale&) const = default;

private:
    double originMs_ = 0;
    double pxPerMs_ = 1e-6;
};

} // namespace core::timeline
