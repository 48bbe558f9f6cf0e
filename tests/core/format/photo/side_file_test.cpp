// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/photo/side_file.h"
#include "core/format/photo/takeout_side_reader.h"
#include "tests/core/format/folder.h"
#include "tests/core/format/photo/photo_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::photo::sideFileOf;
using core::format::photo::sideNames;

namespace {

std::string json(const std::string& title, const std::string& rest = {}) {
    return "{\"title\": \"" + title +
           "\", \"creationTime\": {\"timestamp\": \"1700000000\"}, \"photoTakenTime\": {\"timestamp\": "
           "\"1684092645\", \"formatted\": \"14. maj 2023, 19.30.45 UTC\"}" +
           rest + "}";
}

std::string first(const std::string& media, const std::vector<std::string>& beside) {
    const auto names = sideNames(media, beside);
    return names.empty() ? "" : names.front();
}

} // namespace

TEST_CASE("the side file of a picture is found by every way in which Takeout names it") {
    struct Pair {
        const char* media;
        const char* side;
    };
    const Pair pairs[] = {
        {"IMG_1234.jpg", "IMG_1234.jpg.json"},
        {"IMG_1234.jpg", "IMG_1234.jpg.supplemental-metadata.json"},
        {"IMG_20230514_213045_BURST001.jpg", "IMG_20230514_213045_BURST001.jpg.supplemental-.json"},
        {"00100lrPORTRAIT_00100_BURST20171111030039.jpg",
         "00100lrPORTRAIT_00100_BURST20171111030039.jpg..json"},
        {"IMG_1234(1).jpg", "IMG_1234.jpg(1).json"},
        {"IMG_1234(1).jpg", "IMG_1234.jpg.supplemental-metadata(1).json"},
        {"IMG_1234-edited.jpg", "IMG_1234.jpg.json"},
        {"IMG_1234-redigeret.jpg", "IMG_1234.jpg.supplemental-metadata.json"},
        {"IMG_1234-redigeret(1).jpg", "IMG_1234.jpg(1).json"},
        {"Skærmbillede fra Bodils telefon den fjortendes.png",
         "Skærmbillede fra Bodils telefon den fjortendes.json"},
    };
    for (const auto& [media, side] : pairs) {
        CAPTURE(media, side);
        CHECK(first(media, {"IMG_9.jpg", "IMG_9.jpg.json", "metadata.json", media, side}) == side);
    }
}

TEST_CASE("another picture's side file is never taken") {
    CHECK(first("IMG_1234.jpg", {"IMG_1234.jpg(1).json", "IMG_12345.jpg.json", "IMG_1234.png.json"}).empty());
    CHECK(first("IMG_1234(1).jpg", {"IMG_1234.jpg.json", "IMG_1234.jpg(2).json"}).empty());
    CHECK(first("IMG_1.jpg", {"I.json", "IMG.json", ".json", "IMG_1.json"}).empty());
    // A name that really ends so has its own.
    CHECK(first("A-edited.jpg", {"A-edited.jpg.json", "A.jpg.json"}) == "A-edited.jpg.json");
}

TEST_CASE("a title that is another's file makes the side file another's") {
    tests::Folder folder({{"IMG_1.jpg.json", json("IMG_2.jpg")}});
    auto context = tests::contextFor("", "IMG_1.jpg");
    context.around = &folder;
    CHECK_FALSE(sideFileOf(context));
}

TEST_CASE("a picture without EXIF has the time and the place of its side file, behind its name") {
    const std::string bytes = tests::photoFixture("plain.jpg");
    tests::Folder folder({{"hjemme.jpg.supplemental-metadata.json",
                           json("hjemme.jpg", ", \"geoData\": {\"latitude\": 55.5, \"longitude\": 12.25}, "
                                              "\"geoDataExif\": {\"latitude\": 0.0, \"longitude\": 0.0}")}});
    auto context = tests::contextFor(bytes, "hjemme.jpg");
    context.around = &folder;
    context.fileTimeMs = 1'700'000'000'000;
    const auto item = tests::readPhoto(bytes, context);
    REQUIRE(item.times.size() == 2);
    CHECK(item.times[0].source == core::model::TimeSource::SideFile);
    CHECK(core::base::toRfc3339(item.times[0].time.utcMs) == "2023-05-14T19:30:45Z");
    CHECK(item.times[0].time.basis == core::base::TimeBasis::Utc);
    CHECK(item.times[0].asWritten == "1684092645 (hjemme.jpg.supplemental-metadata.json)");
    REQUIRE(item.photo->gps);
    CHECK(item.photo->gps->latitude == 55.5);
}

TEST_CASE("what the picture itself says goes before its side file") {
    const std::string bytes = tests::photoFixture("offset.jpg");
    tests::Folder folder(
        {{"a.jpg.json", json("a.jpg", ", \"geoData\": {\"latitude\": 1, \"longitude\": 1}")}});
    auto context = tests::contextFor(bytes, "a.jpg");
    context.around = &folder;
    const auto item = tests::readPhoto(bytes, context);
    CHECK(item.times.front().source == core::model::TimeSource::Exif);
    CHECK(item.times.back().source == core::model::TimeSource::SideFile);
    CHECK(item.photo->gps->latitude > 55);
}

TEST_CASE("a side file that is broken, huge or without a time gives none") {
    for (const std::string& text :
         {std::string("{"), std::string(), std::string("[1]"), std::string("{\"title\": \"a.jpg\"}"),
          std::string("{\"photoTakenTime\": {\"timestamp\": \"x\"}}"),
          std::string("{\"photoTakenTime\": {\"timestamp\": \"99999999999999999\"}}"),
          std::string("{\"photoTakenTime\": 7}"), std::string(2 << 20U, ' '), std::string(100000, '[')}) {
        tests::Folder folder({{"a.jpg.json", text}});
        auto context = tests::contextFor("", "a.jpg");
        context.around = &folder;
        CHECK_FALSE(sideFileOf(context));
    }
}

TEST_CASE("side files are known and give no items, and other JSON is not taken for one") {
    const core::format::TakeoutSideReader reader;
    using core::format::Confidence;
    CHECK(reader.probe({json("a.jpg"), "a.jpg.json", 9}) == Confidence::Likely);
    CHECK(reader.probe({"\xEF\xBB\xBF\n" + json("a.jpg"), "a.jpg.json", 9}) == Confidence::Likely);
    CHECK(reader.probe({"{\"messages\": []}", "message_1.json", 9}) == Confidence::No);
    CHECK(reader.probe({"", "", 0}) == Confidence::No);
    CHECK(tests::collect<core::format::TakeoutSideReader>(json("a.jpg")).items.empty());
}
