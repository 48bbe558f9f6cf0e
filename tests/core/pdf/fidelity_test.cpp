// SPDX-License-Identifier: GPL-3.0-or-later
// Message after message in twelve scripts with emoji, and every sign of each in its order out of pdftotext
// and mutool. What these readers are known to do is allowed, and nothing else: both move points over Hebrew
// and vowels of Indic and Thai letters within their word, and mutool knows no text but that of single glyphs.
#include "core/base/utf8.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <functional>
#include <random>
#include <sstream>

#include <catch2/catch_test_macros.hpp>
#include <unicode/uchar.h>

namespace {

using Words = std::vector<std::string>;

const std::vector<Words> kScripts = {
    {"Hun", "sagde", "nej", "æblegrød", "på", "Ørsted", "22.04", "»ring«"},
    {"Zażółć", "gęślą", "jaźń"},
    {"Καλημέρα", "κόσμε", "ώρα"},
    {"Съешь", "ещё", "булок", "їжак"},
    {"السَّلامُ", "عليكم", "إله", "مرحبا"},
    {"שָׁלוֹם", "עליכם", "בְּרֵאשִׁית"},
    {"नमस्ते", "दुनिया", "किताब"},
    {"สวัสดี", "ชาวโลก"},
    {"你好", "世界", "电话"},
    {"こんにちは", "カナ", "漢字"},
    {"안녕하세요", "전화"},
    {"தமிழ்", "తెలుగు", "বাংলা"},
};
const Words kEmoji = {
    "😀", "👨‍👩‍👧‍👦", "🇩🇰", "1️⃣", "👍🏽", "❤️", "🏳️‍🌈"};

std::vector<std::string> messages(int count) {
    std::mt19937 random(20250503);
    std::vector<std::string> all;
    for (int i = 0; i < count; ++i) {
        const Words& script = kScripts[random() % kScripts.size()];
        std::string message = script[random() % script.size()];
        for (auto words = random() % 14; words > 0; --words)
            message += " " + script[random() % script.size()];
        if (random() % 10 < 3) message += " " + kEmoji[random() % kEmoji.size()];
        all.push_back(message);
    }
    return all;
}

std::string mark(std::size_t number) { return "#" + std::to_string(number) + ":"; }

std::filesystem::path written(const std::vector<std::string>& all, const std::filesystem::path& file) {
    const auto canvas = tests::newCanvas();
    double y = 1000;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::string& message = all[i];
        const auto paragraph = canvas->layout(message, {core::pdf::Face::Regular, 8, 3.75, 0}, 170);
        if (y + 4 + paragraph.heightMm() > 280) {
            canvas->newPage(210, 297);
            y = 15;
        }
        canvas->drawText(mark(i), {}, 20, y + 3); // of its own direction
        canvas->draw(paragraph, 20, y + 4);
        y += paragraph.heightMm() + 5;
    }
    tests::save(*canvas, file);
    return file;
}

// Of each message its signs, in order.
std::vector<std::u32string> partsOf(const std::string& text, int count,
                                    const std::function<bool(char32_t)>& isAsked) {
    std::vector<std::u32string> parts(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const std::string own = mark(static_cast<std::size_t>(i));
        const std::size_t begin = text.find(own);
        if (begin == std::string::npos) continue;
        const std::size_t end = std::min(text.find('#', begin + 1), text.size());
        for (std::size_t pos = begin + own.size(); pos < end;) {
            const char32_t c = core::base::nextCodePoint(text, pos);
            if (isAsked(c)) parts[static_cast<std::size_t>(i)] += c;
        }
    }
    return parts;
}

bool isSign(char32_t c) { // not a blank, not a mark of direction
    return c > ' ' && c != 0xA0 && !(c >= 0x200B && c <= 0x200F && c != 0x200D) &&
           !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
}

bool isMark(char32_t c) {
    return (U_GET_GC_MASK(static_cast<UChar32>(c)) &
            (U_GC_MN_MASK | U_GC_MC_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0;
}

struct Faults {
    int lost = 0, outOfOrder = 0;
    std::string example;
};

enum class Turned { WordByWord, Whole }; // a line that is read from the right

using Ask = std::function<bool(char32_t)>;

std::u32string signsOf(const std::string& text, const Ask& isAsked) {
    std::u32string signs;
    for (std::size_t pos = 0; pos < text.size();)
        if (const char32_t c = core::base::nextCodePoint(text, pos); isAsked(c)) signs += c;
    return signs;
}

std::u32string turned(const std::string& message, Turned how, const Ask& isAsked) {
    std::u32string out;
    std::istringstream words(message);
    for (std::string word; words >> word;) out = signsOf(word, isAsked) + out;
    if (how == Turned::Whole) {
        out = signsOf(message, isAsked);
        std::reverse(out.begin(), out.end());
    }
    return out;
}

bool isReadFromTheRight(const std::string& message) {
    std::size_t pos = 0;
    const char32_t first = core::base::nextCodePoint(message, pos);
    return first >= 0x0590 && first < 0x0700;
}

Faults compare(const std::vector<std::string>& all, const std::string& text, Turned how, const Ask& isAsked) {
    const auto found = partsOf(text, static_cast<int>(all.size()), isAsked);
    Faults faults;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::u32string wanted = signsOf(all[i], isAsked);
        if (wanted == found[i]) continue;
        if (isReadFromTheRight(all[i]) && turned(all[i], how, isAsked) == found[i]) continue;
        std::u32string a = wanted, b = found[i];
        std::sort(a.begin(), a.end());
        std::sort(b.begin(), b.end());
        ++(a == b ? faults.outOfOrder : faults.lost);
        if (faults.example.empty()) {
            faults.example = all[i] + " | ";
            for (const char32_t c : found[i]) core::base::appendUtf8(faults.example, c);
        }
    }
    return faults;
}

void check(int count) {
    const tests::TempFolder folder;
    const auto all = messages(count);
    const auto file = written(all, folder.path() / "messages.pdf");

    const std::string poppler = tests::textOf(file);
    const Faults every = compare(all, poppler, Turned::WordByWord, isSign);
    CAPTURE(every.example);
    CHECK(every.lost == 0);
    const auto isLetter = [](char32_t c) { return isSign(c) && !isMark(c); };
    const Faults letters = compare(all, poppler, Turned::WordByWord, isLetter);
    CAPTURE(letters.example);
    CHECK(letters.lost == 0);
    CHECK(letters.outOfOrder == 0);

    int status = 0;
    tests::run("mutool -v", &status);
    if (status != 0) SKIP("mutool is not installed");
    const auto out = folder.path() / "mutool.txt";
    tests::run("mutool draw -q -F txt -o '" + out.string() + "' '" + file.string() + "'");
    const auto isOfOneUnit = [&](char32_t c) { return isLetter(c) && c < 0xFFFD && (c < '0' || c > '9'); };
    const Faults mupdf = compare(all, tests::readFile(out), Turned::Whole, isOfOneUnit);
    CAPTURE(mupdf.example);
    CHECK(mupdf.lost == 0);
    CHECK(mupdf.outOfOrder == 0);
}

} // namespace

TEST_CASE("a thousand messages in twelve scripts come out of two readers sign by sign, in order",
          "[core][pdf]") {
    check(1'000);
}

TEST_CASE("ten thousand messages in twelve scripts come out of two readers sign by sign, in order",
          "[core][pdf][slow]") {
    check(10'000);
}
