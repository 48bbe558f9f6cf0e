// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/render_log.h"

#include "core/base/error.h"
#include "core/pdf/pages/draw_all.h"
#include "core/pdf/pages/sections.h"
#include "core/report/marks.h"

namespace core::pdf::pages {

namespace {

// Numbers change the length of lines, and lines the numbers: as a rule the first drawing has the pages that
// the draft before it learned.
constexpr int kMostDrawings = 6;

} // namespace

void drawAll(Sheet& sheet, Pictures& pictures, Documents& documents) {
    const report::LogDocument& document = sheet.document();
    if (document.empty) return emptyPages(sheet);
    const Part& part = sheet.part();
    const bool isFull = document.isFull, hasExhibits = !document.exhibits.empty();
    frontPage(sheet);
    if (!document.overview.bars.empty() && part.holds("overview")) overviewPage(sheet); // something to count
    const double parties = isFull && part.holds("parties") ? partiesPages(sheet) : 0;
    if (isFull && !document.steps.empty() && part.holds("steps")) stepPages(sheet, parties);
    if (!document.examples.empty() && part.holds("examples")) examplePages(sheet);
    if (!document.patterns.figures.empty() && part.holds("patterns")) patternPages(sheet);
    if (part.holds("log")) logPages(sheet);
    if (hasExhibits && part.holds("list")) exhibitListPages(sheet);
    if (!isFull) return;
    exhibitPages(sheet, pictures, documents);
    if (part.holds("about")) aboutPages(sheet);
    if (hasExhibits && part.holds("files")) filePages(sheet);
}

void guardTexts(Canvas& canvas, const report::LogDocument& document) {
    canvas.watchTexts([guard = document.guard](std::string_view text) {
        if (!guard.termsIn(text).empty())
            throw base::Error(base::ErrorCode::Internal, "a protected term would stand in the PDF");
    });
}

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
    Findings findings(document, loader);
    return renderLog(canvas, document, findings, progress);
}

RenderResult renderLog(Canvas& canvas, const report::LogDocument& document, Findings& findings,
                       base::Progress& progress, std::size_t mostKept) {
    guardTexts(canvas, document);
    Pictures pictures(canvas, findings.pictures);
    Documents documents(pictures, document, progress);
    if (document.isFull)
        for (const report::ExhibitPart& exhibit : document.exhibits)
            findings.pictures.prepare(picturesOf(exhibit), progress);
    Sheet draft(canvas, document, {}, true, progress);
    draft.setFindings(&findings);
    drawAll(draft, pictures, documents);
    PageMap known = draft.learned();
    if (static_cast<std::size_t>(known.total) > mostKept) return {known.total, false, std::move(known)};
    for (int round = 1;; ++round) {
        progress.setTotal(static_cast<std::uint64_t>(known.total));
        progress.setDone(0);
        Sheet sheet(canvas, document, known, false, progress);
        sheet.setFindings(&findings);
        drawAll(sheet, pictures, documents);
        PageMap learned = sheet.learned();
        if (learned.hasPagesOf(known) || round == kMostDrawings)
            return {sheet.page(), true, std::move(learned)};
        known = std::move(learned);
        canvas.clear();
    }
}

} // namespace core::pdf::pages
