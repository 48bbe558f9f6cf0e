// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/small_picture.h"
#include "tests/core/image/picture_support.h"
#include "tests/support/corpus.h"
#include "tests/support/exif_thumbnail.h"

#include <algorithm>
#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

using namespace core::image;
using tests::near;
using tests::Pixel;
using tests::pixelAt;

namespace {

constexpr Pixel kRed{200, 30, 30}, kBlue{20, 40, 220}, kGreen{30, 180, 60}, kBlack{0, 0, 0};

using Said = tests::ThumbnailFacts;
using tests::withExif;

std::string exifOf(const std::string& thumbnail, const Said& said) {
    return tests::exifWithThumbnail(thumbnail, said);
}

std::string jpegOf(const Picture& picture) { return encodeJpeg(picture, 90); }

// The picture is red and blue; the thumbnail, to be told apart from it, green and blue.
std::string photo(int width, int height, const Picture& thumbnail, const Said& said = {}) {
    return withExif(jpegOf(tests::twoHalves(width, height, kRed, kBlue)), exifOf(jpegOf(thumbnail), said));
}
Picture greenBlue(int width, int height) { return tests::twoHalves(width, height, kGreen, kBlue); }

SmallPicture smallOf(const std::string& bytes, int orientation = 1, int fitWithin = 100) {
    core::base::MemorySource source(bytes);
    const auto small = smallPicture(source, orientation, fitWithin);
    REQUIRE(small);
    CHECK(std::max(small->picture.width, small->picture.height) <= fitWithin);
    CHECK(small->picture.rgb.size() == static_cast<std::size_t>(small->picture.width) *
                                           static_cast<std::size_t>(small->picture.height) * 3);
    return *small;
}

// The picture itself, decoded small.
void checkDecoded(const std::string& bytes) {
    const auto small = smallOf(bytes);
    CHECK(small.from == SmallFrom::Picture);
    CHECK(near(pixelAt(small.picture, 5, small.picture.height / 2), kRed));
}

Picture withBars(int width, int height, int bar, bool above, Pixel colour = kBlack) {
    Picture picture = greenBlue(width, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool inside = above ? y >= bar && y < height - bar : x >= bar && x < width - bar;
            for (std::size_t c = 0; c < 3 && !inside; ++c)
                picture.rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                             static_cast<std::size_t>(x)) *
                                3 +
                            c] = static_cast<std::uint8_t>(colour[c]);
        }
    return picture;
}

} // namespace

TEST_CASE("the thumbnail of a JPEG is its small picture, from the head of the file alone") {
    std::string bytes = photo(1200, 900, greenBlue(160, 120));
    const auto small = smallOf(bytes);
    CHECK(small.from == SmallFrom::Thumbnail);
    CHECK(small.picture.width == 100);
    CHECK(small.picture.height == 75);
    CHECK(near(pixelAt(small.picture, 5, 40), kGreen));
    CHECK(near(pixelAt(small.picture, 95, 40), kBlue));
    const std::size_t scan = bytes.rfind("\xFF\xDA");
    const auto ofHead = thumbnailOf(std::string_view(bytes).substr(0, scan), 1, 100);
    REQUIRE(ofHead);
    CHECK(ofHead->rgb == small.picture.rgb);
}

TEST_CASE("a small picture is upright: the thumbnail turns with the picture") {
    const auto small = smallOf(photo(1200, 900, greenBlue(160, 120), {6, 6}), 6);
    CHECK(small.from == SmallFrom::Thumbnail);
    CHECK(small.picture.width == 75);
    CHECK(small.picture.height == 100);
    CHECK(near(pixelAt(small.picture, 40, 5), kGreen)); // left is up
    CHECK(near(pixelAt(small.picture, 40, 95), kBlue));
    const auto decoded = smallOf(jpegOf(tests::twoHalves(1200, 900, kRed, kBlue)), 6);
    CHECK(decoded.from == SmallFrom::Picture);
    CHECK(near(pixelAt(decoded.picture, 40, 5), kRed));
}

