// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/figure_table.h"
#include "tests/core/pdf/pages/rendering.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::catalog;

namespace {

report::FigureTable tableOf(int rows, int columns, const std::string& mark) {
    report::FigureTable table;
    table.headings = {""};
    for (int c = 0; c < columns; ++c) table.headings.push_back("Head" + std::to_string(c));
    for (int r = 0; r < rows; ++r) {
        std::vector<std::string> row{mark + std::to_string(r) + "x"};
        for (int c = 0; c < columns; ++c) row.push_back(std::to_string(100 + r));
        table.rows.push_back(std::move(row));
    }
    table.hasSum = true;
    return table;
}

report::PatternFigure figureOf(report::FigureKind kind, const std::string& heading, int periods) {
    report::PatternFigure f;
    f.kind = kind;
    f.heading = heading;
    f.counted = "Counts what is counted.";
    f.legend = {"one", "two", "three"};
    for (int row = 0; row < 4; ++row) {
        report::SeriesRow s{"Row " + std::to_string(row), {}, {}, 0};
        for (int i = 0; i < periods; ++i) {
            s.counts.push_back((i * 7 + row) % 40);
            s.fromMemory.push_back(i % 5 == 0 ? s.counts.back() / 2 : 0);
            s.total += s.counts.back();
        }
        f.series.push_back(std::move(s));
    }
    f.periodLabels.assign(static_cast<std::size_t>(periods), "");
    f.periodLabels[0] = "May";
    f.table = tableOf(5, 4, heading.substr(0, 3));
    return f;
}

report::LogDocument withFigures(std::vector<report::PatternFigure> figures) {
    auto d = tests::sampleDocument(catalog());
    d.patterns.intro = {"How to read them."};
    d.patterns.figures = std::move(figures);
    return d;
}

std::vector<std::string> patternPages(const tests::Rendered& r) {
    const auto range = r.result.map.ranges.at("patterns");
    return {r.pages.begin() + range.first - 1, r.pages.begin() + range.last};
}

int timesIn(const std::string& text, const std::string& word) {
    int n = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++n;
    return n;
}

} // namespace

TEST_CASE("the hours of a day stand in columns of one width, whatever their counts") {
    auto table = tableOf(7, 25, "Weekday");
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (std::size_t c = 1; c < 25; ++c) table.rows[r][c] = c % 3 == 0 ? std::to_string(c * 7) : "–";
    for (std::size_t c = 1; c < 25; ++c) table.headings[c] = std::to_string(c - 1);
    const auto document = tests::sampleDocument(catalog());
    pdf::Canvas canvas{pdf::defaultFontFolders(), pdf::pages::metadataFor(document)};
    base::Progress progress;
    const pdf::pages::PageMap known;
    pdf::pages::Sheet sheet{canvas, document, known, true, progress};
    const pdf::pages::FigureTableLayout layout(sheet, table);
    CHECK(layout.width() < 170.01);
    const double width = layout.rightOf(2) - layout.rightOf(1);
    for (std::size_t c = 2; c < 24; ++c)
        CHECK(std::abs(layout.rightOf(c + 1) - layout.rightOf(c) - width) < 0.001);
}

TEST_CASE("a long table of a figure breaks between rows, with its headings on every page and no row alone") {
    const tests::TempFolder folder;
    for (const int rows : {40, 58, 59, 60, 61, 62, 63, 64, 120}) {
        auto f = figureOf(report::FigureKind::TableOnly, "Long table", 10);
        f.table = tableOf(rows, 3, "row");
        const auto pages = patternPages(tests::render(withFigures({f}), folder.path() / "p.pdf"));
        CAPTURE(rows);
        std::string all;
        for (const std::string& page : pages) {
            all += page;
            CHECK(timesIn(page, "Head2") == 1);
            CHECK(timesIn(page, "row") >= 3);
        }
        for (int r = 0; r < rows; ++r) CHECK(timesIn(all, "row" + std::to_string(r) + "x") == 1);
    }
}

TEST_CASE("a figure keeps its heading and the head of its table on one page") {
    const tests::TempFolder folder;
    std::vector<report::PatternFigure> figures;
    for (int i = 0; i < 7; ++i)
        figures.push_back(figureOf(i % 2 == 0 ? report::FigureKind::Bars : report::FigureKind::Ladder,
                                   std::string(1, static_cast<char>('A' + i)) + "bc figure", 38));
    const auto pages = patternPages(tests::render(withFigures(figures), folder.path() / "p.pdf"));
    for (const report::PatternFigure& f : figures) {
        bool isTogether = false;
        for (const std::string& page : pages)
            isTogether = isTogether || (page.find(f.heading) != std::string::npos &&
                                        page.find(f.table.rows.front().front()) != std::string::npos);
        CHECK(isTogether);
    }
}

