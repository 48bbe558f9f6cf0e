// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <random>

#include <catch2/catch_test_macros.hpp>

namespace {

const std::vector<std::vector<std::string>> kScripts = {
    {"Hun", "sagde", "nej", "æblegrød", "på", "Ørsted", "efterår", "22.04", "»ring«"},
    {"Zażółć", "gęślą", "jaźń", "łódź"},
    {"Καλημέρα", "κόσμε", "ώρα"},
    {"Съешь", "ещё", "булок", "їжак"},
    {"السَّلامُ", "عليكم", "لا", "إله", "مرحبا"},
    {"שָׁלוֹם", "עליכם", "בְּרֵאשִׁית"},
    {"नमस्ते", "दुनिया", "क्षत्रिय", "किताब"},
    {"สวัสดี", "ชาวโลก", "น้ำ"},
    {"你好", "世界", "电话"},
    {"こんにちは", "カナ", "漢字"},
    {"안녕하세요", "전화"},
    {"தமிழ்", "తెలుగు", "বাংলা"},
    {"😀", "👨‍👩‍👧‍👦", "🇩🇰", "1️⃣", "👍🏽", "❤️", "🏳️‍🌈", "☎︎", "→",
     "͸"},
};

std::string randomMessage(std::mt19937& random) {
    std::string out;
    const auto words = 1 + random() % 25;
    std::size_t script = random() % kScripts.size();
    for (std::size_t i = 0; i < words; ++i) {
        if (random() % 4 == 0) script = random() % kScripts.size();
        const auto& list = kScripts[script];
        out += list[random() % list.size()];
        if (random() % 10 != 0) out += ' ';
    }
    return out;
}

} // namespace

TEST_CASE("two thousand random messages in twelve scripts lose and gain no character", "[core][pdf]") {
    std::mt19937 random(20250503);
    const tests::TempFolder folder;
    const auto canvas = tests::newCanvas();
    std::string all;
    double y = 1000;
    for (int i = 0; i < 2000; ++i) {
        const std::string message = randomMessage(random);
        all += message + "\n";
        const core::pdf::TextStyle style{core::pdf::Face::Regular, 8, 3.75, 0};
        const auto paragraph = canvas->layout(message, style, 60 + static_cast<double>(random() % 110));
        CHECK(paragraph.widthMm() < 171);
        if (y + paragraph.heightMm() > 280) {
            canvas->newPage(210, 297);
            y = 15;
        }
        canvas->draw(paragraph, 20, y);
        y += paragraph.heightMm() + 1;
    }
    const auto file = folder.path() / "random.pdf";
    tests::save(*canvas, file);
    REQUIRE(tests::isCleanPdf(file));
    const auto before = tests::signsOf(all);
    const auto after = tests::signsOf(tests::textOf(file));
    for (const auto& [sign, count] : before) {
        INFO("U+" << std::hex << static_cast<unsigned>(sign));
        CHECK((after.contains(sign) ? after.at(sign) : 0) == count);
    }
    CHECK(after.size() == before.size());
}
