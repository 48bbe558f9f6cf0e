// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/exif_orientation.h"
#include "tests/core/image/picture_support.h"
#include "tests/support/exif_thumbnail.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::image;
using tests::near;
using tests::Pixel;
using tests::pixelAt;

namespace {

Picture decoded(const std::string& bytes, int orientation = 1, const DecodeLimits& limits = {}) {
    std::string reason;
    const auto picture = decodePicture(bytes, orientation, limits, &reason);
    CAPTURE(reason);
    REQUIRE(picture);
    CHECK(reason.empty());
    CHECK(picture->rgb.size() ==
          static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height) * 3);
    return *picture;
}

} // namespace

TEST_CASE("a JPEG goes out and comes back with its colours") {
    const auto picture = decoded(encodeJpeg(tests::twoHalves(64, 32, {200, 30, 30}, {20, 40, 220}), 90));
    CHECK(picture.width == 64);
    CHECK(picture.height == 32);
    CHECK(near(pixelAt(picture, 4, 4), {200, 30, 30}));
    CHECK(near(pixelAt(picture, 60, 28), {20, 40, 220}));
}

TEST_CASE("no picture cannot be encoded") {
    CHECK_THROWS_AS(encodeJpeg({}, 90), core::base::Error);
    CHECK_THROWS_AS(encodeJpeg({2, 2, {1, 2, 3}}, 90), core::base::Error);
}

TEST_CASE("progressive, gray and CMYK files have their colours") {
    CHECK(near(pixelAt(decoded(tests::pictureFile("progressive.jpg")), 24, 1), {255, 0, 0}, 30));
    const auto gray = pixelAt(decoded(tests::pictureFile("gray.jpg")), 24, 16);
    CHECK(gray[0] == gray[1]);
    // Solid red, written the Adobe way.
    CHECK(near(pixelAt(decoded(tests::pictureFile("cmyk.jpg")), 24, 16), {255, 0, 0}, 10));
}

TEST_CASE("every kind of PNG has its pixels, with transparency laid on white") {
    const auto rgba = decoded(tests::pictureFile("rgba.png"));
    CHECK(pixelAt(rgba, 0, 0) == Pixel{255, 0, 0});
    CHECK(pixelAt(rgba, 3, 0) == Pixel{255, 255, 255});
    CHECK(pixelAt(rgba, 0, 1) == Pixel{0, 0, 0});
    CHECK(pixelAt(rgba, 1, 1) == Pixel{255, 127, 127});
    const auto palette = decoded(tests::pictureFile("palette_transparent.png"));
    CHECK(pixelAt(palette, 0, 0) == Pixel{255, 0, 0});
    CHECK(pixelAt(palette, 1, 0) == Pixel{255, 255, 255});
    CHECK(pixelAt(palette, 2, 0) == Pixel{127, 255, 127});
    CHECK(pixelAt(palette, 3, 0) == Pixel{9, 9, 9});
    CHECK(pixelAt(decoded(tests::pictureFile("gray_transparent.png")), 1, 0) == Pixel{255, 255, 255});
    CHECK(pixelAt(decoded(tests::pictureFile("rgb_transparent.png")), 0, 0) == Pixel{1, 2, 3});
    CHECK(pixelAt(decoded(tests::pictureFile("rgb_transparent.png")), 1, 0) == Pixel{255, 255, 255});
    CHECK(pixelAt(decoded(tests::pictureFile("rgb16.png")), 0, 0) == Pixel{255, 128, 0});
    CHECK(pixelAt(decoded(tests::pictureFile("bit.png")), 0, 0) == Pixel{255, 255, 255});
    CHECK(pixelAt(decoded(tests::pictureFile("bit.png")), 1, 0) == Pixel{0, 0, 0});
    const auto interlaced = decoded(tests::pictureFile("rgba_interlaced.png"));
    CHECK(pixelAt(interlaced, 0, 0) == Pixel{255, 0, 0});
    CHECK(pixelAt(interlaced, 1, 0) == Pixel{0, 255, 0});
    CHECK(pixelAt(interlaced, 0, 1) == Pixel{0, 0, 255});
    CHECK(pixelAt(interlaced, 1, 1) == Pixel{255, 255, 255});
}

