// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/case_store.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/store/case_migration.h"
#include "core/store/case_seal.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/finding_log.h"
#include "core/store/json_text.h"
#include "core/store/key_file.h"
#include "core/store/read_me.h"
#include "core/store/schema.h"

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

void makeCaseFolder(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error)) {
        if (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))
            throw Error(ErrorCode::Exists, "there is something of that name already", folder.string());
        fs::permissions(folder, fs::perms::owner_all, error); // not every file system has owners
        return;
    }
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
    makeFolder(folder);
}

// After a failed creation: the folder was empty before, so what is in it is ours and holds nothing yet.
void removeHalfMade(const fs::path& folder) {
    std::error_code ignored;
    for (const char* name : {"keys", "keys.bak", kDatabaseName, kWalName, "case.logbog-shm", "LAESMIG.txt",
                             "state", "anchor", "lock", kObjectsName})
        fs::remove_all(folder / name, ignored);
}

void fillNewDatabase(Database& database, const std::string& label, const std::string& zone,
                     const base::Clock& clock) {
    Transaction transaction(database);
    createSchema(database);
    Statement insert = database.prepare("INSERT INTO setting VALUES (?, ?)");
    insert.with("label", label).run();
    insert.with("zone", zone).run();
    insert.with("created_ms", std::to_string(clock.nowMs())).run();
    insert.with("fold_version", std::to_string(base::kFoldVersion)).run();
    insert.with("app_version", LOGBOG_VERSION).run();
    appendCustody(database, clock, "create", "case",
                  jsonObject({{"label", label}, {"zone", zone}, {"app", LOGBOG_VERSION}}));
    transaction.commit();
}

} // namespace

CaseStore::CaseStore() = default;
CaseStore::~CaseStore() = default;

void CaseStore::State::takeKeys(const SecretKey& dataKey) {
    databaseKey.emplace(dataKey.subkey(KeyPurpose::Database));
    marksKey.emplace(dataKey.subkey(KeyPurpose::Marks));
    vault = std::make_unique<Vault>(folder / kObjectsName, dataKey.subkey(KeyPurpose::Objects));
}

ChainEnd chainEnd(Database& database) {
    return {database.integer("SELECT max(sequence) FROM custody"), custodyHead(database)};
}

void CaseStore::State::writeOpenSeal() {
    const ChainEnd end = chainEnd(*database);
    writeSeal(folder, *marksKey, {false, session, end.sequence, end.hash, {}});
}

void CaseStore::State::startAnchor() {
    anchor = std::make_shared<ChainAnchor>(folder, *marksKey, chainEnd(*database));
    database->keepAnchor(anchor);
    database->checkpoint(); // what was true of the file before is forgotten, so it is found out anew
}

// No other program has opened the case since.
bool CaseStore::State::isStillOurs() const {
    const auto seal = readSeal(folder, *marksKey);
    return !seal || seal->session == session;
}

CaseStore::State::~State() {
    if (!isReady) return;
    try {
        if (!isStillOurs()) {
            recordFindings(*database, clock,
                           {{"database", "lock", "another program had the case open at the same time"}});
            return;
        }
        CaseSeal seal{true, session, 0, {}, {}};
        const ChainEnd end = chainEnd(*database);
        seal.custodySequence = end.sequence;
        seal.custodyHash = end.hash;
        database->checkpoint();
        database.reset();
        std::error_code error;
        if (fs::exists(folder / kWalName, error)) return; // another connection is still there
        seal.digest = pageMarks(folder / kDatabaseName, *marksKey);
        writeSeal(folder, *marksKey, seal);
        removeOldVersions(folder);
    } catch (const Error&) {
        isReady = false; // all that was committed is on the disk; the next opening goes without the seal
    }
}

std::unique_ptr<CaseStore> CaseStore::create(const fs::path& folder, std::string_view passphrase,
                                             const std::string& label, const std::string& zone, KdfCost cost,
                                             const base::Clock& clock) {
    if (passphrase.empty()) throw Error(ErrorCode::InvalidInput, "the passphrase is empty");
    makeCaseFolder(folder);
    std::unique_ptr<CaseStore> store(new CaseStore);
    store->state_ = std::make_unique<State>(folder, clock);
    State& state = *store->state_;
    try {
        const SecretKey dataKey = SecretKey::random();
        state.takeKeys(dataKey);
        writeReadMe(folder);
        state.database = std::make_unique<Database>(folder / kDatabaseName, *state.databaseKey, true);
        fillNewDatabase(*state.database, label, zone, clock);
        state.writeOpenSeal();
        state.startAnchor();
        // Last: without keys the folder is no case.
        writeKeyFiles(folder, sealKeyFile(dataKey, passphrase, cost));
    } catch (...) {
        state.database.reset();
        removeHalfMade(folder);
        throw;
    }
    state.isReady = true;
    return store;
}

const fs::path& CaseStore::folder() const { return state_->folder; }
Database& CaseStore::database() { return *state_->database; }
Vault& CaseStore::vault() { return *state_->vault; }
WriteGate& CaseStore::writeGate() { return state_->writeGate; }
const base::Clock& CaseStore::clock() const { return state_->clock; }
const std::vector<CaseStore::Finding>& CaseStore::openingFindings() const { return state_->findings; }

std::unique_ptr<Database> CaseStore::connect() const {
    auto database = std::make_unique<Database>(state_->folder / kDatabaseName, *state_->databaseKey, false,
                                               Database::Threads::One);
    database->keepAnchor(state_->anchor);
    return database;
}

void CaseStore::markFindingsSeen() {
    WriteTransaction transaction(state_->writeGate, *state_->database);
    if (store::markFindingsSeen(*state_->database, state_->clock)) transaction.commit();
    state_->findings.clear();
}

std::string CaseStore::setting(const std::string& key) const {
    Statement row = state_->database->prepare("SELECT value FROM setting WHERE key = ?");
    return row.with(key).step() ? row.text(0) : std::string();
}

void CaseStore::setSetting(const std::string& key, const std::string& value) {
    state_->database
        ->prepare("INSERT INTO setting VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value")
        .with(key, value)
        .run();
}

std::string CaseStore::zone() const { return setting("zone"); }
std::string CaseStore::label() const { return setting("label"); }

} // namespace core::store
