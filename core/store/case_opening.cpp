// SPDX-License-Identifier: GPL-3.0-or-later
// CaseStore::open: what is looked at before anything is changed, and in which order.
#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/store/attempts.h"
#include "core/store/case_seal.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/json_text.h"
#include "core/store/key_file.h"
#include "core/store/schema.h"
#include "core/store/wal_check.h"

#include <algorithm>
#include <unordered_set>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

constexpr std::int64_t kQuickCustody = 200; // links checked at opening; verify checks all

OpenedKeys openKeys(const fs::path& folder, std::string_view secret, FailedAttempts& attempts,
                    const base::Clock& clock) {
    try {
        return openKeyFiles(folder, secret);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::WrongPassphrase) attempts.add(clock.nowMs());
        throw;
    }
}

// Objects that no row points at, left by an import that was killed between the file and the row. The case is
// locked and nobody writes yet, so all of them are older than this opening.
void removeOrphans(Vault& vault, Database& database) {
    vault.removeLeftovers();
    std::vector<std::string> onDisk = vault.objectIds();
    std::unordered_set<std::string> known;
    Statement rows = database.prepare("SELECT object_id FROM original");
    while (rows.step()) known.insert(rows.text(0));
    for (const std::string& id : onDisk)
        if (!known.contains(id)) vault.remove(id);
}

// A changed fold() would make words unfindable: the index is made anew.
void renewSearchIndex(Database& database) {
    const std::string version = std::to_string(base::kFoldVersion);
    if (database.text("SELECT value FROM setting WHERE key = 'fold_version'") == version) return;
    Transaction transaction(database);
    database.execute("INSERT INTO item_search(item_search) VALUES ('rebuild')");
    database.prepare("INSERT OR REPLACE INTO setting VALUES ('fold_version', ?)").with(version).run();
    transaction.commit();
}

// Keeps a write-ahead log that SQLite would drop without a word.
void keepAside(const fs::path& wal, bool isForeign) {
    const fs::path aside = freeAsideName(wal);
    if (isForeign) {
        fs::rename(wal, aside);
    } else {
        fs::copy_file(wal, aside);
    }
    syncFolder(wal.parent_path());
}

} // namespace

void CaseStore::State::checkBeforeDatabase() {
    const fs::path wal = folder / kWalName;
    std::optional<CaseSeal> seal;
    try {
        seal = readSeal(folder, *marksKey);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged) throw;
        found("database", "state", "the file that tells how the case was last closed is damaged");
    }
    const WalState walState = inspectWal(wal);
    const bool wasClosed = seal && seal->isClosed;
    if (wasClosed && walState != WalState::Empty) {
        keepAside(wal, true);
        found("database", kWalName, "a log of changes appeared after the case was closed; it was put aside");
    } else if (walState == WalState::Suspect) {
        keepAside(wal, false);
        found("database", kWalName, "the log of the last changes is damaged; a copy of it was kept");
    }
    if (wasClosed && pageMarks(folder / kDatabaseName, *marksKey) != seal->digest)
        found("database", kDatabaseName, "the database is not as it was when the case was last closed");
    if (!seal) return;
    anchorSequence = seal->custodySequence;
    anchorHash = seal->custodyHash;
    seal->isClosed = false; // from here on the database changes
    writeSeal(folder, *marksKey, *seal);
}

void CaseStore::State::checkCustodyEnd() {
    const std::int64_t last = database->integer("SELECT max(sequence) FROM custody");
    if (last == 0) return found("custody", "", "the history of the case is empty");
    if (const auto broken = firstBrokenCustody(*database, std::max<std::int64_t>(1, last - kQuickCustody)))
        found("custody", std::to_string(*broken), "the entry does not fit the one before it");
    Statement anchor = database->prepare("SELECT hash FROM custody WHERE sequence = ?");
    if (anchorSequence > 0 && (!anchor.with(anchorSequence).step() || anchor.text(0) != anchorHash))
        found("custody", std::to_string(anchorSequence), "the history lacks entries that it had before");
}

std::unique_ptr<CaseStore> CaseStore::open(const fs::path& folder, std::string_view passphrase,
                                           const base::Clock& clock) {
    std::error_code error;
    if (!fs::exists(folder / "keys", error) && !fs::exists(folder / "keys.bak", error))
        throw Error(ErrorCode::NotFound, "there is no case in the folder", folder.string());
    std::unique_ptr<CaseStore> store(new CaseStore);
    store->state_ = std::make_unique<State>(folder, clock);
    State& state = *store->state_;

    FailedAttempts attempts(folder);
    const OpenedKeys keys = openKeys(folder, passphrase, attempts, clock);
    state.takeKeys(keys.dataKey);
    state.openedWithRecovery = keys.slot == KeySlot::Recovery;
    if (!fs::exists(folder / kDatabaseName, error))
        throw Error(ErrorCode::Damaged, "the database of the case is missing", folder.string());
    state.checkBeforeDatabase();
    state.database = std::make_unique<Database>(folder / kDatabaseName, *state.databaseKey, false);
    migrateToCurrent(*state.database);
    state.checkCustodyEnd();
    state.checkGeneration(keys.generation);
    // Where anything was found, rows may be missing: then an original without a row may be all there is of
    // it.
    if (state.findings.empty()) removeOrphans(*state.vault, *state.database);
    renewSearchIndex(*state.database);

    const std::vector<std::int64_t> failed = attempts.times();
    appendCustody(*state.database, clock, "open", "case",
                  jsonObject({{"app", LOGBOG_VERSION},
                              {"host", keyedMark(hostName(), *state.marksKey)},
                              {"failed", std::to_string(failed.size())},
                              {"failed_at", timesText(failed)},
                              {"with", state.openedWithRecovery ? "recovery" : "passphrase"},
                              {"keys", keys.restored ? "restored" : "sound"},
                              {"generation", std::to_string(keys.generation)},
                              {"found", std::to_string(state.findings.size())}}));
    attempts.clear();
    state.writeOpenSeal();
    state.isReady = true;
    return store;
}

} // namespace core::store
