// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;

namespace {

template <typename Draw>
tests::Pixels drawn(Draw draw) {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    canvas->newPage(100, 100);
    draw(*canvas);
    const auto file = folder.path() / "shapes.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    return tests::render(file, 72);
}

} // namespace

TEST_CASE("millimetres count from the upper left corner", "[core][pdf]") {
    const auto pixels = drawn([](Canvas& canvas) { canvas.fillRect(10, 20, 30, 10, 0); });
    CHECK(pixels.isDark(0.11, 0.21));
    CHECK(pixels.isDark(0.39, 0.29));
    CHECK_FALSE(pixels.isDark(0.11, 0.31));
    CHECK_FALSE(pixels.isDark(0.41, 0.25));
    CHECK_FALSE(pixels.isDark(0.11, 0.79));
}

TEST_CASE("a rule is drawn where it is said, with its gaps", "[core][pdf]") {
    const auto pixels = drawn([](Canvas& canvas) {
        canvas.rule(0, 50, 100, 50, 4);
        canvas.rule(0, 80, 100, 80, 4, 0, 10, 10);
    });
    CHECK(pixels.isDark(0.05, 0.5));
    CHECK(pixels.isDark(0.15, 0.5));
    CHECK(pixels.isDark(0.05, 0.8));
    CHECK_FALSE(pixels.isDark(0.15, 0.8));
    CHECK(pixels.isDark(0.25, 0.8));
}

TEST_CASE("only the right corners are rounded where the left are told to stay square", "[core][pdf]") {
    const auto pixels =
        drawn([](Canvas& canvas) { canvas.strokeRect(10, 10, 80, 80, 4, 0, 20, 0, 0, false); });
    CHECK(pixels.isDark(0.1, 0.1));
    CHECK(pixels.isDark(0.1, 0.895));
    CHECK_FALSE(pixels.isDark(0.9, 0.1));
    CHECK_FALSE(pixels.isDark(0.9, 0.895));
    CHECK(pixels.isDark(0.5, 0.1));
    CHECK(pixels.isDark(0.9, 0.5));
    const auto all = drawn([](Canvas& canvas) { canvas.strokeRect(10, 10, 80, 80, 4, 0, 20); });
    CHECK_FALSE(all.isDark(0.1, 0.1));
    CHECK(all.isDark(0.1, 0.5));
}

TEST_CASE("a grey fill does not colour the text after it", "[core][pdf]") {
    const auto pixels = drawn([](Canvas& canvas) {
        canvas.drawText("x", {}, 5, 95);
        canvas.fillRect(0, 0, 50, 50, 0.9);
        canvas.drawText("███", {Face::Bold, 72, 30, 0}, 0, 80);
        canvas.fillRect(60, 0, 40, 40, 0);
    });
    CHECK(pixels.channel(0.25, 0.25, 0) > 200);
    CHECK(pixels.isDark(0.8, 0.2));
    CHECK(pixels.isDark(0.05, 0.7));
}

TEST_CASE("text stands left, right and centred on its point", "[core][pdf]") {
    const auto canvas = tests::newCanvas();
    const tests::TempFolder folder;
    canvas->newPage(100, 100);
    const double width = canvas->drawText("midt", {}, 50, 20, Align::Center);
    CHECK(canvas->drawText("midt", {}, 50, 30, Align::Right) == width);
    canvas->drawText("midt", {}, 50, 40);
    const auto file = folder.path() / "align.pdf";
    tests::save(*canvas, file);
    const std::string boxes = tests::run("pdftotext -bbox '" + file.string() + "' -");
    const auto left = [&](std::size_t from) {
        const auto at = boxes.find("xMin=\"", from);
        return std::stod(boxes.substr(at + 6)) * 25.4 / 72;
    };
    const auto first = boxes.find("<word");
    const auto second = boxes.find("<word", first + 1);
    const auto third = boxes.find("<word", second + 1);
    REQUIRE(third != std::string::npos);
    CHECK(std::abs(left(first) - (50 - width / 2)) < 0.1);
    CHECK(std::abs(left(second) - (50 - width)) < 0.1);
    CHECK(std::abs(left(third) - 50) < 0.1);
}
