// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/place_marks.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

using core::image::carriesPlace;

namespace {

std::string number(std::uint32_t value, int size, bool big) {
    std::string out;
    for (int i = 0; i < size; ++i) out += static_cast<char>(value >> 8 * (big ? size - 1 - i : i));
    return out;
}

// A TIFF block: a first directory that points to a GPS directory with these tags.
std::string tiff(bool big, const std::vector<std::uint32_t>& gpsTags) {
    const auto n = [&](std::uint32_t value, int size) { return number(value, size, big); };
    const auto entry = [&](std::uint32_t tag, std::uint32_t value) {
        return n(tag, 2) + n(4, 2) + n(1, 4) + n(value, 4);
    };
    std::string out = (big ? "MM" : "II") + n(42, 2) + n(8, 4);
    out += n(2, 2) + entry(0x0100, 64) + entry(0x8825, 38) + n(0, 4);
    out += n(static_cast<std::uint32_t>(gpsTags.size()), 2);
    for (const std::uint32_t tag : gpsTags) out += entry(tag, 1);
    return out + n(0, 4);
}

std::string jpeg(const std::string& block) {
    return std::string("\xFF\xD8\xFF\xE1\x01\x00"
                       "Exif\0\0",
                       12) +
           block + std::string(64, '\x7F');
}

} // namespace

TEST_CASE(
    "a place in the Exif block of a picture is seen in both byte orders, with and without its hemisphere") {
    for (const bool big : {false, true}) {
        CHECK(carriesPlace(jpeg(tiff(big, {0, 1, 2, 3, 4}))));
        CHECK(carriesPlace(jpeg(tiff(big, {2, 4}))));
        CHECK_FALSE(carriesPlace(jpeg(tiff(big, {}))));
        CHECK_FALSE(carriesPlace(jpeg(tiff(big, {0})))); // the version of the block says nothing
    }
}

TEST_CASE("a place in XMP or in a film is seen") {
    CHECK(carriesPlace("<rdf:Description exif:GPSLatitude=\"55,40.5N\"/>"));
    CHECK(carriesPlace("keys com.apple.quicktime.location.ISO6709 data"));
    CHECK(carriesPlace(std::string("....udta....\xA9xyz\x00\x12\x15\xC7+55.6760+012.5683/", 37)));
    CHECK(carriesPlace(std::string("....loci\0\0\0\0abc", 15)));
    CHECK(carriesPlace("\x89PNG zTXtRaw profile type exif packed"));
}

TEST_CASE("bytes without a place, or cut in the middle of a block, are not taken for one") {
    CHECK_FALSE(carriesPlace(""));
    CHECK_FALSE(carriesPlace("II*"));
    CHECK_FALSE(carriesPlace("MMS\xA9xyz, and no number"));
    const std::string whole = tiff(false, {1, 2});
    for (std::size_t size = 0; size < 38; ++size) carriesPlace(whole.substr(0, size));
    CHECK(carriesPlace(whole.substr(0, 38))); // it says that there is one
}
