// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/envelope_line.h"
#include "core/format/mail/mail_date.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::format::mail;

namespace {

// "2025-05-03T20:04:17Z +7200", "-" for a zone that is not said, "?" where nothing is.
std::string read(std::string_view text) {
    const auto date = parseMailDate(text);
    if (!date) return "none";
    const auto time = toTimestamp(*date, "Europe/Copenhagen");
    return core::base::toRfc3339(time.utcMs) + " " +
           (time.offsetSeconds  ? std::to_string(*time.offsetSeconds)
            : time.zone.empty() ? "-"
                                : time.zone);
}

} // namespace

TEST_CASE("dates of mails, in the forms they come in") {
    CHECK(read("Sat, 3 May 2025 22:04:17 +0200") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat, 3 May 2025 22:04:17 +0200 (CEST)") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat (lørdag (ja)), 3 May 2025 22:04:17 +0200") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("3 May 2025 22:04 +0200") == "2025-05-03T20:04:00Z 7200");
    CHECK(read("Sat, 03 May 25 22:04:17 GMT") == "2025-05-03T22:04:17Z 0");
    CHECK(read("Sat, 03 May 99 22:04:17 UT") == "1999-05-03T22:04:17Z 0");
    CHECK(read("Sat, 3 May 2025 22:04:17 EST") == "2025-05-04T03:04:17Z -18000");
    CHECK(read("Sat, 3 May 2025 22:04:17 CEST") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat, 3 May 2025 22:04:17 (EDT) -0400") == "2025-05-04T02:04:17Z -14400");
    CHECK(read("Sat, 3 May 2025 22:04:17 -0000") == "2025-05-03T22:04:17Z -");
    CHECK(read("Sat, 3 May 2025 22:04:17 BST") == "2025-05-03T21:04:17Z 3600");
    CHECK(read("Sat, 3 May 2025 22:04:17 CET DST") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat, 3 May 2025 22:04:17 Romance Daylight Time") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Fri, 3 Jan 2025 22:04:17 Romance Standard Time") == "2025-01-03T21:04:17Z 3600");
    CHECK(read("Sat, 3 May 2025 22:04:17 \"CEST\"") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat, 3 May 2025 22:04:17") == "2025-05-03T20:04:17Z Europe/Copenhagen");
    CHECK(read("Sat May  3 22:04:17 2025") == "2025-05-03T20:04:17Z Europe/Copenhagen");
    CHECK(read("Sat May  3 22:04:17 +0000 2025") == "2025-05-03T22:04:17Z 0");
    CHECK(read("Sat May  3 22:04:17 CEST 2025") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("May 3, 2025 10:04:17 PM GMT+2") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("2025-05-03T22:04:17+02:00") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("2025-05-03 22:04:17.250Z") == "2025-05-03T22:04:17.250Z 0");
    CHECK(read("3-May-2025 22:04:17 +0200") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat, 3 May 2025 22.04.17 +0200") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("lør, 3 maj 2025 22:04:17 +0200") == "2025-05-03T20:04:17Z 7200");
    CHECK(read("Sat, 29 Feb 2020 23:59:60 +0000") == "2020-02-29T23:59:59Z 0");
    CHECK(read("16 May 2016 at 09:30:32  GMT+1") == "2016-05-16T08:30:32Z 3600");
}

TEST_CASE("a weekday that is written like a month is none where a month follows") {
    CHECK(read("mar., 13 mai 2025 22:04:17 +0200") == "2025-05-13T20:04:17Z 7200");
    CHECK(read("Mar, 13 May 2025 22:04:17 +0200") == "2025-05-13T20:04:17Z 7200");
    CHECK(read("mar. 4 mars 2025 22:04:17 +0100") == "2025-03-04T21:04:17Z 3600");
    CHECK(read("Mar 13 2025 22:04:17 +0100") == "2025-03-13T21:04:17Z 3600");
    CHECK(read("Mar, 13 Maggio 2025 22:04:17 +0200") == "none");
    CHECK_FALSE(parseMailDate("mar., 13 mai 2025 22:04:17 +0200")->weekdayDisagrees);
    CHECK(parseMailDate("mar., 14 mai 2025 22:04:17 +0200")->weekdayDisagrees);
    CHECK_FALSE(parseMailDate("Mar 14 2025 22:04:17 +0200")->weekdayDisagrees);
}

TEST_CASE("a zone that nobody knows is no zone, and is kept") {
    CHECK(read("Sat, 3 May 2025 22:04:17 XYZ") == "2025-05-03T20:04:17Z Europe/Copenhagen");
    CHECK(parseMailDate("Sat, 3 May 2025 22:04:17 XYZ")->unknownZone == "xyz");
    CHECK(parseMailDate("Sat, 3 May 2025 22:04:17 XYZ +0200")->unknownZone.empty());
    CHECK(parseMailDate("Sat, 3 May 2025 22:04:17 GMT")->unknownZone.empty());
}

TEST_CASE("what is no date for certain is none") {
    for (const char* text : {"", "i går", "Sat, 30 Feb 2025 22:04:17 +0200", "03/05/2025 22:04", "Sat, 3 May",
                             "Sat, 3 May 2025 25:04:17 +0200", "Sat, 3 May 2025 22:04:17 +9900",
                             "99999999999", "3 May 2025 22:61", "00 00 0000 00:00:00"})
        CHECK(read(text) == "none");
}

TEST_CASE("an hour that came twice or never was is read in the zone, with its doubt") {
    const auto basis = [](std::string_view text) {
        return toTimestamp(*parseMailDate(text), "Europe/Copenhagen").basis;
    };
    CHECK(basis("Sun, 26 Oct 2025 02:30:00") == core::base::TimeBasis::LocalAmbiguous);
    CHECK(basis("Sun, 30 Mar 2025 02:30:00") == core::base::TimeBasis::LocalGap);
    CHECK(basis("Sun, 30 Mar 2025 02:30:00 +0100") == core::base::TimeBasis::Offset);
}

TEST_CASE("a From_ line needs a sender and a date with time") {
    CHECK(parseEnvelopeLine("From bo@example.org Sat May  3 20:04:17 2025"));
    CHECK(parseEnvelopeLine("From - Sat May  3 20:04:17 2025"));
    CHECK(parseEnvelopeLine("From 1771@xxx Tue May 16 12:34:56 +0000 2023"));
    CHECK(parseEnvelopeLine("From \"bo b\"@example.org Sat May  3 20:04:17 2025"));
    CHECK(parseEnvelopeLine("From a@b Sat May  3 20:04 2025 remote from uunet"));
    CHECK_FALSE(parseEnvelopeLine("From here on Sat May  3 20:04:17 2025"));
    CHECK_FALSE(parseEnvelopeLine("From bo@example.org"));
    CHECK_FALSE(parseEnvelopeLine("From me 3 May 2025 20:04"));
    CHECK_FALSE(parseEnvelopeLine(">From bo@example.org Sat May  3 20:04:17 2025"));
}
