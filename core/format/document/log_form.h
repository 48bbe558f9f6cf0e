// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a log that the exposed person kept in a table: Dansk Stalking Center's form and its like, as
// Word, OpenDocument or CSV. Not incidents yet: whoever asks for them decides that, with her.

#include "core/format/document/content.h"
#include "core/format/document/log_date.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::format::document {

struct LogRow {
    std::string day; // as written
    std::string clock;
    std::string what;
    std::string exhibit;        // "1", "bilag 3 og 4"
    std::string exhibitHeading; // of its column: "Bilag nr."
    std::vector<std::pair<std::string, std::string>>
        others; // of columns without a meaning here: heading, text
    LogDate when;
    std::size_t row = 0; // of the table, from 1
};

// None where no row of the table is headed like a log: a day and what happened at least. In the order of the
// table, which is the newest first in that form.
std::optional<std::vector<LogRow>> logRows(const Table& table);

} // namespace core::format::document
