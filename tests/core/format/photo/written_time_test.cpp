// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/photo/written_time.h"

#include <catch2/catch_test_macros.hpp>

using core::base::CivilTime;
using core::base::Precision;
using namespace core::format::photo;

TEST_CASE("times are read as cameras and programs write them") {
    const CivilTime whole{2023, 5, 14, 21, 30, 45, 0};
    for (const char* text :
         {"2023:05:14 21:30:45", "2023-05-14T21:30:45", "2023/05/14 21:30:45 ", "2023:05:14 21.30.45"}) {
        CAPTURE(text);
        const auto time = parseWrittenTime(text);
        REQUIRE(time);
        CHECK(time->civil == whole);
        CHECK(time->precision == Precision::Second);
        CHECK_FALSE(time->offsetSeconds);
    }
    CHECK(parseWrittenTime("2023-05-14T21:30:45.1239+02:00")->civil.millisecond == 123);
    CHECK(parseWrittenTime("2023-05-14T21:30:45.5+02:00")->offsetSeconds == 7200);
    CHECK(parseWrittenTime("2023-05-14T21:30Z")->offsetSeconds == 0);
    CHECK(parseWrittenTime("2023-05-14T21:30")->precision == Precision::Minute);
    CHECK(parseWrittenTime("2023-05-14")->precision == Precision::Day);
    CHECK(parseWrittenTime("2023-05")->precision == Precision::Month);
    CHECK(parseWrittenTime("2023")->precision == Precision::Year);
}

TEST_CASE("what is no time is none") {
    for (const char* text :
         {"", "    :  :     :  :  ", "0000:00:00 00:00:00", "2023:02:30 10:00:00", "2023:05:14 25:00:00",
          "2023:05:14 10", "2023x", "14/05/2023", "2023-05-14T21:30:45 hej", "2023-05-14T21:30:4"}) {
        CAPTURE(text);
        CHECK_FALSE(parseWrittenTime(text));
    }
}

TEST_CASE("offsets are read with and without their colon, and nothing else is") {
    CHECK(parseOffset("+02:00") == 7200);
    CHECK(parseOffset("-0330") == -12600);
    CHECK(parseOffset("+05") == 18000);
    CHECK(parseOffset("Z") == 0);
    for (const char* text : {"", "02:00", "+2", "+99:00", "+02:60", "+02:00x"})
        CHECK_FALSE(parseOffset(text));
}

TEST_CASE("the mail form of a time is read") {
    const auto time = parseMailTime("Sun, 14 May 2023 21:30:45 +0200");
    REQUIRE(time);
    CHECK(time->civil == CivilTime{2023, 5, 14, 21, 30, 45, 0});
    CHECK(time->offsetSeconds == 7200);
    CHECK(parseMailTime("4 May 2023 21:30:45 GMT")->offsetSeconds == 0);
    CHECK_FALSE(parseMailTime("Sun, 14 Maj 2023 21:30:45"));
    CHECK_FALSE(parseMailTime(""));
}
