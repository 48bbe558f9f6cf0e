// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an open case is made of, in the order in which it is taken down. Inside core/store only.

#include "core/store/case_store.h"
#include "core/store/folder_lock.h"
#include "core/store/secret_key.h"

#include <optional>

namespace core::store {

inline constexpr const char* kDatabaseName = "case.logbog";
inline constexpr const char* kWalName = "case.logbog-wal";
inline constexpr const char* kObjectsName = "objects";

struct CaseStore::State {
    State(std::filesystem::path caseFolder, const base::Clock& caseClock)
        : folder(std::move(caseFolder)), clock(caseClock), lock(folder) {}
    ~State(); // closes the database and leaves the seal of an ordinary closing
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void takeKeys(const SecretKey& dataKey);
    void writeOpenSeal();       // the case is in use, its chain has come so far
    void checkBeforeDatabase(); // write-ahead log, seal; nothing is read by SQLite yet
    void checkCustodyEnd();
    void checkGeneration(std::uint32_t generation); // of the key file
    // The new key file and its entry in the history, together as far as two files can be.
    void replaceKeys(const std::string& bytes, Database& connection, const char* action, const char* what);
    void found(std::string what, std::string subject, std::string detail) {
        findings.push_back({std::move(what), std::move(subject), std::move(detail)});
    }

    std::filesystem::path folder;
    const base::Clock& clock;
    FolderLock lock;
    std::optional<SecretKey> databaseKey, marksKey;
    std::unique_ptr<Vault> vault;
    std::unique_ptr<Database> database;
    WriteGate writeGate;
    std::vector<Finding> findings;   // of opening
    std::int64_t anchorSequence = 0; // how far the chain had come at the last opening or closing
    std::string anchorHash;
    bool openedWithRecovery = false;
    bool isReady = false; // opening or creating came to its end
};

} // namespace core::store
