// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands behind a Canvas: fonts, text engine, and what has been drawn so far. Not for users of Canvas.

#include "core/pdf/document_parts.h"
#include "core/pdf/text_painter.h"

namespace core::pdf {

struct Canvas::State {
    State(const std::vector<std::filesystem::path>& folders, const Metadata& metadata)
        : fonts(folders), shaper(fonts, metadata.language), layout(fonts, shaper, metadata.language),
          pdfFonts(fonts), painter(fonts, pdfFonts, images) {
        parts.metadata = metadata;
    }

    PageRecord& page(); // the current one; throws base::Error(Internal) before the first
    static double fromTop(const PageRecord& page, double mm) { return page.heightPt - mm / kMmPerPoint; }

    FontSet fonts;
    Shaper shaper;
    LineLayout layout;
    PdfFonts pdfFonts;
    ImageStore images;
    TextPainter painter;
    DocumentParts parts;
    int current = -1;
    std::function<void(std::string_view)> watcher;
    void watch(std::string_view text) const {
        if (watcher && !text.empty()) watcher(text);
    }
};

} // namespace core::pdf
