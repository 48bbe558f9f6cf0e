// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of very many rows: what is counted is how many are held and how often each is made, never time.
#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/findings.h"
#include "core/pdf/pages/render_files.h"
#include "core/pdf/pages/sections.h"
#include "tests/core/pdf/pages/rendering.h"

#include <atomic>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace tests;

namespace {

// Makes its rows when they are asked for, and knows how many are held.
class CountedRows final : public report::RowSource {
public:
    explicit CountedRows(std::size_t count) : count_(count) {}

    std::size_t size() const override { return count_; }
    std::size_t longestNumber() const override { return std::to_string(count_).size(); }
    std::vector<report::RowRef> some(std::size_t first, std::size_t end) const override {
        std::vector<report::RowRef> made;
        for (std::size_t i = first; i < end; ++i) {
            ++made_;
            const int held = ++held_;
            for (int most = most_; held > most && !most_.compare_exchange_weak(most, held);) {
            }
            made.emplace_back(new report::LogRow(row(i)), [this](const report::LogRow* gone) {
                --held_;
                delete gone;
            });
        }
        return made;
    }

    std::size_t made() const { return made_; }
    int mostHeld() const { return most_; }

    void lengthenFromNowOn() { isLong_ = true; }

private:
    report::LogRow row(std::size_t i) const {
        report::LogRow row;
        row.incident = static_cast<int>(i) + 1;
        row.label = std::to_string(row.incident);
        std::string what = "ord" + row.label + "x";
        for (std::size_t word = 0; word < i % 23 + (isLong_ ? 100 : 0); ++word) what += " og mere";
        for (const std::string& text : {row.label, std::string("1. maj 2025"), std::string("SMS"), what})
            row.cells.push_back({{{{text, false}}, report::LineStyle::Plain}});
        row.cells.resize(kColumns);
        return row;
    }

    static constexpr std::size_t kColumns = 10;

    std::size_t count_;
    std::atomic<bool> isLong_ = false;
    mutable std::atomic<std::size_t> made_ = 0;
    mutable std::atomic<int> held_ = 0, most_ = 0;
};

report::LogDocument documentOf(const std::shared_ptr<const report::RowSource>& rows) {
    report::LogDocument d = emptyDocument(catalog());
    d.isFull = false;
    d.rows = report::LogRows(rows);
    return d;
}

// The pages of the log as a draft learns them.
pdf::pages::PageMap drafted(const report::LogDocument& document, pdf::pages::Findings* findings) {
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document));
    base::Progress progress;
    pdf::pages::Sheet sheet(canvas, document, {}, true, progress);
    sheet.setFindings(findings);
    pdf::pages::logPages(sheet);
    return sheet.learned();
}

} // namespace

TEST_CASE("of a long log few rows are held at a time, however many it has") {
    const TempFolder folder;
    constexpr int kMost = 600; // of the work that is done ahead
    for (const std::size_t count : {2'000U, 8'000U}) {
        const auto rows = std::make_shared<CountedRows>(count);
        const Rendered r = render(documentOf(rows), folder.path() / (std::to_string(count) + ".pdf"));
        CAPTURE(count, rows->mostHeld());
        CHECK(rows->mostHeld() < kMost);
        CHECK(r.pages.back().find("ord" + std::to_string(count) + "x") != std::string::npos);
    }
}

TEST_CASE("a further draft asks of a row how tall it was, and sets no words again") {
    const auto rows = std::make_shared<CountedRows>(900);
    const report::LogDocument d = documentOf(rows);
    const pdf::pages::PictureLoader loader(noPictures);
    pdf::pages::Findings findings(d, loader);
    const auto first = drafted(d, nullptr);
    CHECK(drafted(d, &findings).hasPagesOf(first));
    rows->lengthenFromNowOn(); // as if it were another log: whoever set the words would need many more pages
    CHECK(drafted(d, nullptr).total > 2 * first.total);
    CHECK(drafted(d, &findings).hasPagesOf(first));
}

TEST_CASE("a further draft finds each exhibit where it would stand, and where page numbers grew too") {
    const auto d = sampleDocument(catalog(), {30, 300, true});
    const pdf::pages::PictureLoader loader(photo);
    pdf::pages::Findings findings(d, loader);
    const auto drafted = [&](pdf::pages::PageMap known, pdf::pages::Findings* found) {
        pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(d));
        base::Progress progress;
        pdf::pages::Pictures pictures(canvas, findings.pictures);
        pdf::pages::Documents documents(pictures, d, progress);
        pdf::pages::Sheet sheet(canvas, d, std::move(known), true, progress);
        sheet.setFindings(found);
        pdf::pages::drawAll(sheet, pictures, documents);
        return sheet.learned();
    };
    auto known = drafted({}, &findings);
    CHECK(known.hasPagesOf(drafted({}, nullptr)));
    CHECK(findings.exhibits.size() >= 3);
    CHECK(drafted(known, &findings).hasPagesOf(drafted(known, nullptr)));
    known.ranges["files"] = {123'456, 123'456};
    known.partOf["files"] = 12;
    known.inPart = "%1 in part %2"; // named at the foot of every exhibit's pages
    for (int i = 0; i < 200; ++i) known.inPart += " and more";
    const auto grown = drafted(known, nullptr);
    CHECK(grown.total > known.total);
    CHECK(drafted(known, &findings).hasPagesOf(grown));
}

TEST_CASE("a log of more pages than a file may have is whole in several, and few of its rows are held") {
    constexpr std::size_t kRows = 4'000;
    const std::size_t mostPages = GENERATE(60U, 12U); // so few that the list of parts takes a page in each
    const auto rows = std::make_shared<CountedRows>(kRows);
    report::LogDocument document = documentOf(rows);
    const TempFolder folder;
    pdf::pages::FileOptions options;
    options.maxPages = mostPages;
    options.words = {"%1, part %2 of %3", "Part %1", "%1 in part %2"};
    options.open = [&](int number, int) {
        return pdf::OutputFile(folder.path() / (std::to_string(number) + ".pdf"));
    };
    base::Progress progress;
    auto files = pdf::pages::renderFiles(document, noPictures, options, progress);
    REQUIRE(files.size() > 3);
    std::size_t next = 1;
    for (std::size_t i = 0; i < files.size(); ++i) {
        files[i].file.commit();
        const auto path = folder.path() / (std::to_string(i + 1) + ".pdf");
        CAPTURE(path);
        const auto pages = pdfPages(path);
        CHECK(pages.size() <= mostPages);
        CHECK(pages.size() == static_cast<std::size_t>(files[i].pages));
        CHECK(pages[0].find("part " + std::to_string(i + 1) + " of " + std::to_string(files.size())) !=
              std::string::npos);
        const std::string front = pages[0] + pages[1]; // what is in which
        CHECK(front.find("no. " + std::to_string(next) + "–") != std::string::npos);
        for (const std::string& page : pages) // each row once, in its order
            while (page.find("ord" + std::to_string(next) + "x") != std::string::npos) ++next;
        CHECK(std::system(("qpdf --check '" + path.string() + "' > /dev/null 2>&1").c_str()) == 0);
    }
    CHECK(next == kRows + 1);
    CHECK(rows->mostHeld() < 600);
}
