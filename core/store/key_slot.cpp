// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/key_slot.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/kdf_cost.h"

#include <sodium.h>

namespace core::store {

using base::Error;
using base::ErrorCode;

namespace {

constexpr std::uint32_t kArgon2id = 1;
constexpr std::uint32_t kBlake2b = 2;
constexpr std::size_t kSaltAt = 24;
constexpr std::size_t kNonceAt = kSaltAt + crypto_pwhash_SALTBYTES;
constexpr std::size_t kWrappedAt = kNonceAt + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kWrappedSize = SecretKey::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_pwhash_SALTBYTES == crypto_generichash_blake2b_SALTBYTES);
// Beyond these a file asks for more than any version of the program would: it is not ours.
constexpr std::uint64_t kMaxPasses = 64;
constexpr std::uint64_t kMaxMemory = std::uint64_t{4} << 30;

SecretKey takeKey(unsigned char (&bytes)[SecretKey::kSize]) {
    SecretKey key(bytes);
    sodium_memzero(bytes, sizeof bytes);
    return key;
}

SecretKey keyOfPassphrase(std::string_view passphrase, std::string_view salt, const KdfParameters& cost) {
    const base::SecretText text = base::composed(passphrase);
    unsigned char bytes[SecretKey::kSize];
    if (crypto_pwhash(bytes, sizeof bytes, text.view().data(), text.size(), raw(salt), cost.passes,
                      static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw KeyMemoryError();
    return takeKey(bytes);
}

// The code is random: nothing has to be made slow to guess.
SecretKey keyOfDigits(std::string_view digits, std::string_view salt) {
    static constexpr char kPersonal[crypto_generichash_blake2b_PERSONALBYTES + 1] = "logbog-recovery1";
    unsigned char bytes[SecretKey::kSize];
    crypto_generichash_blake2b_salt_personal(bytes, sizeof bytes, raw(digits), digits.size(), nullptr, 0,
                                             raw(salt), reinterpret_cast<const unsigned char*>(kPersonal));
    return takeKey(bytes);
}

// Kind, algorithm, cost; a fresh salt and nonce.
std::string beginSlot(KeySlot kind, std::uint32_t algorithm, const KdfParameters& cost) {
    std::string slot;
    putNumber(slot, static_cast<std::uint32_t>(kind));
    putNumber(slot, algorithm);
    putNumber(slot, cost.passes);
    putNumber(slot, cost.memory);
    slot.resize(kSlotSize);
    randombytes_buf(slot.data() + kSaltAt, kWrappedAt - kSaltAt);
    return slot;
}

void wrap(std::string& slot, const SecretKey& dataKey, const SecretKey& key) {
    const std::string associated = slot.substr(0, kNonceAt);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(slot) + kWrappedAt, nullptr, dataKey.data(),
                                               SecretKey::kSize, raw(associated), associated.size(), nullptr,
                                               raw(slot) + kNonceAt, key.data());
}

std::optional<SecretKey> unwrap(std::string_view slot, const SecretKey& key) {
    unsigned char bytes[SecretKey::kSize];
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes, nullptr, nullptr, raw(slot) + kWrappedAt,
                                                   kWrappedSize, raw(slot), kNonceAt, raw(slot) + kNonceAt,
                                                   key.data()) != 0)
        return std::nullopt;
    return takeKey(bytes);
}

} // namespace

KeySlot kindOf(std::string_view slot) { return static_cast<KeySlot>(getNumber<std::uint32_t>(slot, 0)); }

std::string makePassphraseSlot(const SecretKey& dataKey, std::string_view passphrase, KdfCost kdfCost) {
    const KdfParameters cost = kdfParameters(kdfCost);
    std::string slot = beginSlot(KeySlot::Passphrase, kArgon2id, cost);
    wrap(slot, dataKey, keyOfPassphrase(passphrase, std::string_view(slot).substr(kSaltAt), cost));
    return slot;
}

std::string makeRecoverySlot(const SecretKey& dataKey, std::string_view digits) {
    std::string slot = beginSlot(KeySlot::Recovery, kBlake2b, {0, 0});
    wrap(slot, dataKey, keyOfDigits(digits, std::string_view(slot).substr(kSaltAt)));
    return slot;
}

std::optional<SecretKey> openSlot(std::string_view slot, std::string_view secret) {
    const auto algorithm = getNumber<std::uint32_t>(slot, 4);
    const std::string_view salt = slot.substr(kSaltAt);
    if (kindOf(slot) == KeySlot::Recovery && algorithm == kBlake2b)
        return unwrap(slot, keyOfDigits(secret, salt));
    if (kindOf(slot) != KeySlot::Passphrase || algorithm != kArgon2id) return std::nullopt;
    const KdfParameters cost{getNumber<std::uint64_t>(slot, 8), getNumber<std::uint64_t>(slot, 16)};
    if (cost.passes > kMaxPasses || cost.memory > kMaxMemory ||
        cost.passes < crypto_pwhash_argon2id_OPSLIMIT_MIN ||
        cost.memory < crypto_pwhash_argon2id_MEMLIMIT_MIN)
        throw Error(ErrorCode::Damaged, "the key file asks for an impossible cost");
    return unwrap(slot, keyOfPassphrase(secret, salt, cost));
}

} // namespace core::store
