// SPDX-License-Identifier: GPL-3.0-or-later
// Where links and bookmarks of exhibits lead, read back with libqpdf.
#include "tests/core/pdf/pages/rendering.h"

#include <map>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>

using namespace core;
using tests::catalog;

namespace {

struct Links {
    std::map<int, std::set<std::string>> fromPage; // printed number -> names of places
    std::map<std::string, int> pageOf;             // name of a place -> printed number
    std::map<std::string, int> bookmarks;          // title -> printed number
};

void addBookmarks(const std::vector<QPDFOutlineObjectHelper>& list, std::map<QPDFObjGen, int>& numbers,
                  Links& links) {
    for (QPDFOutlineObjectHelper bookmark : list) {
        links.bookmarks[bookmark.getTitle()] = numbers[bookmark.getDestPage().getObjGen()];
        addBookmarks(bookmark.getKids(), numbers, links);
    }
}

Links linksOf(const std::filesystem::path& file) {
    Links links;
    QPDF pdf;
    pdf.processFile(file.c_str());
    std::map<QPDFObjGen, int> numbers;
    int number = 0;
    for (QPDFObjectHandle page : pdf.getAllPages()) numbers[page.getObjGen()] = ++number;
    QPDFNameTreeObjectHelper names(pdf.getRoot().getKey("/Names").getKey("/Dests"), pdf);
    for (const auto& [name, place] : names.getAsMap())
        links.pageOf[name] = numbers[QPDFObjectHandle(place).getArrayItem(0).getObjGen()];
    for (QPDFObjectHandle page : pdf.getAllPages()) {
        QPDFObjectHandle annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i)
            links.fromPage[numbers[page.getObjGen()]].insert(
                annotations.getArrayItem(i).getKey("/Dest").getUTF8Value());
    }
    addBookmarks(QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines(), numbers, links);
    return links;
}

} // namespace

TEST_CASE("small cards of an exhibit share its pages, each with its mark, its incident and its place") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog());
    report::ExhibitPart cards;
    cards.number = 1 + d.exhibits.back().number;
    cards.title = "Voices";
    cards.incident = d.rows.at(d.rows.size() - 1)->incident;
    constexpr int kCards = 13, kRows = 5;
    for (int i = 0; i < kCards; ++i) {
        report::FileView file;
        file.label = "9." + std::to_string(i + 1);
        file.fileName = "voice" + std::to_string(i + 1) + ".mp3";
        for (int row = 0; row < kRows; ++row)
            file.facts.push_back({"Length", "0:0" + std::to_string(row), {}});
        file.incidents = {900 + 2 * i};
        cards.files.push_back(file);
    }
    cards.files[6].text = std::string(4000, 'x'); // as long as a page
    std::replace(cards.files[6].text.begin(), cards.files[6].text.end(), 'x', ' ');
    for (std::size_t i = 0; i < cards.files[6].text.size(); i += 7)
        cards.files[6].text.replace(i, 5, "words");
    d.exhibits.push_back(cards);
    const auto file = folder.path() / "log.pdf";
    const tests::Rendered r = tests::render(d, file, tests::photo);
    Links links = linksOf(file);
    const auto range = r.result.map.ranges.at("exhibit:" + std::to_string(cards.number));
    const int pages = range.last - range.first + 1;
    CHECK(pages > 2);
    CHECK(pages < 6);
    int last = range.first;
    for (int i = 0; i < kCards; ++i) {
        const std::string name = "9." + std::to_string(i + 1) + "   voice" + std::to_string(i + 1) + ".mp3";
        const std::string place = r.result.map.placeOf(cards.number, 900 + 2 * i);
        CAPTURE(name, place);
        const int page = links.bookmarks[name];
        CHECK(page >= last);
        last = page;
        REQUIRE(page > 0);
        CHECK(links.pageOf[place] == page);
        const std::string& text = r.pages[static_cast<std::size_t>(page) - 1];
        CHECK(text.find("voice" + std::to_string(i + 1) + ".mp3") != std::string::npos);
        CHECK(text.find(std::to_string(900 + 2 * i)) != std::string::npos); // in the stamp
        const std::string stamp =
            " – page " + std::to_string(page - range.first + 1) + " of " + std::to_string(pages);
        CHECK(text.find(stamp) != std::string::npos);
    }
}

