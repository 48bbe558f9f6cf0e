// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/calendar.h"
#include "sample.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sample;

TEST_CASE("steps of every unit follow one another without gap or overlap, also where the clock changes") {
    const std::string zone = GENERATE(as<std::string>{}, "Europe/Copenhagen", "Australia/Lord_Howe", "UTC",
                                      "America/St_Johns", "Asia/Kathmandu");
    const char* around = GENERATE("2024-03-30T20:00:00Z", "2024-10-26T20:00:00Z", "2024-04-06T08:00:00Z",
                                  "2023-12-31T12:00:00Z");
    std::vector<CalendarStep> steps(rulerSteps().begin(), rulerSteps().end());
    steps.insert(steps.end(), barSteps().begin(), barSteps().end());
    for (const CalendarStep step : steps) {
        INFO(zone << " " << around << " unit " << static_cast<int>(step.unit) << " x " << step.count);
        std::int64_t ms = at(around);
        for (int i = 0; i < 40; ++i) {
            const std::int64_t next = stepNext(ms, step, zone);
            REQUIRE(next > ms);
            REQUIRE(next - ms <= static_cast<std::int64_t>(nominalMs(step) * 1.4) + 2 * kHour);
            REQUIRE(stepBegin(ms, step, zone) <= ms);
            if (i > 0) REQUIRE(stepBegin(next - 1, step, zone) == ms);
            ms = next;
        }
    }
}

TEST_CASE("a day is 23 hours in spring and 25 in autumn") {
    const CalendarStep day{Unit::Day, 1};
    const auto length = [&](const char* noon) {
        const std::int64_t begin = stepBegin(at(noon), day, kZone);
        return (stepNext(begin, day, kZone) - begin) / kHour;
    };
    CHECK(length("2024-03-31T12:00:00Z") == 23);
    CHECK(length("2024-10-27T12:00:00Z") == 25);
    CHECK(length("2024-06-01T12:00:00Z") == 24);
}

TEST_CASE("weeks begin on Monday, quarters in January, April, July, October, decades with a nought") {
    CHECK(stepBegin(at("2024-04-25T19:14:00Z"), {Unit::Week, 1}, kZone) == at("2024-04-21T22:00:00Z"));
    CHECK(stepBegin(at("2024-05-25T19:14:00Z"), {Unit::Month, 3}, kZone) == at("2024-03-31T22:00:00Z"));
    CHECK(stepBegin(at("2024-05-25T19:14:00Z"), {Unit::Year, 10}, "UTC") == at("2020-01-01T00:00:00Z"));
    CHECK(stepBegin(at("1969-05-25T19:14:00Z"), {Unit::Year, 10}, "UTC") == at("1960-01-01T00:00:00Z"));
}

TEST_CASE("the smallest step that is wide enough is taken, the largest where none is") {
    const double pxPerHour = 80.0 / static_cast<double>(kHour);
    CHECK(smallestStep(rulerSteps(), pxPerHour, 70) == CalendarStep{Unit::Hour, 1});
    CHECK(smallestStep(rulerSteps(), pxPerHour, 81) == CalendarStep{Unit::Hour, 6});
    CHECK(smallestStep(rulerSteps(), 1e-12, 70) == CalendarStep{Unit::Year, 10});
}
