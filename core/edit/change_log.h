// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Records which rows a command changed, before and after, so that every command can be undone without an
// inverse of its own. TEMP triggers on one connection do the recording; imports on other connections are not
// recorded here. Not the custody chain: that is core/store/custody_log.h, and undoing is an entry there too.

#include "core/base/clock.h"
#include "core/store/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::edit {

struct RowChange {
    std::string table;
    char operation = 'U';     // I, U, D
    std::string before;       // JSON object: the row, of an update its key and what differs; empty for I
    std::string after;        // the same; empty for D
    std::int64_t changed = 0; // of an update: a bit for each recorded column that differs
};

class ChangeLog {
public:
    explicit ChangeLog(store::Database& database); // sets the triggers up

    void clear();
    std::vector<RowChange> take(); // in the order of the changes; leaves the log empty
    // Puts the rows back as they were before; in the open transaction, and itself recorded. Columns that a
    // step did not change stay as they are now.
    void revert(const std::vector<RowChange>& changes);

private:
    store::Database& database_;
};

// What differed, in the history, with old and new values; more than 500 rows as several entries. Notes for
// each item which entries are about it. In the open transaction. The sequence of the last entry.
std::int64_t enterChanges(store::Database& database, const base::Clock& clock, const std::string& action,
                          const std::string& subject, const std::vector<RowChange>& changes);

} // namespace core::edit
