// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "tests/core/pdf/probe.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using tests::roundTrip;

namespace {

std::vector<std::string> lines(const std::string& text) { return tests::linesOf(roundTrip(text)); }

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("text read from the left comes out of the page as it went in", "[core][pdf]") {
    const std::string text = GENERATE(
        as<std::string>{}, // one script each
        "Hun sagde »Lad mig være« kl. 22.04 – æøå ÆØÅ 1.240 kr.", "Zażółć gęślą jaźń, proszę.",
        "Ελληνικά: Καλημέρα κόσμε, πού είσαι;", "Съешь же ещё этих мягких французских булок, їжак.",
        "Tiếng Việt: Đừng gọi cho tôi nữa.", "हिन्दी: नमस्ते दुनिया, क्षत्रिय की किताब।", "สวัสดีชาวโลก น้ำ ก่ำ ผู้หญิง",
        "中文：你好，世界。请不要再打电话。", "日本語：こんにちは世界、漢字とカナ。",
        "한국어: 안녕하세요. 전화하지 마세요.", "தமிழ் తెలుగు ಕನ್ನಡ മലയാളം বাংলা ਪੰਜਾਬੀ ગુજરાતી",
        "ქართული Հայերեն አማርኛ ខ្មែរ မြန်မာ", "→ ≤ ∑ ☐ ✓ ♫ € £ ™ 𝔸");
    CHECK(lines(text) == Lines{text});
}

TEST_CASE("emoji keep their whole sequence in the text", "[core][pdf]") {
    const std::string text =
        GENERATE(as<std::string>{}, // families, flags, keycaps, skins, selectors
                 "a 😀 b", "ok😀ok", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇰🇵🇱🇬🇱",
                 "1️⃣ #️⃣ *️⃣", "👍🏽 👍🏿 👩🏻‍🚒", "❤️ og ❤ og ☎︎",
                 "😡😡😡", "🏴󠁧󠁢󠁥󠁮󠁧󠁿");
    CHECK(lines(text) == Lines{text});
}

TEST_CASE("Arabic with harakat comes out word for word", "[core][pdf]") {
    const std::string out = roundTrip("قال: السَّلامُ عَلَيْكُمْ لا إله إلا الله ثم ذهب", "");
    for (const char* word : {"السَّلامُ", "عَلَيْكُمْ", "لا", "إله", "إلا", "الله", "ثم", "ذهب"}) {
        INFO(word << " in " << out);
        CHECK(out.find(word) != std::string::npos);
    }
}

TEST_CASE("Hebrew with niqqud comes out word for word", "[core][pdf]") {
    const std::string out = roundTrip("אמר: שָׁלוֹם עֲלֵיכֶם, בְּרֵאשִׁית ברא", "");
    for (const char* word : {"שָׁלוֹם", "עֲלֵיכֶם", "בְּרֵאשִׁית", "ברא"}) {
        INFO(word << " in " << out);
        CHECK(out.find(word) != std::string::npos);
    }
}

TEST_CASE("a Latin word inside Arabic keeps its own direction", "[core][pdf]") {
    const std::string out = roundTrip("رقم abc 123 هاتف", "");
    CHECK(out.find("abc") != std::string::npos);
    CHECK(out.find("123") != std::string::npos);
    CHECK(out.find("هاتف") != std::string::npos);
}

TEST_CASE("malformed bytes and controls are shown and not swallowed", "[core][pdf]") {
    CHECK(lines("a\xFF\xFE]b") == Lines{"a��]b"});
    CHECK(lines("a\x01\x1F\x7F b") == Lines{"a␁␟␡ b"});
    CHECK(lines(std::string("nul\0l", 5)) == Lines{"nul␀l"});
    CHECK(lines("a\rb") == Lines{"a␍b"});
    CHECK(lines("cut \xE2\x82") == Lines{"cut ��"});
    CHECK(lines("surrogate \xED\xA0\x80.").front().ends_with("."));
}

TEST_CASE("line feeds break the line and a tab is a blank", "[core][pdf]") {
    CHECK(lines("one\ntwo\r\nthree") == Lines{"one", "two", "three"});
    CHECK(lines("a\tb") == Lines{"a b"});
}

TEST_CASE("a character no font has is drawn as a box and stays in the text", "[core][pdf]") {
    CHECK(lines("before ͸ after") == Lines{"before ͸ after"});       // U+0378
    CHECK(lines("x\xF0\xBF\x80\x80y") == Lines{"x\xF0\xBF\x80\x80y"}); // U+3F000
}

TEST_CASE("marks on Latin letters stay with their letter", "[core][pdf]") {
    CHECK(lines("e\u0301a\u030A o\u0302\u0323 q\u0303\u0301") ==
          Lines{"e\u0301a\u030A o\u0302\u0323 q\u0303\u0301"});
}

TEST_CASE("a paragraph of 70,000 bytes loses nothing", "[core][pdf]") {
    std::string text;
    for (int i = 0; text.size() < 70'000; ++i) text += "Besked nummer " + std::to_string(i) + " på række. ";
    const std::string out = roundTrip(text);
    CHECK(tests::withoutBlanks(out) == tests::withoutBlanks(text));
}

TEST_CASE("a word longer than the line is cut between letters and gains nothing", "[core][pdf]") {
    std::string word;
    for (int i = 0; i < 60; ++i) word += "æbleskive😀e\u0301";
    const std::string out = roundTrip(word);
    CHECK(out.find(' ') == std::string::npos);
    CHECK(out.find('-') == std::string::npos);
    CHECK(tests::withoutBlanks(out) == word);
}

TEST_CASE("a long unbroken run of 70,000 letters is set in reasonable time", "[core][pdf]") {
    const std::string word(70'000, 'x');
    CHECK(tests::withoutBlanks(roundTrip(word)) == word);
}
