// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an open case is made of, in the order in which it is taken down. Inside core/store only.

#include "core/store/case_seal.h"
#include "core/store/case_store.h"
#include "core/store/chain_anchor.h"
#include "core/store/folder_lock.h"
#include "core/store/secret_key.h"

#include <optional>

namespace core::store {

inline constexpr const char* kDatabaseName = "case.logbog";
inline constexpr const char* kWalName = "case.logbog-wal";
inline constexpr const char* kObjectsName = "objects";
// In a new case while a rescue fills it.
inline constexpr const char* kRescueMarkName = "rescue-unfinished";

struct CaseStore::State {
    // Symbolic links on the way to the folder are followed; SQLite would refuse them.
    State(const std::filesystem::path& caseFolder, const base::Clock& caseClock)
        : folder(realPath(caseFolder)), clock(caseClock), lock(folder) {}
    ~State(); // closes the database and leaves the seal of an ordinary closing
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    static std::filesystem::path realPath(const std::filesystem::path& path) {
        std::error_code error;
        std::filesystem::path real = std::filesystem::canonical(path, error);
        return error ? path : real;
    }

    void takeKeys(const SecretKey& dataKey);
    void writeOpenSeal();       // the case is in use, its chain has come so far
    void startAnchor();         // from here on each commit moves it
    void checkBeforeDatabase(); // write-ahead log, seal, anchor; nothing is read by SQLite yet
    void openDatabase();        // brought to this version; the seal then says that it changes
    void checkCustodyEnd(std::int64_t version);
    void checkObjects(); // what lies in objects/ against the rows
    void noteBrokenImports();
    bool isStillOurs() const;
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
    std::shared_ptr<ChainAnchor> anchor;
    WriteGate writeGate;
    const std::string session = newSession();
    std::vector<Finding> findings; // of opening
    ChainEnd lastEnd;              // how far the chain had come when it was last written down outside of it
    bool hasAnchor = false;        // the anchor was there and sound
    std::filesystem::path logCopy; // of a log that may be damaged; empty: none was needed
    bool openedWithRecovery = false;
    bool isReady = false; // opening or creating came to its end
};

ChainEnd chainEnd(Database& database);

} // namespace core::store
