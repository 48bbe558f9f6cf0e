// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/case_migration.h"

#include "core/store/case_state.h"
#include "core/store/custody_log.h"
#include "core/store/disk.h"
#include "core/store/schema.h"

#include <map>

#include <unistd.h>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

fs::path oldName(const fs::path& folder, std::int64_t version) {
    return folder / (std::string(kDatabaseName) + ".v" + std::to_string(version));
}

void removeDatabase(const fs::path& file) {
    for (const char* end : {"", "-wal", "-shm"}) {
        fs::path name = file;
        name += end;
        removeDurably(name);
    }
}

std::map<std::string, std::int64_t> rowCounts(Database& database) {
    std::map<std::string, std::int64_t> counts;
    // The search index is made anew by some steps; verify holds it against the items. The rows that belong to
    // an item are counted with it: they may be a table of their own or a view of it.
    Statement tables = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE "
        "'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'item_search_%' "
        "AND name NOT LIKE 'search_%' AND name <> 'item_time' AND name <> 'item_participant'");
    while (tables.step())
        counts[tables.text(0)] = database.integer("SELECT count(*) FROM \"" + tables.text(0) + "\"");
    for (const char* name : {"item_time", "item_participant"})
        counts[name] = database.integer(std::string("SELECT count(*) FROM ") + name +
                                        " WHERE item_id IN (SELECT id FROM item)");
    return counts;
}

[[noreturn]] void failed(const std::string& what) {
    throw Error(ErrorCode::Damaged, "the copy for the new version is not right: " + what);
}

void checkCopy(Database& before, Database& after) {
    const auto counts = rowCounts(after);
    for (const auto& [table, count] : rowCounts(before))
        if (const auto now = counts.find(table); now == counts.end() || now->second != count)
            failed("table " + table + " has not the rows it had");
    // What was wrong with the old one is for verify to say and no reason to refuse it.
    const char* const whole = "PRAGMA integrity_check";
    if (const std::string answer = after.text(whole); answer != "ok" && before.text(whole) == "ok")
        failed(answer);
    const char* const keys = "SELECT count(*) FROM pragma_foreign_key_check";
    if (after.integer(keys) > before.integer(keys)) failed("rows point at missing rows");
    if (firstBrokenCustody(after) != firstBrokenCustody(before) || custodyHead(after) != custodyHead(before))
        failed("the history is another");
}

// Where the file system has no second name for a file there is a moment with neither; finishExchange().
void exchange(const fs::path& current, const fs::path& next, const fs::path& old) {
    removeDurably(old);
    if (::link(current.c_str(), old.c_str()) != 0) renameFile(current, old);
    renameFile(next, current);
    syncFolder(current.parent_path());
}

} // namespace

void finishExchange(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder / kDatabaseName, error)) return;
    for (std::int64_t version = kSchemaVersion - 1; version > 0; --version)
        if (fs::exists(oldName(folder, version), error)) {
            renameFile(oldName(folder, version), folder / kDatabaseName);
            syncFolder(folder);
            return;
        }
}

void migrateOnCopy(const fs::path& folder, const SecretKey& key, std::unique_ptr<Database>& database) {
    const std::int64_t version = database->integer("PRAGMA user_version");
    if (version == kSchemaVersion) return;
    const fs::path next = folder / (std::string(kDatabaseName) + ".next");
    removeDatabase(next);
    try {
        database->checkpoint();
        Database copy(next, key, true);
        database->copyTo(copy);
        copy.execute("PRAGMA foreign_keys = OFF"); // a table that others point at is made anew
        migrateToCurrent(copy);
        // The first version could not give room back.
        if (copy.integer("PRAGMA auto_vacuum") == 0) copy.execute("PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
        copy.execute("PRAGMA incremental_vacuum"); // the room of what some steps took away
        checkCopy(*database, copy);
        copy.checkpoint();
    } catch (...) {
        std::error_code ignored;
        for (const char* end : {"", "-wal", "-shm"}) fs::remove(fs::path(next) += end, ignored);
        throw;
    }
    database.reset();
    exchange(folder / kDatabaseName, next, oldName(folder, version));
    database = std::make_unique<Database>(folder / kDatabaseName, key, false);
}

void removeOldVersions(const fs::path& folder) noexcept {
    std::error_code ignored;
    for (std::int64_t version = 1; version < kSchemaVersion; ++version)
        fs::remove(oldName(folder, version), ignored);
}

} // namespace core::store
