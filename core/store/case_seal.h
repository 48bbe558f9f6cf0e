// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The file `state`: what the database was when the case was last closed, and how far its custody chain had
// come. The cipher checks each page alone, so it cannot see one old page, or the whole old file, put back;
// this can. Not proof against a whole old folder put back: for that a head kept elsewhere is needed.

#include "core/base/sha256.h"
#include "core/store/secret_key.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

inline constexpr std::size_t kDigestSize = 32;

struct CaseSeal {
    bool isClosed = false; // false: written while the case was open; the digest says nothing
    std::string session;   // 16 random bytes of the opening that wrote it
    std::int64_t custodySequence = 0;
    std::string custodyHash; // 64 digits
    std::string digest;      // 32 bytes, of pageMarks()
};

// Under the marks key. Missing: none. Throws Error(Damaged) where the file fails its check.
std::optional<CaseSeal> readSeal(const std::filesystem::path& folder, const SecretKey& marksKey);
void writeSeal(const std::filesystem::path& folder, const SecretKey& marksKey, const CaseSeal& seal);

// Digest over the check value of every page of the database file; with no write-ahead log beside it.
std::string pageMarks(const std::filesystem::path& database, const SecretKey& marksKey);

std::string keyedDigest(std::string_view bytes, const SecretKey& marksKey); // BLAKE2b, 32 bytes
std::string newSession();

// A short mark of a text (a computer's name) that can be recognised with the key and not be read without.
std::string keyedMark(const std::string& text, const SecretKey& marksKey);

} // namespace core::store
