// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/film/window.h"

#include <algorithm>

namespace core::format::film {

std::string Window::range(std::uint64_t offset, std::uint64_t length) {
    if (offset >= size_) return {};
    length = std::min({length, size_ - offset, left_});
    std::string bytes(static_cast<std::size_t>(length), '\0');
    source_.seek(offset);
    std::size_t used = 0;
    while (used < bytes.size()) {
        const std::size_t n = source_.read(bytes.data() + used, bytes.size() - used);
        if (n == 0) break;
        used += n;
    }
    bytes.resize(used);
    left_ -= used;
    return bytes;
}

} // namespace core::format::film
