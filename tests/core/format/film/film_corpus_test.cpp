// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/registry.h"
#include "tests/core/format/film/film_support.h"
#include "tests/support/corpus.h"

#include <map>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("every sample is a film item, and those we looked at say what mediainfo and ffprobe say") {
    struct Known {
        core::model::ItemKind kind;
        std::int64_t seconds; // -1: none
        const char* time;
    };
    using core::model::ItemKind;
    // testMP4_truncated.m4a ends before the length; ffprobe guesses one.
    const std::map<std::string, Known> known{
        {"video.mov", {ItemKind::Video, 1, "2015-01-19T20:45:11Z"}},
        {"audio.m4a", {ItemKind::Audio, 1, "2016-01-04T05:23:39Z"}},
        {"testMP4.m4a", {ItemKind::Audio, 0, "2012-01-28T18:39:18Z"}},
        {"testMP4AudioOnly.mp4", {ItemKind::Audio, 1, ""}},
        {"testMP4Video.mp4", {ItemKind::Video, 1, ""}},
        {"testMP4_QuickTimeMetadata.mov", {ItemKind::Video, 3, ""}},
        {"testMP4_truncated.m4a", {ItemKind::Audio, -1, ""}},
        {"testMP3id3v2.mp3", {ItemKind::Audio, 2, ""}},
        {"testMP3mpeg2.mp3", {ItemKind::Audio, 2, ""}},
        {"testMP3vbr.mp3", {ItemKind::Audio, 0, ""}},
        {"testVORBIS.ogg", {ItemKind::Audio, 0, ""}},
        {"testWAV.wav", {ItemKind::Audio, 0, ""}},
    };
    std::size_t looked = 0;
    auto files = tests::corpusFiles("video");
    for (const auto& path : tests::corpusFiles("photo")) files.push_back(path);
    for (const auto& path : files) {
        const std::string bytes = tests::readFile(path);
        const std::string name = path.filename().string();
        const bool isFilm = path.string().find("/video/") != std::string::npos || known.contains(name);
        if (!isFilm) continue;
        CAPTURE(path.string());
        const auto* reader = core::format::findReader({bytes.substr(0, 65536), name, bytes.size()});
        REQUIRE(reader != nullptr);
        CHECK(std::string(reader->code()) == "film");
        const auto item = tests::readFilm(bytes, tests::contextFor(bytes, name));
        const auto found = known.find(name);
        if (found == known.end()) continue;
        ++looked;
        CHECK(item.kind == found->second.kind);
        CHECK(item.durationSeconds.value_or(-1) == found->second.seconds);
        CHECK(tests::firstTime(item) == found->second.time);
    }
    CHECK(looked == known.size());
}
