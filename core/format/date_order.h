// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How 03/04 is to be read where a file does not say, and the word that cases and commands keep for it. Not
// how a file decides it: that is for its reader.

#include <optional>
#include <string_view>

namespace core::format {

enum class DateOrder { FromFile, DayFirst, MonthFirst, YearFirst };

// "day", "month", "year"; "" for FromFile.
constexpr std::string_view codeOf(DateOrder order) {
    constexpr std::string_view kCodes[] = {"", "day", "month", "year"};
    return kCodes[static_cast<int>(order)];
}
// None for any other word.
constexpr std::optional<DateOrder> dateOrderByCode(std::string_view code) {
    for (const DateOrder order :
         {DateOrder::FromFile, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst})
        if (codeOf(order) == code) return order;
    return std::nullopt;
}

} // namespace core::format
