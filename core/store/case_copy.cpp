// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/case_copy.h"

#include "core/base/error.h"
#include "core/store/case_migration.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"
#include "core/store/key_file.h"
#include "core/store/object_format.h"
#include "core/store/read_me.h"
#include "core/store/wal_check.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

template <typename Read>
bool canRead(Read read) {
    try {
        return read().has_value();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged) throw;
        return false; // of another case, or damaged
    }
}

// What opening and copying append by themselves. Anything else in the copy alone is somebody's work.
bool isHarmless(const std::string& action) {
    constexpr std::array<std::string_view, 5> kActions{"open", "copy", "finding", "finding-seen",
                                                       "import-broken-off"};
    return std::find(kActions.begin(), kActions.end(), action) != kActions.end();
}

// The last entry that is in both. A hash stands for all entries before it.
ChainEnd lastShared(Database& copy, Database& source) {
    Statement theirs = copy.prepare("SELECT sequence, hash, action FROM custody ORDER BY sequence DESC");
    Statement ours = source.prepare("SELECT hash FROM custody WHERE sequence = ?");
    while (theirs.step()) {
        ours.with(theirs.integer(0));
        if (ours.step() && ours.text(0) == theirs.text(1)) return {theirs.integer(0), theirs.text(1)};
        if (!isHarmless(theirs.text(2))) break;
    }
    throw Error(ErrorCode::Exists,
                "the copy that is there was changed after it was made and would lose that");
}

[[noreturn]] void notWhatWasWritten(const std::string& what, const std::string& subject) {
    throw Error(ErrorCode::Damaged, "the copy is not what was written: " + what, subject);
}

} // namespace

bool isOfThisCase(const fs::path& folder, const SecretKey& marksKey) {
    return canRead([&] { return readSeal(folder, marksKey); }) ||
           canRead([&] { return readAnchor(folder, marksKey, false); });
}

fs::path unfinishedName(const fs::path& target) {
    fs::path name = target;
    return name += ".unfinished";
}

CaseCopy::CaseCopy(const CopySource& source, fs::path target, bool isNew, base::Progress& progress)
    : case_(source), progress_(progress), target_(std::move(target)),
      folder_(isNew ? unfinishedName(target_) : target_), isNew_(isNew), session_(newSession()) {}

CaseStore::CopyResult CaseCopy::make() {
    try {
        makeAll();
    } catch (...) {
        giveUp();
        throw;
    }
    return std::move(result_);
}

void CaseCopy::makeAll() {
    begin();
    copyDatabase();
    copyOriginals();
    check();
    finish();
    if (isNew_) nameIt();
}

void CaseCopy::begin() {
    std::error_code error;
    if (isNew_ && fs::exists(folder_, error)) {
        bool isEmpty = true;
        for (const fs::path& path : listFolder(folder_))
            isEmpty = isEmpty && (path.filename() == "state.new" || path.filename() == "lock");
        if (!isEmpty && !isOfThisCase(folder_, case_.marksKey))
            throw Error(ErrorCode::Exists, "there is a folder of that name that is not ours",
                        folder_.string());
    }
    makeFolder(folder_);
    lock_ = std::make_unique<FolderLock>(folder_);
    finishExchange(folder_);
    if (fs::exists(folder_ / kDatabaseName, error))
        lookAtEarlier();
    else // from here on the folder is known as ours
        writeSeal(folder_, case_.marksKey, {false, session_, 0, {}, {}});
    isOurs_ = true;
    vault_ = std::make_unique<Vault>(folder_ / kObjectsName, case_.vault);
    removeNext();
}

// Leaves no log beside the database: it would be taken for one of the next database.
void CaseCopy::lookAtEarlier() {
    if (inspectWal(folder_ / kWalName) == WalState::Suspect)
        throw Error(ErrorCode::Damaged, "the copy that is there is damaged", target_.string());
    {
        Database earlier(folder_ / kDatabaseName, case_.databaseKey, false);
        if (earlier.integer("PRAGMA user_version") > case_.database.integer("PRAGMA user_version"))
            throw Error(ErrorCode::NewerVersion, "a newer program has opened the copy", target_.string());
        shared_ = lastShared(earlier, case_.database);
        earlier.checkpoint();
    }
    std::error_code error;
    if (fs::exists(folder_ / kWalName, error))
        throw Error(ErrorCode::InUse, "the copy that is there is in use", target_.string());
}

void CaseCopy::copyDatabase() {
    progress_.setStage("database");
    Database copy(nextName(), case_.databaseKey, true);
    case_.database.copyTo(copy, progress_);
    copy.checkpoint();
    end_ = chainEnd(copy);
    originals_ = keptOriginals(copy);
    result_.originals = originals_.size();
    result_.entries = end_.sequence;
    result_.head = end_.hash;
    for (const OriginalRow& row : originals_) result_.bytes += row.size;
}

// What is there with its right size is taken for the same file, until it is read back.
void CaseCopy::copyOriginals() {
    progress_.setStage("copy");
    std::vector<const OriginalRow*> missing;
    std::uint64_t total = result_.bytes;
    for (const OriginalRow& row : originals_) {
        std::error_code error;
        const std::uint64_t size = fileSizeFor(row.size);
        if (fs::file_size(vault_->pathOf(row.objectId), error) == size && !error) continue;
        missing.push_back(&row);
        total += size;
    }
    progress_.setTotal(total);
    for (const OriginalRow* row : missing) {
        progress_.throwIfCancelled();
        try {
            vault_->copyFrom(case_.vault, row->objectId, progress_);
            copied_.push_back(row->objectId);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::NotFound) throw;
        } // missing in the case: the check says so
    }
    result_.copied = copied_.size();
}

