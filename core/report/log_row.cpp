// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/log_row.h"

#include <algorithm>

namespace core::report {

namespace {

constexpr std::size_t kAtOnce = 32; // what a packed block holds

} // namespace

LogRows::Iterator::reference LogRows::Iterator::operator*() const {
    if (at_ < first_ || at_ >= first_ + block_.size()) {
        first_ = at_;
        block_ = rows_->some(at_, std::min(rows_->size(), at_ + kAtOnce));
    }
    return *block_[at_ - first_];
}

} // namespace core::report
