// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/render_log.h"

#include "core/base/error.h"
#include "core/pdf/pages/sections.h"
#include "core/report/marks.h"

namespace core::pdf::pages {

namespace {

// Numbers change the length of lines, and lines the numbers: as a rule the first drawing has the pages that
// the draft before it learned.
constexpr int kMostRounds = 6;

void drawAll(Sheet& sheet, Pictures& pictures, Documents& documents) {
    if (sheet.document().empty) return emptyPages(sheet);
    const bool isFull = sheet.document().isFull;
    const bool hasExhibits = !sheet.document().exhibits.empty();
    frontPage(sheet);
    if (!sheet.document().overview.bars.empty()) overviewPage(sheet); // there is something to count
    if (isFull) partiesPages(sheet);
    if (!sheet.document().examples.empty()) examplePages(sheet);
    if (isFull && !sheet.document().steps.empty()) stepPages(sheet);
    if (!sheet.document().patterns.figures.empty()) patternPages(sheet);
    logPages(sheet);
    if (hasExhibits) exhibitListPages(sheet);
    if (!isFull) return;
    exhibitPages(sheet, pictures, documents);
    aboutPages(sheet);
    if (hasExhibits) filePages(sheet);
}

} // namespace

Metadata metadataFor(const report::LogDocument& document) {
    Metadata metadata;
    metadata.title = document.words.logForm;
    if (!document.caseLabel.empty()) metadata.title += " – " + report::withoutStruckSigns(document.caseLabel);
    metadata.language = document.language == base::Language::Danish ? "da-DK" : "en-GB";
    metadata.createdMs = document.madeMs;
    metadata.createdOffsetSeconds = document.madeOffsetSeconds;
    return metadata;
}

RenderResult renderLog(Canvas& canvas, const report::LogDocument& document, const PictureLoader& loader,
                       base::Progress& progress) {
    canvas.watchTexts([guard = document.guard](std::string_view text) {
        if (!guard.termsIn(text).empty())
            throw base::Error(base::ErrorCode::Internal, "a protected term would stand in the PDF");
    });
    Pictures pictures(canvas, loader);
    Documents documents(pictures, document);
    Sheet draft(canvas, document, {}, true, progress);
    drawAll(draft, pictures, documents);
    PageMap known = draft.learned();
    for (int round = 1;; ++round) {
        progress.setTotal(static_cast<std::uint64_t>(known.total));
        progress.setDone(0);
        Sheet sheet(canvas, document, known, false, progress);
        drawAll(sheet, pictures, documents);
        PageMap learned = sheet.learned();
        if (learned == known || round == kMostRounds) return {sheet.page(), std::move(learned)};
        known = std::move(learned);
        canvas.clear();
    }
}

} // namespace core::pdf::pages
