// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads one object file, every byte checked before it is given out. Inside core/store; others get an
// ObjectReader.

#include "core/store/disk.h"
#include "core/store/object_format.h"
#include "core/store/vault.h"

namespace core::store {

class ObjectFileReader : public ObjectReader {
public:
    // Reads header and last chunk; throws Error: NotFound, Damaged.
    ObjectFileReader(const std::filesystem::path& file, std::string objectId, std::string_view idBytes,
                     const SecretKey& objectsKey);
    ~ObjectFileReader() override; // wipes the plain bytes

    std::size_t read(char* buffer, std::size_t capacity) override;
    std::uint64_t size() const override { return size_; }
    void seek(std::uint64_t offset) override { position_ = offset; } // beyond the end reads nothing
    void checkPadding(); // the chunks behind the last byte of the original; throws Error(Damaged)

private:
    void load(std::uint64_t chunk);
    [[noreturn]] void damaged(const std::string& what) const;
    std::string readHeader(std::string_view idBytes) const;

    std::string objectId_;
    InputFile file_;
    ObjectLayout layout_;
    ChunkCipher cipher_;
    std::uint64_t size_ = 0;
    std::uint64_t position_ = 0;
    std::uint64_t loaded_ = UINT64_MAX; // index of the chunk in plain_
    std::string plain_, sealed_;
};

// Reads it to its end, padding too. Throws Error(Damaged, Cancelled).
StoredObject hashWhole(ObjectFileReader& reader, const std::string& objectId, base::Progress& progress);

} // namespace core::store
