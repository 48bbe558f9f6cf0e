// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows and exhibits go into which part, and where they will stand there.
#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/part_plan.h"
#include "tests/core/pdf/pages/rendering.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

struct Plan {
    report::LogDocument document = sampleDocument(catalog(), {90, 400, true});
    pdf::pages::PageMap whole;
    std::vector<pdf::pages::Part> parts;

    explicit Plan(std::size_t mostPages) {
        base::Progress progress;
        pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document));
        whole = pdf::pages::renderLog(canvas, document, photo, progress).map;
        const pdf::pages::Weights weights{
            std::vector<std::uint64_t>(static_cast<std::size_t>(whole.total), 1)};
        parts = pdf::pages::planParts(document, whole, weights, 1'000'000, mostPages);
    }
    int pageOfRow(std::size_t row) const { return whole.firstPage("row:" + document.rows.at(row)->label); }
};

pdf::pages::PageMap drafted(const Plan& plan, const pdf::pages::Part& part,
                            const pdf::pages::PageMap& known) {
    base::Progress progress;
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(plan.document));
    const pdf::pages::PictureLoader loader(photo);
    pdf::pages::Pictures pictures(canvas, loader);
    pdf::pages::Documents documents(pictures, plan.document, progress);
    pdf::pages::Sheet sheet(canvas, plan.document, known, true, progress);
    sheet.setPart(part);
    pdf::pages::drawAll(sheet, pictures, documents);
    pdf::pages::PageMap learned = sheet.learned();
    learned.rows.clear();
    std::erase_if(learned.ranges, [](const auto& named) { return named.first.starts_with("row:"); });
    return learned;
}

} // namespace

TEST_CASE("every row is in one part, and a part begins where a page of the whole log does") {
    const Plan plan(8);
    REQUIRE(plan.parts.size() >= 3);
    std::size_t row = 0;
    int inLog = 0;
    for (const pdf::pages::Part& part : plan.parts) {
        CHECK(part.firstRow == row);
        row = part.endRow;
        if (part.firstRow == part.endRow) continue;
        ++inLog;
        if (part.firstRow > 0) CHECK(plan.pageOfRow(part.firstRow) > plan.pageOfRow(part.firstRow - 1));
    }
    CHECK(row == plan.document.rows.size());
    CHECK(inLog >= 2);
}

TEST_CASE("a draft of a part finds its pages where they were likely") {
    const Plan plan(12);
    REQUIRE(plan.parts.size() >= 3);
    for (const pdf::pages::Part& part : plan.parts) {
        const pdf::pages::PageMap likely = pdf::pages::likelyPages(plan.document, part, plan.whole);
        const pdf::pages::PageMap learned = drafted(plan, part, likely);
        CAPTURE(part.number, likely.total, learned.total);
        for (const auto& [key, range] : learned.ranges) {
            CAPTURE(key, range.first, range.last);
            CHECK((likely.find(key) != nullptr && *likely.find(key) == range));
        }
        CHECK(likely.hasPagesOf(learned));
    }
}
