// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pages/rendering.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::catalog;
using tests::photo;
using tests::render;
using tests::Rendered;

namespace {

// Where the number of a page stands in its text: "Page 3 of 20".
std::string footerOf(const report::Words& words, std::size_t page, std::size_t pages) {
    return base::fill(words.pageOf, {std::to_string(page), std::to_string(pages)});
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

} // namespace

TEST_CASE("the printed page number is the number of the PDF page") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog(), {60, 40, true});
    const Rendered r = render(document, folder.path() / "log.pdf");
    REQUIRE(static_cast<std::size_t>(r.result.pages) == r.pages.size());
    for (std::size_t i = 0; i < r.pages.size(); ++i)
        CHECK(r.pages[i].find(footerOf(document.words, i + 1, r.pages.size())) != std::string::npos);
}

TEST_CASE("a long name of the case does not run into the code of the edition in the footer") {
    const tests::TempFolder folder;
    auto document = tests::sampleDocument(catalog(), {3, 3, true});
    document.caseLabel = "Sagen om naboen";
    for (int i = 0; i < 12; ++i) document.caseLabel += " med det lange navn";
    const Rendered r = render(document, folder.path() / "log.pdf");
    std::string code;
    for (std::size_t i = 0; i < 16; i += 4) code += (i > 0 ? " " : "") + document.code.substr(i, 4);
    const std::string edition = base::fill(document.words.edition, {document.madeShort, code});
    for (const std::string& page : r.pages) CHECK(page.find(edition) != std::string::npos);
    CHECK(r.pages.back().find(document.caseLabel) == std::string::npos);
    CHECK(r.pages.back().find("Sagen om naboen") != std::string::npos);
}

TEST_CASE("every message of a conversation stands on a page of its exhibit") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog(), {10, 120, true});
    const Rendered r = render(document, folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("exhibit:1");
    std::string text;
    for (int page = range.first; page <= range.last; ++page)
        text += r.pages[static_cast<std::size_t>(page - 1)];
    for (int i = 0; i < 120; ++i) {
        CAPTURE(i);
        CHECK(text.find("ord" + std::to_string(i) + "x") != std::string::npos);
    }
    for (int page = range.first; page <= range.last; ++page) {
        const std::string stamp = base::fill(
            document.words.exhibitStamp, {"1", std::to_string(page - range.first + 1),
                                          std::to_string(range.last - range.first + 1), "hændelse nr. 3"});
        CHECK(r.pages[static_cast<std::size_t>(page - 1)].find(stamp) != std::string::npos);
    }
}

TEST_CASE("each log page repeats the headings and each row stands whole on one page") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog(), {300, 3, true});
    const Rendered r = render(document, folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("log");
    CHECK(range.last - range.first > 25);
    std::string all;
    for (int page = range.first; page <= range.last; ++page) {
        const std::string& text = r.pages[static_cast<std::size_t>(page - 1)];
        CHECK(text.find("Reaktion/konsekvens") != std::string::npos);
        // A row has its source of the time and its reaction once: equal numbers on every page, none is cut.
        CHECK(countOf(text, "tid: beskedfil") == countOf(text, "Svarede ikke."));
        all += text;
    }
    CHECK(countOf(all, "tid: beskedfil") == 300);
    CHECK(all.find(document.words.continued) == std::string::npos);
    for (const report::LogRow& row : document.rows)
        if (!row.isMilestone) CHECK(r.result.map.has("row:" + row.label));
}

TEST_CASE("a milestone is never the last row of a page") {
    const tests::TempFolder folder;
    for (int incidents = 8; incidents < 30; ++incidents) { // the milestone wanders over the page
        CAPTURE(incidents);
        const auto document = tests::sampleDocument(catalog(), {incidents, 1, false});
        const Rendered r = render(document, folder.path() / ("log" + std::to_string(incidents) + ".pdf"));
        for (const std::string& page : r.pages) {
            const std::size_t at = page.find("Tilhold meddelt");
            if (at != std::string::npos && page.find("Anmeldt") != std::string::npos)
                CHECK(page.find("tid: beskedfil", at) != std::string::npos);
        }
    }
}

