// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a log in memory, packed: a log may have hundreds of thousands, and each is a kilobyte or two of
// small pieces while it is a LogRow. Packed it takes less than its own words. Nothing is read from a case
// here: what was put in has been made and redacted once, and is given out again unchanged.

#include "core/report/log_row.h"
#include "core/report/packed_pieces.h"

#include <vector>

namespace core::report {

class PackedRows final : public RowSource {
public:
    PackedRows();
    explicit PackedRows(const std::vector<LogRow>& rows);

    void add(const LogRow& row); // before anybody reads
    std::size_t size() const override { return pieces_.size(); }
    std::size_t longestNumber() const override { return longestNumber_; }
    std::vector<RowRef> some(std::size_t first, std::size_t end) const override;
    std::size_t bytes() const { return pieces_.bytes(); } // what they take

private:
    PackedPieces pieces_;
    std::size_t longestNumber_ = 0;
};

} // namespace core::report
