// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a PDF as an eye sees them.
#include "core/format/document/pdf_text.h"
#include "tests/support/pdf_maker.h"

#include <algorithm>
#include <limits>

#include <catch2/catch_test_macros.hpp>

using namespace core::format::document;

namespace {

PdfWord at(const std::string& text, double left, double bottom, double width = 20, double height = 10,
           int turn = 0) {
    PdfWord word;
    word.text = text;
    word.left = left;
    word.right = left + width;
    word.bottom = bottom;
    word.height = height;
    word.turn = turn;
    return word;
}

std::string shown(std::vector<PdfWord> words) {
    std::sort(words.begin(), words.end(),
              [](const PdfWord& a, const PdfWord& b) { return a.place < b.place; });
    std::string text;
    for (const PdfWord& word : words) {
        if (word.place > 0)
            text += word.before == PdfWord::Before::Page   ? "#"
                    : word.before == PdfWord::Before::Line ? "/"
                    : word.before == PdfWord::Before::Gap  ? "|"
                                                           : " ";
        text += word.text;
    }
    return text;
}

std::string lines(std::vector<PdfWord> words) {
    setLines(words, 0);
    return shown(words);
}

std::string linesRead(const std::string& pdf) {
    const auto words = readPdfWords(pdf, [] {});
    return words ? shown(*words) : "none";
}

} // namespace

TEST_CASE("words on one baseline are a line, from left to right, with wide gaps told from blanks") {
    CHECK(lines({at("a", 0, 10), at("c", 0, 30), at("b", 100, 10), at("d", 100, 30)}) == "a|b/c|d");
    CHECK(lines({at("two", 24, 10), at("one", 0, 10)}) == "one two");
    CHECK(lines({at("big", 0, 11, 40, 20), at("small", 44, 10, 20, 8)}) == "big small");
    CHECK(lines({at("line", 0, 10), at("raised", 22, 5, 10, 5), at("next", 0, 24)}) == "raised/line/next");
}

TEST_CASE("a line of Hebrew or Arabic runs to the left, and words that are turned stand on their own") {
    CHECK(lines({at("שלום", 50, 10), at("לך", 26, 10)}) == "שלום לך");
    CHECK(lines({at("side", 10, 5, 20, 10, 1), at("page", 0, 10), at("long", 32, 5, 20, 10, 1)}) ==
          "page/side long");
}

TEST_CASE(
    "a table keeps its rows whatever order it is drawn in, a page begins anew, a damaged file has none") {
    tests::PdfMaker maker;
    const auto cell = [](int x, int y, const std::string& words) { return tests::shownAt(x, y, words); };
    maker.page(cell(60, 700, "Dato") + cell(60, 680, "3. maj") + cell(200, 700, "Hvad") +
               cell(200, 680, "et opkald") + cell(340, 700, "Hvor") + cell(340, 680, "hjemme"));
    maker.page(cell(60, 700, "4. maj") + "BT /F1 12 Tf 200 700 Td (bre) Tj (vet) Tj ET ");
    CHECK(linesRead(maker.bytes()) == "Dato|Hvad|Hvor/3. maj|et opkald|hjemme#4. maj|brevet");
    CHECK(linesRead("%PDF-1.7 nothing") == "none");
    const std::string whole = maker.bytes();
    for (std::size_t cut = 20; cut < whole.size(); cut += 37)
        linesRead(whole.substr(0, cut)); // ends, whatever comes
}

TEST_CASE("no measure that a file gives ends in disorder") {
    tests::PdfMaker maker;
    maker.page("BT /F1 1e30 Tf 1 0 0 1 1e38 1e38 Tm (far) Tj /F1 0 Tf (none) Tj /F1 -12 Tf 1 0 0 1 99 99 Tm "
               "(back) Tj 0 0 0 0 0 0 Tm (flat) Tj 0 1 -1 0 50 50 Tm (up) Tj ET");
    CHECK(linesRead(maker.bytes()) != "none");
}

TEST_CASE("all words of a page are read, however it is turned and wherever its crop box lies") {
    const std::string four = tests::shownAt(20, 820, "alpha") + tests::shownAt(20, 20, "bravo") +
                             tests::shownAt(540, 820, "delta") + tests::shownAt(540, 20, "gamma");
    for (const int turn : {0, 90, 180, 270})
        for (const char* crop : {"", " /CropBox [100 300 400 500]", " /CropBox [0 100 595 842]"}) {
            CAPTURE(turn, crop);
            tests::PdfMaker maker;
            maker.page(four, "/MediaBox [0 0 595 842] /Rotate " + std::to_string(turn) + crop);
            const std::string text = readPdf(maker.bytes(), [] {}).text;
            for (const char* word : {"alpha", "bravo", "delta", "gamma"})
                CHECK(text.find(word) != std::string::npos);
        }
}

TEST_CASE(
    "what a crop box or the edge of the sheet hides is no part of what is shown, however it is turned") {
    for (const int turn : {0, 90, 180, 270}) {
        CAPTURE(turn);
        tests::PdfMaker maker;
        maker.page(tests::shownAt(220, 420, "seen") + tests::shownAt(20, 420, "beside") +
                       tests::shownAt(220, 20, "under") + tests::shownAt(700, 420, "beyond") +
                       tests::shownAt(495, 320, "acrossacross"),
                   "/MediaBox [0 0 595 842] /CropBox [200 300 500 842] /Rotate " + std::to_string(turn));
        const std::string text = readPdf(
                                     maker.bytes(), [] {}, PdfPart::Shown)
                                     .text;
        CHECK(text.find("seen") != std::string::npos);
        for (const char* word : {"beside", "under", "beyond", "across"})
            CHECK(text.find(word) == std::string::npos);
        const std::string lines = linesRead(maker.bytes());
        CHECK(lines.substr(0, lines.find('/')) == "seen");
        for (const char* word : {"beside", "under", "beyond", "across"})
            CHECK(lines.find(word) == std::string::npos);
    }
}
