// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The boxes of an ISO base media file (ISO/IEC 14496-12, 4.2) that lie in memory: MP4, MOV, HEIC, AVIF.
// Nothing outside of the bytes is ever read.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace core::format::film {

// A big-endian number of `count` bytes, at most 8; 0 where it would lie outside.
inline std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t count) {
    if (at > bytes.size() || count > bytes.size() - at) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

inline std::uint64_t littleEndian(std::string_view bytes, std::size_t at, std::size_t count) {
    if (at > bytes.size() || count > bytes.size() - at) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return value;
}

struct Box {
    std::string_view type;
    std::string_view content;
};

// Cuts the first box off `rest`. False at the end and where a box does not fit.
inline bool nextBox(std::string_view& rest, Box& box) {
    if (rest.size() < 8) return false;
    std::uint64_t size = bigEndian(rest, 0, 4);
    std::size_t header = 8;
    if (size == 1 && rest.size() >= 16) {
        size = bigEndian(rest, 8, 8);
        header = 16;
    } else if (size == 0) {
        size = rest.size();
    }
    if (size < header || size > rest.size()) return false;
    box.type = rest.substr(4, 4);
    box.content = rest.substr(header, static_cast<std::size_t>(size) - header);
    rest.remove_prefix(static_cast<std::size_t>(size));
    return true;
}

// The content of the first box of that type; empty where there is none.
inline std::string_view findBox(std::string_view boxes, std::string_view wanted) {
    Box box;
    while (nextBox(boxes, box))
        if (box.type == wanted) return box.content;
    return {};
}

} // namespace core::format::film
