// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "tests/core/format/photo/photo_support.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using base::TimeBasis;
using model::IssueCode;
using model::TimeSource;
using tests::readFixture;

namespace {

std::string chosen(const format::ItemRecord& record) {
    return record.times.empty() ? "" : base::toRfc3339(record.times.front().time.utcMs);
}
format::ItemRecord named(const std::string& fixture, const std::string& name, std::int64_t fileTimeMs = 0) {
    const std::string bytes = tests::photoFixture(fixture);
    auto context = tests::contextFor(bytes, name);
    context.fileTimeMs = fileTimeMs;
    return tests::readPhoto(bytes, context);
}

} // namespace

TEST_CASE("DateTimeOriginal with its offset and fraction is the instant it says") {
    const auto item = readFixture("offset.jpg");
    CHECK(chosen(item) == "2023-05-14T19:30:45.123Z");
    const auto& claim = item.times.front();
    CHECK(claim.source == TimeSource::Exif);
    CHECK(claim.time.basis == TimeBasis::Offset);
    CHECK(claim.time.offsetSeconds == 7200);
    CHECK(claim.time.precision == base::Precision::Millisecond);
    CHECK(claim.asWritten == "2023:05:14 21:30:45 +02:00");
    CHECK(item.issues.empty());
}

TEST_CASE("a fresh fix in another country gives the instant, and no offset that nobody wrote") {
    const auto item = readFixture("gps_abroad.jpg");
    CHECK(chosen(item) == "2023-05-14T18:30:45Z");
    CHECK(item.times.front().source == TimeSource::Exif);
    CHECK_FALSE(item.times.front().time.offsetSeconds);
    CHECK(item.times.front().asWritten == "2023:05:14 21:30:45 (GPS 2023:05:14 18:30:40)");
    REQUIRE(item.times.size() == 2);
    CHECK(item.times[1].source == TimeSource::ExifGps);
    CHECK(item.times[1].time.utcMs == item.times[0].time.utcMs - 5000);
    CHECK_FALSE(item.times[1].time.offsetSeconds);
    CHECK(tests::has(item, IssueCode::DateDisagrees));
}

TEST_CASE("a fix that is old by a whole hour makes no other zone, where the place does not") {
    for (const char* name : {"gps_hour_old.jpg", "gps_time.jpg"}) { // in Denmark; nowhere
        const auto item = readFixture(name);
        CHECK(chosen(item) == "2023-05-14T19:30:45Z");
        CHECK(item.times.front().time.basis == TimeBasis::LocalZone);
        CHECK_FALSE(item.times.front().time.offsetSeconds);
        REQUIRE(item.times.size() == 2);
        CHECK(item.times[1].source == TimeSource::ExifGps);
        CHECK(tests::has(item, IssueCode::DateDisagrees));
    }
}

TEST_CASE("in the hour that comes twice a fresh fix says which of the two it was") {
    const auto item = readFixture("gps_second_hour.jpg");
    CHECK(chosen(item) == "2023-10-29T01:30:45Z");
    CHECK_FALSE(tests::has(item, IssueCode::DateDisagrees));
}

TEST_CASE("the camera's second date is believed before the satellites', and a disagreement is said") {
    const auto item = readFixture("gps_digitized.jpg");
    CHECK(chosen(item) == "2023-05-14T19:30:45Z");
    CHECK(item.times.front().source == TimeSource::Exif);
    CHECK(tests::has(item, IssueCode::DateDisagrees));
}

TEST_CASE("a stale fix gives none, and the time is read in the zone of the import") {
    const auto item = readFixture("gps_stale.jpg");
    CHECK(chosen(item) == "2023-05-14T19:30:45Z");
    CHECK(item.times.front().time.basis == TimeBasis::LocalZone);
    CHECK(item.times.front().time.zone == "Europe/Copenhagen");
    CHECK_FALSE(item.times.front().time.offsetSeconds);
    CHECK(tests::has(item, IssueCode::DateDisagrees));
}

TEST_CASE("a time known to be UTC by the pattern of its name has no offset as written") {
    const auto item = named("plain.jpg", "PXL_20230514_193045123.jpg");
    CHECK(chosen(item) == "2023-05-14T19:30:45.123Z");
    CHECK_FALSE(item.times.front().time.offsetSeconds);
    CHECK(item.times.front().time.basis == TimeBasis::Utc);
}

