// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_file.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/store/bytes.h"
#include "core/store/disk.h"

#include <optional>

#include <sodium.h>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::string_view kMagic = "LOGBOGK1";
constexpr std::uint32_t kVersion = 1;
constexpr std::uint32_t kArgon2id = 1;
constexpr std::size_t kSlots = 4;
constexpr std::size_t kSlotSize = 128;
constexpr std::size_t kHeaderSize = 16;
constexpr std::size_t kChecksumSize = 32;
constexpr std::size_t kFileSize = kHeaderSize + kSlots * kSlotSize + kChecksumSize;
constexpr std::size_t kReadLimit = 64 * 1024; // a newer version may be larger
constexpr std::size_t kSaltAt = 24;
constexpr std::size_t kNonceAt = kSaltAt + crypto_pwhash_SALTBYTES;
constexpr std::size_t kWrappedAt = kNonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kWrappedSize = SecretKey::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;
// Beyond these a file asks for more than any version of the program would: it is not ours.
constexpr std::uint64_t kMaxPasses = 64;
constexpr std::uint64_t kMaxMemory = std::uint64_t{4} << 30;

struct Cost {
    std::uint64_t passes;
    std::uint64_t memory; // bytes
};

Cost costOf(KdfCost cost) {
    if (cost == KdfCost::Standard) return {3, std::uint64_t{256} << 20};
    return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

std::string checksum(std::string_view bytes) {
    std::string sum(kChecksumSize, '\0');
    crypto_generichash(raw(sum), sum.size(), raw(bytes), bytes.size(), nullptr, 0);
    return sum;
}

// Argon2id of the passphrase in its composed form: keyboards and systems write å in two ways.
SecretKey wrappingKey(std::string_view passphrase, std::string_view salt, const Cost& cost) {
    std::string text = base::toNfc(passphrase);
    unsigned char bytes[SecretKey::kSize];
    const int result = crypto_pwhash(bytes, sizeof bytes, text.data(), text.size(), raw(salt), cost.passes,
                                     static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), text.size());
    if (result != 0) throw Error(ErrorCode::Io, "not enough memory to make the key of the passphrase");
    SecretKey key(bytes);
    sodium_memzero(bytes, sizeof bytes);
    return key;
}

std::string makeSlot(const SecretKey& dataKey, std::string_view passphrase, KdfCost kdfCost) {
    const Cost cost = costOf(kdfCost);
    std::string slot;
    putNumber(slot, static_cast<std::uint32_t>(KeySlot::Passphrase));
    putNumber(slot, kArgon2id);
    putNumber(slot, cost.passes);
    putNumber(slot, cost.memory);
    slot.resize(kSlotSize);
    randombytes_buf(slot.data() + kSaltAt, kWrappedAt - kSaltAt);
    const SecretKey key = wrappingKey(passphrase, std::string_view(slot).substr(kSaltAt), cost);
    const std::string associated = slot.substr(0, kNonceAt);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(slot) + kWrappedAt, nullptr, dataKey.data(),
                                               SecretKey::kSize, raw(associated), associated.size(), nullptr,
                                               raw(slot) + kNonceAt, key.data());
    return slot;
}

std::optional<SecretKey> openSlot(std::string_view slot, std::string_view passphrase) {
    const Cost cost{getNumber<std::uint64_t>(slot, 8), getNumber<std::uint64_t>(slot, 16)};
    if (cost.passes > kMaxPasses || cost.memory > kMaxMemory ||
        cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN ||
        cost.memory < crypto_pwhash_argon2id_MEMLIMIT_MIN)
        throw Error(ErrorCode::Damaged, "the key file asks for an impossible cost");
    const SecretKey key = wrappingKey(passphrase, slot.substr(kSaltAt), cost);
    unsigned char bytes[SecretKey::kSize];
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytes, nullptr, nullptr, raw(slot) + kWrappedAt, kWrappedSize, raw(slot), kNonceAt,
        raw(slot) + kNonceAt, key.data());
    if (result != 0) return std::nullopt;
    SecretKey dataKey(bytes);
    sodium_memzero(bytes, sizeof bytes);
    return dataKey;
}

bool isSound(std::string_view bytes) {
    if (bytes.size() < kHeaderSize + kChecksumSize || !bytes.starts_with(kMagic)) return false;
    const std::size_t body = bytes.size() - kChecksumSize;
    return checksum(bytes.substr(0, body)) == bytes.substr(body);
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
    std::string bytes(kMagic);
    putNumber(bytes, kVersion);
    putNumber(bytes, std::uint32_t{0});
    bytes += makeSlot(dataKey, passphrase, cost);
    bytes.resize(kFileSize - kChecksumSize);
    bytes += checksum(bytes);
    return bytes;
}

SecretKey openKeyFile(std::string_view bytes, std::string_view passphrase) {
    prepareCrypto();
    if (!isSound(bytes)) throw Error(ErrorCode::Damaged, "the key file is damaged");
    if (getNumber<std::uint32_t>(bytes, kMagic.size()) > kVersion)
        throw Error(ErrorCode::NewerVersion, "the key file was written by a newer program");
    if (bytes.size() != kFileSize) throw Error(ErrorCode::Damaged, "the key file has the wrong size");
    for (std::size_t i = 0; i < kSlots; ++i) {
        const std::string_view slot = bytes.substr(kHeaderSize + i * kSlotSize, kSlotSize);
        if (getNumber<std::uint32_t>(slot, 0) == static_cast<std::uint32_t>(KeySlot::Empty)) continue;
        if (getNumber<std::uint32_t>(slot, 4) != kArgon2id) continue;
        if (auto key = openSlot(slot, passphrase)) return std::move(*key);
    }
    throw Error(ErrorCode::WrongPassphrase, "the passphrase does not open the case");
}

void writeKeyFiles(const std::filesystem::path& folder, std::string_view bytes) {
    writeDurably(folder / "keys", bytes);
    writeDurably(folder / "keys.bak", bytes);
}

SecretKey openKeyFiles(const std::filesystem::path& folder, std::string_view passphrase, bool& restored) {
    const auto first = soundCopy(folder / "keys");
    const auto second = soundCopy(folder / "keys.bak");
    if (!first && !second) {
        std::error_code error;
        const bool isThere = std::filesystem::exists(folder / "keys", error) ||
                             std::filesystem::exists(folder / "keys.bak", error);
        throw Error(isThere ? ErrorCode::Damaged : ErrorCode::NotFound,
                    isThere ? "both copies of the key file are damaged" : "there is no key file",
                    folder.string());
    }
    SecretKey key = openKeyFile(first ? *first : *second, passphrase);
    restored = first != second;
    if (!first) writeDurably(folder / "keys", *second);
    if (first && first != second) writeDurably(folder / "keys.bak", *first);
    return key;
}

bool keyFilesSound(const std::filesystem::path& folder) {
    const auto first = soundCopy(folder / "keys");
    return first && first == soundCopy(folder / "keys.bak");
}

} // namespace core::store
