// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ranges of a file that may be of any size, read one by one under a budget, so that neither the size of a
// film nor what it claims decides how much is read.

#include "core/base/byte_source.h"

#include <cstdint>
#include <string>

namespace core::format::film {

class Window {
public:
    // `budget`: bytes that are read at most, all ranges together.
    explicit Window(base::SeekableSource& source, std::uint64_t budget)
        : source_(source), size_(source.size()), left_(budget) {}

    // What there is of the range: shorter at the end of the file and where the budget is used up.
    std::string range(std::uint64_t offset, std::uint64_t length);
    std::uint64_t size() const { return size_; }
    bool isUsedUp() const { return left_ == 0; }

private:
    base::SeekableSource& source_;
    std::uint64_t size_;
    std::uint64_t left_;
};

} // namespace core::format::film
