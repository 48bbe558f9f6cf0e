// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date_format.h"
#include "core/pdf/pages/chart_parts.h"
#include "tests/core/pdf/pages/page_words.h"
#include "tests/core/pdf/pages/rendering.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace core;
using namespace core::pdf::pages;
using tests::catalog;
using tests::timesOf;
using tests::Word;

namespace {

std::vector<Word> wordsOfOverview(const report::LogDocument& document) {
    const tests::TempFolder folder;
    tests::render(document, folder.path() / "log.pdf");
    return tests::wordsOf(folder.path() / "log.pdf", 2);
}

// The words under the chart that begin with a letter or are a year, from left to right.
std::string scaleOf(const std::vector<std::string>& labels) {
    auto d = tests::sampleDocument(catalog());
    d.overview.bars.clear();
    d.overview.markers.clear();
    d.overview.dotRows.clear();
    for (const std::string& label : labels) d.overview.bars.push_back({label, 3});
    d.overview.barNote = "Undernote";
    const auto words = wordsOfOverview(d);
    const auto note = std::find_if(words.begin(), words.end(), [](auto& w) { return w.text == "Undernote"; });
    REQUIRE(note != words.end());
    std::vector<Word> scale;
    std::copy_if(words.begin(), words.end(), std::back_inserter(scale), [&](const Word& w) {
        return w.bottom <= note->top + 2 && w.top > note->top - 14 && w.left > (22 + 30) / 25.4 * 72;
    });
    std::sort(scale.begin(), scale.end(), [](auto& a, auto& b) { return a.left < b.left; });
    std::string line;
    for (const Word& word : scale) line += (line.empty() ? "" : " ") + word.text;
    return line;
}

// Weeks, of which the first of each month bears its name.
std::vector<std::string> weeks(const std::vector<std::pair<std::string, int>>& months) {
    std::vector<std::string> labels;
    for (const auto& [name, count] : months) {
        labels.push_back(name);
        labels.resize(labels.size() + static_cast<std::size_t>(count) - 1);
    }
    return labels;
}

report::LogDocument withBars(const std::vector<int>& counts) {
    auto d = tests::sampleDocument(catalog());
    d.overview.bars.clear();
    d.overview.markers.clear();
    for (const int n : counts) d.overview.bars.push_back({"", n});
    return d;
}

} // namespace

TEST_CASE("the tallest bar has its number however many bars there are") {
    for (const int bars : {20, 41, 60}) {
        std::vector<int> counts(static_cast<std::size_t>(bars), 51);
        counts[7] = 913;
        CAPTURE(bars);
        CHECK(timesOf(wordsOfOverview(withBars(counts)), "913") == 1);
    }
}

TEST_CASE("where the numbers of all bars have no room none but the tallest has one") {
    std::vector<int> counts(60, 731);
    counts[7] = 913;
    const auto narrow = wordsOfOverview(withBars(counts));
    CHECK(timesOf(narrow, "913") == 1);
    CHECK(timesOf(narrow, "731") == 0);
    counts.resize(20);
    CHECK(timesOf(wordsOfOverview(withBars(counts)), "731") == 19);
}

TEST_CASE("counts of the overview are written in one way, with marks between thousands") {
    auto d = withBars({2716, 3, 4});
    d.overview.barTotal = 2723;
    d.overview.channels = {{"SMS", 2723}};
    const auto words = wordsOfOverview(d);
    CHECK(timesOf(words, "2,716") == 1);
    CHECK(timesOf(words, "2,723") == 3); // of the bars; of the channel and of its table
    CHECK(timesOf(words, "2716") + timesOf(words, "2723") == 0);
}

