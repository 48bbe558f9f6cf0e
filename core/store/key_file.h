// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files `keys` and `keys.bak`, alike byte for byte: the random data key of the case, wrapped by what
// Argon2id makes of the passphrase. Not the keys in use: secret_key.h.
//
// Layout, little-endian: magic "LOGBOGK1", version u32, zero u32, four slots of 128 bytes, and as the last
// 32 bytes (in every version) a plain BLAKE2b of all before, so that damage and a wrong passphrase are told
// apart. A slot: kind u32 (0 empty, 1 passphrase, 2 recovery code), algorithm u32 (1: Argon2id 1.3),
// passes u64, memory in bytes u64, salt 16, nonce 24, wrapped key 48 (XChaCha20-Poly1305; the slot up to
// the salt is its associated data), zeros 16.

#include "core/store/case_store.h"
#include "core/store/secret_key.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace core::store {

enum class KeySlot : std::uint32_t { Empty = 0, Passphrase = 1, Recovery = 2 };

// The bytes of a key file with one passphrase slot.
std::string sealKeyFile(const SecretKey& dataKey, std::string_view passphrase, KdfCost cost);
// Throws Error: Damaged, NewerVersion, WrongPassphrase.
SecretKey openKeyFile(std::string_view bytes, std::string_view passphrase);

// Both copies, each written whole or not at all.
void writeKeyFiles(const std::filesystem::path& folder, std::string_view bytes);
// From the sound copy; a damaged, missing or differing one is made anew from it once the passphrase has
// opened it. Throws Error: NotFound (neither is there), Damaged (neither is sound), NewerVersion,
// WrongPassphrase. `restored` tells whether a copy had to be made anew.
SecretKey openKeyFiles(const std::filesystem::path& folder, std::string_view passphrase, bool& restored);
// Both copies are sound and alike.
bool keyFilesSound(const std::filesystem::path& folder);

} // namespace core::store