TEST_CASE("a thumbnail that is turned another way than its picture is not used") {
    checkDecoded(photo(1200, 900, greenBlue(160, 120), {1, 3}));
    checkDecoded(photo(1200, 900, greenBlue(160, 120), {0, 6}));
}

TEST_CASE("black bars above and below, or at the sides, are cut off to the shape of the picture") {
    const auto wide = smallOf(photo(1600, 900, withBars(160, 120, 15, true)), 1, 160);
    CHECK(wide.from == SmallFrom::Thumbnail);
    CHECK(wide.picture.width == 160);
    CHECK(wide.picture.height >= 84);
    CHECK(wide.picture.height <= 90);
    for (int x = 4; x < 160; x += 16) {
        CHECK(near(pixelAt(wide.picture, x, 0), x < 80 ? kGreen : kBlue, 40));
        CHECK(near(pixelAt(wide.picture, x, wide.picture.height - 1), x < 80 ? kGreen : kBlue, 40));
    }
    const auto high = smallOf(photo(900, 1600, withBars(160, 120, 46, false)), 1, 160);
    CHECK(high.from == SmallFrom::Thumbnail);
    CHECK(high.picture.width < 70);
    CHECK(near(pixelAt(high.picture, 0, 60), kGreen, 40));
}

TEST_CASE("a thumbnail of another shape than its picture shows something else, and is not used") {
    checkDecoded(photo(1600, 900, greenBlue(160, 120)));                           // cropped above and below
    checkDecoded(photo(900, 900, greenBlue(160, 120)));                            // and at the sides
    checkDecoded(photo(900, 1200, greenBlue(160, 120)));                           // turned
    checkDecoded(photo(1600, 900, withBars(160, 120, 15, true, {120, 120, 120}))); // grey sky is no bar
    checkDecoded(photo(1600, 900, withBars(160, 120, 30, true))); // the black reaches into the picture
    checkDecoded(photo(1600, 900, tests::twoHalves(160, 120, kBlack, kBlack))); // a picture of the night
}

TEST_CASE("a thumbnail older than a change of the picture is not used, though its shape is right") {
    const std::string taken = "2023:05:14 21:30:45";
    checkDecoded(photo(800, 600, greenBlue(160, 120), {1, 1, 4000, 3000}));
    checkDecoded(photo(800, 600, greenBlue(160, 120), {1, 1, 800, 600, taken, "2023:06:01 10:00:00"}));
    CHECK(
        smallOf(photo(800, 600, greenBlue(160, 120), {1, 1, 800, 600, taken, "2023:05:14 21:30:46"})).from ==
        SmallFrom::Thumbnail);
}

TEST_CASE("a thumbnail much smaller than what is asked for is not used") {
    const std::string bytes = photo(1200, 900, greenBlue(160, 120));
    CHECK(smallOf(bytes, 1, 320).from == SmallFrom::Thumbnail);
    CHECK(smallOf(bytes, 1, 400).from == SmallFrom::Picture);
}

