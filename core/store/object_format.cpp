// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/object_format.h"

#include "core/base/error.h"
#include "core/store/bytes.h"

#include <algorithm>
#include <memory>

#include <openssl/evp.h>
#include <sodium.h>

namespace core::store {

static_assert(kTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(kChunkSize < INT32_MAX); // lengths of OpenSSL's

namespace {

constexpr std::string_view kObjectMagic = "LOGBOGO1";
constexpr std::uint32_t kObjectVersion = 1;
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

// Fetched once: looking it up costs more than a short chunk.
const EVP_CIPHER* chaCha() {
    static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "ChaCha20-Poly1305", nullptr);
    return cipher;
}

// XChaCha20-Poly1305 by its definition: ChaCha20-Poly1305 under a key made by HChaCha20 of the first 16 bytes
// of the nonce, with the last 8 as its own. OpenSSL's is half as fast again as libsodium's, and every
// original is sealed once and opened at least once.
class XChaCha {
public:
    XChaCha(const SecretKey& key, const Nonce& nonce, std::string_view data, bool isSealing)
        : context_(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free) {
        unsigned char subkey[crypto_core_hchacha20_OUTPUTBYTES];
        unsigned char own[12] = {};
        crypto_core_hchacha20(subkey, nonce, key.data(), nullptr);
        std::copy(nonce + crypto_core_hchacha20_INPUTBYTES, nonce + sizeof(Nonce), own + 4);
        const int ok = EVP_CipherInit_ex2(context_.get(), chaCha(), subkey, own, isSealing ? 1 : 0, nullptr);
        sodium_memzero(subkey, sizeof subkey);
        require(ok);
        int length = 0;
        require(EVP_CipherUpdate(context_.get(), nullptr, &length, raw(data), static_cast<int>(data.size())));
    }

    void update(unsigned char* out, std::string_view in) {
        int length = 0;
        require(EVP_CipherUpdate(context_.get(), out, &length, raw(in), static_cast<int>(in.size())));
    }
    void takeTag(unsigned char* tag) {
        finish();
        require(EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize, tag));
    }
    bool hasTag(std::string_view tag) {
        std::string copy(tag); // OpenSSL wants one that it might change
        require(EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, copy.data()));
        return finish();
    }

private:
    static void require(int ok) {
        if (ok != 1) throw base::Error(base::ErrorCode::Internal, "ChaCha20-Poly1305 is not available");
    }
    bool finish() {
        unsigned char none[kTagSize];
        int length = 0;
        return EVP_CipherFinal_ex(context_.get(), none, &length) == 1;
    }

    std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context_;
};

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
    std::string header(kObjectMagic);
    putNumber(header, kObjectVersion);
    putNumber(header, static_cast<std::uint32_t>(kChunkSize));
    header += id;
    header.resize(kObjectHeaderSize);
    randombytes_buf(header.data() + kRandomAt, kObjectHeaderSize - kRandomAt);
    return header;
}

bool isObjectHeader(std::string_view header, std::string_view id) {
    return header.size() == kObjectHeaderSize && header.starts_with(kObjectMagic) &&
           getNumber<std::uint32_t>(header, kObjectMagic.size()) == kObjectVersion &&
           getNumber<std::uint32_t>(header, kObjectMagic.size() + 4) == kChunkSize &&
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
    XChaCha cipher(key_, nonce, data, true);
    cipher.update(raw(sealed), plain);
    cipher.takeTag(raw(sealed) + plain.size());
}

bool ChunkCipher::open(std::uint64_t index, bool isLast, std::string_view sealed, std::string& plain) const {
    if (sealed.size() < kTagSize) return false;
    Nonce nonce;
    nonceOf(index, nonce);
    const std::string data = associated(index, isLast);
    plain.resize(sealed.size() - kTagSize);
    XChaCha cipher(key_, nonce, data, false);
    cipher.update(raw(plain), sealed.substr(0, plain.size()));
    const bool isSound = cipher.hasTag(sealed.substr(plain.size()));
    if (!isSound) sodium_memzero(plain.data(), plain.size()); // nobody is to see what was not checked
    return isSound;
}

} // namespace core::store
