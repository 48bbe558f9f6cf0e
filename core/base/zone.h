// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Time zones by IANA name (data: ICU): offsets, and local times read into instants with their doubts kept.
// Not for display: date_format.h.

#include "core/base/civil.h"
#include "core/base/timestamp.h"

#include <string>

namespace core::base {

inline constexpr const char* kDefaultZone = "Europe/Copenhagen";

bool isKnownZone(const std::string& zone);

// Seconds east of UTC at that instant. UTC for an unknown zone. Cheap: zones are cached per thread.
int offsetSecondsAt(const std::string& zone, std::int64_t utcMs);

bool isSummerTime(const std::string& zone, std::int64_t utcMs);

// The local wall clock in `zone` at that instant.
CivilTime toLocal(std::int64_t utcMs, const std::string& zone);

// Reads a local wall-clock time in `zone`. An hour that came twice gives the first and basis LocalAmbiguous;
// an hour that never was is read one hour on, with basis LocalGap. `civil` must be valid.
Timestamp fromLocal(const CivilTime& civil, const std::string& zone, Precision precision);

// The instants at which the local day of `utcMs` begins and the next one begins.
struct DayRange {
    std::int64_t beginMs;
    std::int64_t endMs;
};
DayRange localDay(std::int64_t utcMs, const std::string& zone);

} // namespace core::base
