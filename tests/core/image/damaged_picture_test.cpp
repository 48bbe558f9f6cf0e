// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/image/picture_support.h"
#include "tests/support/corpus.h"

#include <array>
#include <random>

#include <catch2/catch_test_macros.hpp>

using namespace core::image;

namespace {

const char* const kFixtures[] = {
    "plain.jpg",  "progressive.jpg",     "cmyk.jpg",   "gray.jpg",  "rgba.png",  "palette_transparent.png",
    "rgb16.png",  "rgba_interlaced.png", "place.webp", "place.gif", "place.tif", "jpeg.tif",
    "place.avif", "transparent.webp"};

void everything(std::string_view bytes) {
    std::string reason;
    const auto picture = decodePicture(bytes, 6, tests::fitWithin(20), &reason);
    if (picture)
        CHECK(picture->rgb.size() ==
              static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height) * 3);
    else
        CHECK_FALSE(reason.empty());
    pictureSize(bytes);
    isSoundJpeg(bytes);
    withoutMetadata(bytes);
}

} // namespace

TEST_CASE("a TIFF whose fault takes many words to tell is refused with all of them") {
    const auto number = [](std::uint32_t value, int size) {
        std::string bytes;
        for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
        return bytes;
    };
    // 4 x 2 gray pixels of three samples with four bits each.
    std::string tiff = std::string("II*\0\x08\0\0\0", 8) + number(9, 2);
    const std::array<std::array<std::uint32_t, 2>, 9> entries{
        {{256, 4}, {257, 2}, {258, 4}, {259, 1}, {262, 1}, {273, 8}, {277, 3}, {278, 2}, {279, 64}}};
    for (const auto& [tag, value] : entries)
        tiff += number(tag, 2) + number(3, 2) + number(1, 4) + number(value, 4);
    std::string reason;
    CHECK_FALSE(decodePicture(tiff + number(0, 4), 1, {}, &reason));
    CHECK(reason.size() > 90);
    CHECK(reason.ends_with("Bits/Sample=4"));
}

TEST_CASE("every truncation of a picture returns, with a picture or a reason") {
    for (const char* name : kFixtures) {
        const std::string whole = tests::pictureFile(name);
        for (std::size_t size = 0; size < whole.size(); ++size)
            everything(std::string_view(whole).substr(0, size));
    }
}

TEST_CASE("five hundred random changes to pictures return, with a picture or a reason") {
    std::mt19937 random(20260103); // NOLINT: the same changes every time
    for (int round = 0; round < 500; ++round) {
        std::string bytes = tests::pictureFile(kFixtures[random() % std::size(kFixtures)]);
        for (std::size_t changes = 1 + random() % 6; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        everything(bytes);
    }
}

TEST_CASE("a HEIC is decoded upright whatever EXIF says, and damaged ones return") {
    int decoded = 0;
    for (const auto& path : tests::corpusFiles("photo")) {
        const std::string bytes = tests::readFile(path);
        if (pictureFormat(bytes) != PictureFormat::Heif) continue;
        CAPTURE(path.string());
        std::string reason;
        const auto picture = decodePicture(bytes, 6, tests::fitWithin(256), &reason);
        CHECK((picture || !reason.empty()));
        if (!picture) continue;
        ++decoded;
        CHECK(std::max(picture->width, picture->height) <= 256);
        // Taken upright: EXIF says turned by 90 degrees, and so does the file's own box.
        if (path.filename() == "arrow.heic") CHECK(picture->height > picture->width);
        const auto half = std::string_view(bytes).substr(0, bytes.size() / 2);
        decodePicture(half, 1, tests::fitWithin(64), &reason);
    }
    CHECK(decoded >= 5);
}