TEST_CASE("all eight orientations turn the picture upright") {
    // Red green blue white over black and light red: every corner is its own.
    const std::string bytes = tests::pictureFile("rgba.png");
    struct Turned {
        int orientation, width, x, y; // where the red pixel of the upper left corner goes
        int x2, y2;                   // and the white one of the upper right corner
    };
    for (const Turned& one : {Turned{1, 4, 0, 0, 3, 0}, Turned{2, 4, 3, 0, 0, 0}, Turned{3, 4, 3, 1, 0, 1},
                              Turned{4, 4, 0, 1, 3, 1}, Turned{5, 2, 0, 0, 0, 3}, Turned{6, 2, 1, 0, 1, 3},
                              Turned{7, 2, 1, 3, 1, 0}, Turned{8, 2, 0, 3, 0, 0}, Turned{9, 4, 0, 0, 3, 0}}) {
        CAPTURE(one.orientation);
        const auto picture = decoded(bytes, one.orientation);
        CHECK(picture.width == one.width);
        CHECK(pixelAt(picture, one.x, one.y) == Pixel{255, 0, 0});
        CHECK(pixelAt(picture, one.x2, one.y2) == Pixel{255, 255, 255});
    }
}

TEST_CASE("a JPEG whose turning nobody has read is turned by what it says itself") {
    const std::string plain = encodeJpeg(tests::twoHalves(64, 32, {200, 30, 30}, {20, 40, 220}), 90);
    CHECK(exifOrientation(plain) == 1);
    CHECK(exifOrientation("") == 1);
    CHECK(exifOrientation(tests::pictureFile("rgba.png")) == 1);
    for (int orientation = 0; orientation <= 9; ++orientation) {
        CAPTURE(orientation);
        const std::string exif = tests::exifWithThumbnail({}, {.orientation = orientation});
        const std::string bytes = tests::withExif(plain, exif);
        const int wanted = orientation >= 1 && orientation <= 8 ? orientation : 1;
        CHECK(exifOrientation(bytes) == wanted);
        CHECK(decoded(bytes, 0).rgb == decoded(bytes, wanted).rgb);
        for (std::size_t size = 0; size < bytes.size(); ++size)
            CHECK((exifOrientation(bytes.substr(0, size)) == 1 ||
                   exifOrientation(bytes.substr(0, size)) == wanted));
    }
    const std::string turned = tests::withExif(plain, tests::exifWithThumbnail({}, {.orientation = 6}));
    CHECK(decoded(turned, 0).height == 64);
    CHECK(decoded(turned, 1).height == 32); // what the case knows goes before
}

TEST_CASE("a picture is made to fit, keeps its shape and its mean, and never grows") {
    const auto bytes = encodeJpeg(tests::twoHalves(1000, 500, {255, 255, 255}, {0, 0, 0}), 95);
    const auto small = decoded(bytes, 1, tests::fitWithin(100));
    CHECK(small.width == 100);
    CHECK(small.height == 50);
    CHECK(near(pixelAt(small, 5, 5), {255, 255, 255}));
    CHECK(near(pixelAt(small, 95, 45), {0, 0, 0}));
    const auto odd = decoded(bytes, 6, tests::fitWithin(333));
    CHECK(odd.width == 167);
    CHECK(odd.height == 333);
    CHECK(decoded(bytes, 1, tests::fitWithin(5000)).width == 1000);
    const auto dot = decoded(bytes, 1, tests::fitWithin(1));
    CHECK(dot.width == 1);
    CHECK(dot.height == 1);
    CHECK(near(pixelAt(dot, 0, 0), {128, 128, 128}));
}

