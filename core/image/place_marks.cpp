// SPDX-License-Identifier: GPL-3.0-or-later
// Exif 2.32 (CIPA DC-008) 4.6; XMP part 2, 2.5; QuickTime File Format, user data and metadata keys;
// 3GPP TS 26.244 8.10 ("loci").
#include "core/image/place_marks.h"

#include "core/image/tiff_blocks.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace core::image {

namespace {

constexpr std::uint16_t kGpsBlock = 0x8825;
constexpr std::uint16_t kExifBlock = 0x8769;
constexpr std::uint16_t kGpsVersion = 0;

bool hasGpsEntry(const TiffBlocks& blocks, std::size_t block) {
    constexpr std::uint32_t kLastTag = 31;
    if (!blocks.isInside(block, 2)) return true; // it lies where we cannot see it
    for (std::size_t i = 0; i < blocks.entries(block); ++i) {
        const std::size_t entry = TiffBlocks::entryAt(block, i);
        if (!blocks.isInside(entry, TiffBlocks::kEntry)) return false;
        const std::uint32_t tag = blocks.number(entry, 2);
        if (tag != kGpsVersion && tag <= kLastTag) return true;
    }
    return false;
}

bool blockHasPlace(const TiffBlocks& blocks, std::size_t block, bool follow) {
    for (std::size_t i = 0; i < blocks.entries(block); ++i) {
        const std::size_t entry = TiffBlocks::entryAt(block, i);
        if (!blocks.isInside(entry, TiffBlocks::kEntry)) return false;
        const std::uint32_t tag = blocks.number(entry, 2);
        const std::uint32_t target = blocks.number(entry + 8, 4);
        if (tag == kGpsBlock && hasGpsEntry(blocks, target)) return true;
        if (tag == kExifBlock && follow && blockHasPlace(blocks, target, false)) return true;
    }
    return false;
}

bool hasPlace(const TiffBlocks& blocks) {
    constexpr int kMostBlocks = 16; // a chain that leads back to itself
    std::uint32_t block = blocks.first();
    for (int i = 0; i < kMostBlocks && block != 0; ++i) {
        if (blockHasPlace(blocks, block, true)) return true;
        block = blocks.after(block);
    }
    return false;
}

// memmem: string_view's own search stops at every "I" of a text.
std::size_t find(std::string_view bytes, std::string_view mark, std::size_t from = 0) {
    if (from >= bytes.size()) return std::string_view::npos;
    const void* at = ::memmem(bytes.data() + from, bytes.size() - from, mark.data(), mark.size());
    return at == nullptr ? std::string_view::npos
                         : static_cast<std::size_t>(static_cast<const char*>(at) - bytes.data());
}

template <typename Check>
bool anyAt(std::string_view bytes, std::string_view mark, const Check& check) {
    for (std::size_t at = find(bytes, mark); at != std::string_view::npos; at = find(bytes, mark, at + 1))
        if (check(at)) return true;
    return false;
}

bool hasExifPlace(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::size_t kMost = 1U << 26U; // a block lies within this
    for (const std::string_view mark : {"II*\0"sv, "MM\0*"sv})
        if (anyAt(bytes, mark, [&](std::size_t at) { return hasPlace(TiffBlocks(bytes.substr(at, kMost))); }))
            return true;
    return false;
}

// "©xyz" in front of a length, a language and "+55.6760+012.5683/".
bool hasFilmPlace(std::string_view bytes) {
    const auto isCoordinate = [&](std::size_t at) {
        const std::string_view rest = bytes.substr(at).substr(0, 10);
        return rest.size() == 10 && (rest[8] == '+' || rest[8] == '-') && rest[9] >= '0' && rest[9] <= '9';
    };
    using namespace std::string_view_literals;
    return anyAt(bytes, "\xA9xyz", isCoordinate) || find(bytes, "loci\0\0\0\0"sv) != std::string_view::npos;
}

} // namespace

bool carriesPlace(std::string_view bytes) {
    constexpr std::array<std::string_view, 7> kWords{"GPSLatitude",
                                                     "GPSLongitude",
                                                     "exif:GPS",
                                                     "com.apple.quicktime.location",
                                                     "Raw profile type exif",
                                                     "Raw profile type APP1",
                                                     "Raw profile type xmp"};
    for (const std::string_view word : kWords)
        if (find(bytes, word) != std::string_view::npos) return true;
    return hasExifPlace(bytes) || hasFilmPlace(bytes);
}

} // namespace core::image
