// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/probe.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;
using Catch::Approx;

TEST_CASE("no line is wider than asked", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    const std::string text = "Det er en længere besked, der skal brydes over flere linjer på en smal spalte.";
    for (const double width : {15.0, 20.0, 33.3, 60.0})
        CHECK(canvas->layout(text, {}, width).widthMm() <= width + 0.01);
    CHECK(canvas->layout(text, {}, 500).lineCount() == 1);
}

TEST_CASE("heights follow the leading and add up", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    const auto paragraph = canvas->layout("en\nto\ntre\n", {Face::Regular, 9.5, 4.5, 0}, 100);
    CHECK(paragraph.lineCount() == 4); // the line after the last line feed stands empty
    CHECK(paragraph.heightMm() == Approx(18.0));
    CHECK(paragraph.heightMm(1, 2) == Approx(9.0));
    CHECK(paragraph.heightMm(3, 100) == Approx(4.5));
    CHECK(paragraph.heightMm(9, 1) == 0);
    CHECK(canvas->layout("", {}, 100).lineCount() == 1);
}

TEST_CASE("Danish capitals with rings do not push the lines apart", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    CHECK(canvas->layout("ÅÄÖÉ", {Face::Regular, 7.5, 3.5, 0}, 100).heightMm() == Approx(3.5));
}

TEST_CASE("a taller script makes its line taller", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    const double plain = canvas->layout("abc", {Face::Regular, 12, 4.5, 0}, 100).heightMm();
    CHECK(canvas->layout("བོད་སྐད་ཡིག་ ज्ञ्क्र", {Face::Regular, 12, 4.5, 0}, 100).heightMm() > plain);
}

TEST_CASE("figures are of one width", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    for (const Face face : {Face::Regular, Face::Bold}) {
        const TextStyle style{face, 9.5, 4.5, 0};
        const double zero = canvas->textWidthMm("0000", style);
        for (const char* text : {"1111", "4711", "9876"})
            CHECK(canvas->textWidthMm(text, style) == Approx(zero));
    }
}

TEST_CASE("spans of two styles stand in one line", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    const TextStyle bold{Face::Bold, 9.5, 4.5, 0};
    const auto both = canvas->layout({{"Dato ", bold}, {"3. maj 2025", {}}}, 170);
    CHECK(both.lineCount() == 1);
    CHECK(both.widthMm() ==
          Approx(canvas->textWidthMm("Dato ", bold) + canvas->textWidthMm("3. maj 2025", {})));
}

TEST_CASE("words joined by a no-break space are not parted", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    const double width = canvas->textWidthMm("ringede kl.", {}) + 0.5;
    CHECK(canvas->layout("ringede kl.\u00A022.04", {}, width).lineCount() == 2);
    CHECK(canvas->layout("ringede kl. 22.04", {}, width).lineCount() == 2);
    CHECK(canvas->layout("ringede\u00A0kl.", {}, width).lineCount() == 1);
}

TEST_CASE("a message ten thousand times the same word is laid out once a word", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    std::string text;
    for (int i = 0; i < 10'000; ++i) text += "svar ";
    const auto paragraph = canvas->layout(text, {}, 170);
    CHECK(paragraph.lineCount() > 300);
    CHECK(paragraph.lineCount() < 700);
}

TEST_CASE("without Noto Sans there is no canvas", "[core][pdf]") {
    try {
        const Canvas canvas({"/nowhere"}, {});
        FAIL("a canvas without fonts");
    } catch (const core::base::Error& e) {
        CHECK(e.code() == core::base::ErrorCode::NotFound);
    }
}
