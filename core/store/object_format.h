// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How one original lies on the disk. Not where it lies and who may ask for it: vault.h.
//
// Header of 64 bytes: magic "LOGBOGO1", version u32, chunk size u32, object id 16, random 32; numbers
// little-endian. The key of the object is BLAKE2b-256 of the whole header under the case's object key, so a
// changed header opens nothing. Then chunks of 256 KiB, the last one shorter or equal, each
// XChaCha20-Poly1305 with 16 bytes of tag behind it; nonce: chunk index in 24 bytes (the key is used for this
// object alone); associated data: object id | index u64 | 1 for the last chunk, else 0. The chunks in a row
// hold: the original, zeros, and as the last 8 bytes its true length. There are as many zeros as make the
// file a multiple of 64 KiB (originals up to 1 MiB) or of 1 MiB, and leave the length within one chunk: a
// file's size does not tell which picture it is.

#include "core/store/secret_key.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace core::store {

inline constexpr std::size_t kChunkSize = 256 * 1024; // plain bytes
inline constexpr std::size_t kTagSize = 16;
inline constexpr std::size_t kObjectHeaderSize = 64;
inline constexpr std::size_t kObjectIdSize = 16;
inline constexpr std::size_t kLengthSize = 8;

// The chunks of a file of that size.
struct ObjectLayout {
    std::uint64_t chunks = 0;
    std::size_t lastPlain = 0;   // plain bytes of the last chunk
    std::uint64_t plainSize = 0; // of all chunks
    bool isValid = false;        // false: no object has this size
};

ObjectLayout layoutOfFile(std::uint64_t fileSize);
std::uint64_t fileSizeFor(std::uint64_t originalSize);

std::string makeObjectHeader(std::string_view id); // `id`: 16 bytes
// The header's own bytes are right and name this object.
bool isObjectHeader(std::string_view header, std::string_view id);

class ChunkCipher {
public:
    ChunkCipher(const SecretKey& objectsKey, std::string_view header);

    void seal(std::uint64_t index, bool isLast, std::string_view plain, std::string& sealed) const;
    // False where the bytes are not what was sealed as this chunk of this object.
    bool open(std::uint64_t index, bool isLast, std::string_view sealed, std::string& plain) const;

private:
    std::string associated(std::uint64_t index, bool isLast) const;
    std::string id_;
    SecretKey key_;
};

} // namespace core::store
