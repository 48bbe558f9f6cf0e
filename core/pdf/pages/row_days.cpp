// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/row_days.h"

#include "core/base/date_format.h"

namespace core::pdf::pages {

namespace {

const std::string kBlank = "\u00a0"; // a date is not broken

base::CivilTime civilOf(const report::RowDay& day) { return base::civilFromMs(day.day * base::kDayMs); }

bool isDay(const report::RowDay& day) { return day.precision <= base::Precision::Day; }

std::string dayAndMonth(const base::CivilTime& t, base::Language language) {
    return std::to_string(t.day) + (language == base::Language::Danish ? "." : "") + kBlank +
           base::monthName(t.month, language);
}

std::string wholeText(const report::RowDay& day, base::Language language) {
    const base::CivilTime t = civilOf(day);
    if (isDay(day)) return dayAndMonth(t, language) + kBlank + std::to_string(t.year);
    if (day.precision == base::Precision::Week)
        return (language == base::Language::Danish ? "uge" : "week") + kBlank +
               std::to_string(base::isoWeek(t)) + kBlank + std::to_string(t.year);
    return monthText(day, language);
}

} // namespace

std::string daysText(const report::RowDay& first, const report::RowDay& last, base::Language language) {
    const std::string end = wholeText(last, language);
    std::string begin = wholeText(first, language);
    if (begin == end) return begin;
    const base::CivilTime a = civilOf(first), b = civilOf(last);
    const bool isOneYear = isDay(first) && isDay(last) && a.year == b.year;
    return (isOneYear ? dayAndMonth(a, language) : begin) + " – " + end;
}

std::string monthText(const report::RowDay& day, base::Language language) {
    const base::CivilTime t = civilOf(day);
    if (day.precision == base::Precision::Year) return std::to_string(t.year);
    return base::monthName(t.month, language) + kBlank + std::to_string(t.year);
}

} // namespace core::pdf::pages
