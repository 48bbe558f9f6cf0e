// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_anchor.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/case_seal.h"
#include "core/store/disk.h"

#include <new>

#include <fcntl.h>
#include <unistd.h>

namespace core::store {

namespace fs = std::filesystem;

namespace {

constexpr const char* kName = "anchor";
constexpr std::string_view kMagic = "LOGBOGA1";
constexpr std::size_t kSlotSize = 4096;
constexpr std::size_t kHashSize = 64;

std::string slotOf(const ChainEnd& end, const SecretKey& key) {
    std::string bytes(kMagic);
    putNumber(bytes, static_cast<std::uint64_t>(end.sequence));
    std::string hash = end.hash;
    hash.resize(kHashSize, '0');
    bytes += hash;
    bytes += keyedDigest(bytes, key);
    bytes.resize(kSlotSize, '\0');
    return bytes;
}

std::optional<ChainEnd> endOf(std::string_view slot, const SecretKey& key) {
    if (slot.size() != kSlotSize || !slot.starts_with(kMagic)) return std::nullopt;
    ChainEnd end{static_cast<std::int64_t>(getNumber<std::uint64_t>(slot, kMagic.size())),
                 std::string(slot.substr(16, kHashSize))};
    return slotOf(end, key) == slot ? std::optional(std::move(end)) : std::nullopt;
}

} // namespace

std::optional<ChainEnd> readAnchor(const fs::path& folder, const SecretKey& marksKey, bool isClosed) {
    const fs::path file = folder / kName;
    std::error_code error;
    if (!fs::exists(file, error)) return std::nullopt;
    const std::string bytes = readWhole(file, 2 * kSlotSize);
    const std::string_view all = bytes;
    const auto first = endOf(all.substr(0, kSlotSize), marksKey);
    const auto second = endOf(all.substr(std::min(kSlotSize, all.size())), marksKey);
    if (isClosed ? !first || !second : !first && !second)
        throw base::Error(base::ErrorCode::Damaged, "the anchor of the history is damaged", file.string());
    if (!first || !second) return first ? first : second;
    return first->sequence > second->sequence ? first : second;
}

ChainAnchor::ChainAnchor(const fs::path& folder, const SecretKey& marksKey, const ChainEnd& end)
    : key_(std::span<const unsigned char, SecretKey::kSize>(marksKey.data(), SecretKey::kSize)), end_(end) {
    const std::string slot = slotOf(end, key_);
    writeDurably(folder / kName, slot + slot);
    fd_ = ::open((folder / kName).c_str(), O_WRONLY | O_CLOEXEC);
    if (fd_ < 0) base::throwErrno("cannot write the anchor of the history", (folder / kName).string());
}

ChainAnchor::~ChainAnchor() { ::close(fd_); }

void ChainAnchor::advance(const ChainEnd& end) noexcept {
    try {
        const std::lock_guard lock(mutex_);
        if (end.sequence <= end_.sequence) return;
        const std::string slot = slotOf(end, key_);
        const auto at = static_cast<off_t>(slot_) * static_cast<off_t>(kSlotSize);
        if (::pwrite(fd_, slot.data(), slot.size(), at) != static_cast<ssize_t>(slot.size())) return;
        end_ = end;
        slot_ = 1 - slot_;
    } catch (const std::bad_alloc&) {
        return;
    }
}

ChainEnd ChainAnchor::end() const {
    const std::lock_guard lock(mutex_);
    return end_;
}

} // namespace core::store