void CaseCopy::check() {
    progress_.setStage("check");
    {
        dropFromMemory(nextName());
        Database copy(nextName(), case_.databaseKey, false);
        copy.execute("PRAGMA query_only = ON");
        checkDatabase(copy);
    }
    for (const OriginalRow& row : originals_) {
        progress_.throwIfCancelled();
        checkOriginal(row);
    }
}

// What is wrong with the case itself is for `verify` to say and no reason to have no copy of the rest.
void CaseCopy::checkDatabase(Database& copy) {
    const auto foundIn = [&](Database& database) {
        std::vector<CaseStore::Finding> findings;
        for (const char* pragma : {"PRAGMA cipher_integrity_check", "PRAGMA integrity_check"}) {
            checkPragma(database, pragma, kDatabaseName, findings);
            progress_.throwIfCancelled();
        }
        checkForeignKeys(database, findings);
        if (const auto broken = firstBrokenCustody(database))
            findings.push_back(
                {"custody", std::to_string(*broken), "the entry does not fit the one before it"});
        return findings;
    };
    if (const ChainEnd end = chainEnd(copy); end.sequence != end_.sequence || end.hash != end_.hash)
        notWhatWasWritten("its history ends elsewhere", kDatabaseName);
    const auto findings = foundIn(copy);
    if (findings.empty()) return;
    if (foundIn(case_.database).empty()) notWhatWasWritten(findings[0].detail, kDatabaseName);
    result_.faults = findings;
}

void CaseCopy::checkOriginal(const OriginalRow& row) {
    const auto faultOfCopy = [&] {
        dropFromMemory(vault_->pathOf(row.objectId));
        return faultOf(row, *vault_, progress_);
    };
    std::string fault = faultOfCopy();
    if (fault.empty()) return;
    const std::string own = faultOf(row, case_.vault, progress_);
    if (own.empty() && std::find(copied_.begin(), copied_.end(), row.objectId) == copied_.end()) {
        // Of an earlier copy, and it has decayed there.
        vault_->copyFrom(case_.vault, row.objectId, progress_);
        ++result_.copied;
        fault = faultOfCopy();
        if (fault.empty()) return;
    }
    if (own.empty()) notWhatWasWritten(fault, row.objectId);
    result_.faults.push_back({"original", row.objectId, own});
}

void CaseCopy::finish() {
    if (shared_.sequence > 0) {
        writeSeal(folder_, case_.marksKey, {false, session_, shared_.sequence, shared_.hash, {}});
        ChainAnchor(folder_, case_.marksKey, shared_);
    }
    writeReadMe(folder_);
    const std::string keys = newestKeyFile(case_.folder);
    writeKeyFiles(folder_, keys);
    if (newestKeyFile(folder_) != keys || !keyFilesSound(folder_))
        notWhatWasWritten("its key file is another", "keys");
    progress_.throwIfCancelled();
    for (const char* end : {"-wal", "-shm"}) removeDurably(nextName(end)); // empty
    renameFile(nextName(), folder_ / kDatabaseName);
    isExchanged_ = true;
    syncFolder(folder_);
    ChainAnchor(folder_, case_.marksKey, end_);
    {
        Database copy(folder_ / kDatabaseName, case_.databaseKey, false);
        removeUnwanted(copy);
    }
    writeSeal(folder_, case_.marksKey,
              {true, session_, end_.sequence, end_.hash, pageMarks(folder_ / kDatabaseName, case_.marksKey)});
    removeOldVersions(folder_);
    std::error_code ignored;
    fs::remove(folder_ / "lock", ignored); // the folder itself is still locked
    syncFolder(folder_);
}

// Originals get their places; those that were removed from the case on purpose go from the copy, too.
void CaseCopy::removeUnwanted(Database& database) {
    std::unordered_set<std::string> kept, known;
    for (const OriginalRow& row : originals_) kept.insert(row.objectId);
    Statement rows = database.prepare("SELECT object_id FROM original");
    while (rows.step()) known.insert(rows.text(0));
    vault_->clearLeftovers([&](const std::string& id) { return kept.contains(id); }, false);
    std::error_code ignored;
    for (const std::string& id : vault_->objectIds())
        if (known.contains(id) && !kept.contains(id)) fs::remove(vault_->pathOf(id), ignored);
}

void CaseCopy::nameIt() {
    std::error_code ignored;
    if (fs::is_directory(target_, ignored)) fs::remove(target_, ignored); // an empty one, or it stays
    renameFile(folder_, target_);
    syncFolder(target_.parent_path());
}

// A first copy goes; an earlier one stays as it was.
void CaseCopy::giveUp() noexcept {
    if (!isOurs_ || isExchanged_) return; // what is whole now stays; the next copy goes on from there
    try {
        removeNext();
        std::error_code ignored;
        if (isNew_ && shared_.sequence == 0) {
            fs::remove_all(folder_, ignored);
            return;
        }
        for (const std::string& id : copied_) vault_->discard(id);
        fs::remove(folder_ / "lock", ignored);
    } catch (const std::exception&) {
        return; // the medium may be gone: the next copy removes it
    }
}

fs::path CaseCopy::nextName(const char* end) const {
    return folder_ / (std::string(kDatabaseName) + ".next" + end);
}

void CaseCopy::removeNext() noexcept {
    std::error_code ignored;
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(nextName(end), ignored);
}

} // namespace core::store
