// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/relative_date.h"

#include <utility>

#include <catch2/catch_test_macros.hpp>

using core::base::CivilTime;
using core::edit::findRelativeDates;

namespace {
const CivilTime kToday{2024, 4, 22}; // a Monday
}

TEST_CASE("words that stand for a day are found with the day they mean") {
    const auto day = [](const char* text) {
        const auto found = findRelativeDates(text, kToday);
        REQUIRE(found.size() == 1);
        REQUIRE(found[0].date);
        return *found[0].date;
    };
    CHECK(day("Han holdt der i går.") == CivilTime{2024, 4, 21});
    CHECK(day("I FORGÅRS ringede han.") == CivilTime{2024, 4, 20});
    CHECK(day("forgårs") == CivilTime{2024, 4, 20});
    CHECK(day("Det var i fredags.") == CivilTime{2024, 4, 19});
    CHECK(day("i mandags") == CivilTime{2024, 4, 15});
    CHECK(day("for tre dage siden") == CivilTime{2024, 4, 19});
    CHECK(day("He called yesterday.") == CivilTime{2024, 4, 21});
    CHECK(day("the day before yesterday") == CivilTime{2024, 4, 20});
    CHECK(day("day before yesterday") == CivilTime{2024, 4, 20});
    CHECK(day("i ga\u030Ar") == CivilTime{2024, 4, 21}); // a and a ring
    CHECK(day("I GAAR") == CivilTime{2024, 4, 21});
    CHECK(day("i formiddag") == CivilTime{2024, 4, 22});
    CHECK(day("i eftermiddag") == CivilTime{2024, 4, 22});
    CHECK(day("i overmorgen") == CivilTime{2024, 4, 24});
    CHECK(day("for fjorten dage siden") == CivilTime{2024, 4, 8});
    CHECK(day("2 weeks ago") == CivilTime{2024, 4, 8});
    CHECK(day("last Sunday") == CivilTime{2024, 4, 21});
}

TEST_CASE("a week is offered as its first and last day") {
    const auto found = findRelativeDates("Det skete i sidste uge", kToday);
    REQUIRE(found.size() == 1);
    CHECK(found[0].date == CivilTime{2024, 4, 15});
    CHECK(found[0].lastDate == CivilTime{2024, 4, 21});
    CHECK(found[0].word == "i sidste uge");
    const auto span = [](const char* text, const CivilTime& today) {
        const auto one = findRelativeDates(text, today);
        REQUIRE(one.size() == 1);
        REQUIRE(one[0].lastDate);
        return std::pair(*one[0].date, *one[0].lastDate);
    };
    using Span = std::pair<CivilTime, CivilTime>;
    CHECK(span("denne uge", kToday) == Span({2024, 4, 22}, {2024, 4, 28}));
    CHECK(span("næste uge", kToday) == Span({2024, 4, 29}, {2024, 5, 5}));
    CHECK(span("i weekenden", kToday) == Span({2024, 4, 20}, {2024, 4, 21}));
    CHECK(span("i weekenden", {2024, 4, 21}) == Span({2024, 4, 20}, {2024, 4, 21}));
    CHECK(span("sidste nat", kToday) == Span({2024, 4, 21}, {2024, 4, 22}));
}

TEST_CASE("words without a day are pointed out without one") {
    const auto found = findRelativeDates("forleden", kToday);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(found[0].date);
    CHECK(findRelativeDates("for 2 måneder siden", kToday).size() == 1);
    for (const char* text : {"for et par dage siden", "for nogle dage siden", "for 3 timer siden",
                             "a few days ago", "a couple of days ago", "sidste sommer", "3 hours ago"}) {
        CAPTURE(text);
        const auto one = findRelativeDates(text, kToday);
        REQUIRE(one.size() == 1);
        CHECK(one[0].word == text);
        CHECK_FALSE(one[0].date);
    }
}

TEST_CASE("only whole words are found, where they stand") {
    CHECK(findRelativeDates("gårsdagens", kToday).empty());
    CHECK(findRelativeDates("det går godt i gården", kToday).empty());
    CHECK(findRelativeDates("han bor i gaarden", kToday).empty());
    CHECK(findRelativeDates("yesterdays", kToday).empty());
    CHECK(findRelativeDates("21. april 2024", kToday).empty());
    const auto found = findRelativeDates("æøå i går, og yesterday", kToday);
    REQUIRE(found.size() == 2);
    CHECK(found[0].offset == 7);
    CHECK(found[0].word == "i går");
    CHECK(found[1].word == "yesterday");
    const auto ring = findRelativeDates("Aa\u030A i ga\u030Ar.", kToday);
    REQUIRE(ring.size() == 1);
    CHECK(ring[0].offset == 5);
    CHECK(ring[0].length == 7);
    CHECK(ring[0].word == "i ga\u030Ar");
}
