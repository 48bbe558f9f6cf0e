// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/time_scale.h"

#include <algorithm>
#include <cmath>

namespace core::timeline {

namespace {
constexpr double kMaxPxPerMs = 0.1;           // a second is 100 px
constexpr double kMinPxPerMs = 1.0 / 2.6e9;   // a month is a pixel
constexpr double kEarliestMs = -30'610'224e6; // the year 1000
constexpr double kLatestMs = 32'503'680e6;    // the year 3000
constexpr double kDrawableX = 32'000;
} // namespace

TimeRange withAir(TimeRange range) {
    const std::int64_t air = std::max<std::int64_t>((range.toMs - range.fromMs) / 50, 3'600'000);
    return {range.fromMs - air, range.toMs + air};
}

TimeScale::TimeScale(double originMs, double pxPerMs)
    : originMs_(std::clamp(originMs, kEarliestMs, kLatestMs)),
      pxPerMs_(std::clamp(pxPerMs, kMinPxPerMs, kMaxPxPerMs)) {}

TimeScale TimeScale::fit(TimeRange range, int width) {
    const double from = static_cast<double>(range.fromMs);
    const double to = static_cast<double>(std::max(range.toMs, range.fromMs + 1));
    const double px = std::max(width, 1);
    const double scale = std::clamp(px / (to - from), kMinPxPerMs, kMaxPxPerMs);
    const double middle = (from + to) / 2;
    return {middle - px / 2 / scale, scale};
}

int TimeScale::clampedX(std::int64_t ms) const {
    return static_cast<int>(std::lround(std::clamp(toX(ms), -kDrawableX, kDrawableX)));
}

TimeRange TimeScale::range(int width) const {
    return {static_cast<std::int64_t>(std::floor(originMs_)),
            static_cast<std::int64_t>(std::ceil(toMs(width)))};
}

TimeScale TimeScale::zoomedAround(double x, double factor) const {
    const double scale = std::clamp(pxPerMs_ * factor, kMinPxPerMs, kMaxPxPerMs);
    return {toMs(x) - x / scale, scale};
}

TimeScale TimeScale::movedBy(double px) const { return {originMs_ + px / pxPerMs_, pxPerMs_}; }

} // namespace core::timeline
