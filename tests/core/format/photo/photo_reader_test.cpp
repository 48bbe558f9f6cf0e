// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/photo/photo_support.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using format::Confidence;
using model::IssueCode;
using tests::readFixture;

namespace {

Confidence probe(std::string_view head) {
    return format::PhotoReader().probe({head, "note.txt", head.size()});
}

} // namespace

TEST_CASE("a picture is one item that says where, how large and by what it was taken") {
    const std::string bytes = tests::photoFixture("offset.jpg");
    const auto item = readFixture("offset.jpg");
    CHECK(item.kind == model::ItemKind::Photo);
    CHECK(item.offset == 0);
    CHECK(item.length == bytes.size());
    CHECK(item.index == 1);
    CHECK(item.attachments.empty());
    CHECK(item.text.empty());
    REQUIRE(item.photo);
    CHECK(item.photo->width == 48);
    CHECK(item.photo->height == 32);
    CHECK(item.photo->orientation == 6);
    CHECK(item.photo->camera == "Fairphone FP4");
    REQUIRE(item.photo->gps);
    CHECK(std::abs(item.photo->gps->latitude - 55.676) < 1e-5);
    CHECK(std::abs(item.photo->gps->longitude - 12.568) < 1e-5);
    CHECK_FALSE(item.photo->isScreenshot);
    const auto digest = base::sha256(bytes);
    CHECK(item.identity == std::string(digest.begin(), digest.end()));
}

TEST_CASE("coordinates of nowhere and without a hemisphere are no place") {
    for (const char* name : {"zeros.jpg", "no_ref.jpg"}) {
        const auto item = readFixture(name);
        CHECK_FALSE(item.photo->gps);
        CHECK(tests::has(item, IssueCode::DamagedMetadata));
    }
}

TEST_CASE("pictures are known by their first bytes, whatever they are called") {
    CHECK(probe(tests::photoFixture("plain.jpg")) == Confidence::Certain);
    CHECK(probe(tests::photoFixture("rgba.png")) == Confidence::Certain);
    CHECK(probe(std::string_view("\0\0\0\x18"
                                 "ftypheic\0\0\0\0",
                                 16)) == Confidence::Certain);
    CHECK(probe(std::string_view("\0\0\0\x18"
                                 "ftypmif1\0\0\0\0",
                                 16)) == Confidence::Certain);
    CHECK(probe(std::string_view("\0\0\0\x18"
                                 "ftypisom\0\0\0\0",
                                 16)) == Confidence::No);
    CHECK(probe("GIF89a") == Confidence::Likely);
    CHECK(probe("BM") == Confidence::No);
    CHECK(probe("") == Confidence::No);
}

TEST_CASE("a file too large to look into is an item all the same") {
    struct Endless : base::ByteSource {
        std::uint64_t left = 300ULL * 1024 * 1024;
        std::size_t read(char* buffer, std::size_t capacity) override {
            const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(left, capacity));
            std::fill(buffer, buffer + n, '\xFF');
            left -= n;
            return n;
        }
    } source;
    tests::Collected out;
    format::PhotoReader().read(source, tests::contextFor("", "IMG_20230514_213045.jpg"), out);
    REQUIRE(out.items.size() == 1);
    CHECK(tests::has(out.items[0], IssueCode::TooLarge));
    CHECK(out.items[0].length == 300ULL * 1024 * 1024);
    CHECK(out.items[0].times.size() == 1);
}
