// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SQLite's result codes as base::Error. Inside core/store only.

struct sqlite3;

namespace core::store {

// Never returns. `what` says what was tried; SQLite's own words are added.
[[noreturn]] void throwSqlite(sqlite3* db, int code, const char* what);

} // namespace core::store
