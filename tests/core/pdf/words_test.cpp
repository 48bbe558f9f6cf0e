// SPDX-License-Identifier: GPL-3.0-or-later
// The quick way of simple text gives what the slow one gives, and helpers change nothing.
#include "core/pdf/line_layout.h"
#include "core/pdf/simple_breaks.h"
#include "core/pdf/text_breaks.h"
#include "core/pdf/work_ahead.h"

#include <algorithm>
#include <random>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;

TEST_CASE("simple text is broken where ICU breaks it, or left to ICU", "[core][pdf]") {
    const std::vector<std::u16string> pieces = {
        u"a", u"b", u"Å", u"ж", u"ω", u"1", u"2",  u" ",   u" ",  u"  ",    u".", u",",
        u":", u";", u"!", u"?", u"(", u")", u"\"", u"'",   u"«",  u"»",     u"-", u"–",
        u"/", u"@", u"&", u"=", u"_", u"#", u"%",  u"ord", u"12", u"kl",    u"—", u"…",
        u"*", u"+", u"<", u">", u"|", u"$", u"€",  u"§",   u"~",  u"\u00A0"};
    std::mt19937 random(7);
    int known = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::u16string text;
        for (auto count = 1 + random() % 9; count > 0; --count) text += pieces[random() % pieces.size()];
        std::vector<std::size_t> found;
        if (!simpleBreaks(text, 0, text.size(), found)) continue;
        ++known;
        const auto expected = lineBreaks(text, 0, text.size());
        if (found == expected) continue;
        std::string shown;
        for (const char16_t c : text)
            shown += c < 128 ? std::string(1, static_cast<char>(c)) : "[" + std::to_string(c) + "]";
        CAPTURE(shown);
        REQUIRE(found == expected);
    }
    CHECK(known > 5'000);
    std::vector<std::size_t> found;
    CHECK(simpleBreaks(u"torsdag den 03.05.2025 kl. 22.04: \"svar nu!\" igen (nu)", 0, 53, found));
}

TEST_CASE("a range of numbers is not parted at its dash, as dates and clocks are", "[core][pdf]") {
    const auto isParted = [](const std::u16string& text) {
        const std::vector<std::size_t> found = lineBreaks(text, 0, text.size());
        return std::find(found.begin(), found.end(), text.find(u'\u2013') + 1) != found.end();
    };
    for (const std::u16string text :
         {u"side 724\u2013733.", u"5\u20137, 9", u"kl. 17\u201319", u"nr. 12\u201314)"})
        CHECK_FALSE(isParted(text));
    for (const std::u16string text :
         {u"2025-01-03\u20132025-05-03", u"kl. 22.04\u201322.17", u"01.01.\u201331.01.2025", u"ord\u2013ord"})
        CHECK(isParted(text));
}

TEST_CASE("a number in parts is as HarfBuzz shapes the whole", "[core][pdf]") {
    FontSet fonts(defaultFontFolders());
    Shaper shaper(fonts, "da");
    WordStore words(shaper);
    const std::u16string signs = u"0123456789.:";
    for (const Face face : {Face::Regular, Face::Bold}) {
        const FontId font = fonts.latin(face);
        for (const char16_t a : signs) {
            for (const char16_t b : signs) {
                const std::u16string text{u'1', u'2', a, b, u'3', u'4'};
                const ShapedRun whole = shaper.shapeRun(text, 0, text.size(), {font, 25, false});
                std::vector<Glyph> made;
                for (std::size_t at = 0; at < text.size();) {
                    const std::u16string_view rest = std::u16string_view(text).substr(at);
                    const std::u16string_view part = rest.substr(0, firstPart(rest));
                    for (Glyph glyph : words.word(part, font).glyphs) {
                        glyph.cluster += static_cast<std::uint32_t>(at);
                        made.push_back(glyph);
                    }
                    at += part.size();
                }
                REQUIRE(made.size() == whole.glyphs.size());
                for (std::size_t i = 0; i < made.size(); ++i) {
                    REQUIRE(made[i].id == whole.glyphs[i].id);
                    REQUIRE(made[i].advance == whole.glyphs[i].advance);
                    REQUIRE(made[i].cluster == whole.glyphs[i].cluster);
                }
            }
        }
    }
}

TEST_CASE("a number is kept in parts that come back, anything else whole", "[core][pdf]") {
    CHECK(firstPart(u"03.05.2025") == 3);
    CHECK(firstPart(u"2025") == 2);
    CHECK(firstPart(u"7.25") == 2);
    CHECK(firstPart(u"22:04") == 3);
    CHECK(firstPart(u"4100-70121") == 10);
    CHECK(firstPart(u"2.sal") == 5);
    CHECK(firstPart(u"...") == 3);
}

TEST_CASE("a store of words that is full begins anew and loses nothing that is shown", "[core][pdf]") {
    FontSet fonts(defaultFontFolders());
    Shaper shaper(fonts, "da");
    LineLayout layout(fonts, shaper, "da");
    StyledText styled;
    fillStyled({{"det første ord", {}}}, styled);
    const Paragraph::State first = layout.layout(styled, 100, Align::Start);
    for (int i = 0; i < 40'000; ++i) {
        std::string word = "x";
        for (int n = i; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
        fillStyled({{word, {}}}, styled);
        layout.layout(styled, 100, Align::Start);
    }
    REQUIRE(first.runs.size() == 5);
    CHECK(first.runs[2].shape->text == u"første");
}

TEST_CASE("what is made ahead comes in its order, whoever was quick", "[core][pdf]") {
    std::atomic<int> made = 0;
    WorkAhead<std::string> work(1000, [&](std::size_t first, std::size_t end, std::vector<std::string>& out) {
        for (std::size_t i = first; i < end; ++i) {
            ++made;
            if (i % 37 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
            out.push_back(std::to_string(i));
        }
    });
    for (std::size_t i = 0; i < work.size(); ++i) {
        REQUIRE(work.at(i) == std::to_string(i));
        if (i + 1 < work.size()) REQUIRE(work.at(i + 1) == std::to_string(i + 1));
        work.dropBefore(i + 1);
    }
    CHECK(made == 1000);
}

TEST_CASE("what is thrown while it is made ahead is thrown where it is wanted, and the helpers end",
          "[core][pdf]") {
    WorkAhead<int> work(500, [](std::size_t first, std::size_t end, std::vector<int>& out) {
        for (std::size_t i = first; i < end; ++i) {
            if (i == 300) throw std::runtime_error("300");
            out.push_back(static_cast<int>(i));
        }
    });
    std::size_t reached = 0;
    try {
        for (; reached < work.size(); ++reached) work.at(reached);
        FAIL("nothing was thrown");
    } catch (const std::runtime_error&) {
        CHECK(reached <= 300);
        CHECK(reached > 280);
    }
}
