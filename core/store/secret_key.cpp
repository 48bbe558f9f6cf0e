// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/secret_key.h"

#include "core/base/error.h"

#include <cstring>
#include <utility>

#include <sodium.h>

namespace core::store {

static_assert(SecretKey::kSize == crypto_kdf_KEYBYTES);

void prepareCrypto() {
    static const int state = sodium_init();
    if (state < 0) throw base::Error(base::ErrorCode::Internal, "libsodium did not start");
}

SecretKey::SecretKey() {
    prepareCrypto();
    bytes_ = static_cast<unsigned char*>(sodium_malloc(kSize));
    if (bytes_ == nullptr) throw base::Error(base::ErrorCode::Internal, "no memory for a key");
}

SecretKey::SecretKey(std::span<const unsigned char, kSize> bytes) : SecretKey() {
    std::memcpy(bytes_, bytes.data(), kSize);
    seal();
}

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(std::exchange(other.bytes_, nullptr)) {}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

SecretKey::~SecretKey() {
    if (bytes_ != nullptr) sodium_free(bytes_);
}

void SecretKey::seal() { sodium_mprotect_readonly(bytes_); }

SecretKey SecretKey::random() {
    SecretKey key;
    randombytes_buf(key.bytes_, kSize);
    key.seal();
    return key;
}

SecretKey SecretKey::subkey(KeyPurpose purpose) const {
    static constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "logbog-1";
    SecretKey key;
    crypto_kdf_derive_from_key(key.bytes_, kSize, static_cast<std::uint64_t>(purpose), kContext, bytes_);
    key.seal();
    return key;
}

} // namespace core::store
