// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The originals: encrypted object files under objects/, written once, never changed, readable at any offset.
// File format, chunking and padding: object_format.h. Names are random, never the hash of the content.

#include "core/base/byte_source.h"
#include "core/base/progress.h"
#include "core/base/sha256.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace core::store {

class SecretKey;

struct StoredObject {
    std::string objectId;  // 32 hexadecimal digits
    base::Digest sha256{}; // of the original bytes
    std::uint64_t size = 0;
};

// Reading throws Error(Damaged) where a chunk fails its check.
using ObjectReader = base::SeekableSource;

// All const methods may be called from any thread, store() too.
class Vault {
public:
    // `folder` is objects/ of the case, made if it is not there.
    Vault(std::filesystem::path folder, const SecretKey& key);
    Vault(std::filesystem::path folder, const Vault& sameKey);
    ~Vault();

    // Encrypts and hashes in one pass. The object is durable under its id in objects/tmp when this returns,
    // or nothing is; it can be read from there. It stays there until the row that points at it is committed,
    // so that what lies elsewhere always had a row: then settle() gives it its place, or discard() takes it
    // away where no row came. Adds the bytes to `progress` and obeys its cancellation. Throws Error: NoSpace,
    // Permission, Io, Cancelled.
    StoredObject store(base::ByteSource& source, base::Progress& progress);
    // The sealed file of the other vault as it is, like store(); in place of what is here under that id.
    void copyFrom(const Vault& other, const std::string& objectId, base::Progress& progress);
    void settle(const std::string& objectId) noexcept;  // where it fails, the next opening does it
    void discard(const std::string& objectId) noexcept; // only from objects/tmp
    // Only where its source was removed from the case, and that is on the disk. Not there: nothing is done.
    void remove(const std::string& objectId);
    // Out of the way of a better copy, into objects/lost; nothing is done where the file is not there.
    void moveToLost(const std::string& objectId);
    std::unique_ptr<ObjectReader> read(const std::string& objectId) const; // throws NotFound, Damaged
    // Reads the whole file, its padding too; hash and size as they are now. Adds the bytes of the original to
    // `progress`. Throws Error: NotFound, Damaged, Cancelled.
    StoredObject check(const std::string& objectId, base::Progress& progress) const;
    // `length` bytes from `offset`; fewer at the end of the object.
    std::string readRange(const std::string& objectId, std::uint64_t offset, std::uint64_t length) const;
    // What a killed program left in objects/tmp; with the case locked only. Halves go; of the whole ones
    // those that have a row are settled. The others are of an import that did not come to its row, and go
    // too, unless rows may be missing: with `keepAll` they are settled and nothing whole is removed.
    void clearLeftovers(const std::function<bool(const std::string& objectId)>& hasRow, bool keepAll);
    // All that have their place, sorted. An object whose row is being committed just now is not among them.
    std::vector<std::string> objectIds() const;
    // Where it lies now; its place where it is nowhere.
    std::filesystem::path pathOf(const std::string& objectId) const;

private:
    std::filesystem::path placeOf(const std::string& objectId) const;
    std::filesystem::path temporaryOf(const std::string& objectId) const;

    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::store
