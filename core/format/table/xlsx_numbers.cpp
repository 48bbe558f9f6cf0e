// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/civil.h"
#include "core/format/table/xlsx_book.h"

#include <cmath>
#include <cstdio>

namespace core::format::table {

namespace {

constexpr double kLastDay = 2'958'465.0; // 31 December 9999
constexpr std::int64_t kDayS = 86'400;
constexpr std::int64_t kEpochDays = 25'569; // 1 January 1970
constexpr std::int64_t kLaterEpoch = 1'462; // of 1904
constexpr double kLeapDayThatNeverWas = 60;

std::string clockText(std::int64_t seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
                  static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
    return text;
}

} // namespace

NumberStyle styleOfCode(std::string_view code) {
    bool date = false, time = false, elapsed = false, minuteOrMonth = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = static_cast<char>(code[i] | 0x20);
        if (code[i] == ';') break; // the rest is for negative numbers
        if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            const char first = i + 1 < code.size() ? static_cast<char>(code[i + 1] | 0x20) : ' ';
            if (end - i <= 3 && (first == 'h' || first == 'm' || first == 's')) elapsed = true;
            i = end;
        } else if (c == 'y' || c == 'd') {
            date = true;
        } else if (c == 'h' || c == 's') {
            time = true;
        } else if (c == 'm') {
            minuteOrMonth = true;
        }
    }
    if (elapsed) return NumberStyle::Elapsed;
    if (minuteOrMonth && !time) date = true;
    if (date) return time ? NumberStyle::DateTime : NumberStyle::Date;
    return time ? NumberStyle::Time : NumberStyle::Plain;
}

std::optional<std::string> serialText(double serial, NumberStyle style, bool from1904) {
    if (!(serial >= 0) || serial > kLastDay) return std::nullopt;
    const auto all = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(kDayS)));
    if (style == NumberStyle::Elapsed) return clockText(all);
    std::int64_t days = all / kDayS;
    const std::int64_t clock = all % kDayS;
    // A clock without a day, whatever the style says.
    if (style == NumberStyle::Time || (days == 0 && !from1904)) return clockText(clock);
    if (from1904)
        days += kLaterEpoch;
    else if (serial < kLeapDayThatNeverWas)
        ++days;
    const base::CivilTime date = base::civilFromMs((days - kEpochDays) * kDayS * 1000);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    if (style == NumberStyle::Date && clock == 0) return text;
    return std::string(text) + " " + clockText(clock);
}

} // namespace core::format::table
