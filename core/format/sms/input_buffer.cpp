// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/input_buffer.h"

#include <cstring>

namespace core::format::sms {

bool InputBuffer::more() {
    if (begin_ > 0) {
        std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
        base_ += begin_;
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == bytes_.size()) return false;
    const std::size_t got = source_.read(bytes_.data() + end_, bytes_.size() - end_);
    end_ += got;
    if (got > 0) sink_.position(base_ + end_);
    return got > 0;
}

std::string_view InputBuffer::fill(std::size_t count) {
    while (end_ - begin_ < count && more()) {
    }
    return view();
}

} // namespace core::format::sms
