// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"
#include "core/base/zone.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::base;

TEST_CASE("dates and numbers are written as Danes and as the English write them") {
    const CivilTime t{2025, 5, 3, 22, 4, 17};
    CHECK(formatDateLong(t, Language::Danish) == "lørdag den 3. maj 2025");
    CHECK(formatDateLong(t, Language::English) == "Saturday 3 May 2025");
    CHECK(formatDateTable(t, Language::Danish) == "03.05.2025");
    CHECK(formatClock(t, Language::Danish, true) == "22.04.17");
    CHECK(formatCount(1240, Language::Danish) == "1.240");
    CHECK(formatCount(1234567, Language::English) == "1,234,567");
    CHECK(formatDecimal(44.55, 1, Language::Danish) == "44,5");
    CHECK(formatOffset(-12600) == "-03:30");
}

TEST_CASE("a time is shown no more exact than it is known") {
    Timestamp time = fromLocal({2025, 5, 3, 16, 0, 0}, kDefaultZone, Precision::Minute);
    time.about = true;
    CHECK(formatTime(time, kDefaultZone, Language::Danish) == "3. maj 2025 ca. 16.00");
    time.about = false;
    time.precision = Precision::Day;
    CHECK(formatTime(time, kDefaultZone, Language::Danish) == "3. maj 2025");
    time.precision = Precision::Month;
    CHECK(formatTime(time, kDefaultZone, Language::English) == "May 2025");
    time.precision = Precision::PartOfDay;
    CHECK(formatTime(time, kDefaultZone, Language::Danish) == "3. maj 2025 om eftermiddagen");
}

TEST_CASE("a date is read in the ways people type it") {
    const CivilTime wanted{2025, 5, 3};
    for (const char* text :
         {"3.5.2025", "03-05-2025", "3/5 2025", "2025-05-03", "3. maj 2025", "3 May 2025", "3.5.25"})
        CHECK(parseDate(text) == wanted);
}

TEST_CASE("a year of two digits is never seventy years ahead") {
    CHECK(parseDate("1.1.99") == CivilTime{1999, 1, 1});
    CHECK(parseDate("1.1.25") == CivilTime{2025, 1, 1});
}

TEST_CASE("a word is no date, and neither is a day that never was") {
    for (const char* text : {"i går", "forgårs", "yesterday", "sidste uge", "30.2.2025", "31-04-2025", "",
                             "maj 2025", "3.5", "32.1.2025", "1.13.2025", "3. foo 2025"})
        CHECK_FALSE(parseDate(text));
}

TEST_CASE("a time of day is read with a point or a colon") {
    CHECK(parseClock("22.04")->minute == 4);
    CHECK(parseClock("7:05")->hour == 7);
    CHECK(parseClock("2204")->hour == 22);
    for (const char* text : {"24.00", "22.60", "aften", "", "22.4"}) CHECK_FALSE(parseClock(text));
}
