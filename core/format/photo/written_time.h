// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Times as they are written in EXIF, XMP and PNG: a wall clock, how exact it is, and its offset if there is
// one. Not an instant yet: that needs a zone.

#include "core/base/civil.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace core::format::photo {

struct WrittenTime {
    base::CivilTime civil;
    base::Precision precision = base::Precision::Second;
    std::optional<std::int32_t> offsetSeconds; // as written
    bool isUtc = false;                        // known to be UTC though nothing says so
};

// "2023:05:14 21:30:45", and what cameras make of it: other signs between, no seconds, a fraction, an offset
// or Z behind. Also ISO 8601 down to a year. None for zeros, blanks and impossible dates.
std::optional<WrittenTime> parseWrittenTime(std::string_view text);

// "Sun, 14 May 2023 21:30:45 +0200" (RFC 1123), which PNG recommends.
std::optional<WrittenTime> parseMailTime(std::string_view text);

// "+02:00", "-0500", "Z".
std::optional<std::int32_t> parseOffset(std::string_view text);

// A clock that was never set: the first day of 1970, 1980 or 2000, or the last of 1969 and 1979.
bool isResetClock(const base::CivilTime& civil);

} // namespace core::format::photo
