// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/civil.h"

#include <chrono>

namespace core::base {

namespace chr = std::chrono;

namespace {
chr::sys_days daysOf(const CivilTime& civil) {
    return chr::year{civil.year} / chr::month{static_cast<unsigned>(civil.month)} /
           chr::day{static_cast<unsigned>(civil.day)};
}
} // namespace

bool isValid(const CivilTime& c) {
    if (c.year < 1 || c.year > 9999 || c.month < 1 || c.month > 12 || c.day < 1) return false;
    if (c.day > daysInMonth(c.year, c.month)) return false;
    return c.hour >= 0 && c.hour <= 23 && c.minute >= 0 && c.minute <= 59 && c.second >= 0 &&
           c.second <= 60 && c.millisecond >= 0 && c.millisecond <= 999;
}

std::int64_t civilToMs(const CivilTime& c) {
    const std::int64_t days = daysOf(c).time_since_epoch().count();
    const int second = c.second == 60 ? 59 : c.second;
    return ((days * 24 + c.hour) * 60 + c.minute) * 60'000 + second * 1000 + c.millisecond;
}

CivilTime civilFromMs(std::int64_t ms) {
    const chr::sys_time<chr::milliseconds> time{chr::milliseconds{ms}};
    const auto day = chr::floor<chr::days>(time);
    const chr::year_month_day date{day};
    const chr::hh_mm_ss clock{time - day};
    return {static_cast<int>(date.year()),
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day())),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count()),
            static_cast<int>(clock.subseconds().count())};
}

int weekday(const CivilTime& civil) {
    return static_cast<int>(chr::weekday{daysOf(civil)}.iso_encoding()) - 1;
}

int daysInMonth(int year, int month) {
    const chr::year_month_day_last last{chr::year{year} / chr::month{static_cast<unsigned>(month)} /
                                        chr::last};
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

int isoWeek(const CivilTime& civil) {
    // The week belongs to the year that its Thursday lies in.
    const chr::sys_days thursday = daysOf(civil) + chr::days{3 - weekday(civil)};
    const chr::year_month_day date{thursday};
    const chr::sys_days january1 = date.year() / chr::January / 1;
    return static_cast<int>((thursday - january1).count() / 7) + 1;
}

} // namespace core::base