TEST_CASE("local times in the hours of the clock change are said to be doubtful") {
    CHECK(tests::has(readFixture("ambiguous.jpg"), IssueCode::AmbiguousHour));
    CHECK(chosen(readFixture("ambiguous.jpg")) == "2023-10-29T00:30:00Z");
    CHECK(tests::has(readFixture("gap.jpg"), IssueCode::NonexistentHour));
}

TEST_CASE("zeros, clocks never set and times to come are rejected and said") {
    const auto zeros = readFixture("zeros.jpg");
    CHECK(zeros.times.empty());
    CHECK(tests::has(zeros, IssueCode::InvalidDate));
    CHECK(tests::has(zeros, IssueCode::MissingDate));
    const auto reset = named("reset.jpg", "IMG_20230514_213045.jpg");
    CHECK(tests::has(reset, IssueCode::InvalidDate));
    CHECK(reset.times.front().source == TimeSource::FileName);
    const auto future = readFixture("future.jpg");
    CHECK(future.times.empty());
    CHECK(tests::has(future, IssueCode::FutureDate));
    for (const model::Issue& issue : future.issues)
        if (issue.code == IssueCode::FutureDate) CHECK(issue.detail.find("exif 2") == 0); // which time it was
}

TEST_CASE("XMP, PNG texts and PNG's EXIF are read") {
    const auto xmp = readFixture("xmp.jpg");
    CHECK(chosen(xmp) == "2023-05-14T19:30:45Z");
    CHECK(xmp.times.front().source == TimeSource::Xmp);
    const auto text = readFixture("creation_time.png");
    CHECK(chosen(text) == "2023-05-14T19:30:45Z");
    CHECK(text.times.front().source == TimeSource::PngText);
    const auto shot = readFixture("screenshot.png");
    CHECK(chosen(shot) == "2023-05-14T19:30:45Z");
    CHECK(shot.times.front().source == TimeSource::Exif);
    CHECK(shot.photo->isScreenshot);
}

TEST_CASE("the order is camera, name, last change, file; every claim is kept") {
    const auto item = named("offset.jpg", "IMG_20230514_213045.jpg", 1'690'000'000'000);
    REQUIRE(item.times.size() == 3);
    CHECK(item.times[0].source == TimeSource::Exif);
    CHECK(item.times[1].source == TimeSource::FileName);
    CHECK(item.times[2].source == TimeSource::FileTime);
    const auto changed = named("modified.jpg", "IMG_20230514_213045.jpg");
    REQUIRE(changed.times.size() == 2);
    CHECK(changed.times[0].source == TimeSource::FileName);
    CHECK(changed.times[1].source == TimeSource::Exif);
    CHECK_FALSE(tests::has(changed, IssueCode::DateDisagrees));
}

TEST_CASE("a file time alone is chosen, and only where it can be one") {
    const auto item = named("plain.jpg", "x.jpg", 1'690'000'000'000);
    REQUIRE(item.times.size() == 1);
    CHECK(item.times[0].source == TimeSource::FileTime);
    for (const std::int64_t reset : {1000LL, 315'532'800'000LL, 946'684'800'000LL, 2'000'000'000'000LL})
        CHECK(named("plain.jpg", "x.jpg", reset).times.empty());
}

TEST_CASE("a name that tells of another day disagrees; the day of WhatsApp may be the next") {
    CHECK(tests::has(named("offset.jpg", "IMG_20230601_213045.jpg"), IssueCode::DateDisagrees));
    CHECK_FALSE(tests::has(named("offset.jpg", "IMG-20230515-WA0001.jpg"), IssueCode::DateDisagrees));
    const auto day = named("plain.jpg", "IMG-20230515-WA0001.jpg");
    CHECK(day.times.front().time.precision == base::Precision::Day);
    CHECK(chosen(day) == "2023-05-14T22:00:00Z");
}

TEST_CASE("an unknown zone of the import falls back to the Danish one") {
    const std::string bytes = tests::photoFixture("gps_stale.jpg");
    auto context = tests::contextFor(bytes, "x.jpg");
    context.zone = "Nowhere/Atall";
    CHECK(chosen(tests::readPhoto(bytes, context)) == "2023-05-14T19:30:45Z");
}