TEST_CASE("too many pixels are refused by the header alone") {
    std::string reason;
    CHECK_FALSE(decodePicture(tests::pictureFile("huge_claim.png"), 1, {}, &reason));
    CHECK_FALSE(reason.empty());
    DecodeLimits few;
    few.maxPixels = 48 * 32 - 1;
    CHECK_FALSE(decodePicture(tests::pictureFile("plain.jpg"), 1, few, &reason));
    CHECK(reason == "too many pixels");
    few.maxPixels = 48 * 32;
    CHECK(decodePicture(tests::pictureFile("plain.jpg"), 1, few));
}

TEST_CASE("the size is in the header") {
    CHECK(pictureSize(tests::pictureFile("plain.jpg")) == PictureSize{48, 32});
    CHECK(pictureSize(tests::pictureFile("offset.jpg")) == PictureSize{48, 32});
    CHECK(pictureSize(tests::pictureFile("rgba.png")) == PictureSize{4, 2});
    CHECK_FALSE(pictureSize("\xFF\xD8\xFF\xE0"));
    CHECK_FALSE(pictureSize("hello"));
}

TEST_CASE("a truncated JPEG gives what there is, and says so") {
    const auto whole = encodeJpeg(tests::twoHalves(400, 400, {200, 30, 30}, {20, 40, 220}), 90);
    std::string reason;
    const auto picture = decodePicture(whole.substr(0, whole.size() * 2 / 3), 1, {}, &reason);
    REQUIRE(picture);
    CHECK_FALSE(reason.empty());
    CHECK(near(pixelAt(*picture, 10, 10), {200, 30, 30}));
}

TEST_CASE("WebP, GIF, TIFF and AVIF have their pixels, with transparency laid on white") {
    for (const char* name : {"place.webp", "place.gif", "place.tif", "jpeg.tif", "place.avif"}) {
        CAPTURE(name);
        const std::string bytes = tests::pictureFile(name);
        const auto picture = decoded(bytes);
        CHECK(picture.width == 48);
        CHECK(picture.height == 32);
        CHECK(near(pixelAt(picture, 24, 0), {255, 0, 0}, 30));
        CHECK(near(pixelAt(picture, 24, 31), {0, 0, 255}, 30));
        CHECK(pictureSize(bytes) == PictureSize{48, 32});
        CHECK(decoded(bytes, 1, tests::fitWithin(24)).width == 24);
    }
    for (const char* name : {"moving.gif", "transparent.webp"}) {
        CAPTURE(name);
        const auto picture = decoded(tests::pictureFile(name));
        CHECK(near(pixelAt(picture, 4, 16), {255, 0, 0}, 40));
        CHECK(near(pixelAt(picture, 44, 16), {255, 255, 255}, 40));
    }
}

TEST_CASE("a WebP and a TIFF are turned as a JPEG is, an AVIF turns itself") {
    CHECK(near(pixelAt(decoded(tests::pictureFile("place.webp"), 6), 31, 24), {255, 0, 0}, 30));
    CHECK(near(pixelAt(decoded(tests::pictureFile("place.tif"), 3), 24, 31), {255, 0, 0}, 30));
    CHECK(decoded(tests::pictureFile("place.avif"), 6).width == 48);
}

TEST_CASE("a picture of any kind that claims too many pixels is refused before it is decoded") {
    DecodeLimits few;
    few.maxPixels = 1000;
    for (const char* name : {"place.webp", "place.gif", "place.tif", "place.avif", "plain.jpg"}) {
        std::string reason;
        CHECK_FALSE(decodePicture(tests::pictureFile(name), 1, few, &reason));
        CHECK_FALSE(reason.empty());
    }
}

TEST_CASE("a picture behind the picture does not disturb it") {
    const std::string one = tests::pictureFile("plain.jpg");
    const std::string both = one + tests::pictureFile("gray.jpg"); // as a camera's second picture (MPF)
    CHECK(decoded(both).rgb == decoded(one).rgb);
    CHECK(decoded(tests::pictureFile("motion.jpg")).width == 48);
}
