// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/long_text.h"

#include <algorithm>

namespace core::share {

std::string LongText::whole() const {
    std::string all;
    for (std::size_t i = 0; i < pieces; ++i) all += piece(i);
    return all;
}

std::uint64_t LongText::size() const {
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < pieces; ++i) bytes += piece(i).size();
    return bytes;
}

std::size_t LongTextSource::read(char* buffer, std::size_t capacity) {
    while (at_ == piece_.size() && next_ < text_.pieces) {
        piece_ = text_.piece(next_++);
        at_ = 0;
    }
    const std::size_t count = std::min(capacity, piece_.size() - at_);
    std::copy_n(piece_.data() + at_, count, buffer);
    at_ += count;
    return count;
}

} // namespace core::share
