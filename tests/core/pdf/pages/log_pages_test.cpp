// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/log_table.h"
#include "core/pdf/pages/row_days.h"
#include "tests/core/pdf/pages/page_words.h"
#include "tests/core/pdf/pages/rendering.h"

#include <numeric>

using namespace tests;

TEST_CASE("a narrow column is as wide as the longest word of its heading, and the widest pays for it") {
    report::LogDocument d = sampleDocument(catalog());
    double before = 0;
    for (report::Column& column : d.columns) {
        if (column.heading.find('/') != std::string::npos) column.widthMm = 9;
        before += column.widthMm;
    }
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(d));
    base::Progress progress;
    pdf::pages::Sheet sheet(canvas, d, {}, true, progress);
    double after = 0;
    for (const report::Column& column : pdf::pages::fittedColumns(sheet)) {
        after += column.widthMm;
        pdf::TextStyle style = pdf::pages::style::kLogBold;
        for (std::size_t pos = 0; pos < column.heading.size();) {
            const std::size_t end =
                std::min(column.heading.find_first_of(" \n/", pos), column.heading.size());
            CAPTURE(column.heading, column.widthMm);
            CHECK(sheet.widthOf(column.heading.substr(pos, end - pos), style) <=
                  column.widthMm - pdf::pages::kCellRight);
            pos = end + 1;
        }
    }
    CHECK(std::abs(after - before) < 0.01);
}

TEST_CASE("the head of a log page says from which day to which its incidents are, and how many they are") {
    const TempFolder folder;
    const Rendered r = render(sampleDocument(catalog(), {40, 12, true}), folder.path() / "log.pdf");
    const auto range = r.result.map.ranges.at("log");
    REQUIRE(range.last > range.first);
    int from = 40;
    for (int page = range.first; page <= range.last; ++page) {
        int to = from; // the rows whose number stands on the page
        const auto rowOn = [&](int number) {
            return r.result.map.firstPage("row:" + std::to_string(number)) == page;
        };
        while (to > 1 && rowOn(to - 1)) --to;
        const auto day = [](int number) { return report::RowDay{20211 + number, base::Precision::Day}; };
        const std::string days = pdf::pages::daysText(day(from), day(to), base::Language::English);
        std::string text = r.pages[static_cast<std::size_t>(page) - 1];
        for (std::size_t at; (at = text.find("\u00a0")) != std::string::npos;) text.replace(at, 2, " ");
        std::string expected = days + " · " + std::to_string(from - to + 1) + " incident";
        for (std::size_t at; (at = expected.find("\u00a0")) != std::string::npos;)
            expected.replace(at, 2, " ");
        CAPTURE(page, from, to, expected);
        CHECK(text.find(expected) != std::string::npos);
        from = to - 1;
    }
    CHECK(from == 0);
}

TEST_CASE("days are written no more exactly than they are known, and the year once where it is the same") {
    using pdf::pages::daysText, pdf::pages::monthText;
    const auto plain = [](std::string text) {
        for (std::size_t at; (at = text.find("\u00a0")) != std::string::npos;) text.replace(at, 2, " ");
        return text;
    };
    const report::RowDay late{20211, base::Precision::Minute}, early{20199, base::Precision::Day};
    const report::RowDay lastYear{19999, base::Precision::Day}, month{20209, base::Precision::Month};
    const report::RowDay year{20089, base::Precision::Year}, week{20206, base::Precision::Week};
    CHECK(plain(daysText(late, early, base::Language::Danish)) == "3. maj – 21. april 2025");
    CHECK(plain(daysText(late, late, base::Language::English)) == "3 May 2025");
    CHECK(plain(daysText(late, lastYear, base::Language::English)) == "3 May 2025 – 3 October 2024");
    CHECK(plain(daysText(month, early, base::Language::Danish)) == "maj 2025 – 21. april 2025");
    CHECK(plain(daysText(year, year, base::Language::Danish)) == "2025");
    CHECK(plain(daysText(week, week, base::Language::Danish)) == "uge 18 2025");
    CHECK(plain(monthText(late, base::Language::Danish)) == "maj 2025");
}

TEST_CASE("the note on empty columns takes room on the first page of the log alone") {
    const TempFolder folder;
    report::LogDocument d = sampleDocument(catalog(), {40, 12, true});
    const auto topOfSecondPage = [&](const char* name) {
        const Rendered r = render(d, folder.path() / name);
        const int page = r.result.map.ranges.at("log").first + 1;
        double top = 1e9; // of the first word of a row: those of the heads are above
        for (const Word& word : wordsOf(folder.path() / name, page))
            if (word.text == "tid:" && word.top < top) top = word.top;
        return top;
    };
    const double without = topOfSecondPage("without.pdf");
    d.columnNote = "Nothing is entered under Place in any row of this log.";
    CHECK(std::abs(topOfSecondPage("with.pdf") - without) < 0.1);
}
