// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::base;

namespace {
const std::string kCopenhagen = "Europe/Copenhagen";
}

TEST_CASE("a local time in summer is two hours before UTC, in winter one") {
    CHECK(toRfc3339(fromLocal({2025, 7, 1, 12, 0, 0}, kCopenhagen, Precision::Second).utcMs) ==
          "2025-07-01T10:00:00Z");
    CHECK(toRfc3339(fromLocal({2025, 1, 1, 12, 0, 0}, kCopenhagen, Precision::Second).utcMs) ==
          "2025-01-01T11:00:00Z");
}

TEST_CASE("the hour that came twice is marked, and its first coming is taken") {
    const Timestamp time = fromLocal({2025, 10, 26, 2, 30, 0}, kCopenhagen, Precision::Second);
    CHECK(time.basis == TimeBasis::LocalAmbiguous);
    CHECK(toRfc3339(time.utcMs) == "2025-10-26T00:30:00Z");
    CHECK(fromLocal({2025, 10, 26, 1, 59, 59}, kCopenhagen, Precision::Second).basis == TimeBasis::LocalZone);
    CHECK(fromLocal({2025, 10, 26, 3, 0, 0}, kCopenhagen, Precision::Second).basis == TimeBasis::LocalZone);
}

TEST_CASE("the hour that never was is marked and read one hour on") {
    const Timestamp time = fromLocal({2025, 3, 30, 2, 15, 0}, kCopenhagen, Precision::Second);
    CHECK(time.basis == TimeBasis::LocalGap);
    CHECK(toLocal(time.utcMs, kCopenhagen) == CivilTime{2025, 3, 30, 3, 15, 0});
}

TEST_CASE("days of the change are 23 and 25 hours long") {
    const auto hours = [](CivilTime noon) {
        const DayRange day = localDay(fromLocal(noon, kCopenhagen, Precision::Second).utcMs, kCopenhagen);
        return (day.endMs - day.beginMs) / 3'600'000;
    };
    CHECK(hours({2025, 3, 30, 12, 0, 0}) == 23);
    CHECK(hours({2025, 10, 26, 12, 0, 0}) == 25);
    CHECK(hours({2025, 6, 1, 12, 0, 0}) == 24);
}

TEST_CASE("every instant goes to local time and back, but for the repeated hour") {
    for (std::int64_t ms = 1'735'700'000'000; ms < 1'735'700'000'000 + 366LL * 86'400'000; ms += 1'234'567) {
        const Timestamp back = fromLocal(toLocal(ms, kCopenhagen), kCopenhagen, Precision::Millisecond);
        if (back.basis == TimeBasis::LocalAmbiguous) continue;
        REQUIRE(back.utcMs == ms);
    }
}

TEST_CASE("a zone that is none is not known") {
    CHECK(isKnownZone(kCopenhagen));
    CHECK(isKnownZone("America/Nuuk"));
    CHECK_FALSE(isKnownZone("Europe/Kobenhavn"));
    CHECK_FALSE(isKnownZone(""));
}
