// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vault.h"

#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/disk.h"
#include "core/store/object_format.h"
#include "core/store/object_reader.h"

#include <algorithm>
#include <optional>

#include <sodium.h>

namespace core::store {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;

namespace {

std::optional<std::string> idBytes(const std::string& objectId) {
    std::string bytes(kObjectIdSize, '\0');
    std::size_t size = 0;
    if (objectId.size() != 2 * kObjectIdSize) return std::nullopt;
    if (sodium_hex2bin(raw(bytes), bytes.size(), objectId.data(), objectId.size(), nullptr, &size, nullptr) !=
        0)
        return std::nullopt;
    if (size != kObjectIdSize || hexText(bytes) != objectId) return std::nullopt; // capitals are not ours
    return bytes;
}

constexpr std::string_view kHalf = ".part"; // an object that is not whole yet

// Another thread may be giving the object its place just now: then it is at the second look where it belongs.
template <typename Open>
auto openObject(Open open) {
    try {
        return open();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::NotFound) throw;
        return open();
    }
}

// Cuts a stream into chunks and seals them into a file.
class ObjectWriter {
public:
    ObjectWriter(OutputFile& out, const SecretKey& key, std::string_view id)
        : out_(out), cipher_(key, header(out, id)), plain_(kChunkSize, '\0') {}
    ~ObjectWriter() { wipe(plain_); }
    ObjectWriter(const ObjectWriter&) = delete;
    ObjectWriter& operator=(const ObjectWriter&) = delete;

    // Fills the current chunk from the source; false at its end. A full chunk is never the last one, for the
    // length always follows.
    bool takeFrom(base::ByteSource& source, base::Progress& progress) {
        const std::size_t count = source.read(plain_.data() + used_, kChunkSize - used_);
        hash_.update({plain_.data() + used_, count});
        used_ += count;
        size_ += count;
        progress.add(count);
        if (used_ == kChunkSize) emit(false);
        return count != 0;
    }

    StoredObject finish(const std::string& objectId) {
        const ObjectLayout layout = layoutOfFile(fileSizeFor(size_));
        for (; index_ + 1 < layout.chunks;) {
            padTo(kChunkSize);
            emit(false);
        }
        padTo(layout.lastPlain - kLengthSize);
        std::string length;
        putNumber(length, size_);
        std::copy(length.begin(), length.end(), plain_.data() + used_);
        used_ += length.size();
        emit(true);
        return {objectId, hash_.finish(), size_};
    }

private:
    static std::string header(OutputFile& out, std::string_view id) {
        std::string bytes = makeObjectHeader(id);
        out.write(bytes);
        return bytes;
    }

    void padTo(std::size_t size) {
        std::fill(plain_.data() + used_, plain_.data() + size, '\0');
        used_ = size;
    }

    void emit(bool isLast) {
        cipher_.seal(index_++, isLast, {plain_.data(), used_}, sealed_);
        out_.write(sealed_);
        used_ = 0;
    }

    OutputFile& out_;
    ChunkCipher cipher_;
    base::Sha256 hash_;
    std::uint64_t size_ = 0;
    std::uint64_t index_ = 0;
    std::string plain_, sealed_; // of the plain bytes the first `used_` are those of the chunk
    std::size_t used_ = 0;
};

} // namespace

struct Vault::State {
    fs::path folder;
    SecretKey key;
};

Vault::Vault(fs::path folder, const SecretKey& key)
    : state_(new State{std::move(folder), SecretKey(std::span<const unsigned char, SecretKey::kSize>(
                                              key.data(), SecretKey::kSize))}) {
    makeFolder(state_->folder);
    makeFolder(state_->folder / "tmp");
}

Vault::Vault(fs::path folder, const Vault& sameKey) : Vault(std::move(folder), sameKey.state_->key) {}

Vault::~Vault() = default;

StoredObject Vault::store(base::ByteSource& source, base::Progress& progress) {
    std::string id(kObjectIdSize, '\0');
    randombytes_buf(id.data(), id.size());
    const std::string objectId = hexText(id);
    fs::path half = temporaryOf(objectId);
    half += kHalf;
    OutputFile out(half);
    ObjectWriter writer(out, state_->key, id);
    do progress.throwIfCancelled();
    while (writer.takeFrom(source, progress));
    StoredObject object = writer.finish(objectId);
    out.commit(temporaryOf(objectId));
    return object;
}

