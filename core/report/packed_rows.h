// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a log in memory, packed: a log may have hundreds of thousands, and each is a kilobyte or two of
// small pieces while it is a LogRow. Packed it takes less than its own words. Nothing is read from a case
// here: what was put in has been made and redacted once, and is given out again unchanged.

#include "core/report/log_row.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core::report {

class PackedRows final : public RowSource {
public:
    PackedRows() = default;
    explicit PackedRows(const std::vector<LogRow>& rows);

    void add(const LogRow& row); // before anybody reads
    std::size_t size() const override { return size_; }
    std::size_t longestNumber() const override { return longestNumber_; }
    std::vector<RowRef> rows(std::size_t first, std::size_t end) const override;
    std::size_t bytes() const; // what they take

private:
    struct Block {
        std::string bytes;
        std::uint32_t size = 0; // unpacked; 0: they are not packed
    };
    void close();

    std::vector<Block> blocks_; // of the same number of rows each
    std::string open_;          // the rows after them, not packed yet
    std::size_t size_ = 0, longestNumber_ = 0, plainBytes_ = 0;
};

} // namespace core::report