TEST_CASE("row, exhibit and list lead to one another, and every exhibit has a bookmark") {
    const tests::TempFolder folder;
    const auto d = tests::sampleDocument(catalog());
    const auto file = folder.path() / "log.pdf";
    const tests::Rendered r = tests::render(d, file, tests::photo);
    Links links = linksOf(file);
    for (const report::ExhibitPart& exhibit : d.exhibits) {
        const std::string key = "exhibit:" + std::to_string(exhibit.number);
        const std::string listed = "list:" + std::to_string(exhibit.number);
        CAPTURE(key);
        REQUIRE(links.pageOf.contains(key));
        REQUIRE(links.pageOf.contains(listed));
        const auto range = r.result.map.ranges.at(key);
        CHECK(links.pageOf[key] == range.first);
        CHECK(links.fromPage[links.pageOf[listed]].contains(key));
        const std::string title = base::fill(d.words.exhibit, {std::to_string(exhibit.number)}) + " – " +
                                  (exhibit.withdrawn ? d.words.withdrawn : exhibit.title);
        CHECK(links.bookmarks[title] == range.first);
        if (exhibit.withdrawn) continue;
        for (int page = range.first; page <= range.last; ++page) {
            CHECK(links.fromPage[page].contains(listed));
            const auto& names = links.fromPage[page];
            CHECK(std::any_of(names.begin(), names.end(), [](const std::string& name) {
                return name.starts_with("row:") || name == "section:log";
            }));
        }
    }
    int rows = 0;
    for (const report::LogRow& row : d.rows) {
        if (row.exhibits.empty()) continue;
        const std::string key = "row:" + row.label;
        const int page = r.result.map.firstPage(key); // a row that nothing leads to has no place of its own
        REQUIRE(page > 0);
        for (const int number : row.exhibits) {
            const std::string place = r.result.map.placeOf(number, row.incident);
            CAPTURE(key, place);
            CHECK(links.fromPage[page].contains(place));
            ++rows;
        }
    }
    CHECK(rows > 2);
    for (const auto& [page, names] : links.fromPage)
        for (const std::string& name : names) CHECK(links.pageOf.contains(name));
}

TEST_CASE("steps, figures and what names a page lead there, and months, steps and figures have bookmarks") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog());
    report::PatternFigure figure;
    figure.heading = "Before and after";
    figure.counted = "The figure stands on page \uFDD2overview\uFDD3.";
    figure.table.headings = {"", "Before"};
    figure.table.rows = {{"M5 Order, 12 May 2025", "3"}};
    d.patterns.figures = {figure};
    d.parties[0].table.push_back({"V1", "a neighbour – incident no. 4, 7–9", false, {4, 7, 8, 9}});
    d.overview.figures[2].row = "9";
    d.logNote = "V = witness, see p. \uFDD2parties\uFDD3  ·  M = step, see p. \uFDD2steps\uFDD3";
    d.overview.foot = "Tables: page \uFDD2patterns\uFDD3.";
    const auto file = folder.path() / "log.pdf";
    const auto map = tests::render(d, file).result.map;
    Links links = linksOf(file);
    const auto leads = [&](const std::string& section, const std::string& place) {
        return links.fromPage[map.firstPage(section)].contains(place);
    };
    CHECK(leads("steps", "row:M5"));
    CHECK(leads("parties", "row:4"));
    CHECK(leads("parties", "row:7"));
    CHECK(!leads("parties", "row:6"));
    CHECK(leads("overview", "row:9"));
    REQUIRE(d.examples[0].exhibits.size() == 1);
    CHECK(leads("examples", map.placeOf(d.examples[0].exhibits[0], d.examples[0].incident)));
    CHECK(leads("steps", "exhibit:2"));
    CHECK(leads("overview", "section:patterns"));
    CHECK(leads("overview", "section:steps"));
    CHECK(leads("patterns", "section:overview"));
    CHECK(leads("patterns", "row:M5"));
    CHECK(leads("log", "section:steps"));
    CHECK(leads("log", "section:parties"));
    CHECK(links.pageOf.at("row:M5") == map.firstPage("row:M5"));
    CHECK(links.bookmarks.at("Before and after") == map.firstPage("patterns"));
    CHECK(links.bookmarks.at("May\u00a02025") == map.firstPage("log"));
    CHECK(links.bookmarks.at("M5   Tilhold meddelt udøver") == map.firstPage("row:M5"));
}
