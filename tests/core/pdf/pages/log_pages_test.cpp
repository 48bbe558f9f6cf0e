// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/log_table.h"
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
