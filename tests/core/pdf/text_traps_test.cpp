// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that break other writers of PDFs: one test for each. Drawn as it should be and copied as it was
// written. "Drawn" is held by what the shaper says, since two renderings of one font cannot be told apart.
#include "core/pdf/line_layout.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <sstream>

#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;
using tests::roundTrip;
using tests::withoutBlanks;

namespace {

bool comesBack(const std::string& text) { return withoutBlanks(roundTrip(text)) == withoutBlanks(text); }

bool keepsItsSigns(const std::string& text) {
    return tests::signsOf(roundTrip(text)) == tests::signsOf(text);
}

// The runs of a text on one line, from left to right.
struct Laid {
    FontSet fonts{defaultFontFolders()};
    Shaper shaper{fonts, "da"};
    LineLayout layout{fonts, shaper, "da"};
    Paragraph::State state;
    explicit Laid(const std::string& text, double widthMm = 0) {
        StyledText styled;
        fillStyled({{text, {}}}, styled);
        state = layout.layout(styled, widthMm, Align::Start);
    }
    std::size_t glyphs() const {
        std::size_t count = 0;
        for (const PlacedRun& run : state.runs) count += run.shape->glyphs.size();
        return count;
    }
    std::size_t missing() const {
        std::size_t count = 0;
        for (const PlacedRun& run : state.runs) {
            if (run.shape->font == kNoFont) ++count;
            for (const Glyph& glyph : run.shape->glyphs)
                if (glyph.id == 0) ++count;
        }
        return count;
    }
    std::uint32_t firstGlyph() const { return state.runs.at(0).shape->glyphs.at(0).id; }
};

} // namespace

TEST_CASE("trap: Danish, Polish, Greek, Cyrillic and signs come back as written", "[core][pdf]") {
    for (const char* text : {"Rødgrød på Ørsteds ø, æblegrød", "Zażółć gęślą jaźń", "Καλημέρα κόσμε",
                             "Съешь ещё булок, їжак", "§ 12 – «ring» … € ™ → ☎"}) {
        CAPTURE(text);
        CHECK(comesBack(text));
        CHECK(Laid(text).missing() == 0);
    }
}

TEST_CASE("trap: marks that combine stand over their letter", "[core][pdf]") {
    CHECK(comesBack("a\u030A e\u0301 o\u0308 x\u0301"));
    const Laid laid("x\u0301"); // no sign of its own: a mark moved over the letter
    REQUIRE(laid.glyphs() == 2);
    CHECK(laid.state.runs[0].shape->glyphs[1].advance == 0);
    CHECK(laid.missing() == 0);
}

TEST_CASE("trap: Arabic letters are joined and read from the right", "[core][pdf]") {
    CHECK(comesBack("مرحبا"));
    CHECK(Laid("ببب").state.runs[0].shape->rightToLeft);
    const Laid joined("بب"), alone("ب ب");
    CHECK(joined.firstGlyph() != alone.firstGlyph()); // the forms at the end and alone
    CHECK(roundTrip("لا إله").find("لا") != std::string::npos);
}

TEST_CASE("trap: Hebrew is read from the right", "[core][pdf]") {
    CHECK(comesBack("עליכם"));
    const Laid laid("אב");
    REQUIRE(laid.state.runs[0].shape->rightToLeft);
    CHECK(laid.state.runs[0].shape->glyphs[0].cluster == 1); // the last letter stands left
}

TEST_CASE("trap: what is isolated from right to left ends before the mark after it, on whichever line",
          "[core][pdf]") {
    for (const std::string words : {"لماذا لا تجيبين أنا أنتظر أمام البيت من فضلك لماذا لا تجيبين…",
                                    "למה את לא עונה אני מחכה ליד הבית למה את לא עונה אני מחכה…"}) {
        const std::string text = "The last: “\u2068" + words + "\u2069”";
        CAPTURE(text);
        const Laid laid(text, 60);
        CHECK(laid.missing() == 0);
        for (const PlacedRun& run : laid.state.runs) // whoever reads the page meets no sign between words
            CHECK(run.shape->text.find_first_of(u"\u2068\u2069") == std::u16string::npos);
        REQUIRE(laid.state.lines.size() > 1);
        const auto first = laid.state.runsOf(laid.state.lines.front());
        const auto last = laid.state.runsOf(laid.state.lines.back());
        CHECK(first.front().shape->text == u"The");
        CHECK(last.back().shape->text.find(u'”') != std::u16string::npos);
        CHECK(last.front().shape->text.find(u'…') != std::u16string::npos); // at the left of the last word
        CHECK(tests::signsOf(roundTrip(text)) == tests::signsOf(text));
        const std::string read = roundTrip(text);
        std::istringstream each(words.substr(0, words.size() - 3));
        for (std::string word; each >> word;) {
            CAPTURE(read, word);
            CHECK(read.find(word) != std::string::npos);
        }
    }
}

