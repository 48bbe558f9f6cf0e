// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/time_axis.h"

#include "core/base/civil.h"
#include "core/base/zone.h"

#include <algorithm>

namespace core::query {

namespace {

constexpr std::int64_t kWeekMs = 7 * base::kDayMs;
constexpr std::int64_t kReachMs = 12 * kWeekMs; // a step this far from the contacts still widens the axis
constexpr std::size_t kMostWeeks = 60;

std::int64_t wallOf(std::int64_t utcMs, const std::string& zone) {
    return base::civilToMs(base::toLocal(utcMs, zone));
}

base::CivilTime midnightOf(std::int64_t wallMs) {
    base::CivilTime t = base::civilFromMs(wallMs);
    t.hour = t.minute = t.second = t.millisecond = 0;
    return t;
}

std::vector<std::int64_t> weeksFrom(std::int64_t first, std::int64_t last) {
    const base::CivilTime day = midnightOf(first);
    std::vector<std::int64_t> starts;
    for (std::int64_t at = base::civilToMs(day) - base::weekday(day) * base::kDayMs; at <= last;
         at += kWeekMs)
        starts.push_back(at);
    starts.push_back(starts.back() + kWeekMs);
    return starts;
}

std::vector<std::int64_t> monthsFrom(std::int64_t first, std::int64_t last) {
    base::CivilTime month = midnightOf(first);
    month.day = 1;
    std::vector<std::int64_t> starts{base::civilToMs(month)};
    while (starts.back() <= last) {
        month.year += month.month / 12;
        month.month = month.month % 12 + 1;
        starts.push_back(base::civilToMs(month));
    }
    return starts;
}

} // namespace

std::optional<double> TimeAxis::positionOf(std::int64_t utcMs) const {
    const std::int64_t at = wallOf(utcMs, zone);
    const auto next = std::upper_bound(starts.begin(), starts.end(), at);
    if (next == starts.begin() || next == starts.end()) return std::nullopt;
    const auto begin = std::prev(next);
    return static_cast<double>(begin - starts.begin()) +
           static_cast<double>(at - *begin) / static_cast<double>(*next - *begin);
}

TimeAxis timeAxis(std::int64_t firstMs, std::int64_t lastMs, const std::vector<model::Milestone>& milestones,
                  const std::string& zone, AxisUnit unit) {
    std::int64_t first = wallOf(firstMs, zone), last = wallOf(lastMs, zone);
    const std::int64_t earliest = first - kReachMs, latest = last + kReachMs;
    for (const model::Milestone& m : milestones) {
        const std::int64_t at = wallOf(m.time.utcMs, zone);
        if (at >= earliest) first = std::min(first, at);
        if (at <= latest) last = std::max(last, at);
    }
    TimeAxis axis;
    axis.zone = zone;
    axis.isMonthly =
        unit == AxisUnit::Month || (last - first) / kWeekMs > static_cast<std::int64_t>(kMostWeeks);
    if (!axis.isMonthly) axis.starts = weeksFrom(first, last);
    if (axis.starts.size() > kMostWeeks + 1) axis.isMonthly = true;
    if (axis.isMonthly) axis.starts = monthsFrom(first, last);
    return axis;
}

std::vector<Series> seriesOf(const std::vector<Dated>& points, const TimeAxis& axis) {
    std::vector<Series> all;
    for (const Dated& point : points) {
        const auto position = axis.positionOf(point.timeMs);
        if (!position) continue;
        auto it = std::find_if(all.begin(), all.end(), [&](const Series& s) { return s.key == point.key; });
        if (it == all.end()) {
            all.push_back({point.key, std::vector<int>(axis.periods(), 0), 0, point.timeMs, point.timeMs});
            it = std::prev(all.end());
        }
        ++it->counts[static_cast<std::size_t>(*position)];
        ++it->total;
        it->firstMs = std::min(it->firstMs, point.timeMs);
        it->lastMs = std::max(it->lastMs, point.timeMs);
    }
    return all;
}

} // namespace core::query
