// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Thirty-two secret bytes in guarded, locked memory that is wiped when the object dies.
// Not a passphrase: those become keys in key_file.h.

#include <cstddef>
#include <cstdint>
#include <span>

namespace core::store {

// What a subkey is for; the numbers are part of the file format.
enum class KeyPurpose : std::uint64_t { Database = 1, Objects = 2, Marks = 3 };

class SecretKey {
public:
    static constexpr std::size_t kSize = 32;

    static SecretKey random();
    // Copies the bytes; the caller wipes its own.
    explicit SecretKey(std::span<const unsigned char, kSize> bytes);
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    const unsigned char* data() const { return bytes_; }
    SecretKey subkey(KeyPurpose purpose) const;

private:
    SecretKey();
    void seal(); // read-only from here on
    unsigned char* bytes_ = nullptr;
};

// Prepares libsodium; throws Error(Internal) where it will not start. Called by whoever needs it, cheap when
// repeated.
void prepareCrypto();

} // namespace core::store
