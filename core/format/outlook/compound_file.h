// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A compound file ([MS-CFB], OLE): folders and streams inside one file. Not what they mean. A damaged one
// gives what can be reached; chains that go in circles end.

#include "core/base/byte_source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::outlook {

class CompoundFile {
public:
    static constexpr std::string_view kMagic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

    // The source must outlive it and is sought in by every call.
    explicit CompoundFile(base::SeekableSource& source);

    bool isValid() const { return !entries_.empty(); }

    // An entry by its number; 0 is the root folder.
    using Entry = std::size_t;
    static constexpr Entry kNone = ~std::size_t{0};
    const std::string& name(Entry entry) const { return entries_[entry].name; } // UTF-8
    bool isFolder(Entry entry) const { return entries_[entry].isFolder; }
    std::uint64_t size(Entry entry) const { return entries_[entry].size; }
    std::vector<Entry> children(Entry folder) const;
    Entry find(Entry folder, std::string_view name) const; // kNone where there is none

    std::string read(Entry stream, std::size_t limit) const; // at most `limit` bytes
    std::unique_ptr<base::ByteSource> open(Entry stream) const;

private:
    struct Node {
        std::string name;
        bool isFolder = false;
        std::uint32_t left = 0, right = 0, child = 0, start = 0;
        std::uint64_t size = 0;
    };
    class Stream;

    std::string bytesAt(std::uint64_t offset, std::size_t count) const;
    std::string sector(std::uint32_t number) const;
    std::string chain(std::uint32_t start, std::uint64_t limit) const;
    void readTable(std::string_view header);
    void readDirectory(std::uint32_t start);

    base::SeekableSource& source_;
    std::size_t sectorSize_ = 512;
    std::size_t miniSize_ = 64;
    std::uint32_t miniCutoff_ = 4096;
    std::vector<std::uint32_t> table_;       // the sector behind each sector
    std::vector<std::uint32_t> miniTable_;   // the same of the small ones
    std::vector<std::uint32_t> miniSectors_; // the sectors that hold the small ones
    std::vector<Node> entries_;
    // What is left of the work that a sound file can ask for: in a crafted one all folders may share one
    // tree, and all streams their sectors.
    mutable std::uint64_t stepsLeft_ = 0;
    mutable std::uint64_t bytesLeft_ = 0;
};

} // namespace core::format::outlook
