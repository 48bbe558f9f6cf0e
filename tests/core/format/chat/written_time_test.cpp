// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/chat/written_time.h"
#include "tests/core/format/collected.h"

#include <catch2/catch_test_macros.hpp>

using core::base::Precision;
using core::base::TimeBasis;
using core::format::ItemRecord;
using core::format::chat::writtenTime;
using core::model::IssueCode;
using tests::at;
using tests::has;

TEST_CASE("times in digits are read with what stands behind them, and nothing else is") {
    CHECK(writtenTime("2023-05-14 21:30:45")->precision == Precision::Second);
    CHECK(writtenTime("2023-05-14T21:30")->precision == Precision::Minute);
    CHECK(writtenTime("2023-05-14, 21:30:45.12")->civil.millisecond == 120);
    CHECK(writtenTime("2023-05-14T21:30:45.123456")->civil.millisecond == 123);
    CHECK(writtenTime("2023/05/14 21:30:45 UTC")->rest == "UTC");
    CHECK(writtenTime("2023-05-14T21:30:45+02:00")->rest == "+02:00");
    for (const char* none : {"", "14-05-2023 21:30", "2023-02-30 10:00", "2023-05-14", "2023-05-14 25:00",
                             "1970-01-01 00:00:00", "2023-05-14 21:30:456", "2023-5-14 21:30", "i går"})
        CHECK_FALSE(writtenTime(none));
}

TEST_CASE("what is known to be UTC is UTC, what has no zone is read in the source's and said") {
    ItemRecord utc;
    core::format::chat::addUtc(utc, "2023-05-14 21:30:45 UTC", 0);
    CHECK(at(utc) == "2023-05-14T21:30:45Z");
    CHECK(utc.issues.empty());

    auto context = tests::contextFor("");
    ItemRecord local;
    core::format::chat::addLocal(local, "2023-05-14 21:30:45", context);
    CHECK(at(local) == "2023-05-14T19:30:45Z");
    CHECK(local.times[0].time.basis == TimeBasis::LocalZone);
    CHECK(has(local, IssueCode::DoubtfulTime));

    ItemRecord twice;
    core::format::chat::addLocal(twice, "2023-10-29 02:30:00", context);
    CHECK(has(twice, IssueCode::AmbiguousHour));
    ItemRecord never;
    core::format::chat::addLocal(never, "2023-03-26 02:30:00", context);
    CHECK(has(never, IssueCode::NonexistentHour));
}

TEST_CASE("a time that says another zone is not read as UTC or local, and a wrong one is no time") {
    auto context = tests::contextFor("");
    for (const char* written : {"2023-05-14 21:30:45 CET", "2023-05-14T21:30:45+02:00", "i går"}) {
        ItemRecord utc;
        core::format::chat::addUtc(utc, written, 0);
        CHECK(utc.times.empty());
        CHECK(has(utc, IssueCode::InvalidDate));
        ItemRecord local;
        core::format::chat::addLocal(local, written, context);
        CHECK(local.times.empty());
        CHECK(has(local, IssueCode::InvalidDate));
    }
    ItemRecord none;
    core::format::chat::addUtc(none, "", 0);
    CHECK(has(none, IssueCode::MissingDate));
    ItemRecord future;
    core::format::chat::addWithOffset(future, "2033-05-14T21:30:45+02:00", context.nowMs);
    CHECK(has(future, IssueCode::FutureDate));
    ItemRecord old;
    core::format::chat::addWithOffset(old, "1971-05-14T21:30:45+02:00", context.nowMs);
    CHECK(has(old, IssueCode::InvalidDate));
}
