// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "tests/core/format/photo/photo_support.h"
#include "tests/support/corpus.h"

#include <map>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("every picture of the samples is an item, and those we looked at say what they say") {
    // DateTimeOriginal, width, orientation: looked up in the files themselves.
    struct Known {
        const char* time;
        int width;
        int orientation;
    };
    const std::map<std::string, Known> known{
        {"plain.jpg", {"2015-12-04T23:59:26.840Z", 100, 1}},
        {"photo.heic", {"2019-05-26T08:33:20.009Z", 100, 1}},
        {"photo.png", {"2015-01-18T11:01:01Z", 1, 1}},
        {"with-null-coordinates.jpg", {"2014-10-21T08:56:21Z", 82, 6}},
        {"xiaomi.heic", {"2023-04-27T16:44:18.732Z", 2592, 1}},
        {"arrow.heic", {"2018-07-31T12:52:07.557Z", 4032, 6}},
        {"L_exif_xmp_iptc.heic", {"2020-09-14T16:09:34.641Z", 64, 1}},
    };
    std::size_t pictures = 0;
    std::size_t looked = 0;
    for (const auto& path : tests::corpusFiles("photo")) {
        const std::string bytes = tests::readFile(path);
        const std::string name = path.filename().string();
        if (core::format::PhotoReader().probe({bytes, name, bytes.size()}) == core::format::Confidence::No)
            continue;
        CAPTURE(path.string());
        ++pictures;
        const auto item = tests::readPhoto(bytes, tests::contextFor(bytes, name));
        CHECK(item.kind == core::model::ItemKind::Photo);
        const auto found = known.find(name);
        if (found == known.end()) continue;
        ++looked;
        REQUIRE_FALSE(item.times.empty());
        CHECK(core::base::toRfc3339(item.times.front().time.utcMs) == found->second.time);
        CHECK(item.photo->width == found->second.width);
        CHECK(item.photo->orientation == found->second.orientation);
    }
    CHECK(pictures >= 24);
    CHECK(looked == known.size());
}
