// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Sets a log document on pages: front, overview, log, exhibits and the rest, with page numbers that are those
// of the PDF, bookmarks and links. Not what the document says: core/report.

#include "core/base/progress.h"
#include "core/pdf/canvas.h"
#include "core/pdf/pages/findings.h"
#include "core/report/log_document.h"

#include <cstdint>
#include <map>

namespace core::pdf::pages {

struct RenderResult {
    int pages = 0;
    bool isDrawn = true;
    PageMap map; // "overview", "log", "exhibit:12", "row:45" -> printed pages
};

// For the canvas that the document is drawn on. The title is neutral: the log form and the name of the case.
Metadata metadataFor(const report::LogDocument& document);

// Draws on an empty canvas; the caller saves it. A picture that cannot be fetched or decoded becomes a box
// that says so. Throws base::Error: Cancelled; Internal where a text holds a term that the document protects
// (nothing may be saved then); what the canvas throws.
RenderResult renderLog(Canvas& canvas, const report::LogDocument& document, const PictureLoader& pictures,
                       base::Progress& progress);

// A document of more pages than `mostKept` is not drawn: its pages are those of a draft, which may differ a
// little.
RenderResult renderLog(Canvas& canvas, const report::LogDocument& document, Findings& findings,
                       base::Progress& progress, std::size_t mostKept = SIZE_MAX);

} // namespace core::pdf::pages
