// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Days and times as people write them into a log, in Danish and in English. Wall clocks; nothing is guessed
// without a word about it.

#include "core/format/photo/written_time.h"
#include "core/model/issue.h"

#include <optional>
#include <string_view>
#include <vector>

namespace core::format::document {

struct LogDate {
    std::optional<photo::WrittenTime> time; // none: no day could be read
    bool about = false;                     // "ca."
    // DoubtfulTime with "no-year", "two-digit-year", "order", "range", "week" or "time"; InvalidDate,
    // MissingDate.
    std::vector<model::Issue> issues;
};

// "14/5-23", "14. maj 2023", "søndag d. 14.05.2023 kl. 21.30"; `clock` is what stands in a column of its own.
LogDate parseLogDate(std::string_view day, std::string_view clock);

} // namespace core::format::document
