// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/ruler.h"

#include <algorithm>

namespace core::timeline {

namespace {

constexpr double kMinFinePx = 10;
constexpr double kMinDayPxForShade = 6;
constexpr std::size_t kMaxTicks = 4000; // more cannot be told apart in any window

CalendarStep upperOf(CalendarStep step) {
    switch (step.unit) {
    case Unit::Second:
        return {Unit::Minute, 1};
    case Unit::Minute:
    case Unit::Hour:
        return {Unit::Day, 1};
    case Unit::Day:
    case Unit::Week:
        return {Unit::Month, 1};
    case Unit::Month:
        return {Unit::Year, 1};
    case Unit::Year:
        break;
    }
    return step.count == 1 ? CalendarStep{Unit::Year, 10} : CalendarStep{Unit::Year, 100};
}

// The largest step below `step` whose ticks still stand apart and fall on its boundaries.
CalendarStep fineOf(CalendarStep step, double pxPerMs) {
    const auto steps = rulerSteps();
    const auto here = std::find(steps.begin(), steps.end(), step);
    const bool weeksDoNotFillMonths = step.unit == Unit::Month;
    for (auto below = steps.begin(); below != here; ++below) {
        if (weeksDoNotFillMonths && below->unit == Unit::Week) continue;
        if (nominalMs(*below) * pxPerMs >= kMinFinePx) return *below;
    }
    return step;
}

std::vector<Tick> ticksOf(const TimeScale& scale, int width, CalendarStep step, const std::string& zone) {
    std::vector<Tick> ticks;
    const TimeRange view = scale.range(width);
    std::int64_t ms = stepBegin(view.fromMs, step, zone);
    while (ms < view.toMs && ticks.size() < kMaxTicks) {
        const std::int64_t next = stepNext(ms, step, zone);
        const int x = scale.clampedX(ms);
        const int labelX = std::max(x, 0);
        ticks.push_back({x, std::min(scale.clampedX(next), width) - labelX, labelX, ms, next});
        ms = next;
    }
    return ticks;
}

std::vector<Shade> weekendsOf(const TimeScale& scale, int width, const std::string& zone) {
    std::vector<Shade> shades;
    if (nominalMs({Unit::Day, 1}) * scale.pxPerMs() < kMinDayPxForShade) return shades;
    const TimeRange view = scale.range(width);
    std::int64_t monday = stepBegin(view.fromMs, {Unit::Week, 1}, zone);
    while (monday < view.toMs && shades.size() < kMaxTicks) {
        const std::int64_t next = stepNext(monday, {Unit::Week, 1}, zone);
        const base::DayRange sunday = base::localDay(next - 1, zone);
        const base::DayRange saturday = base::localDay(sunday.beginMs - 1, zone);
        const int x = std::max(scale.clampedX(saturday.beginMs), 0);
        const int end = std::min(scale.clampedX(next), width);
        if (end > x) shades.push_back({x, end - x});
        monday = next;
    }
    return shades;
}

} // namespace

RulerLayout layoutRuler(const TimeScale& scale, int width, const std::string& zone, int minLabelPx) {
    RulerLayout ruler;
    ruler.step = smallestStep(rulerSteps(), scale.pxPerMs(), minLabelPx);
    ruler.upper = upperOf(ruler.step);
    ruler.fine = fineOf(ruler.step, scale.pxPerMs());
    ruler.lowerTicks = ticksOf(scale, width, ruler.step, zone);
    ruler.upperTicks = ticksOf(scale, width, ruler.upper, zone);
    if (ruler.fine != ruler.step)
        for (const Tick& tick : ticksOf(scale, width, ruler.fine, zone)) ruler.fineTicks.push_back(tick.x);
    ruler.weekends = weekendsOf(scale, width, zone);
    return ruler;
}

std::int64_t snapped(std::int64_t ms, CalendarStep step, const std::string& zone) {
    const std::int64_t begin = stepBegin(ms, step, zone);
    const std::int64_t next = stepNext(ms, step, zone);
    return ms - begin <= next - ms ? begin : next;
}

} // namespace core::timeline
