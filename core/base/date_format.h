// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Dates, times, numbers in Danish and English, by our own rules and never by the C locale.
// Danish: 3. maj 2025, kl. 22.04, 1.240. English: 3 May 2025, 22:04, 1,240.

#include "core/base/catalog.h"
#include "core/base/civil.h"
#include "core/base/timestamp.h"

#include <string>

namespace core::base {

std::string formatCount(long long n, Language language);                // 1.240 / 1,240
std::string formatDecimal(double value, int digits, Language language); // 44,6 / 44.6
std::string formatBytes(std::uint64_t bytes, Language language);        // 3,2 MB (decimal units)

std::string monthName(int month, Language language);     // maj / May
std::string weekdayName(int weekday, Language language); // 0 = Monday: mandag / Monday

std::string formatClock(const CivilTime& t, Language language, bool seconds = false); // 22.04 / 22:04
std::string formatDateShort(const CivilTime& t,
                            Language language); // 3. maj 2025 / 3 May 2025 (month in 3 letters)
std::string formatDateLong(const CivilTime& t,
                           Language language); // lørdag den 3. maj 2025 / Saturday 3 May 2025
std::string formatDateTable(const CivilTime& t,
                            Language language); // 03.05.2025 / 03/05/2025 -> 2025-05-03 in English
std::string formatOffset(int seconds);          // +02:00
std::string formatZoneNote(const std::string& zone, std::int64_t utcMs,
                           Language language); // UTC+2 (sommertid)

// A time as a list shows it, in `zone`, no more exact than its precision: "3. maj 2025 22.04", "maj 2025",
// "ca. ...".
std::string formatTime(const Timestamp& time, const std::string& zone, Language language);

// Reads what a person types as a date: 3.5.2025, 03-05-2025, 3/5 2025, 2025-05-03, 3. maj 2025, 3 May 2025.
// Day before month always. None for anything else, for words such as "i går", and for impossible dates.
std::optional<CivilTime> parseDate(std::string_view text);
// 22.04, 22:04, 22:04:17, 2204. None for anything else.
std::optional<CivilTime> parseClock(std::string_view text);

} // namespace core::base
