// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/exif_orientation.h"

#include <cstddef>

namespace core::pdf::pages {

namespace {

// Numbers of a TIFF block; 0 beyond its end.
struct Tiff {
    std::string_view bytes;
    bool isBig = false;

    unsigned byte(std::size_t at) const {
        return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
    }
    unsigned u16(std::size_t at) const {
        return isBig ? byte(at) << 8U | byte(at + 1) : byte(at + 1) << 8U | byte(at);
    }
    unsigned u32(std::size_t at) const {
        return isBig ? u16(at) << 16U | u16(at + 2) : u16(at + 2) << 16U | u16(at);
    }
};

int orientationIn(std::string_view block) {
    constexpr unsigned kOrientation = 0x0112;
    constexpr unsigned kShort = 3;
    Tiff tiff{block, block.starts_with("MM")};
    if (!block.starts_with("MM") && !block.starts_with("II")) return 1;
    const std::size_t directory = tiff.u32(4);
    const unsigned entries = tiff.u16(directory);
    for (unsigned i = 0; i < entries; ++i) {
        const std::size_t at = directory + 2 + 12 * static_cast<std::size_t>(i);
        if (at + 12 > block.size()) break;
        if (tiff.u16(at) != kOrientation || tiff.u16(at + 2) != kShort) continue;
        const unsigned value = tiff.u16(at + 8);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

} // namespace

int exifOrientation(std::string_view jpeg) {
    const Tiff file{jpeg, true};
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && file.byte(at) == 0xFF) {
        const unsigned marker = file.byte(at + 1);
        if (marker == 0xDA || marker == 0xD9) break; // the picture itself begins
        const std::size_t length = file.u16(at + 2);
        if (length < 2 || at + 2 + length > jpeg.size()) break;
        const std::string_view segment = jpeg.substr(at + 4, length - 2);
        if (marker == 0xE1 && segment.starts_with(std::string_view("Exif\0\0", 6)))
            return orientationIn(segment.substr(6));
        at += 2 + length;
    }
    return 1;
}

} // namespace core::pdf::pages
