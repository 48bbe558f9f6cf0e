// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damaged_case.h"

#include "core/base/error.h"
#include "core/store/case_seal.h"
#include "core/store/case_state.h"
#include "core/store/chain_anchor.h"
#include "core/store/damaged_pages.h"
#include "core/store/disk.h"
#include "core/store/key_file.h"
#include "core/store/table_list.h"
#include "core/store/wal_check.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

std::string bytesOfId(const std::string& objectId) {
    std::string bytes(kObjectIdSize, '\0');
    std::size_t size = 0;
    const bool isHex = objectId.size() == 2 * kObjectIdSize &&
                       sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                      objectId.data(), objectId.size(), nullptr, &size, nullptr) == 0;
    return isHex && size == kObjectIdSize ? bytes : std::string();
}

std::vector<fs::path> listIfThere(const fs::path& folder) {
    std::error_code error;
    return fs::is_directory(folder, error) ? listFolder(folder) : std::vector<fs::path>();
}

fs::path realPath(const fs::path& path) {
    std::error_code error;
    fs::path real = fs::canonical(path, error);
    return error ? path : real;
}

bool isThere(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

} // namespace

PrivateFolder::PrivateFolder() {
    std::string name = (fs::temp_directory_path() / "logbog-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) base::throwErrno("cannot make a folder for temporary files", name);
    path_ = name;
}

PrivateFolder::~PrivateFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

DamagedCase::DamagedCase(const fs::path& folder, std::string_view secret) : folder_(realPath(folder)) {
    try {
        lock();
        openKeys(secret);
        readMarks();
        prepareDatabase();
        listObjects();
    } catch (...) {
        if (fileLock_ >= 0) ::close(fileLock_);
        if (folderLock_ >= 0) ::close(folderLock_);
        throw;
    }
}

DamagedCase::~DamagedCase() {
    if (fileLock_ >= 0) ::close(fileLock_);
    if (folderLock_ >= 0) ::close(folderLock_);
}

// As FolderLock does, but without making the file.
void DamagedCase::lock() {
    folderLock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folderLock_ < 0) base::throwErrno("cannot open the case", folder_.string());
    fileLock_ = ::open((folder_ / "lock").c_str(), O_RDONLY | O_CLOEXEC);
    for (const int fd : {folderLock_, fileLock_})
        if (fd >= 0 && ::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw Error(ErrorCode::InUse, "another program has the case open", folder_.string());
}

void DamagedCase::openKeys(std::string_view secret) {
    if (!isThere(folder_ / "keys") && !isThere(folder_ / "keys.bak"))
        throw Error(
            ErrorCode::NotFound,
            "there is no key file, neither keys nor keys.bak: without one nothing in the folder can be "
            "read; take one of them from a copy of this case",
            folder_.string());
    std::string newest;
    try {
        newest = newestKeyFile(folder_);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::Damaged) throw;
        throw Error(ErrorCode::Damaged,
                    "both copies of the key file, keys and keys.bak, are damaged: without one nothing in the "
                    "folder can be read, whatever the passphrase; take one of them from a copy of this case",
                    folder_.string());
    }
    const OpenedKeyFile opened = openKeyFile(newest, secret);
    databaseKey_.emplace(opened.dataKey.subkey(KeyPurpose::Database));
    objectsKey_.emplace(opened.dataKey.subkey(KeyPurpose::Objects));
    marksKey_.emplace(opened.dataKey.subkey(KeyPurpose::Marks));
    if (!keyFilesSound(folder_))
        found("keys", "keys", "the two copies of the key file are not both sound and alike");
}

void DamagedCase::readMarks() {
    const auto readMark = [&](const char* name, const auto& take) {
        try {
            if (!isThere(folder_ / name))
                found("database", name, "the file is missing");
            else
                take();
        } catch (const Error& error) {
            found("database", name, error.what());
        }
    };
    readMark("state", [&] {
        const auto seal = readSeal(folder_, *marksKey_);
        if (!seal) return;
        wasClosed_ = seal->isClosed;
        digest_ = seal->digest;
        chainEnd_ = ChainEnd{seal->custodySequence, seal->custodyHash};
    });
    readMark("anchor", [&] {
        const auto end = readAnchor(folder_, *marksKey_, wasClosed_);
        if (end && (!chainEnd_ || end->sequence >= chainEnd_->sequence)) chainEnd_ = *end;
    });
}

