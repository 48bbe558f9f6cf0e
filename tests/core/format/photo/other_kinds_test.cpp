// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/photo/heif_items.h"
#include "tests/core/format/photo/photo_support.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("TIFF, WebP and AVIF say when, where and by what they were taken") {
    for (const char* name : {"place.tif", "place.webp", "place.avif"}) {
        CAPTURE(name);
        const std::string bytes = tests::photoFixture(name);
        CHECK(core::format::PhotoReader().probe({bytes, "x", bytes.size()}) != core::format::Confidence::No);
        const auto item = tests::readFixture(name);
        REQUIRE_FALSE(item.times.empty());
        CHECK(item.times[0].source == core::model::TimeSource::Exif);
        CHECK(core::base::toRfc3339(item.times[0].time.utcMs) == "2023-05-14T19:30:45Z");
        CHECK(item.photo->width == 48);
        CHECK(item.photo->height == 32);
        CHECK(item.photo->gps);
        CHECK(item.photo->camera == "Fairphone FP4");
        CHECK(item.issues.empty());
    }
}

TEST_CASE("a GIF says what its XMP says") {
    const auto item = tests::readFixture("place.gif");
    REQUIRE_FALSE(item.times.empty());
    CHECK(item.times[0].source == core::model::TimeSource::Xmp);
    CHECK(core::base::toRfc3339(item.times[0].time.utcMs) == "2023-05-14T19:30:45Z");
    CHECK(item.photo->width == 48);
}

TEST_CASE("what a picture is, its bytes say and not its name") {
    const std::string png = tests::photoFixture("creation_time.png");
    const auto item = tests::readPhoto(png, tests::contextFor(png, "picture.jpg"));
    CHECK(item.times.front().source == core::model::TimeSource::PngText);
}

TEST_CASE("the items of a HEIC that lie outside of it are none") {
    const std::string whole = tests::photoFixture("place.avif");
    const auto items = core::format::photo::readHeifItems(whole);
    CHECK(items.hasTable);
    CHECK(items.exif.starts_with("MM"));
    for (std::size_t size = 0; size < whole.size(); ++size)
        core::format::photo::readHeifItems(std::string_view(whole).substr(0, size));
    CHECK_FALSE(core::format::photo::readHeifItems(whole.substr(0, 40)).hasTable);
}
