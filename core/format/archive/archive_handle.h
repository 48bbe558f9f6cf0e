// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// libarchive over a source that can be sought in: one entry after the other, names made safe and UTF-8.

#include "core/base/byte_source.h"
#include "core/format/reader.h"

#include <exception>
#include <memory>
#include <optional>
#include <string>

struct archive;

namespace core::format::archive {

struct Entry {
    std::string path;        // with / between, no empty part, no ".."; unique in the archive
    std::string writtenName; // as the archive has it, as far as it is text
    std::uint64_t size = 0;  // 0 = not said
    std::int64_t timeMs = 0; // 0 = not said
    bool isFile = false;     // no folder, link or device
    bool isUnsafe = false;   // the name as written leads out of its folder
    bool isSealed = false;   // encrypted
};

struct Sealed : std::exception {}; // nobody has the passphrase
struct Bomb : std::exception {};   // more comes out than an export ever holds

class Handle {
public:
    // Throws Error(Unsupported) where it is no archive after all.
    Handle(base::SeekableSource& source, const AskPassphrase& ask);
    ~Handle();
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    std::optional<Entry> next(); // none at the end, and where the rest cannot be read: fault()
    // Of the entry that next() gave last. Throws Error(Unsupported) where its data is damaged, and Sealed.
    std::size_t readData(char* buffer, std::size_t capacity);
    const std::string& fault() const { return fault_; }
    bool hasPassphrase() const;
    std::uint64_t packedBytes() const;

    struct State;

private:
    std::unique_ptr<State> state_;
    std::string fault_;
};

} // namespace core::format::archive