TEST_CASE("trap: Devanagari is reordered and joined", "[core][pdf]") {
    CHECK(keepsItsSigns("नमस्ते दुनिया क्षत्रिय किताब"));
    CHECK(Laid("क्ष").glyphs() == 1);                               // a conjunct of three signs
    CHECK(Laid("कि").state.runs[0].shape->glyphs[0].cluster == 0); // the vowel before its letter, one cluster
}

TEST_CASE("trap: Thai marks are placed, and lines broken between words", "[core][pdf]") {
    CHECK(keepsItsSigns("น้ำ สวัสดี"));
    CHECK(Laid("สวัสดีชาวโลก").missing() == 0);
    const auto canvas = tests::newCanvas();
    const std::string words = "สวัสดีชาวโลกสวัสดีชาวโลก";
    CHECK(canvas->layout(words, {}, canvas->textWidthMm(words, {}) * 0.7).lineCount() == 2);
}

TEST_CASE("trap: Chinese, Japanese and Korean come out of fonts with outlines of another kind",
          "[core][pdf]") {
    for (const char* text : {"你好世界电话", "こんにちはカナ漢字", "안녕하세요 전화"}) {
        CAPTURE(text);
        CHECK(comesBack(text));
        CHECK(Laid(text).missing() == 0);
    }
}

TEST_CASE("trap: a sign beyond U+FFFF is no blank", "[core][pdf]") {
    CHECK(comesBack("😀 𝕏 😡"));
    CHECK(Laid("😀").missing() == 0);
}

TEST_CASE("trap: joined emoji, flags, skin tones and keycaps are one picture with their whole text",
          "[core][pdf]") {
    for (const char* text : {"👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇰", "👍🏽", "1️⃣"}) {
        CAPTURE(text);
        CHECK(comesBack(text));
        CHECK(Laid(text).glyphs() == 1);
    }
}

TEST_CASE("trap: a sign that no font has is a box, and its text stays", "[core][pdf]") {
    CHECK(comesBack("a \u0378 b"));
    CHECK(Laid("\u0378").missing() == 1);
    CHECK(Laid("a \uFFFF b").missing() == 1); // where an older library for breaking lines ends the program
}

TEST_CASE("trap: malformed bytes are shown and eat nothing beside them", "[core][pdf]") {
    CHECK(withoutBlanks(roundTrip("a\xC3]b\xFFz\xE2\x82)")) == "a\uFFFD]b\uFFFDz\uFFFD\uFFFD)");
    CHECK(withoutBlanks(roundTrip("\xED\xA0\x80x")).ends_with("x"));
}

TEST_CASE("trap: control signs are shown as their pictures", "[core][pdf]") {
    CHECK(withoutBlanks(roundTrip(std::string("a\x01") + "b\x1B[0m\x7F" + std::string(1, '\0') + "c")) ==
          "a\u2401b\u241B[0m\u2421\u2400c");
}

TEST_CASE("trap: seventy thousand bytes in one go are all there", "[core][pdf]") {
    std::string text;
    while (text.size() < 70'000) text += "æ" + std::to_string(text.size()) + " ";
    const auto canvas = tests::newCanvas();
    const tests::TempFolder folder;
    const auto paragraph = canvas->layout(text, {}, 170);
    for (std::size_t line = 0; line < paragraph.lineCount(); line += 50) {
        canvas->newPage(210, 297);
        canvas->draw(paragraph, 20, 20, line, std::min<std::size_t>(50, paragraph.lineCount() - line));
    }
    tests::save(*canvas, folder.path() / "long.pdf");
    CHECK(withoutBlanks(tests::textOf(folder.path() / "long.pdf")) == withoutBlanks(text));
}