TEST_CASE("a thumbnail that is damaged or lies gives way to the picture") {
    const Picture good = greenBlue(160, 120);
    checkDecoded(photo(1200, 900, good, {0, 0, 0, 0, {}, {}, 60'000}));         // begins beyond the end
    checkDecoded(photo(1200, 900, good, {0, 0, 0, 0, {}, {}, 0, 0xFFFF'0000})); // and ends there
    checkDecoded(photo(1200, 900, good, {0, 0, 0, 0, {}, {}, 0xFFFF'FFF0, 0xFFFF'FFF0}));
    checkDecoded(photo(1200, 900, good, {0, 0, 0, 0, {}, {}, 1}));
    const std::string picture = jpegOf(tests::twoHalves(1200, 900, kRed, kBlue));
    const std::string thumbnail = jpegOf(good);
    for (const std::size_t size : {0U, 1U, 3U, 40U, 400U})
        checkDecoded(withExif(picture, exifOf(thumbnail.substr(0, size), {})));
    std::string huge = thumbnail; // claims 65535 x 32769 pixels, more than 2^31
    const std::size_t frame = huge.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    huge.replace(frame + 5, 4, "\x80\x01\xFF\xFF", 4);
    checkDecoded(withExif(picture, exifOf(huge, {})));
    std::string loop = exifOf(thumbnail, {}); // the second directory is the first
    loop.replace(46, 4, std::string("\x08\0\0\0", 4));
    checkDecoded(withExif(picture, loop));
    checkDecoded(withExif(picture, exifOf(thumbnail, {}).substr(0, 60)));
    checkDecoded(withExif(picture, "II*"));
}

TEST_CASE("no byte of Exif that is changed makes a thumbnail of the wrong size or an end of the program") {
    const std::string exif = exifOf(jpegOf(greenBlue(32, 24)), {6, 6, 120, 90, "2023:05:14 21:30:45", ""});
    const std::string picture = jpegOf(tests::twoHalves(120, 90, kRed, kBlue));
    for (std::size_t at = 0; at < 180; ++at)
        for (const int value : {0, 1, 0x7F, 0xFF}) {
            std::string changed = exif;
            changed[at] = static_cast<char>(value);
            const auto found = thumbnailOf(withExif(picture, changed), 6, 32);
            if (found) CHECK(found->rgb.size() == static_cast<std::size_t>(found->width * found->height * 3));
        }
}

TEST_CASE("a HEIC's or AVIF's own thumbnail is taken, and the picture where it has none") {
    const auto small = smallOf(tests::pictureFile("thumbnail.avif"));
    CHECK(small.from == SmallFrom::Thumbnail);
    CHECK(small.picture.width == 100);
    CHECK(small.picture.height == 75);
    CHECK(near(pixelAt(small.picture, 50, 0), {255, 0, 0}, 30));
    CHECK(smallOf(tests::pictureFile("thumbnail.avif"), 1, 330).from == SmallFrom::Picture);
    CHECK(smallOf(tests::pictureFile("place.avif"), 6).from == SmallFrom::Picture);
}

TEST_CASE("other kinds of picture are decoded small, a film gives its still, anything else nothing") {
    for (const char* name : {"place.webp", "place.gif", "place.tif", "rgba.png", "progressive.jpg"})
        CHECK(smallOf(tests::pictureFile(name)).from == SmallFrom::Picture);
    CHECK(smallOf(tests::readFile(std::string(LOGBOG_TEST_DATA) + "/film/film.mp4")).from == SmallFrom::Film);
    for (const std::string& bytes : {std::string(), std::string("hello"), std::string("\xFF\xD8\xFF\xE0"),
                                     tests::pictureFile("huge_claim.png")}) {
        core::base::MemorySource source(bytes);
        CHECK_FALSE(smallPicture(source, 1, 100));
    }
}

TEST_CASE("whatever a photo's small picture is made of, it shows what the photo shows, the same way up") {
    constexpr int side = 96;
    int thumbnails = 0;
    for (const auto& path : tests::corpusFiles("photo")) {
        const std::string bytes = tests::readFile(path);
        core::base::MemorySource source(bytes);
        const auto small = smallPicture(source, 1, side);
        const auto whole = decodePicture(bytes, 1, tests::fitWithin(side));
        if (!small || !whole) continue;
        CAPTURE(path.string());
        thumbnails += small->from == SmallFrom::Thumbnail ? 1 : 0;
        REQUIRE(std::abs(small->picture.width - whole->width) <= 2);
        REQUIRE(std::abs(small->picture.height - whole->height) <= 2);
        double off = 0;
        const int width = std::min(small->picture.width, whole->width);
        const int height = std::min(small->picture.height, whole->height);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                off += std::abs(pixelAt(small->picture, x, y)[1] - pixelAt(*whole, x, y)[1]);
        CHECK(off / (width * height) < 15);
    }
    CHECK(thumbnails >= 1);
}
