// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::base;

TEST_CASE("malformed bytes become the replacement sign, one each, and are counted") {
    std::size_t replaced = 0;
    CHECK(repairUtf8("a\xC3\x28\xF0\x9F\x98", &replaced) ==
          "a\xEF\xBF\xBD(\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(replaced == 4);
    CHECK(repairUtf8("\xED\xA0\x80").size() == 9); // a surrogate is no character
    CHECK(isValidUtf8("æøå 😀"));
    CHECK_FALSE(isValidUtf8("\xC0\x80"));
}

TEST_CASE("Latin-1 with bytes that only windows-1252 has is read as windows-1252") {
    CHECK(fromCharset("\x93hej\x94", "ISO-8859-1") == "“hej”");
    CHECK(fromCharset("bl\xE5", "iso-8859-1") == "blå");
    CHECK_FALSE(fromCharset("x", "x-nobody-knows"));
}

TEST_CASE("folding finds Danish words however they are written") {
    CHECK(foldForSearch("ÅRHUS") == foldForSearch("aarhus"));
    CHECK(foldForSearch("Ærø") == foldForSearch("aeroe"));
    CHECK(foldForSearch("SØREN") == foldForSearch("soeren"));
    CHECK(foldForSearch("Müller") == "muller");
    CHECK(foldForSearch("café") == foldForSearch("cafe\xCC\x81"));
    CHECK(foldForSearch("a\xCC\x8Ar") == foldForSearch("år")); // å as a with a ring, as macOS writes it
    CHECK(foldForSearch("hår") != foldForSearch("har"));
}

TEST_CASE("plain characters are folded alike wherever they stand") {
    for (int c = 0; c < 128; ++c)
        for (std::size_t at = 0; at < 20; ++at) {
            INFO(c << " at " << at);
            std::string text(20, 'x');
            text[at] = static_cast<char>(c);
            std::string lower = text;
            if (c >= 'A' && c <= 'Z') lower[at] = static_cast<char>(c + 32);
            CHECK(foldForSearch(text) == lower);
            CHECK(foldForSearch(text + "Ø" + text) == lower + "oe" + lower);
        }
    CHECK(foldForSearch("ABCDEFGHIJKLMNOA\xCC\x8A") == "abcdefghijklmnoaa");
}

TEST_CASE("an accent that stands by itself belongs to the letter before it, in the middle of any text") {
    const std::string ring = "\xCC\x8A";
    CHECK(foldForSearch("ba" + ring + "d på “A" + ring + "” x") == "baad paa “aa” x");
    CHECK(foldForSearch("😀å" + ring + "😀æ") == "😀aa😀ae");
    CHECK(foldForSearch("a\xFF" + ring + "å") == foldForSearch("a\xFF" + ring) + "aa"); // no UTF-8
    CHECK(foldForSearch("ẞß µ") == "ssss μ");
}

TEST_CASE("cutting a text never cuts an emoji or a letter with its accents") {
    CHECK(firstGraphemes("👨‍👩‍👧x", 1) == "👨‍👩‍👧");
    CHECK(firstGraphemes("e\xCC\x81x", 1) == "e\xCC\x81");
    CHECK(firstGraphemes("hej", 10) == "hej");
}

TEST_CASE("code points go to bytes and back") {
    for (const char32_t c : {U'a', U'å', U'€', U'😀'}) {
        std::string text;
        appendUtf8(text, c);
        std::size_t pos = 0;
        CHECK(nextCodePoint(text, pos) == c);
        CHECK(pos == text.size());
    }
}
