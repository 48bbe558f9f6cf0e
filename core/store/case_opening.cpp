// SPDX-License-Identifier: GPL-3.0-or-later
// CaseStore::open: what is looked at before anything is changed, and in which order.
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/store/attempts.h"
#include "core/store/case_migration.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/finding_log.h"
#include "core/store/json_text.h"
#include "core/store/key_file.h"
#include "core/store/schema.h"
#include "core/store/search.h"

#include <algorithm>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

OpenedKeys openKeys(const fs::path& folder, std::string_view secret, FailedAttempts& attempts,
                    const base::Clock& clock) {
    try {
        return openKeyFiles(folder, secret);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::WrongPassphrase) attempts.add(clock.nowMs());
        throw;
    }
}

// A changed fold() would make words unfindable: the index is made anew. Otherwise it takes what was written
// down while the case was last open.
void renewSearchIndex(Database& database) {
    const std::string version = std::to_string(base::kFoldVersion);
    const bool isFolded = database.text("SELECT value FROM setting WHERE key = 'fold_version'") == version;
    if (isFolded && database.integer("SELECT count(*) FROM search_pending") == 0) return;
    Transaction transaction(database);
    if (isFolded) {
        takePending(database);
    } else {
        rebuildSearch(database);
        database.prepare("INSERT OR REPLACE INTO setting VALUES ('fold_version', ?)").with(version).run();
    }
    transaction.commit();
}

} // namespace

void CaseStore::State::openDatabase() {
    database = std::make_unique<Database>(folder / kDatabaseName, *databaseKey, false);
    const std::int64_t version = database->integer("PRAGMA user_version");
    if (version < 1 || version > kSchemaVersion) migrateToCurrent(*database); // says what is wrong
    if (version == kSchemaVersion) checkTables(*database);
    checkCustodyEnd(version);
    writeSeal(folder, *marksKey, {false, session, lastEnd.sequence, lastEnd.hash, {}});
    migrateOnCopy(folder, *databaseKey, database);
}

std::unique_ptr<CaseStore> CaseStore::open(const fs::path& folder, std::string_view passphrase,
                                           const base::Clock& clock) {
    std::error_code error;
    if (!fs::exists(folder / "keys", error) && !fs::exists(folder / "keys.bak", error))
        throw Error(ErrorCode::NotFound, "there is no case in the folder", folder.string());
    std::unique_ptr<CaseStore> store(new CaseStore);
    store->state_ = std::make_unique<State>(folder, clock);
    State& state = *store->state_;

    FailedAttempts attempts(state.folder);
    const OpenedKeys keys = openKeys(state.folder, passphrase, attempts, clock);
    state.takeKeys(keys.dataKey);
    state.openedWithRecovery = keys.slot == KeySlot::Recovery;
    finishExchange(state.folder);
    if (!fs::exists(state.folder / kDatabaseName, error))
        throw Error(ErrorCode::Damaged, "the database of the case is missing", folder.string());
    state.checkBeforeDatabase();
    state.openDatabase();
    if (keys.isOneCopy) restoreKeyFiles(state.folder, keys.bytes);
    state.checkGeneration(keys.generation);
    state.checkObjects();
    recordFindings(*state.database, clock, state.findings);
    state.noteBrokenImports();
    renewSearchIndex(*state.database);

    const std::vector<std::int64_t> failed = attempts.times();
    appendCustody(*state.database, clock, "open", "case",
                  jsonObject({{"app", LOGBOG_VERSION},
                              {"host", keyedMark(hostName(), *state.marksKey)},
                              {"failed", std::to_string(failed.size())},
                              {"failed_at", timesText(failed)},
                              {"with", state.openedWithRecovery ? "recovery" : "passphrase"},
                              {"keys", keys.isOneCopy ? "restored" : "sound"},
                              {"generation", std::to_string(keys.generation)},
                              {"found", std::to_string(state.findings.size())}}));
    attempts.clear();
    state.writeOpenSeal();
    state.startAnchor();
    state.findings = unseenFindings(*state.database);
    state.isReady = true;
    return store;
}

} // namespace core::store
