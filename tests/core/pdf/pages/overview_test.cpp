// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/marker_labels.h"
#include "tests/core/pdf/pages/page_words.h"
#include "tests/core/pdf/pages/rendering.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using namespace core::pdf::pages;
using tests::catalog;
using tests::Word;
using tests::wordsOf;

namespace {

std::vector<report::MarkerLine> markers(int count, double first, double between) {
    std::vector<report::MarkerLine> list;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i + 1);
        list.push_back({first + between * i, "Blokeret eller skiftet nummer " + number + ".6.",
                        i == count / 2, "M" + number});
    }
    return list;
}

void checkFree(const std::vector<PlacedMarker>& placed, const MarkerAxis& axis) {
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const PlacedMarker& a = placed[i];
        if (a.label.empty()) continue;
        CHECK(a.left >= axis.left);
        CHECK(a.left + a.width <= axis.right);
        CHECK(a.level < kMarkerLevels);
        for (std::size_t k = 0; k < placed.size(); ++k) {
            const PlacedMarker& b = placed[k];
            if (k == i) continue;
            CAPTURE(a.label, b.label);
            if (b.level <= a.level) CHECK((b.x <= a.left || b.x >= a.left + a.width)); // its line runs down
            if (!b.label.empty() && b.level == a.level)
                CHECK((b.left >= a.left + a.width || a.left >= b.left + b.width));
        }
    }
}

struct Paper {
    report::LogDocument document = tests::sampleDocument(catalog());
    pdf::Canvas canvas{pdf::defaultFontFolders(), pdf::pages::metadataFor(document)};
    base::Progress progress;
    PageMap known;
    Sheet sheet{canvas, document, known, true, progress};
};

// A full overview page: many steps close together, rows of squares, notes.
report::LogDocument fullOverview(int steps, int squares) {
    auto d = tests::sampleDocument(catalog());
    report::Overview& o = d.overview;
    o.beforeAfter.resize(1);
    for (int i = 0; i < steps; ++i)
        o.beforeAfter.push_back(
            {"Blokeret eller skiftet nummer igen og igen, 16. juni trin" + std::to_string(i) + "x", "394",
             "17,0", "10", "0,7", "11 dage"});
    if (steps > 0) o.beforeAfter.back()[5] = "sidste";
    o.beforeAfterNote = "5 skridt mere.";
    o.dotRows.resize(std::min<std::size_t>(o.dotRows.size(), static_cast<std::size_t>(squares)));
    while (o.dotRows.size() < static_cast<std::size_t>(squares)) o.dotRows.push_back(o.dotRows[0]);
    o.targetNote = "En kontakt kan være rettet mod flere.";
    o.targets.push_back({"Venner", 1});
    o.markers = markers(13, 20, 0.7);
    o.markerNote = "M1, M2 osv.: se side 5.";
    return d;
}

// Of a word in the PDF, in points from the page's top: [first, last] of its box.
struct Box {
    double top = 0, bottom = 0;
};

Box boxOf(const std::filesystem::path& pdf, const std::string& word) {
    const auto out = pdf.string() + ".html";
    REQUIRE(std::system(("pdftotext -f 2 -l 2 -bbox '" + pdf.string() + "' '" + out + "'").c_str()) == 0);
    const std::string html = tests::readFile(out);
    const std::size_t at = html.find(">" + word + "<");
    REQUIRE(at != std::string::npos);
    const auto value = [&](const std::string& name) {
        const std::size_t from = html.rfind(name + "=\"", at) + name.size() + 2;
        return std::stod(html.substr(from));
    };
    return {value("yMin"), value("yMax")};
}

// Pairs of words on one line that run into each other.
std::string crossing(const std::vector<Word>& words) {
    std::string found;
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t k = i + 1; k < words.size(); ++k) {
            const Word &a = words[i], &b = words[k];
            const bool isOneLine = std::min(a.bottom, b.bottom) - std::max(a.top, b.top) >
                                   0.5 * std::min(a.bottom - a.top, b.bottom - b.top);
            if (isOneLine && std::min(a.right, b.right) - std::max(a.left, b.left) > 0.3)
                found += a.text + " and " + b.text + "\n";
        }
    return found;
}

} // namespace

