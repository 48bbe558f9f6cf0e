// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/object_format.h"

#include "core/store/bytes.h"

#include <sodium.h>

namespace core::store {

static_assert(kTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);

namespace {

constexpr std::string_view kMagic = "LOGBOGO1";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kIdAt = 16;
constexpr std::size_t kRandomAt = kIdAt + kObjectIdSize;
constexpr std::size_t kSealedChunk = kChunkSize + kTagSize;
constexpr std::uint64_t kSmallUnit = 64 * 1024;
constexpr std::uint64_t kLargeUnit = 1024 * 1024;
using Nonce = unsigned char[crypto_aead_xchacha20poly1305_ietf_NPUBBYTES];

SecretKey keyOf(const SecretKey& objectsKey, std::string_view header) {
    unsigned char bytes[SecretKey::kSize];
    crypto_generichash(bytes, sizeof bytes, raw(header), header.size(), objectsKey.data(), SecretKey::kSize);
    SecretKey key(bytes);
    sodium_memzero(bytes, sizeof bytes);
    return key;
}

void nonceOf(std::uint64_t index, Nonce& nonce) {
    sodium_memzero(nonce, sizeof nonce);
    for (std::size_t i = 0; i < sizeof index; ++i) nonce[i] = static_cast<unsigned char>(index >> (8 * i));
}

} // namespace

ObjectLayout layoutOfFile(std::uint64_t fileSize) {
    ObjectLayout layout;
    if (fileSize < kObjectHeaderSize + kTagSize + kLengthSize) return layout;
    const std::uint64_t body = fileSize - kObjectHeaderSize;
    layout.chunks = (body + kSealedChunk - 1) / kSealedChunk;
    const std::uint64_t last = body - (layout.chunks - 1) * kSealedChunk;
    layout.isValid = last >= kTagSize + kLengthSize;
    if (!layout.isValid) return layout;
    layout.lastPlain = static_cast<std::size_t>(last - kTagSize);
    layout.plainSize = (layout.chunks - 1) * kChunkSize + layout.lastPlain;
    return layout;
}

std::uint64_t fileSizeFor(std::uint64_t originalSize) {
    const std::uint64_t unit = originalSize <= kLargeUnit ? kSmallUnit : kLargeUnit;
    std::uint64_t size = (originalSize / unit + 1) * unit;
    for (;; size += unit) {
        const ObjectLayout layout = layoutOfFile(size);
        if (layout.isValid && layout.plainSize >= originalSize + kLengthSize) return size;
    }
}

std::string makeObjectHeader(std::string_view id) {
    std::string header(kMagic);
    putNumber(header, kVersion);
    putNumber(header, static_cast<std::uint32_t>(kChunkSize));
    header += id;
    header.resize(kObjectHeaderSize);
    randombytes_buf(header.data() + kRandomAt, kObjectHeaderSize - kRandomAt);
    return header;
}

bool isObjectHeader(std::string_view header, std::string_view id) {
    return header.size() == kObjectHeaderSize && header.starts_with(kMagic) &&
           getNumber<std::uint32_t>(header, kMagic.size()) == kVersion &&
           getNumber<std::uint32_t>(header, kMagic.size() + 4) == kChunkSize &&
           header.substr(kIdAt, kObjectIdSize) == id;
}

ChunkCipher::ChunkCipher(const SecretKey& objectsKey, std::string_view header)
    : id_(header.substr(kIdAt, kObjectIdSize)), key_(keyOf(objectsKey, header)) {}

std::string ChunkCipher::associated(std::uint64_t index, bool isLast) const {
    std::string bytes = id_;
    putNumber(bytes, index);
    bytes += isLast ? '\1' : '\0';
    return bytes;
}

void ChunkCipher::seal(std::uint64_t index, bool isLast, std::string_view plain, std::string& sealed) const {
    Nonce nonce;
    nonceOf(index, nonce);
    const std::string data = associated(index, isLast);
    sealed.resize(plain.size() + kTagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(plain), plain.size(), raw(data),
                                               data.size(), nullptr, nonce, key_.data());
}

bool ChunkCipher::open(std::uint64_t index, bool isLast, std::string_view sealed, std::string& plain) const {
    if (sealed.size() < kTagSize) return false;
    Nonce nonce;
    nonceOf(index, nonce);
    const std::string data = associated(index, isLast);
    plain.resize(sealed.size() - kTagSize);
    return crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(sealed),
                                                      sealed.size(), raw(data), data.size(), nonce,
                                                      key_.data()) == 0;
}

} // namespace core::store
