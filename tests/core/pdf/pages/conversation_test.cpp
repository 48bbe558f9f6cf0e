// SPDX-License-Identifier: GPL-3.0-or-later
// Conversations over several pages, as bubbles and as a table.
#include "core/pdf/pages/message_text.h"
#include "core/report/packed_messages.h"
#include "tests/core/pdf/pages/rendering.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::catalog;
using tests::render;
using tests::Rendered;

namespace {

report::Message said(int incident, int index, const std::string& text) {
    report::Message m;
    m.label = std::to_string(incident) + "." + std::to_string(index);
    m.day = "Sunday " + std::to_string(incident) + " March 2025";
    m.clock = "22.04.17";
    m.zoneNote = "UTC+1";
    m.sourceNote = "K1, post " + std::to_string(incident * 1000 + index);
    m.sender = "Fra udøver";
    m.text = text;
    m.fromOffender = true;
    m.incidents = {incident};
    return m;
}

report::Message context(int day, const std::string& text) {
    report::Message m = said(day, 0, text);
    m.label.clear();
    m.incidents.clear();
    m.isContext = true;
    return m;
}

// The text of each page of a first exhibit with these messages.
std::vector<std::string> pagesShowing(const std::vector<report::Message>& messages, bool asTable = false) {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 1, true});
    d.exhibits.front().messages = report::packedMessages(messages);
    d.exhibits.front().asTable = asTable;
    const Rendered r = render(d, folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("exhibit:1");
    return {r.pages.begin() + range.first - 1, r.pages.begin() + range.last};
}

int howOften(const std::string& text, const std::string& words) {
    int count = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

std::vector<report::Message> threeEachDay(int days) {
    std::vector<report::Message> messages;
    for (int n = 1; n <= days; ++n)
        for (int i = 1; i <= 3; ++i) messages.push_back(said(n, i, "ord" + std::to_string(n * 10 + i) + "x"));
    return messages;
}

std::vector<std::pair<std::string, std::size_t>> folded(const std::string& text) {
    std::vector<std::pair<std::string, std::size_t>> found;
    for (const auto& piece : pdf::pages::piecesOf(text)) found.emplace_back(piece.words, piece.emptyLines);
    return found;
}

const std::string kMany(120, '\n');

} // namespace

TEST_CASE("a page says on which page a conversation goes on, and not which of what follows") {
    const auto pages = pagesShowing(threeEachDay(25));
    REQUIRE(pages.size() > 2);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        CAPTURE(pages[i]);
        CHECK(howOften(pages[i], "Continues on page ") == (i + 1 < pages.size() ? 1 : 0));
        CHECK(pages[i].find("follows") == std::string::npos);
    }
}

TEST_CASE("the line of a day that names an incident stands on no page without a message of it") {
    for (int count = 12; count < 24; ++count) {
        std::vector<report::Message> messages;
        for (int i = 1; i <= count; ++i) messages.push_back(said(1, i, "word"));
        messages.push_back(context(2, "Before\nin two lines"));
        messages.push_back(context(2, "Before"));
        messages.push_back(said(2, 1, "counted"));
        for (const std::string& page : pagesShowing(messages)) {
            CAPTURE(count, page);
            CHECK((page.find("Incident no. 2") != std::string::npos) ==
                  (page.find("counted") != std::string::npos));
        }
    }
}

TEST_CASE("before the first message of a day that counts may stand more than a page holds") {
    std::vector<report::Message> messages{said(1, 1, "word")};
    for (int i = 0; i < 60; ++i) messages.push_back(context(2, "Before" + std::to_string(i) + "x"));
    messages.push_back(said(2, 1, "counted"));
    const auto pages = pagesShowing(messages);
    CHECK(pages.size() <= 5);
    std::string all;
    for (const std::string& page : pages) all += page;
    for (int i = 0; i < 60; ++i) CHECK(all.find("Before" + std::to_string(i) + "x") != std::string::npos);
    CHECK(all.find("counted") != std::string::npos);
}

