// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rule for dates that a person types: a real date and never a word such as "yesterday", a clock time if
// it is known, and how exact both are. Not a control: when_row.h shows it.

#include "core/base/civil.h"
#include "core/base/timestamp.h"

#include <optional>
#include <string>
#include <string_view>

namespace ui::form {

// What the window offers. Core's finer precisions show as Minute.
enum class PrecisionChoice { Minute, Hour, PartOfDay, Day, Week, Month, About };
inline constexpr int kPrecisionChoices = 7;

enum class DateProblem {
    None,
    Empty,
    RelativeWord, // "i går": `suggestion` holds the day meant, where it is one day
    NotADate,
    Future, // later than today; `date` is set all the same
};

struct DateCheck {
    DateProblem problem = DateProblem::Empty;
    std::optional<core::base::CivilTime> date;
    std::optional<core::base::CivilTime> suggestion;
    std::string word; // as typed, for RelativeWord
};

DateCheck checkDate(std::string_view typed, const core::base::CivilTime& today);

enum class ClockProblem { None, Empty, NotAClock };

struct ClockCheck {
    ClockProblem problem = ClockProblem::Empty;
    std::optional<core::base::CivilTime> clock; // hour and minute are set, the date means nothing
};

ClockCheck checkClock(std::string_view typed);

// The start of the span that is meant, in `zone`. A choice that needs a clock time becomes a day without one;
// a week begins on its Monday, part of a day at 0, 6, 12 or 18.
core::base::Timestamp makeTimestamp(const core::base::CivilTime& date,
                                    const std::optional<core::base::CivilTime>& clock, PrecisionChoice choice,
                                    const std::string& zone);

PrecisionChoice choiceOf(const core::base::Timestamp& time);

// A clock time belongs beside this choice.
bool takesClock(PrecisionChoice choice);

// What the choice becomes where the clock field is filled or emptied: a clock makes a day a minute, an empty
// field makes a minute a day.
PrecisionChoice choiceFor(PrecisionChoice chosen, bool hasClock);

} // namespace ui::form
