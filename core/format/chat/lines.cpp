// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/chat/lines.h"

#include <algorithm>
#include <cstring>

namespace core::format::chat {

bool Lines::fill() {
    before_ += size_;
    at_ = 0;
    size_ = source_.read(bytes_.data(), bytes_.size());
    sink_.position(before_ + size_);
    return size_ > 0;
}

bool Lines::next(std::string& line) {
    line.clear();
    wasCut_ = false;
    if (at_ == size_ && !fill()) return false;
    begin_ = before_ + at_;
    for (bool isWhole = false; !isWhole;) {
        if (at_ == size_ && !fill()) break;
        const char* from = bytes_.data() + at_;
        const auto* found = static_cast<const char*>(std::memchr(from, '\n', size_ - at_));
        const std::size_t count = found != nullptr ? static_cast<std::size_t>(found - from) : size_ - at_;
        const std::size_t room = kLongest - line.size();
        wasCut_ = wasCut_ || count > room;
        line.append(from, std::min(count, room));
        isWhole = found != nullptr;
        at_ += count + (isWhole ? 1 : 0);
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (begin_ == 0 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    return true;
}

} // namespace core::format::chat
