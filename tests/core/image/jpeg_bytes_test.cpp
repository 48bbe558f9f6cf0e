// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/image/picture_support.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::image;
using namespace std::string_view_literals;
using tests::pictureFile;

namespace {

std::string segment(char marker, std::string_view payload) {
    std::string out{'\xFF', marker};
    out += static_cast<char>((payload.size() + 2) >> 8);
    out += static_cast<char>((payload.size() + 2) & 0xFF);
    return out.append(payload);
}

// The first frame header of the file with another marker or precision.
std::string withFrame(std::string jpeg, char marker, int precision = 8) {
    std::size_t at = jpeg.find("\xFF\xC0\x00\x11"sv);
    if (at == std::string::npos) at = jpeg.find("\xFF\xC0\x00\x0B"sv);
    jpeg.at(at + 1) = marker;
    jpeg.at(at + 4) = static_cast<char>(precision);
    return jpeg;
}

} // namespace

TEST_CASE("baseline, progressive and gray JPEGs are sound") {
    CHECK(isSoundJpeg(pictureFile("plain.jpg")));
    CHECK(isSoundJpeg(pictureFile("offset.jpg")));
    CHECK(isSoundJpeg(pictureFile("progressive.jpg")));
    CHECK(isSoundJpeg(pictureFile("gray.jpg")));
}

TEST_CASE("no JPEG that a PDF cannot show as it is is sound") {
    const std::string plain = pictureFile("plain.jpg");
    CHECK_FALSE(isSoundJpeg(pictureFile("cmyk.jpg")));
    CHECK_FALSE(isSoundJpeg(withFrame(plain, '\xC9')));     // arithmetic
    CHECK_FALSE(isSoundJpeg(withFrame(plain, '\xCA')));     // SOF10
    CHECK_FALSE(isSoundJpeg(withFrame(plain, '\xC3')));     // lossless
    CHECK_FALSE(isSoundJpeg(withFrame(plain, '\xC1', 12))); // 12 bits
    std::string filled = plain;
    filled.insert(2, 1, '\xFF');
    CHECK_FALSE(isSoundJpeg(filled));
    CHECK_FALSE(isSoundJpeg(""));
    CHECK_FALSE(isSoundJpeg("This is a text called photo.jpg"));
    CHECK_FALSE(isSoundJpeg(pictureFile("rgba.png")));
    CHECK_FALSE(isSoundJpeg("\xFF\xD8\xFF\xD9"sv));
}

TEST_CASE("no truncation of a sound JPEG is sound") {
    for (const char* name : {"plain.jpg", "progressive.jpg", "gray.jpg"}) {
        const std::string whole = pictureFile(name);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            CAPTURE(name, size);
            CHECK_FALSE(isSoundJpeg(std::string_view(whole).substr(0, size)));
        }
    }
}

TEST_CASE("without metadata nothing is left but the picture") {
    const std::string whole = pictureFile("offset.jpg") + "MotionPhoto_Data 55.676,12.568";
    const std::string bare = withoutMetadata(whole);
    for (const char* trace : {"Exif", "Fairphone", "2023", "55.676", "MotionPhoto"}) {
        CHECK(whole.find(trace) != std::string::npos);
        CHECK(bare.find(trace) == std::string::npos);
    }
    CHECK(isSoundJpeg(bare));
    CHECK(decodePicture(bare, 1, {})->rgb == decodePicture(whole, 1, {})->rgb);
}

TEST_CASE("comments, XMP, thumbnails in JFIF headers and segments between scans go too") {
    std::string jpeg = pictureFile("progressive.jpg");
    const std::size_t scan = jpeg.rfind("\xFF\xDA"sv);
    jpeg.insert(scan, segment('\xFE', "SECRET between scans"));
    jpeg.insert(2, segment('\xE1', "http://ns.adobe.com/xap/1.0/\0SECRET"sv) + segment('\xFE', "SECRET") +
                       segment('\xE2', "MPF\0SECRET"sv) + segment('\xE0', "JFXX\0SECRET"sv) +
                       segment('\xEE', "AdobeSECRET-and-more"sv));
    REQUIRE(isSoundJpeg(pictureFile("progressive.jpg")));
    const std::string bare = withoutMetadata(jpeg);
    CHECK(bare.find("xap") == std::string::npos);
    CHECK(bare.find("SECRET b") == std::string::npos);
    CHECK(bare.find("and-more") == std::string::npos);
    CHECK(bare.find("MPF") == std::string::npos);
    CHECK(bare.find("JFXX") == std::string::npos);
    CHECK(decodePicture(bare, 1, {}));

    const std::string header("JFIF\0\1\1\0\0\1\0\1\1\1ABC", 17);
    const std::string framed = "\xFF\xD8" + segment('\xE0', header) + pictureFile("plain.jpg").substr(2);
    const std::string cleaned = withoutMetadata(framed);
    CHECK(cleaned.find("ABC") == std::string::npos);
    CHECK(decodePicture(cleaned, 1, {}));
}

TEST_CASE("Adobe's word on the colours stays") {
    const std::string bare = withoutMetadata(pictureFile("cmyk.jpg"));
    CHECK(bare.find("Adobe") != std::string::npos);
    CHECK(tests::near(tests::pixelAt(*decodePicture(bare, 1, {}), 24, 16), {255, 0, 0}, 10));
}

TEST_CASE("what is no JPEG gives no bytes") {
    CHECK(withoutMetadata("").empty());
    CHECK(withoutMetadata("GPS 55.676 in a text").empty());
    CHECK(withoutMetadata(pictureFile("rgba.png")).empty());
}

TEST_CASE("a truncated JPEG is cleaned up to where it ends") {
    const std::string whole = pictureFile("offset.jpg");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const std::string bare = withoutMetadata(std::string_view(whole).substr(0, size));
        CHECK(bare.find("Fairphone") == std::string::npos);
    }
}
