// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Dates as mails write them: RFC 5322 with its obsolete forms, asctime, ISO 8601, and common mistakes.
// Not for dates that people type (core/base/date_format.h).

#include "core/base/civil.h"
#include "core/base/timestamp.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::mail {

enum class ZoneKind {
    Offset,  // +0200, CEST
    Utc,     // Z, GMT, UT
    Unknown, // -0000: UTC, the sender's zone not said (RFC 5322 3.3)
    None,    // nothing written, or a name nobody knows
};

struct MailDate {
    base::CivilTime civil;
    ZoneKind zone = ZoneKind::None;
    std::int32_t offsetSeconds = 0;
    bool hasTime = false;
    bool hasSeconds = false;
    bool startsWithWeekday = false;
    bool weekdayDisagrees = false; // a weekday that is written like a month is not that of the date
    std::string unknownZone;       // words that stand where a zone should, lower case
};

// None where day, month and year cannot be told for certain (01/02/2023), or are impossible.
std::optional<MailDate> parseMailDate(std::string_view text);

// Without a zone that is known the time is read in `zone` (IANA); empty means UTC.
base::Timestamp toTimestamp(const MailDate& date, const std::string& zone);

// The same whatever zone is assumed: for comparing two copies of one mail.
std::int64_t comparableMs(const MailDate& date);

} // namespace core::format::mail
