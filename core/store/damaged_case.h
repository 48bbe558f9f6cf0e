// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A case folder that may be damaged anywhere, only read: nothing in it is written, renamed or removed, and
// what is needed beside it (the database with its log played in, still encrypted) lies in a private folder
// that goes with the object. Inside core/store only; for the outside: examine.h, rescue.h.

#include "core/store/case_store.h"
#include "core/store/chain_anchor.h"
#include "core/store/object_reader.h"
#include "core/store/secret_key.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::store {

// A folder under the system's one for temporary files, for the owner only, removed at the end.
class PrivateFolder {
public:
    PrivateFolder();
    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

class DamagedCase {
public:
    // `secret`: passphrase or recovery code. Throws Error: NotFound, Damaged (no copy of the key file is
    // sound, so nothing can be read), WrongPassphrase, NewerVersion, InUse.
    DamagedCase(const std::filesystem::path& folder, std::string_view secret);
    ~DamagedCase();
    DamagedCase(const DamagedCase&) = delete;
    DamagedCase& operator=(const DamagedCase&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    // What lies beside the database: key copies, seal, anchor, log.
    const std::vector<CaseStore::Finding>& findings() const { return findings_; }
    const std::optional<ChainEnd>& chainEnd() const { return chainEnd_; } // as seal and anchor tell it
    bool hasDatabase() const { return !database_.empty(); }

    // A connection of its own: an error of the cipher stays on the one that met it. Throws Error.
    std::unique_ptr<Database> connect() const;

    // All whole files of originals, in their place or in the folders beside it, sorted.
    const std::vector<std::string>& objects() const { return objects_; }
    bool hasObject(const std::string& objectId) const;
    std::unique_ptr<ObjectFileReader> read(const std::string& objectId) const; // throws NotFound, Damaged

private:
    void lock();
    void openKeys(std::string_view secret);
    void readMarks();
    void prepareDatabase();
    void playLog(const std::filesystem::path& wal);
    void copyDatabase();
    void repairSalt();
    void repairTableList();
    void listObjects();
    std::filesystem::path placeOf(const std::string& objectId) const;
    void found(std::string what, std::string subject, std::string detail) {
        findings_.push_back({std::move(what), std::move(subject), std::move(detail)});
    }

    std::filesystem::path folder_, database_;
    int folderLock_ = -1, fileLock_ = -1;
    std::optional<SecretKey> databaseKey_, objectsKey_, marksKey_;
    std::optional<ChainEnd> chainEnd_;
    bool wasClosed_ = false;
    std::string digest_; // of the pages at the last closing
    std::unique_ptr<PrivateFolder> copy_;
    std::vector<std::string> objects_;
    std::vector<CaseStore::Finding> findings_;
};

} // namespace core::store
