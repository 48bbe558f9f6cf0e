// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files `keys` and `keys.bak`: the random data key of the case, wrapped by what is made of the passphrase
// and, if there is a recovery sheet, of its code. Not the keys in use: secret_key.h.
//
// Layout, little-endian: magic "LOGBOGK1", version u32, generation u32, four slots of 128 bytes, and as the
// last 32 bytes (in every version) a plain BLAKE2b of all before, so that damage and a wrong passphrase are
// told apart. A slot: kind u32 (0 empty, 1 passphrase, 2 recovery code), algorithm u32 (1: Argon2id 1.3,
// 2: salted BLAKE2b), passes u64, memory in bytes u64 (both 0 for 2), salt 16, nonce 24, wrapped key 48
// (XChaCha20-Poly1305; the slot up to the salt and the salt are its associated data), zeros 16.
// The generation grows with each change. Of two sound copies the higher one counts and only it: the other is
// of before a change that was cut off, and the passphrase in it is the old one.

#include "core/base/secret_text.h"
#include "core/store/case_store.h"
#include "core/store/secret_key.h"

#include <cstdint>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>

namespace core::store {

enum class KeySlot : std::uint32_t { Empty = 0, Passphrase = 1, Recovery = 2 };

// This machine has not as much memory as the passphrase's key was made with.
class KeyMemoryError : public std::bad_alloc {
public:
    const char* what() const noexcept override {
        return "there is not enough free memory to make the key of the passphrase: close other programs and "
               "try again";
    }
};

struct OpenedKeyFile {
    SecretKey dataKey;
    KeySlot slot; // that was opened: after Recovery a new passphrase is due
};

// The bytes of a first key file with one passphrase slot.
std::string sealKeyFile(const SecretKey& dataKey, std::string_view passphrase, KdfCost cost);
// The next generation: with another passphrase, another recovery code, none.
std::string withPassphrase(std::string_view bytes, const SecretKey& dataKey, std::string_view passphrase,
                           KdfCost cost);
std::string withRecovery(std::string_view bytes, const SecretKey& dataKey, std::string_view code);
std::string withoutRecovery(std::string_view bytes);

// `secret` is a passphrase or a recovery code; its shape decides what is tried.
// Throws Error: Damaged, NewerVersion, WrongPassphrase; KeyMemoryError.
OpenedKeyFile openKeyFile(std::string_view bytes, std::string_view secret);
std::uint32_t generationOf(std::string_view bytes); // of a sound one
bool hasRecovery(std::string_view bytes);

// The sound copy with the higher generation. Throws Error: NotFound (neither is there), Damaged (neither is
// sound), Permission.
std::string newestKeyFile(const std::filesystem::path& folder);
// Both copies, each written whole or not at all, one after the other.
void writeKeyFiles(const std::filesystem::path& folder, std::string_view bytes);

struct OpenedKeys {
    SecretKey dataKey;
    KeySlot slot;
    std::uint32_t generation;
    std::string bytes; // of the copy that was opened
    bool isOneCopy;    // the other one is damaged, missing or older
};
// From the newest sound copy; throws what newestKeyFile and openKeyFile throw. Nothing is written: that the
// passphrase opens it does not say that it is the key of this case.
OpenedKeys openKeyFiles(const std::filesystem::path& folder, std::string_view secret);
// The copy that is not like these bytes, made anew. Only once the key has opened the database.
void restoreKeyFiles(const std::filesystem::path& folder, std::string_view bytes);
// Both copies are sound and alike.
bool keyFilesSound(const std::filesystem::path& folder);

} // namespace core::store
