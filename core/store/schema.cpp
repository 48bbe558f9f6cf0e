// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/case_store.h"

#include <array>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

// Version 1 is schema.sql itself. A change to the tables raises kSchemaVersion, goes into schema.sql for new
// cases, and gets a line here for old ones.
constexpr std::array<Migration, 0> kMigrations{};

void setVersion(Database& database, int version) {
    database.execute("PRAGMA user_version = " + std::to_string(version));
}

} // namespace

void createSchema(Database& database) {
    database.execute(kSchemaSql);
    setVersion(database, kSchemaVersion);
}

void migrate(Database& database, std::span<const Migration> migrations, int target) {
    std::int64_t version = database.integer("PRAGMA user_version");
    if (version > target)
        throw Error(ErrorCode::NewerVersion, "the case was written by a newer program",
                    std::to_string(version));
    if (version < 1) throw Error(ErrorCode::Damaged, "the database has no tables of a case");
    for (const Migration& migration : migrations) {
        if (migration.toVersion != version + 1 || migration.toVersion > target) continue;
        Transaction transaction(database);
        migration.apply(database);
        setVersion(database, migration.toVersion);
        transaction.commit();
        version = migration.toVersion;
    }
    if (version != target) throw Error(ErrorCode::Internal, "a migration is missing");
}

void migrateToCurrent(Database& database) { migrate(database, kMigrations, kSchemaVersion); }

} // namespace core::store