TEST_CASE("squares that would run into each other are one with their number") {
    auto d = withBars(std::vector<int>(40, 3));
    d.overview.squareNote = "Overtal";
    d.overview.dotRows = {{"Gifts", {}}};
    for (int i = 0; i < 3; ++i) d.overview.dotRows[0].dots.push_back({9.1 + i, true});
    CHECK(timesOf(wordsOfOverview(d), "Overtal") == 0);
    for (int i = 0; i < 27; ++i)
        d.overview.dotRows[0].dots.insert(d.overview.dotRows[0].dots.begin(), {8.5, true});
    const auto words = wordsOfOverview(d);
    CHECK(timesOf(words, "27") == 1);
    CHECK(timesOf(words, "Overtal") == 1);
}

TEST_CASE("under a chart every month has its name, short where one would not fit, and the year once") {
    CHECK(scaleOf(weeks({{"May 2025", 8}, {"June 2025", 8}, {"July 2025", 8}})) == "May 2025 June July");
    CHECK(scaleOf(weeks({{"August 2025", 14}, {"September 2025", 14}, {"October 2025", 1}})) ==
          "Aug 2025 Sep Oct");
    CHECK(
        scaleOf(weeks({{"November 2024", 9}, {"December 2024", 9}, {"January 2025", 9}, {"May 2025", 9}})) ==
        "November 2024 December January 2025 May");
}

TEST_CASE("months too narrow for their names have the years alone") {
    std::vector<std::string> months;
    for (int i = 4; i < 35; ++i)
        months.push_back(base::monthName(i % 12 + 1, base::Language::English) + " " +
                         std::to_string(2023 + i / 12));
    CHECK(scaleOf(months) == "2023 2024 2025");
    months.resize(15);
    CHECK(scaleOf(months) == "2023 Jun Jul Aug Sep Oct Nov Dec 2024 Feb Mar Apr May Jun Jul");
}

TEST_CASE("a year without room at its first month stands at the next month") {
    CHECK(scaleOf(weeks({{"December 2024", 1}, {"January 2025", 9}, {"February 2025", 20}})) ==
          "Jan 2025 Feb");
    CHECK(scaleOf(weeks({{"January 2025", 1}, {"February 2025", 9}, {"March 2025", 20}})) == "Feb 2025 Mar");
}

TEST_CASE("no line of a step stands close to a number") {
    auto d = withBars({40, 40, 40, 40});
    d.overview.dotRows.clear();
    d.overview.markers = {{1.5448, "Step", true, "M1"}}; // half beside the number, half in it
    const tests::TempFolder folder;
    const auto pdf = folder.path() / "log.pdf";
    const auto words = wordsOfOverview(d);
    std::vector<Word> numbers;
    std::copy_if(words.begin(), words.end(), std::back_inserter(numbers),
                 [](const Word& w) { return w.text == "40" && w.left > (22 + 31) / 25.4 * 72; });
    REQUIRE(numbers.size() == 4);
    tests::render(d, pdf);
    constexpr double kDpi = 360;
    REQUIRE(std::system(("pdftoppm -q -gray -r 360 -f 2 -l 2 -singlefile '" + pdf.string() + "' '" +
                         (folder.path() / "p").string() + "'")
                            .c_str()) == 0);
    std::ifstream file(folder.path() / "p.pgm", std::ios::binary);
    std::string magic;
    int width = 0, height = 0, most = 0;
    file >> magic >> width >> height >> most;
    file.get();
    std::string pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\0');
    file.read(pixels.data(), static_cast<std::streamsize>(pixels.size()));
    const Word& number = numbers[1];
    const auto at = [&](double points) { return static_cast<int>(points / 72 * kDpi); };
    const int row = at((number.top + number.bottom) / 2);
    int dark = 0; // within half a millimetre on either side
    for (const auto& [from, to] :
         {std::pair{number.left - 1.3, number.left - 0.1}, std::pair{number.right + 0.1, number.right + 1.3}})
        for (int x = at(from); x < at(to); ++x)
            dark +=
                static_cast<unsigned char>(pixels[static_cast<std::size_t>(row * width + x)]) < 128 ? 1 : 0;
    CHECK(dark == 0);
}
