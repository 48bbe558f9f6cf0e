// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/case_seal.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/disk.h"

#include <sodium.h>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

// Layout: magic, closed u8, sequence u64, hash 64, digest 32, session 16 (not in the first version), keyed
// BLAKE2b of all before 32.
constexpr std::string_view kSealMagic = "LOGBOGS2";
constexpr std::string_view kFirstMagic = "LOGBOGS1";
constexpr std::size_t kHashSize = 64;
constexpr std::size_t kSessionSize = 16;
constexpr std::size_t kFirstBodySize = 8 + 1 + 8 + kHashSize + kDigestSize;

constexpr std::size_t kPageSize = 8192;
constexpr std::size_t kPageMark = 80; // SQLCipher's reserve at the end of a page: IV 16, HMAC-SHA512 64
constexpr std::size_t kReadSize = 128 * kPageSize;
constexpr std::size_t kMarkSize = 16;

std::string keyedHash(std::string_view bytes, const SecretKey& key, std::size_t size) {
    std::string hash(size, '\0');
    crypto_generichash(raw(hash), size, raw(bytes), bytes.size(), key.data(), SecretKey::kSize);
    return hash;
}

} // namespace

std::optional<CaseSeal> readSeal(const fs::path& folder, const SecretKey& marksKey) {
    const fs::path file = folder / "state";
    std::error_code error;
    if (!fs::exists(file, error)) return std::nullopt;
    const std::string bytes = readWhole(file, 4096);
    const bool isFirst = bytes.starts_with(kFirstMagic);
    const std::size_t bodySize = kFirstBodySize + (isFirst ? 0 : kSessionSize);
    const std::string_view body = std::string_view(bytes).substr(0, bodySize);
    if (bytes.size() != bodySize + kDigestSize || !(isFirst || body.starts_with(kSealMagic)) ||
        keyedDigest(body, marksKey) != bytes.substr(bodySize))
        throw Error(ErrorCode::Damaged, "the file of the last closing is damaged", file.string());
    CaseSeal seal;
    seal.isClosed = bytes[8] != 0;
    seal.custodySequence = static_cast<std::int64_t>(getNumber<std::uint64_t>(bytes, 9));
    seal.custodyHash = bytes.substr(17, kHashSize);
    seal.digest = bytes.substr(17 + kHashSize, kDigestSize);
    seal.session = bytes.substr(kFirstBodySize, bodySize - kFirstBodySize);
    return seal;
}

void writeSeal(const fs::path& folder, const SecretKey& marksKey, const CaseSeal& seal) {
    std::string bytes(kSealMagic);
    bytes += seal.isClosed ? '\1' : '\0';
    putNumber(bytes, static_cast<std::uint64_t>(seal.custodySequence));
    std::string hash = seal.custodyHash;
    hash.resize(kHashSize, '0');
    std::string digest = seal.digest;
    digest.resize(kDigestSize, '\0');
    std::string session = seal.session;
    session.resize(kSessionSize, '\0');
    bytes += hash + digest + session;
    bytes += keyedDigest(bytes, marksKey);
    writeDurably(folder / "state", bytes);
}

std::string pageMarks(const fs::path& database, const SecretKey& marksKey) {
    const InputFile file(database);
    crypto_generichash_state state;
    crypto_generichash_init(&state, marksKey.data(), SecretKey::kSize, kDigestSize);
    std::string block(kReadSize, '\0');
    for (std::uint64_t at = 0;; at += kReadSize) {
        const std::size_t count = file.readAt(at, block.data(), kReadSize);
        if (at == 0 && count >= kMarkSize)
            crypto_generichash_update(&state, raw(block), kMarkSize); // the salt
        for (std::size_t page = 0; page + kPageSize <= count; page += kPageSize)
            crypto_generichash_update(&state, raw(block) + page + kPageSize - kPageMark, kPageMark);
        if (count < kReadSize) break;
    }
    std::string size;
    putNumber(size, file.size());
    crypto_generichash_update(&state, raw(size), size.size());
    std::string digest(kDigestSize, '\0');
    crypto_generichash_final(&state, raw(digest), digest.size());
    return digest;
}

std::string keyedDigest(std::string_view bytes, const SecretKey& marksKey) {
    return keyedHash(bytes, marksKey, kDigestSize);
}

std::string newSession() {
    std::string session(kSessionSize, '\0');
    randombytes_buf(session.data(), session.size());
    return session;
}

std::string keyedMark(const std::string& text, const SecretKey& marksKey) {
    return hexText(keyedHash("mark:" + text, marksKey, kMarkSize));
}

} // namespace core::store