TEST_CASE("a row taller than 60 mm is split between lines and says so") {
    const tests::TempFolder folder;
    auto document = tests::sampleDocument(catalog(), {4, 1, false});
    report::Cell what;
    for (int i = 0; i < 150; ++i)
        what.push_back({{{"linje" + std::to_string(i) + "x", false}}, report::LineStyle::Plain});
    tests::changeRows(document, [&](report::LogRow& row, std::size_t i) {
        if (i == 1) row.cells[3] = what;
    });
    const Rendered r = render(document, folder.path() / "log.pdf");
    std::string all;
    for (const std::string& page : r.pages) all += page;
    for (int i = 0; i < 150; ++i) CHECK(countOf(all, "linje" + std::to_string(i) + "x") == 1);
    CHECK(countOf(all, document.words.continued) >= 2);
}

TEST_CASE("exhibit references in log and list name the pages of the exhibit") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog(), {10, 60, true});
    const Rendered r = render(document, folder.path() / "log.pdf");
    const auto page = [&](const std::string& key) {
        return r.pages[static_cast<std::size_t>(r.result.map.firstPage(key) - 1)];
    };
    const std::string pages = r.result.map.text("exhibit:1");
    CHECK(pages.find("–") != std::string::npos);
    CHECK(page("row:4").find(r.result.map.text("exhibit:2")) != std::string::npos);
    CHECK(page("list").find(pages) != std::string::npos);
    CHECK(page("front").find(r.result.map.text("exhibits")) != std::string::npos);
    CHECK(page("about").find(r.result.map.text("files")) != std::string::npos);
    CHECK(page("about").find("{page:") == std::string::npos);
    CHECK(page("about").find("\uFDD2") == std::string::npos);
}

TEST_CASE("a withdrawn exhibit keeps its number in the list and a page that says so") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog());
    const Rendered r = render(document, folder.path() / "log.pdf");
    const std::string page = r.pages[static_cast<std::size_t>(r.result.map.firstPage("exhibit:3") - 1)];
    CHECK(page.find(base::fill(document.words.exhibit, {"3"}) + " – " + document.words.withdrawn) !=
          std::string::npos);
    CHECK(r.pages[static_cast<std::size_t>(r.result.map.firstPage("list") - 1)].find(
              document.words.withdrawn) != std::string::npos);
}

TEST_CASE("a picture that cannot be shown is a box that says so") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog());
    const Rendered r = render(document, folder.path() / "log.pdf");
    const std::string& page = r.pages[static_cast<std::size_t>(r.result.map.firstPage("exhibit:4") - 1)];
    CHECK(page.find(document.words.pictureDamaged.substr(0, 20)) != std::string::npos);
}

TEST_CASE("a picture goes in without what it says about place and time") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog());
    const std::filesystem::path out = folder.path() / "log.pdf";
    const Rendered r = render(document, out, photo);
    const int first = r.result.map.firstPage("exhibit:4");
    CHECK(r.pages[static_cast<std::size_t>(first - 1)].find(document.words.pictureDamaged.substr(0, 20)) ==
          std::string::npos);
    CHECK(tests::readFile(out).find("Exif") == std::string::npos);
    CHECK(r.result.pages == render(document, folder.path() / "none.pdf").result.pages);
}

TEST_CASE("a picture that throws is a box, a cancelled one ends the work") {
    const tests::TempFolder folder;
    const auto document = tests::sampleDocument(catalog());
    const auto failing = [](base::ErrorCode code) {
        return [code](const report::PictureRef&) -> std::string { throw base::Error(code, "no bytes"); };
    };
    CHECK_NOTHROW(render(document, folder.path() / "log.pdf", failing(base::ErrorCode::Damaged)));
    CHECK_THROWS_AS(render(document, folder.path() / "x.pdf", failing(base::ErrorCode::Cancelled)),
                    base::Error);
}

TEST_CASE("the short edition has no exhibits, the empty case has calm pages") {
    const tests::TempFolder folder;
    const Rendered small =
        render(tests::sampleDocument(catalog(), {5, 5, false}), folder.path() / "short.pdf");
    CHECK(!small.result.map.has("exhibits"));
    CHECK(!small.result.map.has("about"));
    const auto empty = tests::emptyDocument(catalog());
    const Rendered r = render(empty, folder.path() / "empty.pdf");
    CHECK(r.result.map.has("log"));
    CHECK(r.pages[static_cast<std::size_t>(r.result.map.firstPage("log") - 1)].find(empty.words.emptyLog) !=
          std::string::npos);
}

