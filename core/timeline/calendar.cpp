// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/calendar.h"

#include <array>

namespace core::timeline {

namespace {

constexpr std::int64_t kHour = 3'600'000;
constexpr std::int64_t kDay = 24 * kHour;

constexpr std::array<std::int64_t, 7> kUnitMs{1000, 60'000, kHour, kDay, 7 * kDay, 30 * kDay, 365 * kDay};

constexpr std::array<CalendarStep, 12> kRulerSteps{{{Unit::Second, 1},
                                                    {Unit::Second, 10},
                                                    {Unit::Minute, 1},
                                                    {Unit::Minute, 10},
                                                    {Unit::Hour, 1},
                                                    {Unit::Hour, 6},
                                                    {Unit::Day, 1},
                                                    {Unit::Week, 1},
                                                    {Unit::Month, 1},
                                                    {Unit::Month, 3},
                                                    {Unit::Year, 1},
                                                    {Unit::Year, 10}}};

constexpr std::array<CalendarStep, 19> kBarSteps{{{Unit::Second, 1},
                                                  {Unit::Second, 5},
                                                  {Unit::Second, 15},
                                                  {Unit::Minute, 1},
                                                  {Unit::Minute, 2},
                                                  {Unit::Minute, 5},
                                                  {Unit::Minute, 15},
                                                  {Unit::Minute, 30},
                                                  {Unit::Hour, 1},
                                                  {Unit::Hour, 2},
                                                  {Unit::Hour, 6},
                                                  {Unit::Hour, 12},
                                                  {Unit::Day, 1},
                                                  {Unit::Day, 2},
                                                  {Unit::Week, 1},
                                                  {Unit::Week, 2},
                                                  {Unit::Month, 1},
                                                  {Unit::Month, 3},
                                                  {Unit::Year, 1}}};

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

bool isClockStep(CalendarStep step) {
    return step.unit < Unit::Hour || (step.unit == Unit::Hour && step.count == 1);
}

std::int64_t localMs(std::int64_t ms, const std::string& zone) {
    return ms + std::int64_t{1000} * base::offsetSecondsAt(zone, ms);
}

std::int64_t instantOf(std::int64_t wallMs, const std::string& zone) {
    return base::fromLocal(base::civilFromMs(wallMs), zone, base::Precision::Second).utcMs;
}

std::int64_t wallOfMonth(std::int64_t monthsSinceYear0) {
    base::CivilTime civil;
    civil.year = static_cast<int>(floorDiv(monthsSinceYear0, 12));
    civil.month = static_cast<int>(monthsSinceYear0 - std::int64_t{12} * civil.year) + 1;
    return base::civilToMs(civil);
}

// The wall-clock time at which the step holding `wallMs` begins, `ahead` steps on.
std::int64_t wallBegin(std::int64_t wallMs, CalendarStep step, std::int64_t ahead) {
    if (step.unit >= Unit::Month) {
        const base::CivilTime civil = base::civilFromMs(wallMs);
        const std::int64_t size = step.unit == Unit::Year ? 12LL * step.count : step.count;
        const std::int64_t month = 12LL * civil.year + civil.month - 1;
        return wallOfMonth((floorDiv(month, size) + ahead) * size);
    }
    const std::int64_t size = kUnitMs[static_cast<std::size_t>(step.unit)] * step.count;
    const std::int64_t shift = step.unit == Unit::Week ? 4 * kDay : 0; // 1970-01-05 was a Monday
    return (floorDiv(wallMs - shift, size) + ahead) * size + shift;
}

} // namespace

double nominalMs(CalendarStep step) {
    return static_cast<double>(kUnitMs[static_cast<std::size_t>(step.unit)]) * step.count;
}

std::int64_t stepBegin(std::int64_t ms, CalendarStep step, const std::string& zone) {
    const std::int64_t wall = localMs(ms, zone);
    const std::int64_t begin = wallBegin(wall, step, 0);
    if (isClockStep(step)) {
        // Within the hour the distance on the wall clock is the true one, also in the hour that comes twice.
        const std::int64_t instant = ms - (wall - begin);
        // But where the clock is changed by half an hour, a step of an hour becomes one of an hour and a
        // half.
        const bool cut = (localMs(instant, zone) - begin) % static_cast<std::int64_t>(nominalMs(step)) != 0;
        return cut ? stepBegin(instant, step, zone) : instant;
    }
    const std::int64_t instant = instantOf(begin, zone);
    return instant <= ms ? instant : ms;
}

std::int64_t stepNext(std::int64_t ms, CalendarStep step, const std::string& zone) {
    const std::int64_t wall = localMs(ms, zone);
    if (isClockStep(step)) {
        std::int64_t next = stepBegin(ms, step, zone) + static_cast<std::int64_t>(nominalMs(step));
        while (next <= ms || stepBegin(next, step, zone) != next)
            next += wallBegin(localMs(next, zone), step, 1) - localMs(next, zone);
        return next;
    }
    for (std::int64_t ahead = 1;; ++ahead) {
        // Around a change of the clock a step of some hours can come out empty: then the one after it.
        const std::int64_t next = instantOf(wallBegin(wall, step, ahead), zone);
        if (next > ms) return next;
    }
}

std::span<const CalendarStep> rulerSteps() { return kRulerSteps; }
std::span<const CalendarStep> barSteps() { return kBarSteps; }

CalendarStep smallestStep(std::span<const CalendarStep> steps, double pxPerMs, double minPx) {
    for (const CalendarStep step : steps)
        if (nominalMs(step) * pxPerMs >= minPx) return step;
    return steps.back();
}

} // namespace core::timeline
