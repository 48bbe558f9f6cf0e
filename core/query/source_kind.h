// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a file of the case is offered for beyond what it was read as: by its name and how it was read, so that
// nothing has to be opened. Whether it holds what it seems to hold, core/import finds out when it is asked
// for.

#include "core/query/case_reader.h"

namespace core::query {

// Read by its columns, again or for the first time.
bool mayBeTable(const SourceRow& source, bool isDocument);
// Incidents made of its rows.
bool mayHoldLog(const SourceRow& source);
// The same of a text that is there: it has the words that head such a table. A letter has them hardly.
bool saysLog(const std::string& text);

// The origin of an incident that was made of a row of such a log ("log:SHA256:ROW"), taken apart. Empty where
// it was made of something else.
struct LogOrigin {
    std::string sha256, row;
};
LogOrigin logOriginOf(const std::string& origin);

} // namespace core::query
