// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The SQL table search_candidates(word): id of each item that may have the folded word, and in `sure` 1 where
// it has it for certain. Nothing is kept of it; search.h finds the items. Inside core/store only.

struct sqlite3;

namespace core::store {

class Database;

void registerSearchTable(sqlite3* db, Database& database); // which outlives the connection

} // namespace core::store
