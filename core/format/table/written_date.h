// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Dates, times and durations as people, spreadsheets and telephone companies write them in Danish, English
// and German. Not an instant yet: that needs a zone. A year is never guessed.

#include "core/base/civil.h"
#include "core/base/timestamp.h"
#include "core/format/reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::format::table {

struct WrittenDate {
    base::CivilTime civil; // first and second number of the date as day and month; see mayBeMonthFirst
    bool hasDate = false;
    bool hasTime = false;
    bool hasSeconds = false;
    bool isHourOnly = false;
    bool isAbout = false;                      // "ca."
    std::optional<std::int32_t> offsetSeconds; // written behind it
    bool isNumeric = false;                    // the day and the month are two numbers, the year last
    int first = 0, second = 0;

    bool mayBeDayFirst() const { return !isNumeric || (second >= 1 && second <= 12); }
    bool mayBeMonthFirst() const { return isNumeric && first >= 1 && first <= 12; }
    bool isOpen() const { return isNumeric && mayBeDayFirst() && mayBeMonthFirst() && first != second; }
    base::Precision precision() const;
    // False where the date is none in that order.
    bool settle(bool monthFirst);
};

// "14-05-2023", "14.05.23 kl. 21.30", "2023-05-14T21:30:45+02:00", "May 14, 2023 9:30 PM", "14. maj 2023",
// "21:30:45" alone, "man. 14/05/2023 21:30". None where anything is left over that is no part of it.
// `isClock`: of a column that holds no dates, where "10.11.12" is a time.
std::optional<WrittenDate> parseWrittenDate(std::string_view text, bool isClock = false);

// What the dates of a file tell of their order.
class DateOrderEvidence {
public:
    void add(const WrittenDate& date);
    bool isMonthFirst() const { return monthFirst_ > 0 && dayFirst_ == 0; }
    // Some date can be read in two ways, and no other one says which.
    bool isOpen() const { return open_ > 0 && (dayFirst_ > 0) == (monthFirst_ > 0); }

private:
    std::uint64_t dayFirst_ = 0, monthFirst_ = 0, open_ = 0;
};

struct WrittenDuration {
    std::int64_t seconds = 0;
    bool isDoubtful = false; // "01:23": minutes and seconds were taken
};

enum class DurationUnit { Seconds, Minutes };

// "00:01:23", "1:23", "83", "83 sek", "1 min 23 sek", "1 t 2 min", "1h 2m 3s", "1,5 min". A number alone is
// of `unit`.
std::optional<WrittenDuration> parseDuration(std::string_view text,
                                             DurationUnit unit = DurationUnit::Seconds);

} // namespace core::format::table
