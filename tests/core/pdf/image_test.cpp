// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <random>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core::pdf;

namespace {

enum Corner { Red, Green, Blue, White };

// Four quarters: red, green / blue, white, wider than high.
core::image::Picture quarters(int width = 64, int height = 32) {
    core::image::Picture picture{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2;
            const bool low = y >= height / 2;
            picture.rgb.push_back(!right && low ? 0 : right && !low ? 0 : 255);
            picture.rgb.push_back(right ? 255 : 0);
            picture.rgb.push_back(low ? 255 : 0);
        }
    }
    return picture;
}

Corner colorAt(const tests::Pixels& pixels, double x, double y) {
    const bool red = pixels.channel(x, y, 0) > 128;
    const bool green = pixels.channel(x, y, 1) > 128;
    const bool blue = pixels.channel(x, y, 2) > 128;
    if (red && green && blue) return White;
    return red ? Red : green ? Green : Blue;
}

std::vector<Corner> cornersOf(const tests::Pixels& pixels) {
    return {colorAt(pixels, 0.25, 0.25), colorAt(pixels, 0.75, 0.25), colorAt(pixels, 0.25, 0.75),
            colorAt(pixels, 0.75, 0.75)};
}

core::image::Picture noise(int width, int height) {
    std::mt19937 random(7);
    core::image::Picture picture{width, height, {}};
    for (int i = 0; i < width * height; ++i) {
        const auto base = static_cast<std::uint8_t>(i / width % 200);
        for (int c = 0; c < 3; ++c) picture.rgb.push_back(static_cast<std::uint8_t>(base + random() % 40));
    }
    return picture;
}

} // namespace

TEST_CASE("a JPEG stands upright for every EXIF orientation", "[core][pdf]") {
    // Upper left, upper right, lower left, lower right, as the eye should see them.
    const std::vector<std::vector<Corner>> expected = {{Red, Green, Blue, White}, {Green, Red, White, Blue},
                                                       {White, Blue, Green, Red}, {Blue, White, Red, Green},
                                                       {Red, Blue, Green, White}, {Blue, Red, White, Green},
                                                       {White, Green, Blue, Red}, {Green, White, Red, Blue}};
    const int orientation = GENERATE(1, 2, 3, 4, 5, 6, 7, 8);
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    const ImageId id = canvas->addJpeg(core::image::encodeJpeg(quarters(), 95));
    const bool turned = orientation >= 5;
    canvas->newPage(turned ? 50 : 100, turned ? 100 : 50);
    canvas->drawImage(id, 0, 0, turned ? 50 : 100, turned ? 100 : 50, orientation);
    const auto file = folder.path() / "picture.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    INFO("orientation " << orientation);
    CHECK(cornersOf(tests::render(file, 50)) == expected[static_cast<std::size_t>(orientation - 1)]);
}

TEST_CASE("JPEG bytes go in as they are and stand in the file once", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    const std::string jpeg = core::image::encodeJpeg(noise(200, 100), 90);
    const ImageId id = canvas->addJpeg(jpeg);
    CHECK(canvas->addJpeg(jpeg) == id);
    for (int i = 0; i < 3; ++i) {
        canvas->newPage(100, 50);
        canvas->drawImage(canvas->addJpeg(jpeg), 0, 0, 100, 50);
    }
    const auto file = folder.path() / "picture.pdf";
    tests::save(*canvas, file);
    const std::string bytes = tests::readFile(file);
    const auto at = bytes.find(jpeg);
    REQUIRE(at != std::string::npos);
    CHECK(bytes.find(jpeg, at + 1) == std::string::npos);
}

TEST_CASE("a drawn picture stays exact to the pixel", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    const ImageId id = canvas->addPicture(quarters());
    CHECK(canvas->addPicture(quarters()) == id);
    CHECK(canvas->addPicture(quarters(32, 64)) != id);
    canvas->newPage(100, 50);
    canvas->drawImage(id, 0, 0, 100, 50);
    const auto file = folder.path() / "picture.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    const tests::Pixels pixels = tests::render(file, 72);
    CHECK(cornersOf(pixels) == std::vector<Corner>{Red, Green, Blue, White});
    CHECK(pixels.channel(0.25, 0.25, 0) == 255);
    CHECK(pixels.channel(0.25, 0.25, 1) == 0);
}

TEST_CASE("a photo without its JPEG becomes one again", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    canvas->newPage(100, 50);
    canvas->drawImage(canvas->addPicture(noise(800, 400)), 0, 0, 100, 50);
    const auto file = folder.path() / "picture.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    CHECK(tests::readFile(file).find("/DCTDecode") != std::string::npos);
    CHECK(std::filesystem::file_size(file) < 800 * 400 * 3 / 3);
}

TEST_CASE("what is no JPEG is refused", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    for (const char* bytes : {"", "\xFF\xD8", "not a picture at all", "\xFF\xD8\xFF\xE0\x00\x10"}) {
        CHECK_THROWS_AS(canvas->addJpeg(bytes), core::base::Error);
    }
    std::string fourInks = core::image::encodeJpeg(quarters(), 90);
    fourInks.at(fourInks.find("\xFF\xC0") + 9) =
        4; // readers guess differently whether such inks are inverted
    CHECK_THROWS_AS(canvas->addJpeg(fourInks), core::base::Error);
    CHECK_THROWS_AS(canvas->addPicture({10, 10, {}}), core::base::Error);
}

TEST_CASE("emoji and marks are drawn, not only named", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    canvas->newPage(20, 20);
    canvas->drawText("😡", {Face::Regular, 40, 19, 0}, 1, 15);
    const auto file = folder.path() / "emoji.pdf";
    tests::save(*canvas, file);
    const tests::Pixels pixels = tests::render(file, 72);
    int colored = 0;
    for (int i = 0; i < 100; ++i) {
        const int column = i % 10;
        const int row = i / 10;
        const double x = (column + 0.5) / 10;
        const double y = (row + 0.5) / 10;
        if (pixels.channel(x, y, 0) > pixels.channel(x, y, 2) + 60) ++colored;
    }
    CHECK(colored > 30);
}
