// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/object_reader.h"

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/base/sha256.h"
#include "core/store/bytes.h"

#include <algorithm>
#include <cstring>

#include <sodium.h>

namespace core::store {

ObjectFileReader::ObjectFileReader(const std::filesystem::path& file, std::string objectId,
                                   std::string_view idBytes, const SecretKey& objectsKey)
    : objectId_(std::move(objectId)), file_(file), layout_(layoutOfFile(file_.size())),
      cipher_(objectsKey, readHeader(idBytes)) {
    plain_.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(layout_.plainSize, kChunkSize)));
    load(layout_.chunks - 1);
    size_ = getNumber<std::uint64_t>(plain_, layout_.lastPlain - kLengthSize);
    if (size_ > layout_.plainSize - kLengthSize) damaged("its length is impossible");
}

ObjectFileReader::~ObjectFileReader() { wipe(plain_); }

void ObjectFileReader::damaged(const std::string& what) const {
    throw base::Error(base::ErrorCode::Damaged, "the original is damaged: " + what, objectId_);
}

std::string ObjectFileReader::readHeader(std::string_view idBytes) const {
    if (!layout_.isValid) damaged("no original has that size");
    std::string header(kObjectHeaderSize, '\0');
    header.resize(file_.readAt(0, header.data(), header.size()));
    if (!isObjectHeader(header, idBytes)) damaged("its header is not right");
    return header;
}

void ObjectFileReader::load(std::uint64_t chunk) {
    if (chunk == loaded_) return;
    loaded_ = UINT64_MAX;
    const bool isLast = chunk + 1 == layout_.chunks;
    sealed_.resize((isLast ? layout_.lastPlain : kChunkSize) + kTagSize);
    const std::uint64_t at = kObjectHeaderSize + chunk * (kChunkSize + kTagSize);
    if (file_.readAt(at, sealed_.data(), sealed_.size()) != sealed_.size()) damaged("it is cut off");
    if (!cipher_.open(chunk, isLast, sealed_, plain_))
        damaged("part " + std::to_string(chunk) + " fails its check");
    loaded_ = chunk;
}

std::size_t ObjectFileReader::read(char* buffer, std::size_t capacity) {
    if (position_ >= size_ || capacity == 0) return 0;
    load(position_ / kChunkSize);
    const auto from = static_cast<std::size_t>(position_ % kChunkSize);
    const std::size_t inChunk = plain_.size() - from;
    const std::size_t count = std::min({capacity, inChunk, static_cast<std::size_t>(size_ - position_)});
    std::memcpy(buffer, plain_.data() + from, count);
    position_ += count;
    return count;
}

void ObjectFileReader::checkPadding() {
    for (std::uint64_t chunk = size_ / kChunkSize; chunk < layout_.chunks; ++chunk) load(chunk);
}

StoredObject hashWhole(ObjectFileReader& reader, const std::string& objectId, base::Progress& progress) {
    base::Sha256 hash;
    std::string buffer(kChunkSize, '\0');
    while (const std::size_t count = reader.read(buffer.data(), buffer.size())) {
        hash.update(std::string_view(buffer).substr(0, count));
        progress.add(count);
        progress.throwIfCancelled();
    }
    sodium_memzero(buffer.data(), buffer.size());
    reader.checkPadding();
    return {objectId, hash.finish(), reader.size()};
}

} // namespace core::store