// The database of before a change of version has the place of one that is missing; see case_migration.h.
void DamagedCase::prepareDatabase() {
    database_ = folder_ / kDatabaseName;
    for (std::int64_t version = kSchemaVersion - 1; version > 0 && !isThere(database_); --version)
        database_ = folder_ / (std::string(kDatabaseName) + ".v" + std::to_string(version));
    if (!isThere(database_)) {
        database_.clear();
        found("database", kDatabaseName, "the database of the case is missing");
        return;
    }
    const bool isCurrent = database_ == folder_ / kDatabaseName;
    const fs::path wal = folder_ / kWalName;
    const WalState state = inspectWal(wal);
    if (state == WalState::Suspect)
        found("database", kWalName, "the log of the last changes is damaged; not all of it can be read");
    if (wasClosed_ && state != WalState::Empty)
        found("database", kWalName, "a log of changes appeared after the case was closed; it was not read");
    if (wasClosed_ && pageMarks(database_, *marksKey_) != digest_)
        found("database", kDatabaseName, "the database is not as it was when the case was last closed");
    if (!wasClosed_ && isCurrent && isDatabaseOlder(folder_, *databaseKey_, *marksKey_))
        found("database", kDatabaseName, "the database is older than its log of the last changes");
    if (isCurrent) repairSalt();
    if (!wasClosed_ && state != WalState::Empty && isCurrent) playLog(wal);
    repairTableList();
}

// All from here on happens to a copy; both are encrypted.
void DamagedCase::copyDatabase() {
    if (copy_) return;
    copy_ = std::make_unique<PrivateFolder>();
    const fs::path copy = copy_->path() / kDatabaseName;
    fs::copy_file(database_, copy);
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
    database_ = copy;
}

void DamagedCase::repairSalt() {
    std::string salt;
    try {
        salt = anchoredSalt(folder_, *marksKey_);
    } catch (const Error&) {
        return; // readMarks() has said what is wrong with the anchor
    }
    std::string now(salt.size(), '\0');
    now.resize(InputFile(database_).readAt(0, now.data(), now.size()));
    if (now == salt) return;
    copyDatabase();
    if (mendSalt(database_, *databaseKey_, salt))
        found("database", kDatabaseName,
              "its first bytes are damaged; they were kept in the file anchor too");
}

void DamagedCase::repairTableList() {
    try {
        if (connect()->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'custody'") > 0) return;
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NoSpace) throw;
    }
    copyDatabase();
    if (borrowTableList(database_, *databaseKey_))
        found("tables", kDatabaseName,
              "the list of its tables is damaged; that of a new case was taken in its place");
}

// SQLite writes the log into the database; so that happens to a copy.
void DamagedCase::playLog(const fs::path& wal) {
    copyDatabase();
    const fs::path log = copy_->path() / kWalName;
    fs::copy_file(wal, log);
    fs::permissions(log, fs::perms::owner_read | fs::perms::owner_write);
    try {
        Database(database_, *databaseKey_, false).checkpoint();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::NoSpace) throw;
        found("database", kWalName,
              std::string("the log of the last changes cannot be read: ") + error.what());
    }
}

std::unique_ptr<Database> DamagedCase::connect() const {
    if (!hasDatabase()) throw Error(ErrorCode::NotFound, "the database of the case is missing");
    return Database::openUnchanged(database_, *databaseKey_);
}

void DamagedCase::listObjects() {
    std::error_code ignored;
    for (const fs::path& folder : listIfThere(folder_ / kObjectsName)) {
        const std::string name = folder.filename().string();
        if ((name.size() != 2 && name != "tmp" && name != "lost") || !fs::is_directory(folder, ignored))
            continue;
        for (const fs::path& file : listFolder(folder))
            if (!bytesOfId(file.filename().string()).empty() && fs::is_regular_file(file, ignored))
                objects_.push_back(file.filename().string());
    }
    std::sort(objects_.begin(), objects_.end());
    objects_.erase(std::unique(objects_.begin(), objects_.end()), objects_.end());
}

bool DamagedCase::hasObject(const std::string& objectId) const {
    return std::binary_search(objects_.begin(), objects_.end(), objectId);
}

fs::path DamagedCase::placeOf(const std::string& objectId) const {
    const fs::path objects = folder_ / kObjectsName;
    for (const std::string& folder : {objectId.substr(0, 2), std::string("tmp"), std::string("lost")})
        if (isThere(objects / folder / objectId)) return objects / folder / objectId;
    for (const fs::path& folder : listIfThere(objects)) // somebody moved it
        if (isThere(folder / objectId)) return folder / objectId;
    return objects / objectId.substr(0, 2) / objectId;
}

std::unique_ptr<ObjectFileReader> DamagedCase::read(const std::string& objectId) const {
    const std::string id = bytesOfId(objectId);
    if (id.empty() || !hasObject(objectId)) throw Error(ErrorCode::NotFound, "its file is missing", objectId);
    return std::make_unique<ObjectFileReader>(placeOf(objectId), objectId, id, *objectsKey_);
}

} // namespace core::store
