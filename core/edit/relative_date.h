// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Words that stand for a date but are none: "i går", "forgårs", "sidste uge", "yesterday". A log needs the
// date itself (Dansk Stalking Center's guidance: a date, never "yesterday"). Finds them; does not replace
// them.

#include "core/base/civil.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::edit {

struct RelativeDate {
    std::size_t offset = 0; // bytes into the text
    std::size_t length = 0;
    std::string word;                        // as written
    std::optional<base::CivilTime> date;     // the day meant, seen from `today`; none where it is not one day
    std::optional<base::CivilTime> lastDate; // the last day, where a span is meant ("sidste uge")
};

// In the order of the text; Danish and English; whole words only, any case.
std::vector<RelativeDate> findRelativeDates(std::string_view text, const base::CivilTime& today);

} // namespace core::edit
