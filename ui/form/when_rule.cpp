// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/when_rule.h"

#include "core/base/civil.h"
#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/edit/relative_date.h"

namespace ui::form {

using core::base::CivilTime;
using core::base::Precision;
using core::base::Timestamp;

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

CivilTime midnight(CivilTime day) {
    day.hour = day.minute = day.second = day.millisecond = 0;
    return day;
}

Precision precisionOf(PrecisionChoice choice, bool hasClock) {
    switch (choice) {
    case PrecisionChoice::Week:
        return Precision::Week;
    case PrecisionChoice::Month:
        return Precision::Month;
    case PrecisionChoice::Day:
        return Precision::Day;
    case PrecisionChoice::Hour:
        return hasClock ? Precision::Hour : Precision::Day;
    case PrecisionChoice::PartOfDay:
        return hasClock ? Precision::PartOfDay : Precision::Day;
    default:
        return hasClock ? Precision::Minute : Precision::Day;
    }
}

} // namespace

DateCheck checkDate(std::string_view typed, const CivilTime& today) {
    DateCheck check;
    const std::string_view text = trimmed(typed);
    if (text.empty()) return check;
    check.date = core::base::parseDate(text);
    if (check.date) {
        const bool later = core::base::civilToMs(*check.date) > core::base::civilToMs(midnight(today));
        check.problem = later ? DateProblem::Future : DateProblem::None;
        return check;
    }
    const auto words = core::edit::findRelativeDates(text, today);
    if (words.empty()) {
        check.problem = DateProblem::NotADate;
        return check;
    }
    check.problem = DateProblem::RelativeWord;
    check.word = words.front().word;
    if (!words.front().lastDate) check.suggestion = words.front().date;
    return check;
}

ClockCheck checkClock(std::string_view typed) {
    ClockCheck check;
    const std::string_view text = trimmed(typed);
    if (text.empty()) return check;
    check.clock = core::base::parseClock(text);
    check.problem = check.clock ? ClockProblem::None : ClockProblem::NotAClock;
    return check;
}

Timestamp makeTimestamp(const CivilTime& date, const std::optional<CivilTime>& clock, PrecisionChoice choice,
                        const std::string& zone) {
    const Precision precision = precisionOf(choice, clock.has_value());
    CivilTime local = midnight(date);
    if (precision <= Precision::PartOfDay) {
        local.hour = clock->hour;
        if (precision == Precision::Minute) local.minute = clock->minute;
        if (precision == Precision::PartOfDay) local.hour = clock->hour / 6 * 6;
    } else if (precision == Precision::Week) {
        local = core::base::civilFromMs(core::base::civilToMs(local) -
                                        core::base::weekday(local) * core::base::kDayMs);
    } else if (precision == Precision::Month) {
        local.day = 1;
    }
    Timestamp time = core::base::fromLocal(local, zone, precision);
    time.about = choice == PrecisionChoice::About;
    return time;
}

PrecisionChoice choiceOf(const Timestamp& time) {
    if (time.about) return PrecisionChoice::About;
    switch (time.precision) {
    case Precision::Hour:
        return PrecisionChoice::Hour;
    case Precision::PartOfDay:
        return PrecisionChoice::PartOfDay;
    case Precision::Day:
        return PrecisionChoice::Day;
    case Precision::Week:
        return PrecisionChoice::Week;
    case Precision::Month:
    case Precision::Year:
        return PrecisionChoice::Month;
    default:
        return PrecisionChoice::Minute;
    }
}

bool takesClock(PrecisionChoice choice) {
    return choice == PrecisionChoice::Minute || choice == PrecisionChoice::Hour ||
           choice == PrecisionChoice::PartOfDay || choice == PrecisionChoice::About;
}

PrecisionChoice choiceFor(PrecisionChoice chosen, bool hasClock) {
    if (hasClock && !takesClock(chosen)) return PrecisionChoice::Minute;
    const bool needsClock = takesClock(chosen) && chosen != PrecisionChoice::About;
    return !hasClock && needsClock ? PrecisionChoice::Day : chosen;
}

} // namespace ui::form
