// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_file.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/disk.h"
#include "core/store/key_slot.h"
#include "core/store/recovery_code.h"

#include <limits>
#include <optional>

#include <sodium.h>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kKeyMagic = "LOGBOGK1";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kGenerationAt = 12;
constexpr std::size_t kSlots = 4;
constexpr std::size_t kHeaderSize = 16;
constexpr std::size_t kChecksumSize = 32;
constexpr std::size_t kFileSize = kHeaderSize + kSlots * kSlotSize + kChecksumSize;
constexpr std::size_t kReadLimit = 64 * 1024; // a newer version may be larger

std::string checksum(std::string_view bytes) {
    std::string sum(kChecksumSize, '\0');
    crypto_generichash(raw(sum), sum.size(), raw(bytes), bytes.size(), nullptr, 0);
    return sum;
}

bool isSound(std::string_view bytes) {
    if (bytes.size() < kHeaderSize + kChecksumSize || !bytes.starts_with(kKeyMagic)) return false;
    const std::size_t body = bytes.size() - kChecksumSize;
    return checksum(bytes.substr(0, body)) == bytes.substr(body);
}

void checkOurs(std::string_view bytes) {
    prepareCrypto();
    if (!isSound(bytes)) throw Error(ErrorCode::Damaged, "the key file is damaged");
    if (getNumber<std::uint32_t>(bytes, kKeyMagic.size()) > kVersion)
        throw Error(ErrorCode::NewerVersion, "the key file was written by a newer program");
    if (bytes.size() != kFileSize) throw Error(ErrorCode::Damaged, "the key file has the wrong size");
}

std::string_view slotOf(std::string_view bytes, std::size_t index) {
    return bytes.substr(kHeaderSize + index * kSlotSize, kSlotSize);
}

std::string assemble(std::uint32_t generation, std::string_view slots) {
    std::string bytes(kKeyMagic);
    putNumber(bytes, kVersion);
    putNumber(bytes, generation);
    bytes += slots;
    bytes.resize(kFileSize - kChecksumSize);
    bytes += checksum(bytes);
    return bytes;
}

// The next generation, with `slot` (or none, where it is empty) instead of all slots of that kind.
std::string replaced(std::string_view bytes, KeySlot kind, std::string_view slot) {
    checkOurs(bytes);
    const std::uint32_t generation = generationOf(bytes);
    if (generation == std::numeric_limits<std::uint32_t>::max())
        throw Error(ErrorCode::Damaged, "the key file has an impossible generation");
    std::string slots(slot);
    std::size_t kept = slot.empty() ? 0 : 1;
    for (std::size_t i = 0; i < kSlots; ++i) {
        const std::string_view other = slotOf(bytes, i);
        if (kindOf(other) == KeySlot::Empty || kindOf(other) == kind || kept == kSlots) continue;
        slots += other;
        ++kept;
    }
    return assemble(generation + 1, slots);
}

std::optional<SecretKey> openAnyOf(KeySlot kind, std::string_view bytes, std::string_view secret) {
    for (std::size_t i = 0; i < kSlots; ++i) {
        if (kindOf(slotOf(bytes, i)) != kind) continue;
        if (auto key = openSlot(slotOf(bytes, i), secret)) return key;
    }
    return std::nullopt;
}

std::optional<std::string> soundCopy(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return std::nullopt;
    try {
        std::string bytes = readWhole(file, kReadLimit);
        if (isSound(bytes)) return bytes;
    } catch (const Error& unreadable) {
        if (unreadable.code() == ErrorCode::Permission) throw;
    }
    return std::nullopt;
}

} // namespace

std::string sealKeyFile(const SecretKey& dataKey, std::string_view passphrase, KdfCost cost) {
    return assemble(1, makePassphraseSlot(dataKey, passphrase, cost));
}

std::string withPassphrase(std::string_view bytes, const SecretKey& dataKey, std::string_view passphrase,
                           KdfCost cost) {
    return replaced(bytes, KeySlot::Passphrase, makePassphraseSlot(dataKey, passphrase, cost));
}

std::string withRecovery(std::string_view bytes, const SecretKey& dataKey, std::string_view code) {
    const RecoveryEntry entry = readRecoveryCode(code);
    if (entry.state != RecoveryEntry::State::Sound)
        throw Error(ErrorCode::InvalidInput, "that is no recovery code");
    return replaced(bytes, KeySlot::Recovery, makeRecoverySlot(dataKey, entry.digits.view()));
}

std::string withoutRecovery(std::string_view bytes) { return replaced(bytes, KeySlot::Recovery, {}); }

OpenedKeyFile openKeyFile(std::string_view bytes, std::string_view secret) {
    checkOurs(bytes);
    // A code is tried as one first, which costs nothing; that it is somebody's passphrase, too, is left open.
    if (const RecoveryEntry entry = readRecoveryCode(secret); entry.state == RecoveryEntry::State::Sound)
        if (auto key = openAnyOf(KeySlot::Recovery, bytes, entry.digits.view()))
            return {std::move(*key), KeySlot::Recovery};
    if (auto key = openAnyOf(KeySlot::Passphrase, bytes, secret))
        return {std::move(*key), KeySlot::Passphrase};
    throw Error(ErrorCode::WrongPassphrase, "the passphrase does not open the case");
}

std::uint32_t generationOf(std::string_view bytes) { return getNumber<std::uint32_t>(bytes, kGenerationAt); }

bool hasRecovery(std::string_view bytes) {
    checkOurs(bytes);
    for (std::size_t i = 0; i < kSlots; ++i)
        if (kindOf(slotOf(bytes, i)) == KeySlot::Recovery) return true;
    return false;
}

std::string newestKeyFile(const std::filesystem::path& folder) {
    auto first = soundCopy(folder / "keys");
    auto second = soundCopy(folder / "keys.bak");
    if (!first && !second) {
        std::error_code error;
        const bool isThere = std::filesystem::exists(folder / "keys", error) ||
                             std::filesystem::exists(folder / "keys.bak", error);
        throw Error(isThere ? ErrorCode::Damaged : ErrorCode::NotFound,
                    isThere ? "both copies of the key file are damaged" : "there is no key file",
                    folder.string());
    }
    const bool isSecond = !first || (second && generationOf(*second) > generationOf(*first));
    return isSecond ? std::move(*second) : std::move(*first);
}

void writeKeyFiles(const std::filesystem::path& folder, std::string_view bytes) {
    writeDurably(folder / "keys", bytes);
    writeDurably(folder / "keys.bak", bytes);
}

OpenedKeys openKeyFiles(const std::filesystem::path& folder, std::string_view secret) {
    std::string newest = newestKeyFile(folder);
    OpenedKeyFile opened = openKeyFile(newest, secret);
    const std::uint32_t generation = generationOf(newest);
    return {std::move(opened.dataKey), opened.slot, generation, std::move(newest), !keyFilesSound(folder)};
}

void restoreKeyFiles(const std::filesystem::path& folder, std::string_view bytes) {
    for (const char* name : {"keys", "keys.bak"})
        if (soundCopy(folder / name) != bytes) writeDurably(folder / name, bytes);
}

bool keyFilesSound(const std::filesystem::path& folder) {
    const auto first = soundCopy(folder / "keys");
    return first && first == soundCopy(folder / "keys.bak");
}

} // namespace core::store
