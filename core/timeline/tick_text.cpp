// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the ruler; declared in ruler.h.
#include "core/timeline/ruler.h"

namespace core::timeline {

namespace {

bool danish(base::Language language) { return language == base::Language::Danish; }

// Three letters; in UTF-8 a letter such as ø is two bytes.
std::string shortWeekday(const base::CivilTime& t, base::Language language) {
    const std::string name = base::weekdayName(base::weekday(t), language);
    std::size_t bytes = 0;
    for (int letters = 0; letters < 3; ++letters)
        bytes += (static_cast<unsigned char>(name[bytes]) & 0x80U) != 0 ? 2 : 1;
    return name.substr(0, bytes);
}

std::string quarter(const base::CivilTime& t, base::Language language) {
    const std::string n = std::to_string((t.month - 1) / 3 + 1);
    return danish(language) ? n + ". kvartal" : "Q" + n;
}

std::string yearSpan(int year, int count) {
    return count == 1 ? std::to_string(year)
                      : std::to_string(year) + "\u2013" + std::to_string(year + count - 1);
}

} // namespace

std::string tickText(std::int64_t ms, CalendarStep step, bool upperRow, const std::string& zone,
                     base::Language language) {
    const base::CivilTime t = base::toLocal(ms, zone);
    switch (step.unit) {
    case Unit::Second:
        return base::formatClock(t, language, true);
    case Unit::Minute:
        return upperRow ? base::formatDateShort(t, language) + " " + base::formatClock(t, language)
                        : base::formatClock(t, language);
    case Unit::Hour:
        return base::formatClock(t, language);
    case Unit::Day:
        if (upperRow) return base::formatDateLong(t, language);
        return shortWeekday(t, language) + " " + std::to_string(t.day) + (danish(language) ? "." : "");
    case Unit::Week:
        return (danish(language) ? "uge " : "week ") + std::to_string(base::isoWeek(t));
    case Unit::Month:
        if (step.count == 3) return quarter(t, language);
        return base::monthName(t.month, language) + (upperRow ? " " + std::to_string(t.year) : "");
    case Unit::Year:
        break;
    }
    return yearSpan(t.year, step.count);
}

} // namespace core::timeline
