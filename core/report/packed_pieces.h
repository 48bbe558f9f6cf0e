// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pieces of bytes in memory, packed in blocks, and asked for by their number. Not what is in them.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::report {

class PackedPieces {
public:
    // As long as all are smaller than `mostPlain` bytes they are not packed: that would be for nothing.
    explicit PackedPieces(std::size_t mostPlain) : mostPlain_(mostPlain) {}

    void add(std::string_view piece); // before anybody reads
    std::size_t size() const { return size_; }
    // Of `first` to before `end`, in order, each as long as it is looked at. On several threads at once.
    void each(std::size_t first, std::size_t end, const std::function<void(std::string_view)>& visit) const;
    std::size_t bytes() const; // what they take

private:
    struct Block {
        std::string bytes;
        std::uint32_t size = 0; // unpacked; 0: they are not packed
    };
    void close();

    std::size_t mostPlain_;
    std::vector<Block> blocks_; // of the same number of pieces each
    std::string open_;          // the pieces after them, not packed yet
    std::size_t size_ = 0, plainBytes_ = 0;
};

} // namespace core::report
