// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A JPEG with Exif and a thumbnail in it, as a camera writes it, or with lies in it. Writes nothing else of
// Exif than what the small pictures are judged by.

#include <cstddef>
#include <cstdint>
#include <string>

namespace tests {

// What Exif says beside the thumbnail; 0 or empty: says nothing.
struct ThumbnailFacts {
    int orientation = 0, ofThumbnail = 0; // of the picture and of the thumbnail
    int width = 0, height = 0;
    std::string taken = {}, modified = {};   // "2023:05:14 21:30:45"
    std::uint32_t shiftBy = 0, longerBy = 0; // of the thumbnail's place and size, which are then wrong
};

// Three directories at fixed places, texts of twenty bytes, the thumbnail at the end.
inline std::string exifWithThumbnail(const std::string& thumbnail, const ThumbnailFacts& facts) {
    constexpr std::uint32_t photo = 50, second = 98, modified = 140, taken = 160, at = 180;
    std::string out("II*\0\x08\0\0\0", 8);
    const auto number = [&](std::uint32_t value, int size) {
        for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    };
    const auto entry = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
        number(tag, 2);
        number(type, 2);
        number(count, 4);
        number(value, 4);
    };
    const auto text = [&](std::uint32_t tag, const std::string& value, std::uint32_t place) {
        entry(tag, 2, value.empty() ? 1 : 20, value.empty() ? 0 : place);
    };
    const auto padded = [](std::string value) {
        value.resize(20);
        return value;
    };
    number(3, 2);
    entry(0x0112, 3, 1, static_cast<std::uint32_t>(facts.orientation));
    text(0x0132, facts.modified, modified);
    entry(0x8769, 4, 1, photo);
    number(second, 4);
    number(3, 2);
    text(0x9003, facts.taken, taken);
    entry(0xA002, 4, 1, static_cast<std::uint32_t>(facts.width));
    entry(0xA003, 4, 1, static_cast<std::uint32_t>(facts.height));
    out.resize(second, '\0');
    number(3, 2);
    entry(0x0112, 3, 1, static_cast<std::uint32_t>(facts.ofThumbnail));
    entry(0x0201, 4, 1, at + facts.shiftBy);
    entry(0x0202, 4, 1, static_cast<std::uint32_t>(thumbnail.size()) + facts.longerBy);
    number(0, 4);
    return out + padded(facts.modified) + padded(facts.taken) + thumbnail;
}

// Exif of at most 65,500 bytes, in front of all other segments.
inline std::string withExif(const std::string& jpeg, const std::string& exif) {
    const std::size_t length = exif.size() + 8;
    std::string segment("\xFF\xE1");
    segment += static_cast<char>(length >> 8);
    segment += static_cast<char>(length & 0xFF);
    return jpeg.substr(0, 2) + segment + std::string("Exif\0\0", 6) + exif + jpeg.substr(2);
}

} // namespace tests
