// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_anchor.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/case_seal.h"
#include "core/store/case_state.h"
#include "core/store/disk.h"

#include <new>

#include <fcntl.h>
#include <unistd.h>

namespace core::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* kName = "anchor";
constexpr std::string_view kAnchorMagic = "LOGBOGA1";
constexpr std::size_t kSlotSize = 4096;
constexpr std::size_t kAnchorHashSize = 64;
constexpr std::size_t kSaltSize = 16; // with which SQLCipher makes its keys, the first bytes of the file

struct Slot {
    ChainEnd end;
    std::string salt; // of the database; zeros: not known
    std::int64_t changes = 0;
};

std::string slotOf(const Slot& slot, const SecretKey& key) {
    std::string bytes(kAnchorMagic);
    putNumber(bytes, static_cast<std::uint64_t>(slot.end.sequence));
    std::string hash = slot.end.hash;
    hash.resize(kAnchorHashSize, '0');
    bytes += hash;
    std::string salt = slot.salt;
    salt.resize(kSaltSize, '\0');
    bytes += salt;
    putNumber(bytes, static_cast<std::uint64_t>(slot.changes));
    bytes += keyedDigest(bytes, key);
    bytes.resize(kSlotSize, '\0');
    return bytes;
}

std::optional<Slot> readSlot(std::string_view bytes, const SecretKey& key) {
    if (bytes.size() != kSlotSize || !bytes.starts_with(kAnchorMagic)) return std::nullopt;
    Slot slot{{static_cast<std::int64_t>(getNumber<std::uint64_t>(bytes, kAnchorMagic.size())),
               std::string(bytes.substr(16, kAnchorHashSize))},
              std::string(bytes.substr(16 + kAnchorHashSize, kSaltSize)),
              static_cast<std::int64_t>(getNumber<std::uint64_t>(bytes, 16 + kAnchorHashSize + kSaltSize))};
    return slotOf(slot, key) == bytes ? std::optional(std::move(slot)) : std::nullopt;
}

std::optional<Slot> newestSlot(const fs::path& folder, const SecretKey& marksKey, bool isClosed) {
    const fs::path file = folder / kName;
    std::error_code error;
    if (!fs::exists(file, error)) return std::nullopt;
    const std::string bytes = readWhole(file, 2 * kSlotSize);
    const std::string_view all = bytes;
    auto first = readSlot(all.substr(0, kSlotSize), marksKey);
    auto second = readSlot(all.substr(std::min(kSlotSize, all.size())), marksKey);
    if (isClosed ? !first || !second : !first && !second)
        throw base::Error(base::ErrorCode::Damaged, "the anchor of the history is damaged", file.string());
    if (!first || !second) return first ? first : second;
    const auto age = [](const Slot& slot) { return std::pair(slot.end.sequence, slot.changes); };
    return age(*first) > age(*second) ? first : second;
}

std::string saltOf(const fs::path& database) {
    std::string salt(kSaltSize, '\0');
    std::error_code error;
    if (!fs::exists(database, error)) return salt;
    salt.resize(InputFile(database).readAt(0, salt.data(), salt.size()));
    return salt;
}

} // namespace

std::optional<ChainEnd> readAnchor(const fs::path& folder, const SecretKey& marksKey, bool isClosed) {
    auto slot = newestSlot(folder, marksKey, isClosed);
    return slot ? std::optional(std::move(slot->end)) : std::nullopt;
}

std::string anchoredSalt(const fs::path& folder, const SecretKey& marksKey) {
    const auto slot = newestSlot(folder, marksKey, false);
    return slot && slot->salt != std::string(kSaltSize, '\0') ? slot->salt : std::string();
}

bool isDatabaseOlder(const fs::path& folder, const SecretKey& databaseKey, const SecretKey& marksKey) {
    try {
        const auto slot = newestSlot(folder, marksKey, false);
        return slot && slot->changes > 0 &&
               Database::openUnchanged(folder / kDatabaseName, databaseKey)->changeCount() < slot->changes;
    } catch (const base::Error&) {
        return false;
    }
}

ChainAnchor::ChainAnchor(const fs::path& folder, const SecretKey& marksKey, const ChainEnd& end)
    : key_(std::span<const unsigned char, SecretKey::kSize>(marksKey.data(), SecretKey::kSize)), end_(end),
      salt_(saltOf(folder / kDatabaseName)) {
    const std::string slot = slotOf({end, salt_, 0}, key_);
    writeDurably(folder / kName, slot + slot);
    fd_ = ::open((folder / kName).c_str(), O_WRONLY | O_CLOEXEC);
    if (fd_ < 0) base::throwErrno("cannot write the anchor of the history", (folder / kName).string());
}

ChainAnchor::~ChainAnchor() { ::close(fd_); }

void ChainAnchor::advance(const ChainEnd& end) noexcept {
    try {
        const std::lock_guard lock(mutex_);
        if (end.sequence > end_.sequence && write(end, changes_)) end_ = end;
    } catch (const std::bad_alloc&) {
        return;
    }
}

void ChainAnchor::fileHolds(std::int64_t changes) noexcept {
    try {
        const std::lock_guard lock(mutex_);
        if (changes > changes_ && write(end_, changes)) changes_ = changes;
    } catch (const std::bad_alloc&) {
        return;
    }
}

bool ChainAnchor::write(const ChainEnd& end, std::int64_t changes) {
    const std::string slot = slotOf({end, salt_, changes}, key_);
    const auto at = static_cast<off_t>(slot_) * static_cast<off_t>(kSlotSize);
    if (::pwrite(fd_, slot.data(), slot.size(), at) != static_cast<ssize_t>(slot.size())) return false;
    slot_ = 1 - slot_;
    return true;
}

ChainEnd ChainAnchor::end() const {
    const std::lock_guard lock(mutex_);
    return end_;
}

std::int64_t ChainAnchor::changes() const {
    const std::lock_guard lock(mutex_);
    return changes_;
}

} // namespace core::store
