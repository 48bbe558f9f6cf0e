// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A point in time as evidence has it: the instant, how it was written, and how exact it is.
// Not a clock and not a calendar: zones are in zone.h, words in date_format.h.

#include <cstdint>
#include <optional>
#include <string>

namespace core::base {

// How much of the written time is known. The order is from exact to vague.
enum class Precision : std::uint8_t {
    Millisecond,
    Second,
    Minute,
    Hour,
    PartOfDay, // "in the afternoon"; the span is six hours from the instant
    Day,
    Week,
    Month,
    Year,
};

// What made the instant out of the written time.
enum class TimeBasis : std::uint8_t {
    Utc,            // written as UTC or as a count of seconds since 1970
    Offset,         // written with an offset
    LocalZone,      // a local time, read in `zone`
    LocalAmbiguous, // a local time that came twice (the hour when summer time ends); the first was taken
    LocalGap,       // a local time that never was (the hour when summer time begins); read one hour on
};

struct Timestamp {
    std::int64_t utcMs = 0; // milliseconds since 1970-01-01T00:00:00Z; start of the possible span
    std::optional<std::int32_t>
        offsetSeconds; // east of UTC, as written in the source; none if none was written
    std::string zone;  // IANA name, only where a local time was read in it
    Precision precision = Precision::Second;
    TimeBasis basis = TimeBasis::Utc;
    bool about = false; // "ca."

    bool operator==(const Timestamp&) const = default;
};

// The whole possible span in milliseconds: 0 for exact times, a day's true length (23 to 25 h) for a day in
// `zone`.
std::int64_t spanMs(const Timestamp& time, const std::string& zone);

// True where the hour of the day is known (so it may stand in a weekday-by-hour count).
bool hasClockTime(const Timestamp& time);

// "2025-05-03T20:04:17.250Z"; milliseconds only where they are not zero.
std::string toRfc3339(std::int64_t utcMs);

// Reads RFC 3339 / ISO 8601 with Z or an offset, seconds and fraction optional. None if it is anything else.
std::optional<Timestamp> parseRfc3339(std::string_view text);

} // namespace core::base
