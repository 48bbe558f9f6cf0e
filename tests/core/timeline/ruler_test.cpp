// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/ruler.h"
#include "sample.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace sample;
using core::base::Language;

namespace {

std::string lower(const char* when, CalendarStep step, Language language) {
    return tickText(at(when), step, false, kZone, language);
}

} // namespace

TEST_CASE("the day the clock changes has 23 or 25 hours on the ruler, and two hours of the same name") {
    const auto hoursOf = [](const char* noon) {
        const core::base::DayRange day = core::base::localDay(at(noon), kZone);
        const RulerLayout ruler =
            layoutRuler(TimeScale::fit({day.beginMs, day.endMs}, 2500), 2500, kZone, 70);
        REQUIRE(ruler.step == CalendarStep{Unit::Hour, 1});
        std::vector<std::string> names;
        for (const Tick& tick : ruler.lowerTicks)
            if (tick.ms >= day.beginMs && tick.ms < day.endMs)
                names.push_back(tickText(tick.ms, ruler.step, false, kZone, Language::Danish));
        return names;
    };
    const auto spring = hoursOf("2024-03-31T12:00:00Z");
    CHECK(spring.size() == 23);
    CHECK(std::count(spring.begin(), spring.end(), "02.00") == 0);
    const auto autumn = hoursOf("2024-10-27T12:00:00Z");
    CHECK(autumn.size() == 25);
    CHECK(std::count(autumn.begin(), autumn.end(), "02.00") == 2);
}

TEST_CASE("ticks cover the view and never share room, at every zoom") {
    for (double px = 1e-9; px < 0.1; px *= 1.7) {
        const TimeScale scale(static_cast<double>(at("2024-03-10T00:00:00Z")), px);
        const RulerLayout ruler = layoutRuler(scale, 1000, kZone, 70);
        for (const auto* row : {&ruler.lowerTicks, &ruler.upperTicks}) {
            REQUIRE_FALSE(row->empty());
            CHECK(row->front().labelX == 0);
            for (std::size_t i = 0; i + 1 < row->size(); ++i)
                CHECK((*row)[i].labelX + (*row)[i].room <= (*row)[i + 1].x);
            CHECK(row->back().labelX + row->back().room == 1000);
        }
    }
}

TEST_CASE("the ruler's words in Danish and English") {
    CHECK(lower("2024-04-25T19:14:00Z", {Unit::Hour, 1}, Language::Danish) == "21.14");
    CHECK(lower("2024-04-27T19:14:00Z", {Unit::Day, 1}, Language::Danish) == "l\u00f8r 27.");
    CHECK(lower("2024-04-27T19:14:00Z", {Unit::Day, 1}, Language::English) == "Sat 27");
    CHECK(lower("2024-04-25T19:14:00Z", {Unit::Week, 1}, Language::Danish) == "uge 17");
    CHECK(lower("2024-04-25T19:14:00Z", {Unit::Month, 1}, Language::Danish) == "april");
    CHECK(lower("2024-04-25T19:14:00Z", {Unit::Month, 3}, Language::English) == "Q2");
    CHECK(lower("2024-04-25T19:14:00Z", {Unit::Year, 10}, Language::Danish) == "2024\u20132033");
    CHECK(tickText(at("2024-04-25T19:14:00Z"), {Unit::Month, 1}, true, kZone, Language::Danish) ==
          "april 2024");
}

TEST_CASE("Saturdays and Sundays are shaded once a day is wide enough") {
    const TimeRange april{at("2024-03-31T22:00:00Z"), at("2024-04-30T22:00:00Z")};
    const RulerLayout ruler = layoutRuler(TimeScale::fit(april, 3000), 3000, kZone, 70);
    REQUIRE(ruler.weekends.size() == 4); // 6-7, 13-14, 20-21, 27-28 April
    CHECK(ruler.weekends[0].x == 500);
    CHECK(ruler.weekends[0].width == 200);
    CHECK(layoutRuler(TimeScale::fit(april, 150), 150, kZone, 70).weekends.empty());
}

TEST_CASE("a range snaps to the nearer boundary") {
    const CalendarStep hour{Unit::Hour, 1};
    CHECK(snapped(at("2024-04-25T19:14:00Z"), hour, kZone) == at("2024-04-25T19:00:00Z"));
    CHECK(snapped(at("2024-04-25T19:44:00Z"), hour, kZone) == at("2024-04-25T20:00:00Z"));
}
