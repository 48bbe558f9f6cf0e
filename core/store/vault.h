// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The originals: encrypted object files under objects/, written once, never changed, readable at any offset.
// File format, chunking and padding: object_format.h. Names are random, never the hash of the content.

#include "core/base/byte_source.h"
#include "core/base/progress.h"
#include "core/base/sha256.h"

#include <cstdint>
#include <filesystem>
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

class ObjectReader : public base::ByteSource {
public:
    ~ObjectReader() override = default;
    virtual std::uint64_t size() const = 0;
    virtual void seek(std::uint64_t offset) = 0;
    // Throws Error(Damaged) where a chunk fails its check.
};

// All const methods may be called from any thread, store() too.
class Vault {
public:
    // `folder` is objects/ of the case, made if it is not there.
    Vault(std::filesystem::path folder, const SecretKey& key);
    ~Vault();

    // Encrypts and hashes in one pass. The object is on the disk under its name when this returns, or nothing
    // is. Adds the bytes to `progress` and obeys its cancellation. Throws Error: NoSpace, Permission, Io,
    // Cancelled.
    StoredObject store(base::ByteSource& source, base::Progress& progress);
    std::unique_ptr<ObjectReader> read(const std::string& objectId) const; // throws NotFound, Damaged
    // Reads the whole file, its padding too; hash and size as they are now. Adds the bytes of the original to
    // `progress`. Throws Error: NotFound, Damaged, Cancelled.
    StoredObject check(const std::string& objectId, base::Progress& progress) const;
    // `length` bytes from `offset`; fewer at the end of the object.
    std::string readRange(const std::string& objectId, std::uint64_t offset, std::uint64_t length) const;
    void remove(const std::string& objectId); // for an object that no row points at
    void removeLeftovers(); // halves of objects that a killed program was writing; with the case locked only
    std::vector<std::string> objectIds() const;
    std::filesystem::path pathOf(const std::string& objectId) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace core::store