TEST_CASE("marker labels never cover each other, are never crossed and stay on the page") {
    Paper paper;
    const MarkerAxis axis{31, 3.64, 170};
    for (const double between : {0.1, 0.5, 1.0, 1.9, 3.0, 6.0})
        for (const double first : {0.2, 10.0, 24.0, 36.5}) {
            const auto list = markers(13, first, std::min(between, (37.9 - first) / 12));
            const auto placed = placeMarkers(paper.sheet, list, axis);
            CAPTURE(between, first);
            REQUIRE(placed.size() == 13);
            checkFree(placed, axis);
            CHECK(!placed.front().label.empty());
        }
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(0, 38);
    for (int round = 0; round < 50; ++round) {
        auto list = markers(12, 0, 0);
        for (auto& m : list) m.position = anywhere(random);
        std::sort(list.begin(), list.end(), [](auto& a, auto& b) { return a.position < b.position; });
        checkFree(placeMarkers(paper.sheet, list, axis), axis);
    }
}

TEST_CASE("marker labels are whole where there is room") {
    Paper paper;
    const auto placed = placeMarkers(paper.sheet, paper.document.overview.markers, {31, 3.64, 170});
    for (std::size_t i = 0; i < placed.size(); ++i)
        CHECK(placed[i].label == paper.document.overview.markers[i].label);
}

TEST_CASE("the last line of the overview never runs into the table of steps") {
    for (const int steps : {0, 3, 6, 7, 9})
        for (const int squares : {0, 3, 6}) {
            const tests::TempFolder folder;
            const report::LogDocument d = fullOverview(steps, squares);
            const auto out = folder.path() / "log.pdf";
            tests::render(d, out);
            CAPTURE(steps, squares);
            const Box foot = boxOf(out, "Dokumentation:");
            CHECK(foot.bottom < 800); // above the footer's rule
            if (steps > 0) CHECK(boxOf(out, "sidste").bottom < foot.top + 0.5);
            CHECK(boxOf(out, "flere.").bottom < foot.top + 0.5);
        }
}

TEST_CASE("the sums of very many contacts stand clear of each other") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog());
    for (auto& day : d.overview.weekdayHour) day.assign(24, 1234);
    tests::render(d, folder.path() / "log.pdf");
    const auto words = wordsOf(folder.path() / "log.pdf", 2);
    CHECK(std::count(words.begin(), words.end(), "8,638") == 24);
    CHECK(std::count(words.begin(), words.end(), "207,312") == 1);
    const auto last =
        std::find(words.begin(), words.end(), "23"); // the hour: its squares end 2 mm from its middle
    const auto sum = std::find(words.begin(), words.end(), "29,616");
    REQUIRE((last != words.end() && sum != words.end()));
    CHECK(sum->left > (last->left + last->right) / 2 + 5.7);
    CHECK(crossing(words).empty());
}

TEST_CASE("of many years the weeks' chart names each year, and no month in between") {
    const tests::TempFolder folder;
    auto d = tests::sampleDocument(catalog());
    d.overview.bars.clear();
    for (int month = 0; month < 96; ++month)
        d.overview.bars.push_back({month % 12 == 0 ? std::to_string(2015 + month / 12) : "midmonth", 3});
    tests::render(d, folder.path() / "log.pdf");
    const auto words = wordsOf(folder.path() / "log.pdf", 2);
    for (int year = 2015; year < 2023; ++year)
        CHECK(std::count(words.begin(), words.end(), std::to_string(year)) >= 1);
    CHECK(std::count(words.begin(), words.end(), "midmonth") == 0);
    CHECK(crossing(words).empty());
}

TEST_CASE("full overviews for looking at", "[.look]") {
    const std::filesystem::path out = std::getenv("LOGBOG_TEST_OUT");
    tests::render(fullOverview(7, 6), out / "full.pdf");
    tests::render(fullOverview(6, 3), out / "six.pdf");
}
