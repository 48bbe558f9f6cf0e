// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/outlook/msg_builder.h"

namespace tests {

namespace {

constexpr std::size_t kSector = 512;
constexpr std::size_t kMini = 64;
constexpr std::size_t kCutoff = 4096;
constexpr std::uint32_t kEnd = 0xFFFFFFFE;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::uint32_t kTableSector = 0xFFFFFFFD;

class Writer {
public:
    std::string write(const CfbNode& root) {
        entry(root, 5);
        const std::uint32_t miniStart = chain(mini_);
        start_[0] = miniStart;
        size_[0] = mini_.size();
        std::string miniTable;
        for (const std::uint32_t next : miniTable_) miniTable += little(next, 4);
        const std::uint32_t miniTableSectors =
            static_cast<std::uint32_t>((miniTable.size() + kSector - 1) / kSector);
        const std::uint32_t miniTableStart = chain(miniTable);
        std::string directory;
        for (std::size_t i = 0; i < names_.size(); ++i) directory += entryBytes(i);
        const std::uint32_t directoryStart = chain(directory);
        // The table has to hold its own sectors.
        std::size_t own = 1;
        while ((table_.size() + own) * 4 > own * kSector) ++own;
        const std::size_t first = table_.size();
        for (std::size_t i = 0; i < own; ++i) table_.push_back(kTableSector);
        std::string table;
        for (const std::uint32_t next : table_) table += little(next, 4);
        while (table.size() < own * kSector) table += little(kFree, 4);
        std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + little(0x3E, 2) +
                             little(3, 2) + little(0xFFFE, 2) + little(9, 2) + little(6, 2) +
                             std::string(10, '\0') + little(own, 4) + little(directoryStart, 4) +
                             std::string(4, '\0') + little(kCutoff, 4) + little(miniTableStart, 4) +
                             little(miniTableSectors, 4) + little(kEnd, 4) + little(0, 4);
        for (std::size_t i = 0; i < 109; ++i) header += little(i < own ? first + i : kFree, 4);
        return header + sectors_ + table;
    }

private:
    // The entry and those below it; returns its number.
    std::uint32_t entry(const CfbNode& node, char type) {
        const auto own = static_cast<std::uint32_t>(names_.size());
        names_.push_back(node.name);
        types_.push_back(type);
        right_.push_back(kFree);
        child_.push_back(kFree);
        start_.push_back(kEnd);
        size_.push_back(node.bytes.size());
        if (!node.isFolder) start_[own] = node.bytes.size() < kCutoff ? mini(node.bytes) : chain(node.bytes);
        std::uint32_t last = kFree;
        for (const CfbNode& below : node.children) {
            const std::uint32_t number = entry(below, below.isFolder ? 1 : 2);
            (last == kFree ? child_[own] : right_[last]) = number;
            last = number;
        }
        return own;
    }

    std::uint32_t chain(const std::string& bytes) {
        if (bytes.empty()) return kEnd;
        const auto first = static_cast<std::uint32_t>(table_.size());
        for (std::size_t at = 0; at < bytes.size(); at += kSector) {
            std::string sector = bytes.substr(at, kSector);
            sector.resize(kSector);
            sectors_ += sector;
            table_.push_back(static_cast<std::uint32_t>(table_.size() + 1));
        }
        table_.back() = kEnd;
        return first;
    }

    std::uint32_t mini(const std::string& bytes) {
        if (bytes.empty()) return kEnd;
        const auto first = static_cast<std::uint32_t>(miniTable_.size());
        for (std::size_t at = 0; at < bytes.size(); at += kMini) {
            std::string piece = bytes.substr(at, kMini);
            piece.resize(kMini);
            mini_ += piece;
            miniTable_.push_back(static_cast<std::uint32_t>(miniTable_.size() + 1));
        }
        miniTable_.back() = kEnd;
        return first;
    }

    std::string entryBytes(std::size_t i) const {
        std::string name = utf16(names_[i]) + std::string(2, '\0');
        const std::size_t length = name.size();
        name.resize(64);
        return name + little(length, 2) + types_[i] + '\1' + little(kFree, 4) + little(right_[i], 4) +
               little(child_[i], 4) + std::string(36, '\0') + little(start_[i], 4) + little(size_[i], 8);
    }

    std::vector<std::string> names_;
    std::vector<char> types_;
    std::vector<std::uint32_t> right_, child_, start_;
    std::vector<std::uint64_t> size_;
    std::string sectors_, mini_;
    std::vector<std::uint32_t> table_, miniTable_;
};

} // namespace

std::string compoundFile(const CfbNode& root) { return Writer().write(root); }

} // namespace tests
