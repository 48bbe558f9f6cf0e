// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Renders a document and reads it back as text, page by page. Not the documents: tests/support.

#include "core/pdf/pages/render_log.h"
#include "tests/support/pdf_text.h"
#include "tests/support/sample_document.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>

namespace tests {

using namespace core;

inline std::string noPictures(const report::PictureRef&) { return {}; }

struct Rendered {
    pdf::pages::RenderResult result;
    std::vector<std::string> pages; // text
};

inline std::string photo(const report::PictureRef& ref) {
    constexpr const char* kFiles[] = {"progressive.jpg", "plain.jpg", "screenshot.png"};
    return tests::readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "photo" / kFiles[ref.id % 3]);
}

inline Rendered render(const report::LogDocument& document, const std::filesystem::path& out,
                       const pdf::pages::PictureLoader& loader = noPictures) {
    pdf::Canvas canvas(pdf::defaultFontFolders(), pdf::pages::metadataFor(document));
    base::Progress progress;
    Rendered r;
    r.result = pdf::pages::renderLog(canvas, document, loader, progress);
    canvas.save(out, progress);
    r.pages = tests::pdfPages(out);
    return r;
}

inline base::Catalog catalog() {
    if (const char* folder = std::getenv("LOGBOG_TEST_LOCALE")) // for looking at the pages in Danish
        return base::Catalog::load(base::Language::Danish, folder);
    return base::Catalog(base::Language::English);
}

} // namespace tests