TEST_CASE("a table says day and zone once above the rows of a day, and on every page anew") {
    std::vector<report::Message> messages;
    for (int i = 1; i <= 60; ++i) messages.push_back(said(1, i, "ord" + std::to_string(i) + "x"));
    messages.push_back(said(2, 1, "other"));
    const auto pages = pagesShowing(messages, true);
    REQUIRE(pages.size() == 2);
    for (const std::string& page : pages) {
        CAPTURE(page);
        CHECK(howOften(page, "Sunday 1 March 2025") == 1);
        CHECK(howOften(page, "22.04.17") == howOften(page, "K1, post "));
    }
    CHECK(howOften(pages[0], "UTC+1") == 1);
    CHECK(howOften(pages[1], "UTC+1") == 2);
    CHECK(howOften(pages[1], "Sunday 2 March 2025") == 1);
    CHECK(howOften(pages[0], "K1, post ") > 35); // a row is a line
}

TEST_CASE("on the day the clocks change a row of a table says its own zone") {
    std::vector<report::Message> messages{said(1, 1, "word"), said(1, 2, "word"), said(1, 3, "word")};
    messages[1].zoneNote = messages[2].zoneNote = "UTC+2";
    const auto pages = pagesShowing(messages, true);
    CHECK(howOften(pages.at(0), "UTC+1") == 1);
    CHECK(howOften(pages.at(0), "UTC+2") == 2);
}

TEST_CASE("a row of a table that goes on overleaf says so on both pages") {
    std::string longest;
    for (int i = 0; i < 3000; ++i) longest += "L" + std::to_string(i) + "x ";
    const auto pages = pagesShowing({said(1, 1, longest), said(1, 2, "after")}, true);
    REQUIRE(pages.size() > 2);
    std::string all;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        all += pages[i];
        CAPTURE(pages[i]);
        CHECK(howOften(pages[i], "continues on the next page") == (i + 1 < pages.size() ? 1 : 0));
        CHECK(howOften(pages[i], "continued") == (i > 0 ? 1 : 0));
    }
    for (int i = 0; i < 3000; ++i) CHECK(all.find("L" + std::to_string(i) + "x") != std::string::npos);
}

TEST_CASE("more than a few empty lines in a row are said and not drawn, and no letter is lost by it") {
    for (const bool asTable : {false, true}) {
        const auto pages =
            pagesShowing({said(1, 1, "begin" + kMany + "end"), said(1, 2, "a\n\n\n\n\n\nb")}, asTable);
        REQUIRE(pages.size() == 1);
        CAPTURE(pages[0]);
        for (const char* words : {"begin", "[119 empty lines]", "end", "1.2"})
            CHECK(pages[0].find(words) != std::string::npos);
        CHECK(howOften(pages[0], "empty lines]") == 1);
    }
}

TEST_CASE("a message of blanks alone says that it is one") {
    for (const bool asTable : {false, true}) {
        const auto pages = pagesShowing({said(1, 1, " \u00a0\u200b "), said(1, 2, kMany)}, asTable);
        REQUIRE(pages.size() == 1);
        CHECK(howOften(pages[0], "[only blanks]") == 2);
    }
}

TEST_CASE("empty lines are counted as they would be drawn, whichever sign ends them") {
    using Pieces = std::vector<std::pair<std::string, std::size_t>>;
    CHECK(folded("a\n\nb") == Pieces{{"a\n\nb", 0}});
    CHECK(folded("a\n\n\n\n\n\nb\n") == Pieces{{"a\n\n\n\n\n\nb\n", 0}}); // five
    CHECK(folded("a\n\n\n\n\n\n\nb\n") == Pieces{{"a", 0}, {"", 6}, {"b\n", 0}});
    CHECK(folded("a \r\n\r\n \r\n\t\r\n\r\n\u200b\r\n\r\n  b") == Pieces{{"a ", 0}, {"", 6}, {"  b", 0}});
    CHECK(folded("a\u2028\u2028\u2028\u2029\u0085\n\nb") == Pieces{{"a", 0}, {"", 6}, {"b", 0}});
    CHECK(folded("\n\n\n\n\n\nb") == Pieces{{"", 6}, {"b", 0}});
    CHECK(folded("a\n\n\n\n\n\n") == Pieces{{"a", 0}, {"", 6}});
    CHECK(folded("a" + kMany + "b" + kMany + "c") ==
          Pieces{{"a", 0}, {"", 119}, {"b", 0}, {"", 119}, {"c", 0}});
}
