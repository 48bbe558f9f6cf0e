// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The tables of a case and the way from older versions to this one. Not what the rows mean: schema.sql says
// it.

#include "core/store/database.h"

#include <span>

namespace core::store {

// Taken in at build time. A new case is version 1 with every later step applied, so that new and old cases
// are alike; schema.sql is not changed any more.
extern const char* const kSchemaSql;  // schema.sql, version 1
extern const char* const kSchema2Sql; // schema_2.sql, what version 2 adds
extern const char* const kSchema3Sql; // schema_3.sql, what version 3 makes otherwise
extern const char* const
    kSchema4Sql; // schema_4.sql, what version 4 makes otherwise: new tables beside the old
extern const char* const kSchema4EndSql; // schema_4_end.sql, in the place of the old
extern const char* const kSchema5Sql;    // schema_5.sql, what version 5 adds

struct Migration {
    int toVersion; // from the version before
    void (*apply)(Database& database);
};

// Tables and version of a new case, in the transaction that is open.
void createSchema(Database& database);
// Runs what is missing, each step in a transaction of its own. Throws Error(NewerVersion) where the case is
// of a later version than `target`, Error(Damaged) where it has none.
void migrate(Database& database, std::span<const Migration> migrations, int target);
// Throws Error(Unsupported) where tables, columns, indexes or triggers are not those of this version although
// the case says so: an unfinished version made it. Not how the columns are declared.
void checkTables(Database& database);
void migrateToCurrent(Database& database);

} // namespace core::store
