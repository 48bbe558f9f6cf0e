// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/hyphenator.h"
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;

namespace {

constexpr double kNarrow = 14;

TextStyle prose() {
    TextStyle style{Face::Regular, 7.5, 3.5, 0};
    style.hyphenate = true;
    return style;
}

// Skips the test where the dictionaries are not installed.
void needDictionary() {
    if (Hyphenator("da-DK").places(u"sundhedsplejerske").empty()) SKIP("no Danish hyphenation here");
}

std::unique_ptr<Canvas> danish() {
    Metadata metadata;
    metadata.language = "da-DK";
    return tests::newCanvas(metadata);
}

// What pdftotext and mutool find of a text set in a narrow column, without blanks.
std::vector<std::string> extracted(const std::string& text, std::size_t* lines = nullptr) {
    const tests::TempFolder folder;
    const auto pdf = folder.path() / "word.pdf";
    const auto canvas = danish();
    const auto paragraph = canvas->layout(text, prose(), kNarrow);
    if (lines) *lines = paragraph.lineCount();
    CHECK(paragraph.widthMm() <= kNarrow + 0.01);
    canvas->newPage(100, 100);
    canvas->draw(paragraph, 10, 10);
    tests::save(*canvas, pdf);
    std::vector<std::string> found{tests::textOf(pdf), tests::textOf(pdf, "-layout"), tests::textOf(pdf, "")};
    int status = 0;
    const std::string mutool =
        tests::run("mutool draw -q -F txt '" + pdf.string() + "' 2>/dev/null", &status);
    if (status == 0) found.push_back(mutool);
    for (std::string& one : found) {
        one = tests::withoutBlanks(one);
        for (const std::string_view sign :
             {"\u200B", "\u00AD", "\f"}) // nothing, a soft hyphen, the end of the page
            for (std::size_t at = one.find(sign); at != std::string::npos; at = one.find(sign))
                one.erase(at, sign.size());
    }
    return found;
}

} // namespace

TEST_CASE("Danish words have their places, other letters none", "[core][pdf]") {
    needDictionary();
    Hyphenator hyphenator("da-DK");
    CHECK(hyphenator.places(u"arbejdsplads").size() >= 2);
    CHECK(hyphenator.places(u"børnehavepædagog").size() >= 3);
    CHECK(hyphenator.places(u"привет").empty());
    CHECK(hyphenator.places(u"").empty());
    CHECK(hyphenator.places(std::u16string(5000, u'a')).empty());
    CHECK(Hyphenator("de-DE").places(u"arbeitsplatz").empty());
}

TEST_CASE("a word too long for its column is parted, and extracted whole without a hyphen", "[core][pdf]") {
    needDictionary();
    std::size_t lines = 0;
    for (const std::string& text : extracted("sundhedsplejerskeuddannelsen", &lines))
        CHECK(text == "sundhedsplejerskeuddannelsen");
    CHECK(lines >= 2);
    for (const std::string& text :
         extracted("Hos en arbejdsmarkedskonsulent, hvor sundhedsplejerskeuddannelsen er."))
        CHECK(text == "Hosenarbejdsmarkedskonsulent,hvorsundhedsplejerskeuddannelsener.");
}

TEST_CASE("a word that fits a line of its own is never parted", "[core][pdf]") {
    needDictionary();
    const auto canvas = danish();
    const std::string text = "nogle gange kommer han og venter ved porten om aftenen";
    TextStyle plain = prose();
    plain.hyphenate = false;
    for (const double width : {20.0, 26.0, 40.0})
        CHECK(canvas->layout(text, prose(), width).lineCount() ==
              canvas->layout(text, plain, width).lineCount());
}

TEST_CASE("names, codes and numbers are cut as they stand, and nothing of them is lost", "[core][pdf]") {
    needDictionary();
    for (const std::string word :
         {"9999731100073125999973110", "KONTAKTFORBUDSZONEN", "hos Sundhedsplejerskesen",
          "sundheds4plejerskeuddannelsen", "приветсвуюсердечнодруга"})
        for (const std::string& text : extracted(word)) CHECK(text == tests::withoutBlanks(word));
}