void Vault::copyFrom(const Vault& other, const std::string& objectId, base::Progress& progress) {
    if (!idBytes(objectId)) throw Error(ErrorCode::NotFound, "there is no original of that name", objectId);
    const auto from = openObject([&] { return std::make_unique<InputFile>(other.pathOf(objectId)); });
    fs::path half = temporaryOf(objectId);
    half += kHalf;
    std::error_code ignored;
    fs::remove(half, ignored); // of a copy that was cut off
    OutputFile out(half);
    copyContents(*from, out, progress);
    std::error_code gone;
    const bool hasPlace = fs::exists(placeOf(objectId), gone);
    out.commit(hasPlace ? placeOf(objectId) : temporaryOf(objectId));
}

std::unique_ptr<ObjectReader> Vault::read(const std::string& objectId) const {
    const auto id = idBytes(objectId);
    if (!id) throw Error(ErrorCode::NotFound, "there is no original of that name", objectId);
    return openObject(
        [&] { return std::make_unique<ObjectFileReader>(pathOf(objectId), objectId, *id, state_->key); });
}

StoredObject Vault::check(const std::string& objectId, base::Progress& progress) const {
    const auto id = idBytes(objectId);
    if (!id) throw Error(ErrorCode::NotFound, "there is no original of that name", objectId);
    const auto opened = openObject(
        [&] { return std::make_unique<ObjectFileReader>(pathOf(objectId), objectId, *id, state_->key); });
    return hashWhole(*opened, objectId, progress);
}

std::string Vault::readRange(const std::string& objectId, std::uint64_t offset, std::uint64_t length) const {
    const auto reader = read(objectId);
    const std::uint64_t size = reader->size();
    const std::uint64_t from = std::min(offset, size);
    std::string bytes(static_cast<std::size_t>(std::min(length, size - from)), '\0');
    reader->seek(from);
    for (std::size_t done = 0; done < bytes.size();)
        done += reader->read(bytes.data() + done, bytes.size() - done);
    return bytes;
}

void Vault::settle(const std::string& objectId) noexcept {
    try {
        const fs::path place = placeOf(objectId);
        makeFolder(place.parent_path());
        // Not synced: where the power fails now, it is read from where it was and settled at the next
        // opening.
        renameFile(temporaryOf(objectId), place);
    } catch (const std::exception&) {
        return;
    }
}

void Vault::discard(const std::string& objectId) noexcept {
    std::error_code ignored;
    if (idBytes(objectId)) fs::remove(temporaryOf(objectId), ignored);
}

void Vault::remove(const std::string& objectId) {
    if (idBytes(objectId)) removeDurably(pathOf(objectId));
}

void Vault::moveToLost(const std::string& objectId) {
    std::error_code error;
    if (!idBytes(objectId) || !fs::exists(pathOf(objectId), error)) return;
    const fs::path lost = state_->folder / "lost";
    makeFolder(lost);
    renameFile(pathOf(objectId), lost / objectId);
    syncFolder(lost);
}

void Vault::clearLeftovers(const std::function<bool(const std::string&)>& hasRow, bool keepAll) {
    for (const fs::path& path : listFolder(state_->folder / "tmp")) {
        std::string name = path.filename().string();
        const bool isHalf = name.ends_with(kHalf);
        if (isHalf) name.resize(name.size() - kHalf.size());
        std::error_code ignored;
        if (!idBytes(name) || !fs::is_regular_file(path, ignored)) continue;
        if (isHalf)
            fs::remove(path, ignored);
        else if (keepAll || hasRow(name))
            settle(name);
        else
            discard(name);
    }
}

std::vector<std::string> Vault::objectIds() const {
    std::vector<std::string> ids;
    std::error_code ignored;
    if (!fs::exists(state_->folder, ignored)) return ids;
    for (const fs::path& folder : listFolder(state_->folder)) {
        if (folder.filename().string().size() != 2 || !fs::is_directory(folder, ignored)) continue;
        for (const fs::path& file : listFolder(folder)) {
            std::string name = file.filename().string();
            if (idBytes(name) && placeOf(name) == file) ids.push_back(std::move(name));
        }
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

fs::path Vault::placeOf(const std::string& objectId) const {
    return state_->folder / objectId.substr(0, 2) / objectId;
}

fs::path Vault::temporaryOf(const std::string& objectId) const { return state_->folder / "tmp" / objectId; }

fs::path Vault::pathOf(const std::string& objectId) const {
    std::error_code ignored;
    fs::path place = placeOf(objectId);
    if (fs::exists(place, ignored)) return place;
    fs::path temporary = temporaryOf(objectId);
    return fs::exists(temporary, ignored) ? temporary : place;
}

} // namespace core::store
