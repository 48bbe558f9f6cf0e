// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/film/film_support.h"
#include "tests/core/format/folder.h"

#include <catch2/catch_test_macros.hpp>

using core::base::TimeBasis;
using core::model::IssueCode;
using core::model::TimeSource;

namespace {

std::string detailOf(const core::format::ItemRecord& item, IssueCode code) {
    for (const auto& issue : item.issues)
        if (issue.code == code) return issue.detail;
    return "none";
}

} // namespace

TEST_CASE("an iPhone's time with its zone goes before that of the header, which is the end") {
    const auto item = tests::readFilmAs("iphone.mov", "IMG_1234.MOV");
    REQUIRE(item.times.size() == 2);
    CHECK(tests::firstTime(item) == "2023-05-14T19:30:15Z");
    CHECK(item.times[0].source == TimeSource::MediaHeader);
    CHECK(item.times[0].time.offsetSeconds == 7200);
    CHECK(item.times[0].asWritten == "2023-05-14T21:30:15+0200");
    CHECK(core::base::toRfc3339(item.times[1].time.utcMs) == "2023-05-14T19:30:45Z");
    CHECK(item.issues.empty());
}

TEST_CASE("an Android phone's header is UTC and may be the end, which is said") {
    const auto item = tests::readFilmAs("android.mp4", "film.mp4");
    CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
    CHECK(item.times[0].time.basis == TimeBasis::Utc);
    CHECK(detailOf(item, IssueCode::DoubtfulTime) == "end 30");
}

TEST_CASE("a header of which nobody knows whether it is UTC says so") {
    const auto item = tests::readFilmAs("plain.mp4", "film.mp4");
    CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
    CHECK(detailOf(item, IssueCode::DoubtfulTime) == "zone");
    CHECK(tests::firstTime(tests::readFilmAs("long.mp4", "film.mp4")) == "2023-05-14T19:30:45Z");
}

TEST_CASE("the name bears out whether a header is UTC or a wall clock") {
    const auto utc = tests::readFilmAs("plain.mp4", "VID_20230514_213043.mp4");
    CHECK(tests::firstTime(utc) == "2023-05-14T19:30:45Z");
    CHECK(utc.times[0].source == TimeSource::MediaHeader);
    CHECK(utc.issues.empty());
    const auto local = tests::readFilmAs("local.mp4", "VID_20230514_213045.mp4");
    CHECK(tests::firstTime(local) == "2023-05-14T19:30:45Z");
    CHECK(local.times[0].time.basis == TimeBasis::LocalZone);
    CHECK(local.issues.empty());
}

TEST_CASE("where the header is the end of what the name says began, the begin is the time") {
    for (const char* fixture : {"plain.mp4", "android.mp4"}) {
        const auto item = tests::readFilmAs(fixture, "VID_20230514_213015.mp4");
        REQUIRE(item.times.size() == 2);
        CHECK(tests::firstTime(item) == "2023-05-14T19:30:15Z");
        CHECK(item.times[0].source == TimeSource::FileName);
        CHECK(item.issues.empty());
    }
    // A Pixel's names are UTC.
    CHECK(tests::firstTime(tests::readFilmAs("android.mp4", "PXL_20230514_193015000.mp4")) ==
          "2023-05-14T19:30:15Z");
}

TEST_CASE("an exact name goes before a header that it does not bear out") {
    const auto item = tests::readFilmAs("plain.mp4", "VID_20230510_120000.mp4");
    CHECK(tests::firstTime(item) == "2023-05-10T10:00:00Z");
    CHECK(tests::has(item, IssueCode::DateDisagrees));
    // The day alone, on which a messenger received it, goes behind it.
    const auto day = tests::readFilmAs("plain.mp4", "VID-20230514-WA0001.mp4");
    CHECK(day.times[0].source == TimeSource::MediaHeader);
    CHECK(day.times[1].time.precision == core::base::Precision::Day);
}

TEST_CASE("0, the begin of 1904 or 1970 and a count from 1970 are no times") {
    for (const char* name : {"none.mp4", "none1970.mp4", "counted1970.mp4"}) {
        const auto item = tests::readFilmAs(name, "film.mp4");
        CHECK(item.times.empty());
        CHECK(tests::has(item, IssueCode::InvalidDate));
        CHECK(tests::has(item, IssueCode::MissingDate));
    }
}

TEST_CASE("the clocks of recorders and old cameras are wall clocks") {
    for (const char* name : {"recorder.wav", "camera.avi"}) {
        const auto item = tests::readFilmAs(name, "x");
        CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
        CHECK(item.times[0].time.basis == TimeBasis::LocalZone);
    }
}

TEST_CASE("Matroska and WebM count in UTC") {
    for (const char* name : {"film.mkv", "film.webm"}) {
        const auto item = tests::readFilmAs(name, "x");
        CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
        CHECK(item.times[0].time.basis == TimeBasis::Utc);
    }
}

TEST_CASE("the names of voice messages and recordings tell their day or their time") {
    const std::pair<const char*, const char*> names[] = {
        {"PTT-20230514-WA0000.opus", "2023-05-13T22:00:00Z"},
        {"AUD-20230514-WA0003.m4a", "2023-05-13T22:00:00Z"},
        {"00000012-AUDIO-2023-05-14-21-30-45.opus", "2023-05-14T19:30:45Z"},
        {"signal-2023-05-14-213045.m4a", "2023-05-14T19:30:45Z"},
        {"WhatsApp Ptt 2023-05-14 at 21.30.45.ogg", "2023-05-14T19:30:45Z"},
    };
    for (const auto& [name, time] : names) {
        CAPTURE(name);
        const auto item = tests::readFilmAs("sound.opus", name);
        CHECK(tests::firstTime(item) == time);
        CHECK(item.times[0].source == TimeSource::FileName);
    }
}

TEST_CASE("a film has the time and place of its side file where it has none itself") {
    const std::string bytes = tests::filmFixture("none.mp4");
    const std::string side = "{\"title\": \"a.mp4\", \"photoTakenTime\": {\"timestamp\": \"1684092645\"}, "
                             "\"geoData\": {\"latitude\": 55.5, \"longitude\": 12}}";
    tests::Folder folder({{"a.mp4.json", side}});
    auto context = tests::contextFor(bytes, "a.mp4");
    context.around = &folder;
    const auto item = tests::readFilm(bytes, context);
    CHECK(tests::firstTime(item) == "2023-05-14T19:30:45Z");
    CHECK(item.times[0].source == TimeSource::SideFile);
    REQUIRE(item.photo->gps);
    CHECK(item.photo->gps->latitude == 55.5);
}
