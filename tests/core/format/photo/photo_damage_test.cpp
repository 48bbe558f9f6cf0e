// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/photo/photo_support.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

using core::model::IssueCode;

namespace {
const char* const kFixtures[] = {"offset.jpg", "xmp.jpg",     "screenshot.png", "creation_time.png",
                                 "place.avif", "place.gif",   "place.tif",      "place.webp",
                                 "motion.jpg", "samsung.jpg", "gps_time.jpg"};
} // namespace

TEST_CASE("every truncation of a picture is an item") {
    for (const char* name : kFixtures) {
        const std::string bytes = tests::photoFixture(name);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto cut = std::string_view(bytes).substr(0, size);
            const auto item = tests::readPhoto(cut, tests::contextFor(cut, "x.jpg"));
            CHECK(item.length == size);
            CHECK(item.photo);
        }
    }
}

TEST_CASE("a picture that is none says that its data is damaged") {
    const std::string_view bytes = "\xFF\xD8\xFF";
    CHECK(tests::has(tests::readPhoto(bytes, tests::contextFor(bytes, "x.jpg")), IssueCode::DamagedMetadata));
    CHECK(tests::has(tests::readPhoto("", tests::contextFor("", "x.jpg")), IssueCode::DamagedMetadata));
}

TEST_CASE("five hundred random changes to pictures always give one item each") {
    std::mt19937 random(20260102); // NOLINT: the same changes every time
    for (int round = 0; round < 500; ++round) {
        std::string bytes = tests::photoFixture(kFixtures[random() % std::size(kFixtures)]);
        for (std::size_t changes = 1 + random() % 10; changes > 0; --changes)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto item = tests::readPhoto(bytes, tests::contextFor(bytes, "x.jpg"));
        CHECK(item.length == bytes.size());
    }
}
