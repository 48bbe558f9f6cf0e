// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string infoOf(const fs::path& file, const std::string& options = "") {
    return tests::run("pdfinfo -enc UTF-8 " + options + " '" + file.string() + "'");
}

} // namespace

TEST_CASE("the file says what it is, in any letters", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas =
        tests::newCanvas({"Logskema · Sag 7F3 😀", "Łódź", "Привет", "da-DK", 1'746'302'657'000, 7200});
    canvas->newPage(210, 297);
    const auto file = folder.path() / "æøå \xF0\x9F\x98\x80.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    const std::string info = infoOf(file, "-isodates");
    CHECK(contains(info, "Logskema · Sag 7F3 😀"));
    CHECK(contains(info, "Łódź"));
    CHECK(contains(info, "Привет"));
    CHECK(contains(info, "2025-05-03T22:04:17+02"));
    CHECK(contains(info, "Metadata Stream: yes"));
    CHECK(contains(info, "595.276 x 841.89"));
    CHECK(contains(infoOf(file, "-meta"), "<rdf:li xml:lang=\"x-default\">Logskema · Sag 7F3 😀</rdf:li>"));
    const std::string json = tests::run("qpdf --json '" + file.string() + "'");
    CHECK(contains(json, "\"/DisplayDocTitle\": true"));
    CHECK(contains(json, "da-DK"));
}

TEST_CASE("the same content gives the same file", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto make = [&](const char* name, const char* text) {
        const auto canvas = tests::newCanvas({"T", "", "", "da-DK", 1'746'302'657'000, 7200});
        canvas->newPage(210, 297);
        canvas->draw(canvas->layout(text, {}, 170), 20, 20);
        tests::save(*canvas, folder.path() / name);
        return tests::readFile(folder.path() / name);
    };
    const std::string first = make("a.pdf", "besked مرحبا 😀");
    CHECK(make("b.pdf", "besked مرحبا 😀") == first);
    CHECK(make("c.pdf", "anden besked") != first);
}

TEST_CASE("a file is named by its content, and no other has its name", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto names = [&](const char* title, const char* text) {
        const auto canvas = tests::newCanvas({title, "", "", "da-DK", 1'746'302'657'000, 7200});
        canvas->newPage(210, 297);
        canvas->draw(canvas->layout(text, {}, 170), 20, 20);
        const fs::path file = folder.path() / "named.pdf";
        tests::save(*canvas, file);
        return tests::run("qpdf --show-object=trailer '" + file.string() + "' | grep -o '/ID \\[[^]]*\\]'");
    };
    const std::string first = names("T", "besked");
    const std::size_t digits = first.find('<');
    REQUIRE(first.size() > digits + 69); // "/ID [ <32 digits> <the same> ]"
    CHECK(first.substr(digits, 34) == first.substr(digits + 35, 34));
    CHECK(names("T", "besked") == first);
    CHECK(names("T", "anden besked") != first);
    CHECK(names("U", "besked") != first);
}

TEST_CASE("links lead to named places, in any order", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    canvas->newPage(210, 297);
    canvas->link(20, 20, 30, 5, "bilag-2");
    canvas->link(20, 30, 30, 5, "findes ikke");
    canvas->newPage(210, 297);
    canvas->destination("bilag-2", 50);
    canvas->destination("bilag-1 æ", 100);
    const auto file = folder.path() / "links.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    const std::string places = infoOf(file, "-dests");
    CHECK(contains(places, "\"bilag-2\""));
    CHECK(contains(places, " 700 ")); // 297 mm less 50 mm, in points
    const std::string json = tests::run("qpdf --json '" + file.string() + "'");
    CHECK(contains(json, "\"/Dest\": \"u:bilag-2\""));
    CHECK_FALSE(contains(json, "findes ikke"));
}

TEST_CASE("bookmarks form a tree with their titles whole", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    canvas->newPage(210, 297);
    canvas->bookmark("Log", 0, 20);
    canvas->bookmark("Hændelse 1 😀", 1, 40);
    canvas->newPage(210, 297);
    canvas->bookmark("Bilag", 0, 20);
    canvas->bookmark("too deep", 7, 20);
    const auto file = folder.path() / "bookmarks.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    const std::string json = tests::run("qpdf --json=1 --json-key=outlines '" + file.string() + "'");
    for (const char* title : {"\"Log\"", "\"Bilag\"", "\"too deep\""}) CHECK(contains(json, title));
    CHECK((contains(json, "Hændelse 1 😀") || contains(json, "H\\u00e6ndelse 1")));
    CHECK(contains(json, "\"destpageposfrom1\": 2"));
    CHECK(json.find("\"kids\": []") < json.rfind("\"kids\": []"));
}

TEST_CASE("a page can be drawn on again", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    for (int i = 0; i < 3; ++i) {
        canvas->newPage(210, 297);
        canvas->drawText("side indhold " + std::to_string(i), {}, 20, 30);
    }
    for (int i = 0; i < 3; ++i) {
        canvas->selectPage(i);
        canvas->drawText("Side " + std::to_string(i + 1) + " af 3", {}, 190, 285, Align::Right);
    }
    const auto file = folder.path() / "again.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    CHECK(tests::linesOf(tests::textOf(file, "-raw -f 2 -l 2")) ==
          std::vector<std::string>{"side indhold 1", "Side 2 af 3"});
}

TEST_CASE("saving twice gives the same file twice", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    canvas->newPage(210, 297);
    canvas->drawText("en gang", {}, 20, 30);
    tests::save(*canvas, folder.path() / "1.pdf");
    tests::save(*canvas, folder.path() / "2.pdf");
    CHECK(tests::readFile(folder.path() / "1.pdf") == tests::readFile(folder.path() / "2.pdf"));
}

TEST_CASE("three thousand pages work", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    const auto paragraph = canvas->layout("Det samme på hver side, med tal 123 og æøå.", {}, 100);
    for (int i = 0; i < 3000; ++i) {
        canvas->newPage(210, 297);
        for (int row = 0; row < 20; ++row) canvas->draw(paragraph, 20, 20 + 10 * row);
        canvas->destination("s" + std::to_string(i), 10);
        canvas->bookmark("Side " + std::to_string(i), 0, 10);
    }
    for (int i = 0; i < 3000; ++i) {
        canvas->selectPage(i);
        canvas->drawText("Side " + std::to_string(i + 1) + " af 3000", {}, 20, 285);
    }
    const auto file = folder.path() / "many.pdf";
    tests::save(*canvas, file);
    CHECK(contains(infoOf(file), "Pages:           3000"));
    CHECK(contains(tests::textOf(file, "-raw -f 2999 -l 2999"), "Side 2999 af 3000"));
}

TEST_CASE("more pages than one flat page tree can hold work", "[core][pdf][slow]") {
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    for (int i = 0; i < 33'000; ++i) canvas->newPage(210, 297); // libharu's flat tree ends at 32,767
    canvas->drawText("den sidste side", {}, 20, 30);
    const auto file = folder.path() / "very-many.pdf";
    tests::save(*canvas, file);
    CHECK(contains(infoOf(file), "Pages:           33000"));
    CHECK(contains(tests::textOf(file, "-raw -f 33000 -l 33000"), "den sidste side"));
}
