// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One copy of an open case being made, from an empty folder or an earlier copy to a closed case that was read
// back. Inside core/store; others call CaseStore::saveCopy.
//
// The order is what keeps a kill harmless. The new database and originals that are new lie under other names
// beside an earlier copy; only when all of it was read back are they given their names: the seal and the
// anchor go back to the entry that both histories share, then keys, then the database, then anchor, originals
// and seal of the new state. Opened at any of these instants the folder is the earlier case or the new one. A
// first copy is made the same way in a folder `NAME.unfinished`, which is renamed last.

#include "core/store/case_checks.h"
#include "core/store/chain_anchor.h"
#include "core/store/folder_lock.h"

#include <memory>

namespace core::store {

// The case that is copied; all of it outlives the copying.
struct CopySource {
    const std::filesystem::path& folder;
    const SecretKey& databaseKey;
    const SecretKey& marksKey;
    const Vault& vault;
    Database& database; // a connection of this thread's own
};

class CaseCopy {
public:
    CaseCopy(const CopySource& source, std::filesystem::path target, bool isNew, base::Progress& progress);
    CaseStore::CopyResult make();

private:
    void begin();
    void makeAll();
    void lookAtEarlier();
    void copyDatabase();
    void copyOriginals();
    void check();
    void checkDatabase(Database& copy);
    void checkOriginal(const OriginalRow& row);
    void finish();
    void removeUnwanted(Database& database);
    void nameIt();
    void giveUp() noexcept;
    std::filesystem::path nextName(const char* end = "") const;
    void removeNext() noexcept;

    const CopySource& case_;
    base::Progress& progress_;
    std::filesystem::path target_, folder_; // where it will be; where it is made
    bool isNew_;
    const std::string session_;
    std::unique_ptr<FolderLock> lock_;
    std::unique_ptr<Vault> vault_;
    ChainEnd shared_; // the last entry that an earlier copy and this case have both; 0: there is none
    ChainEnd end_;    // of the copy
    std::vector<OriginalRow> originals_;
    std::vector<std::string> copied_;
    CaseStore::CopyResult result_;
    bool isOurs_ = false, isExchanged_ = false;
};

// The folder holds a case with this key; also one that is not whole yet.
bool isOfThisCase(const std::filesystem::path& folder, const SecretKey& marksKey);
std::filesystem::path unfinishedName(const std::filesystem::path& target);

} // namespace core::store
