// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/phrases.h"

#include "core/base/zone.h"

#include <array>

namespace core::report {

namespace {
const std::string kNbsp = "\u00a0";
const std::string kDash = "–";
} // namespace

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string capitalized(std::string text) {
    if (text.empty()) return text;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'a' && first <= 'z') {
        text[0] = static_cast<char>(first - 'a' + 'A');
    } else if (first == 0xC3 && text.size() > 1) {
        const auto second = static_cast<unsigned char>(text[1]);
        if (second >= 0xA0 && second != 0xB7) text[1] = static_cast<char>(second - 0x20);
    }
    return text;
}

std::string withoutCapital(std::string text) {
    if (text.empty()) return text;
    const auto first = static_cast<unsigned char>(text[0]);
    if (first >= 'A' && first <= 'Z') {
        text[0] = static_cast<char>(first - 'A' + 'a');
    } else if (first == 0xC3 && text.size() > 1) {
        const auto second = static_cast<unsigned char>(text[1]);
        if (second >= 0x80 && second < 0x9F && second != 0x97) text[1] = static_cast<char>(second + 0x20);
    }
    return text;
}

std::string listedNumbers(const std::vector<int>& numbers) {
    std::string out;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!out.empty()) out += ", ";
        out += std::to_string(numbers[i]);
        if (last > i) out += (last == i + 1 ? ", " : kDash) + std::to_string(numbers[last]);
        i = last + 1;
    }
    return out;
}

std::string Phrases::clock(std::int64_t ms, bool seconds) const {
    return base::formatClock(base::toLocal(ms, zone_), language(), seconds);
}

std::string Phrases::atClock(std::int64_t ms, bool seconds) const {
    return language() == base::Language::Danish ? "kl." + kNbsp + clock(ms, seconds) : clock(ms, seconds);
}

std::string Phrases::clockRange(std::int64_t first, std::int64_t last) const {
    const std::string begin = atClock(first);
    const std::string end = clock(last);
    return clock(first) == end ? begin : begin + kDash + end;
}

std::string Phrases::tableDate(std::int64_t ms) const {
    return base::formatDateTable(base::toLocal(ms, zone_), language());
}

std::string Phrases::tableDateTime(std::int64_t ms) const { return tableDate(ms) + " " + atClock(ms); }

std::string Phrases::dayOfTable(const base::Timestamp& t) const {
    const base::CivilTime local = base::toLocal(t.utcMs, zone_);
    const bool danish = language() == base::Language::Danish;
    switch (t.precision) {
    case base::Precision::Week:
        return (danish ? "uge " : "week ") + std::to_string(base::isoWeek(local)) + ", " +
               std::to_string(local.year);
    case base::Precision::Month:
        return base::monthName(local.month, language()) + " " + std::to_string(local.year);
    case base::Precision::Year:
        return std::to_string(local.year);
    default:
        break;
    }
    constexpr std::array da{"man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."};
    constexpr std::array en{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    const auto day = static_cast<std::size_t>(base::weekday(local));
    return (danish ? da[day] : en[day]) + kNbsp + tableDate(t.utcMs);
}

std::string Phrases::timeOfDay(const base::Timestamp& start,
                               const std::optional<base::Timestamp>& end) const {
    const std::string about = start.about ? tr("approx.") + kNbsp : std::string();
    switch (start.precision) {
    case base::Precision::Hour: {
        const std::string hour = std::to_string(base::toLocal(start.utcMs, zone_).hour);
        return base::fill(tr("approx. at %1"), {hour});
    }
    case base::Precision::PartOfDay:
        switch (base::toLocal(start.utcMs, zone_).hour / 6) {
        case 0:
            return about + tr("at night");
        case 1:
            return about + tr("in the morning");
        case 2:
            return about + tr("in the afternoon");
        default:
            return about + tr("in the evening");
        }
    case base::Precision::Day:
    case base::Precision::Week:
    case base::Precision::Month:
    case base::Precision::Year:
        return start.about ? tr("approx.; time of day not known") : tr("time of day not known");
    default:
        break;
    }
    if (end && base::hasClockTime(*end)) {
        if (calendarDays(start.utcMs, end->utcMs) == 0) return about + clockRange(start.utcMs, end->utcMs);
        return about + atClock(start.utcMs) + " – " + dayMonthNumbers(end->utcMs) + " " + atClock(end->utcMs);
    }
    return about + atClock(start.utcMs);
}

std::string Phrases::dayMonth(std::int64_t ms) const {
    const base::CivilTime t = base::toLocal(ms, zone_);
    return std::to_string(t.day) + (language() == base::Language::Danish ? "." : "") + kNbsp +
           base::monthName(t.month, language());
}

std::string Phrases::dayMonthNumbers(std::int64_t ms) const {
    const base::CivilTime t = base::toLocal(ms, zone_);
    if (language() == base::Language::Danish)
        return std::to_string(t.day) + "." + std::to_string(t.month) + ".";
    return std::to_string(t.day) + " " + base::monthName(t.month, language()).substr(0, 3);
}

std::string Phrases::dayMonthTable(std::int64_t ms) const {
    if (language() == base::Language::English) return dayMonthNumbers(ms);
    const std::string date = tableDate(ms); // 03.05.2025
    return date.substr(0, date.rfind('.') + 1);
}

std::string Phrases::monthYear(std::int64_t ms) const {
    const base::CivilTime t = base::toLocal(ms, zone_);
    return base::monthName(t.month, language()) + kNbsp + std::to_string(t.year);
}

std::string Phrases::longDay(std::int64_t ms) const {
    return base::formatDateLong(base::toLocal(ms, zone_), language());
}

std::string Phrases::date(std::int64_t ms) const {
    return dayMonth(ms) + " " + std::to_string(base::toLocal(ms, zone_).year);
}

std::string Phrases::period(std::int64_t first, std::int64_t last) const {
    const base::CivilTime a = base::toLocal(first, zone_);
    const base::CivilTime b = base::toLocal(last, zone_);
    if (a.year == b.year && a.month == b.month && a.day == b.day) return date(first);
    if (a.year != b.year) return date(first) + " – " + date(last);
    if (a.month != b.month) return dayMonth(first) + " – " + date(last);
    return std::to_string(a.day) + (language() == base::Language::Danish ? "." : "") + kDash + date(last);
}

std::string Phrases::zoneNote(std::int64_t ms) const { return base::formatZoneNote(zone_, ms, language()); }

int Phrases::dayNumber(std::int64_t ms) const {
    base::CivilTime t = base::toLocal(ms, zone_);
    t.hour = t.minute = t.second = t.millisecond = 0;
    return static_cast<int>(base::civilToMs(t) / base::kDayMs);
}

int Phrases::calendarDays(std::int64_t from, std::int64_t to) const {
    return dayNumber(to) - dayNumber(from);
}

std::string Phrases::daysAfter(int days) const {
    return days == 0 ? tr("the same day") : trn("%1 day after", "%1 days after", days);
}

std::string Phrases::at(const base::Timestamp& t) const {
    if (!base::hasClockTime(t) || t.precision == base::Precision::Hour || t.about)
        return base::formatTime(t, zone_, language());
    const std::string seconds = clock(t.utcMs, t.precision <= base::Precision::Second);
    const std::string shown = language() == base::Language::Danish ? "kl." + kNbsp + seconds : seconds;
    return tableDate(t.utcMs) + " " + shown + ", " + zoneNote(t.utcMs);
}

} // namespace core::report