TEST_CASE("a long name of letters that are two bytes is shortened, and the work ends") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {5, 5, true});
    std::string name;
    for (int i = 0; i < 120; ++i) name += "æ";
    for (report::ExhibitPart& exhibit : d.exhibits)
        for (report::SourceNote& source : exhibit.sources) source.name = name + ".xml";
    for (auto& row : d.overview.beforeAfter) row.front() = name + ", 12. maj";
    d.overview.beforeAfter.resize(30, d.overview.beforeAfter.back());
    const Rendered r = render(d, folder.path() / "log.pdf");
    const std::string& page = r.pages[static_cast<std::size_t>(r.result.map.firstPage("exhibit:1") - 1)];
    CHECK(page.find("æææ…æ") != std::string::npos); // from the middle: the ending stays
    CHECK(page.find("æ.xml, ") != std::string::npos);
}

TEST_CASE("the first and the last hour of a strip are named, however long the day was") {
    const tests::TempFolder folder;
    for (const int last : {7, 10, 13, 18, 24}) {
        auto d = tests::sampleDocument(catalog(), {1, 5, false});
        d.examples.clear();
        tests::changeRows(d, [&](report::LogRow& row, std::size_t) {
            if (row.isMilestone) return;
            report::TimeStrip strip{5, last, {5.5, last - 0.5}, {}};
            for (int hour = 5; hour <= last; ++hour) strip.labels.push_back("h" + std::to_string(hour) + "h");
            row.strip = strip;
        });
        const Rendered r = render(d, folder.path() / "log.pdf");
        const std::string& page = r.pages[static_cast<std::size_t>(r.result.map.firstPage("log") - 1)];
        CAPTURE(last);
        CHECK(page.find("h5h") != std::string::npos);
        CHECK(page.find("h" + std::to_string(last) + "h") != std::string::npos);
    }
}

TEST_CASE("a picture with much to say about it stands on a page of its own, never left out") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {3, 3, true});
    report::ExhibitPart& exhibit = d.exhibits.back();
    report::FileView file;
    file.isPicture = true;
    file.picture = {1, false, 0};
    file.label = "1.1";
    for (int i = 0; i < 60; ++i) file.facts.push_back({"Note", "fact" + std::to_string(i) + "x", false});
    exhibit.messages = {};
    exhibit.mails.clear();
    exhibit.files = {file};
    int fetched = 0;
    const Rendered r = render(d, folder.path() / "log.pdf", [&](const report::PictureRef& ref) {
        fetched += ref.id == 1 ? 1 : 0;
        return photo(ref);
    });
    CHECK(fetched > 0);
    const auto range = r.result.map.ranges.at("exhibit:" + std::to_string(exhibit.number));
    CHECK(range.last > range.first);
    std::string last = r.pages[static_cast<std::size_t>(range.last - 1)];
    CHECK(last.find("fact59x") != std::string::npos);
}

TEST_CASE("pages for looking at", "[.look]") {
    const std::filesystem::path out = std::getenv("LOGBOG_TEST_OUT");
    render(tests::sampleDocument(catalog()), out / "sample.pdf", photo);
    render(tests::sampleDocument(catalog(), {1, 60, true}), out / "one.pdf");
    render(tests::sampleDocument(catalog(), {300, 3, false}), out / "many.pdf");
    render(tests::emptyDocument(catalog()), out / "empty.pdf");
}

TEST_CASE("which columns of the log are empty is said once, under the head of its first page") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {60, 1, false});
    d.columnNote = "Nothing is entered under A.";
    const Rendered r = render(d, folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("log");
    CHECK(range.last > range.first);
    for (std::size_t page = 1; page <= r.pages.size(); ++page)
        CHECK((r.pages[page - 1].find(d.columnNote) != std::string::npos) ==
              (static_cast<int>(page) == range.first));
}

TEST_CASE("the number of a row is never broken into two lines, however many incidents there are") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog(), {8, 1, false});
    d.examples.clear();
    for (const int more : {1'000, 123'450}) {
        tests::changeRows(d, [&](report::LogRow& row, std::size_t) {
            if (row.isMilestone) return;
            row.incident = row.incident % 10 + more;
            row.label = std::to_string(row.incident);
            row.cells[0] = {{{{row.label, true}}, report::LineStyle::Plain}};
        });
        const Rendered r = render(d, folder.path() / "log.pdf");
        const std::string& page = r.pages[static_cast<std::size_t>(r.result.map.firstPage("log") - 1)];
        for (const report::LogRow& row : d.rows) {
            CAPTURE(row.label);
            if (!row.isMilestone) CHECK(countOf(page, "\n" + row.label) + countOf(page, " " + row.label) > 0);
        }
    }
}
