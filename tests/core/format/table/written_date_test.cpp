// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/written_date.h"

#include <catch2/catch_test_macros.hpp>

using core::base::Precision;
using core::format::table::DateOrderEvidence;
using core::format::table::DurationUnit;
using core::format::table::parseDuration;
using core::format::table::parseWrittenDate;

namespace {

std::string read(std::string_view text, bool monthFirst = false) {
    auto date = parseWrittenDate(text);
    if (!date || !date->hasDate || !date->settle(monthFirst)) return "none";
    char out[64];
    const auto& c = date->civil;
    std::snprintf(out, sizeof out, "%04d-%02d-%02d %02d:%02d:%02d", c.year, c.month, c.day, c.hour, c.minute,
                  c.second);
    return std::string(out).substr(0, date->hasTime ? 19 : 10);
}

} // namespace

TEST_CASE("dates are read as they are written in Danish, English and German") {
    CHECK(read("14-05-2023") == "2023-05-14");
    CHECK(read("14.05.23 kl. 21.30") == "2023-05-14 21:30:00");
    CHECK(read("14/05/2023 21:30:45") == "2023-05-14 21:30:45");
    CHECK(read("5/14/23, 9:30:45 PM", true) == "2023-05-14 21:30:45");
    CHECK(read("2023-05-14T21:30:45+02:00") == "2023-05-14 21:30:45");
    CHECK(read("2023-05-14 21:30:45 UTC") == "2023-05-14 21:30:45");
    CHECK(read("20230514") == "2023-05-14");
    CHECK(read("14. maj 2023") == "2023-05-14");
    CHECK(read("søndag den 14. maj 2023, kl. 21:30") == "2023-05-14 21:30:00");
    CHECK(read("Jul 23, 2011 6:12:54 AM") == "2011-07-23 06:12:54");
    CHECK(read("May 17, 2022  5:29:42 PM") == "2022-05-17 17:29:42");
    CHECK(read("Sonntag, 14. Mai 2023 um 21:30 Uhr") == "2023-05-14 21:30:00");
    CHECK(read("14/5-2023") == "2023-05-14");
    CHECK(read("3/4-23", true) == "2023-04-03"); // never the month first
    CHECK(read("14-May-2023") == "2023-05-14");
    CHECK(read("7. März 2023") == "2023-03-07");
    CHECK(read("12:05 AM 01/02/2023") == "2023-02-01 00:05:00");
    CHECK(parseWrittenDate("2023-05-14 21:30:45+02:00")->offsetSeconds == 7200);
    CHECK(parseWrittenDate("14.05.2023 ca. 21:00")->isAbout);
}

TEST_CASE("what is no date, or has no year, is none") {
    for (const char* text :
         {"", "14/05", "maj 2023", "14. maj", "87654321", "hello", "I alt", "2,70", "00:04:20", "31.02.2023",
          "14.13.2023.5", "14.05.2023 25:00", "1.2.3.4", "2023-13-01"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
}

TEST_CASE("a clock alone is read in a column of clocks") {
    CHECK(parseWrittenDate("21.30.45", true)->civil.second == 45);
    CHECK(parseWrittenDate("10.11.12", true)->civil.hour == 10);
    CHECK(parseWrittenDate("kl. 7.40", true)->precision() == Precision::Minute);
    CHECK(parseWrittenDate("ca. 21", true)->precision() == Precision::Hour);
    CHECK_FALSE(parseWrittenDate("om aftenen", true));
}

TEST_CASE("the order of day and month is settled by the dates of all rows") {
    DateOrderEvidence danish;
    danish.add(*parseWrittenDate("03/04/2023"));
    CHECK(danish.isOpen());
    danish.add(*parseWrittenDate("13/04/2023"));
    CHECK_FALSE(danish.isOpen());
    CHECK_FALSE(danish.isMonthFirst());
    danish.add(*parseWrittenDate("04/13/2023"));
    CHECK(danish.isOpen()); // they speak against each other
    DateOrderEvidence american;
    american.add(*parseWrittenDate("04/13/2023"));
    CHECK(american.isMonthFirst());
    DateOrderEvidence plain;
    plain.add(*parseWrittenDate("2023-04-03"));
    plain.add(*parseWrittenDate("3. april 2023"));
    CHECK_FALSE(plain.isOpen());
}

TEST_CASE("durations are read as telephone companies write them") {
    CHECK(parseDuration("00:01:23")->seconds == 83);
    CHECK(parseDuration("1:23")->seconds == 83);
    CHECK(parseDuration("1:23")->isDoubtful);
    CHECK(parseDuration("83")->seconds == 83);
    CHECK(parseDuration("1 min 23 sek")->seconds == 83);
    CHECK(parseDuration("1 min. og 23 sek.")->seconds == 83);
    CHECK(parseDuration("1 t 2 min")->seconds == 3720);
    CHECK(parseDuration("1h 2m 3s")->seconds == 3723);
    CHECK(parseDuration("1,5", DurationUnit::Minutes)->seconds == 90);
    CHECK(parseDuration("12 Sekunden")->seconds == 12);
    for (const char* text : {"", "-", "aldrig", "1:2:3:4", "00:99", "5 6", "1 kr"})
        CHECK_FALSE(parseDuration(text));
}
