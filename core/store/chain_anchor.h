// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The file `anchor`: how far the custody chain had come at the last commit, beside the database and outside
// it, so that a write-ahead log cut short after a crash is seen. Written after each commit, in place, without
// waiting for the disk: the commit is there first, so the file is never ahead of what the disk must have.
// Not proof against a whole old folder put back. It also keeps the salt of the database, without which none
// of its pages could be read, and the count of changes (Database::changeCount) that the file of the database
// has without its log, so that an old file put under the log of a crash is seen.
//
// Layout: two slots of 4096 bytes, written in turn, so that a torn one leaves the other. A slot: magic
// "LOGBOGA1", sequence u64, hash 64 digits, salt 16, count u64, keyed BLAKE2b of all before 32, zeros.

#include "core/store/secret_key.h"

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace core::store {

struct ChainEnd {
    std::int64_t sequence = 0;
    std::string hash; // 64 digits
};

// Under the marks key; none where there is no such file. `isClosed`: the case was closed in the ordinary way,
// so no slot can be torn. Throws Error(Damaged) where neither slot is sound, or not both of a closed case.
std::optional<ChainEnd> readAnchor(const std::filesystem::path& folder, const SecretKey& marksKey,
                                   bool isClosed);

// The first 16 bytes of the database as they were when the case was last opened; empty where they are not
// known. Throws as above for a file of which neither slot is sound.
std::string anchoredSalt(const std::filesystem::path& folder, const SecretKey& marksKey);

// The file of the database, without its log, has fewer changes than were in it before. False where that
// cannot be told: no sound anchor, or a first page torn while the log was moved into it, which then holds it.
bool isDatabaseOlder(const std::filesystem::path& folder, const SecretKey& databaseKey,
                     const SecretKey& marksKey);

class ChainAnchor {
public:
    // Starts the file anew at `end`.
    ChainAnchor(const std::filesystem::path& folder, const SecretKey& marksKey, const ChainEnd& end);
    ~ChainAnchor();
    ChainAnchor(const ChainAnchor&) = delete;
    ChainAnchor& operator=(const ChainAnchor&) = delete;

    // From any thread, in any order; the file never goes back. A failure is passed over: what was committed
    // is on the disk, and an anchor that lags behind accuses nobody.
    void advance(const ChainEnd& end) noexcept;
    // Only once the file is on the disk with them.
    void fileHolds(std::int64_t changes) noexcept;
    ChainEnd end() const;
    std::int64_t changes() const; // of fileHolds()

private:
    bool write(const ChainEnd& end, std::int64_t changes);

    SecretKey key_;
    int fd_ = -1;
    mutable std::mutex mutex_;
    ChainEnd end_;
    std::string salt_;
    std::int64_t changes_ = 0;
    int slot_ = 0;
};

} // namespace core::store
