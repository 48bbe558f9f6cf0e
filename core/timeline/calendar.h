// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Steps of the calendar in a zone ("10 minutes", "1 day", "3 months"): where one begins and where the next
// does. A day is as long as the zone makes it. Not for reading or writing dates.

#include "core/base/zone.h"

#include <cstdint>
#include <span>
#include <string>

namespace core::timeline {

enum class Unit : std::uint8_t { Second, Minute, Hour, Day, Week, Month, Year };

struct CalendarStep {
    Unit unit = Unit::Day;
    int count = 1;
    bool operator==(const CalendarStep&) const = default;
};

// The usual length, for choosing a step; real ones differ.
double nominalMs(CalendarStep step);

// The beginning of the step that holds `ms`, and of the one after it (always later than `ms`).
std::int64_t stepBegin(std::int64_t ms, CalendarStep step, const std::string& zone);
std::int64_t stepNext(std::int64_t ms, CalendarStep step, const std::string& zone);

// The smallest step of the ruler, or of the bars, that is at least `minPx` wide; the largest if none is.
std::span<const CalendarStep> rulerSteps();
std::span<const CalendarStep> barSteps();
CalendarStep smallestStep(std::span<const CalendarStep> steps, double pxPerMs, double minPx);

} // namespace core::timeline
