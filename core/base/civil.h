// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Calendar arithmetic in the proleptic Gregorian calendar, without zones.
// Not for local times: zone.h does those.

#include <cstdint>

namespace core::base {

inline constexpr std::int64_t kDayMs = 86'400'000;

struct CivilTime {
    int year = 1970;
    int month = 1; // 1 to 12
    int day = 1;   // 1 to 31
    int hour = 0;
    int minute = 0;
    int second = 0; // 60 is accepted where a source writes a leap second, and counts as 59
    int millisecond = 0;

    bool operator==(const CivilTime&) const = default;
};

// False for 30 February, hour 24, and years outside 1 to 9999.
bool isValid(const CivilTime& civil);

// Milliseconds since 1970 if `civil` were UTC. Undefined for an invalid civil time.
std::int64_t civilToMs(const CivilTime& civil);

CivilTime civilFromMs(std::int64_t ms);

// 0 = Monday ... 6 = Sunday.
int weekday(const CivilTime& civil);

int daysInMonth(int year, int month);

// ISO 8601 week number, 1 to 53.
int isoWeek(const CivilTime& civil);

} // namespace core::base
