// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The beginning of a message in the tables that Viber mailed, every field but the text a formula for Excel:
// ="17/08/2014",12:52:56,="Me",="+4511223344","Hej"

#include "core/base/civil.h"

#include <optional>
#include <string>
#include <string_view>

namespace core::format::viber {

struct Line {
    int first = 0; // of the date: the day or the month
    int second = 0;
    int year = 0;
    int hour = 0;
    int minute = 0;
    int seconds = 0;
    std::string date; // date and time as written, without the formula
    std::string name;
    std::string number;
    std::string text; // what is on this line; it may go on
};

// None for a line that continues a text.
std::optional<Line> lineOf(std::string_view line);

std::optional<base::CivilTime> civilOf(const Line& line, bool dayFirst);

// Without the quotes around it; those inside are not doubled in the file.
std::string unquoted(std::string_view text);

} // namespace core::format::viber
