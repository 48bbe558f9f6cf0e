// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

#include "core/store/case_store.h"
#include "core/store/old_parts.h"
#include "core/store/search.h"
#include "core/store/source_digest.h"

#include <array>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

// Of version 3 into the tables of version 4.
void moveItems(Database& database) {
    const std::string columns =
        "id, source_id, kind, time_ms, offset_s, zone, precision, basis, about, time_source, "
        "written_direction, direction, from_id, other_id, message_id, call_type, call_raw_type, duration_s, "
        "width, height, orientation, latitude, longitude, camera, is_screenshot, record_offset, "
        "record_length, record_index, identity, excluded, reviewed, subject, text, transcript";
    OldParts parts(database, "item_time", "item_participant");
    Statement items = database.prepare("SELECT id FROM item ORDER BY id");
    Statement move = database.prepare("INSERT INTO item_next(times, people, " + columns +
                                      ") SELECT ?2, ?3, " + columns + " FROM item WHERE id = ?1");
    while (items.step()) {
        move.reset();
        move.bind(1, items.integer(0));
        move.bindBlob(2, parts.times(items.integer(0))).bindBlob(3, parts.people(items.integer(0))).run();
    }
    database
        .prepare("INSERT INTO item_time_later SELECT * FROM item_time WHERE sequence >= ? AND item_id IN "
                 "(SELECT id FROM item)")
        .with(kFirstLaterClaim)
        .run();
}

// A change to the tables raises kSchemaVersion and gets a line here.
constexpr std::array<Migration, 4> kMigrations{
    Migration{2, [](Database& database) { database.execute(kSchema2Sql); }},
    Migration{3,
              [](Database& database) {
                  database.execute(kSchema3Sql);
                  rebuildSearch(database);
              }},
    Migration{4,
              [](Database& database) {
                  database.execute(kSchema4Sql);
                  moveItems(database);
                  database.execute(kSchema4EndSql);
                  rebuildIdentifiers(database);
              }},
    Migration{5, [](Database& database) { database.execute(kSchema5Sql); }},
};

void setVersion(Database& database, int version) {
    database.execute("PRAGMA user_version = " + std::to_string(version));
}

// Those of sqlite_ are SQLite's own affair.
std::string tableList(Database& database) {
    return database.text(
        "SELECT group_concat(line, char(10)) FROM (SELECT s.type || ' ' || s.name || ' ' || "
        "coalesce(c.name, '') AS line FROM sqlite_schema s LEFT JOIN pragma_table_xinfo(s.name) c "
        "ON s.type = 'table' WHERE s.name NOT GLOB 'sqlite_*' "
        "ORDER BY line)");
}

} // namespace

void createSchema(Database& database) {
    database.execute(kSchemaSql);
    for (const Migration& migration : kMigrations) migration.apply(database);
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

void checkTables(Database& database) {
    const auto expected = Database::inMemory();
    expected->execute(kSchemaSql);
    expected->execute(kSchema2Sql);
    expected->execute(kSchema3Sql);
    expected->execute(kSchema4Sql);
    expected->execute(kSchema4EndSql);
    expected->execute(kSchema5Sql);
    if (tableList(database) != tableList(*expected))
        throw Error(ErrorCode::Unsupported,
                    "the case was made by an unfinished version of the program, which kept it otherwise");
}

void migrateToCurrent(Database& database) { migrate(database, kMigrations, kSchemaVersion); }

} // namespace core::store
