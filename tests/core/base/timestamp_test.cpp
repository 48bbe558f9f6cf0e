// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/civil.h"
#include "core/base/timestamp.h"
#include "core/base/zone.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::base;

TEST_CASE("RFC 3339 is read with its offset kept") {
    const auto time = parseRfc3339("2025-05-03T22:04:17.250+02:00");
    REQUIRE(time);
    CHECK(toRfc3339(time->utcMs) == "2025-05-03T20:04:17.250Z");
    CHECK(time->offsetSeconds == 7200);
    CHECK(time->precision == Precision::Millisecond);
}

TEST_CASE("what is no RFC 3339 time is none") {
    for (const char* text :
         {"", "2025-05-03", "2025-02-30T10:00:00Z", "2025-05-03T24:00:00Z", "2025-05-03T10:00:00",
          "2025-05-03T10:00:00Zx", "03-05-2025T10:00:00Z", "2025-05-03T10:00:00+99:00"})
        CHECK_FALSE(parseRfc3339(text));
}

TEST_CASE("a vague time spans what is not known of it") {
    Timestamp time = fromLocal({2025, 3, 30, 0, 0, 0}, "Europe/Copenhagen", Precision::Day);
    CHECK(spanMs(time, "Europe/Copenhagen") == 23 * 3'600'000LL);
    time.precision = Precision::Second;
    CHECK(spanMs(time, "Europe/Copenhagen") == 0);
    time = fromLocal({2025, 2, 1, 0, 0, 0}, "Europe/Copenhagen", Precision::Month);
    CHECK(spanMs(time, "Europe/Copenhagen") == 28 * 86'400'000LL);
}

TEST_CASE("weeks and weekdays are those of the ISO calendar") {
    CHECK(weekday({2025, 5, 3}) == 5);
    CHECK(isoWeek({2024, 12, 30}) == 1);
    CHECK(isoWeek({2027, 1, 1}) == 53);
    CHECK_FALSE(isValid({2025, 2, 29}));
    CHECK(isValid({2024, 2, 29}));
}