TEST_CASE("a table of many columns, and a calendar of many years, stay on the paper") {
    const tests::TempFolder folder;
    auto wide = figureOf(report::FigureKind::TableOnly, "Wide table", 10);
    wide.table = tableOf(7, 25, "day");
    for (std::size_t c = 1; c < wide.table.headings.size(); ++c) wide.table.headings[c] = std::to_string(c);
    report::PatternFigure calendar;
    calendar.kind = report::FigureKind::Calendar;
    calendar.heading = "Calendar";
    calendar.legend = {"none", "pause", "contacts"};
    calendar.names.assign(19, "n");
    for (int year = 2011; year < 2026; ++year)
        calendar.years.push_back(
            {year, year % 7, std::vector<int>(year % 4 == 0 ? 366 : 365, year % 3), 0, 364, 40, 90});
    calendar.table = tableOf(4, 3, "mon");
    const auto pdf = folder.path() / "p.pdf";
    const auto pages = patternPages(tests::render(withFigures({wide, calendar}), pdf));
    CHECK(pages.size() >= 2);
    std::string all;
    for (const std::string& page : pages) all += page;
    for (int year = 2011; year < 2026; ++year) CHECK(timesIn(all, std::to_string(year)) >= 1);

    const auto html = folder.path() / "p.html";
    REQUIRE(std::system(("pdftotext -bbox '" + pdf.string() + "' '" + html.string() + "'").c_str()) == 0);
    const std::string boxes = tests::readFile(html);
    constexpr double kRightPt = (22 + 170 + 0.5) / 25.4 * 72;
    const std::size_t from = boxes.find("How</word>"), to = boxes.find("Head2</word>");
    REQUIRE(from != std::string::npos);
    for (std::size_t at = boxes.find("xMax=\"", from); at < to; at = boxes.find("xMax=\"", at + 1))
        CHECK(std::stod(boxes.substr(at + 6)) <= kRightPt);
}

TEST_CASE("figures without anything in them are drawn and do not divide by nothing") {
    const tests::TempFolder folder;
    std::vector<report::PatternFigure> figures;
    for (const auto kind : {report::FigureKind::Pairs, report::FigureKind::Bars, report::FigureKind::Ladder,
                            report::FigureKind::Shares}) {
        report::PatternFigure f;
        f.kind = kind;
        f.heading = "Empty";
        f.legend = {"a", "b", "c"};
        f.periodLabels = {""};
        f.series = {{"none", {0}, {0}, 0}};
        f.shares = {{"none", 0, 0}};
        f.pairs = {{"none", "2 × 7 days", 0, 0, false}};
        f.table = tableOf(2, 2, "e");
        f.table.hasSum = false;
        figures.push_back(f);
    }
    CHECK(!patternPages(tests::render(withFigures(figures), folder.path() / "p.pdf")).empty());
}

TEST_CASE("what one figure would leave white on its page a later one that fits there fills") {
    std::vector<report::PatternFigure> figures;
    for (const char* heading : {"First", "Second", "Third"}) {
        figures.push_back(figureOf(report::FigureKind::TableOnly, heading, 10));
        figures.back().table = tableOf(heading == std::string("Third") ? 3 : 32, 4, heading);
    }
    figures[1].kind = report::FigureKind::Bars; // it and its table need a page of their own
    const tests::TempFolder folder;
    const auto pages = patternPages(tests::render(withFigures(std::move(figures)), folder.path() / "p.pdf"));
    REQUIRE(pages.size() == 2);
    CHECK(timesIn(pages[0], "First31x") == 1);
    CHECK(timesIn(pages[0], "Third2x") == 1);
    CHECK(timesIn(pages[1], "Second0x") == 1);
    CHECK(timesIn(pages[1], "Second31x") == 1);
}

TEST_CASE("tables of figures end at the edges of the page's grid, however few columns they have") {
    const auto document = tests::sampleDocument(catalog());
    pdf::Canvas canvas{pdf::defaultFontFolders(), pdf::pages::metadataFor(document)};
    base::Progress progress;
    pdf::pages::Sheet sheet{canvas, document, {}, true, progress};
    for (const int columns : {1, 3, 4, 6, 9, 14}) {
        const auto table = tableOf(5, columns, "row");
        const double width = pdf::pages::FigureTableLayout(sheet, table).width();
        CAPTURE(columns, width);
        CHECK(std::min({std::abs(width - 89), std::abs(width - 124), std::abs(width - 170)}) < 0.01);
    }
}
