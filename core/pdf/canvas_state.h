// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What stands behind a Canvas: fonts, text engine, and what has been drawn so far. Not for users of Canvas.

#include "core/pdf/document_parts.h"
#include "core/pdf/text_engine.h"
#include "core/pdf/text_painter.h"
#include "core/pdf/work_ahead.h"

#include <array>

namespace core::pdf {

struct Canvas::State {
    State(const std::vector<std::filesystem::path>& folders, const Metadata& metadata, const OutputForm& form)
        : fonts(folders), pdfFonts(fonts), images(form.archive == Archive::A1b),
          painter(fonts, pdfFonts, images) {
        parts.metadata = metadata;
        parts.form = form;
    }

    PageRecord& page(); // the current one; throws base::Error(Internal) before the first
    static double fromTop(const PageRecord& page, double mm) { return page.heightPt - mm / kMmPerPoint; }

    // Of this thread alone.
    TextEngine& engine() {
        auto& mine = engines[helperNumber];
        if (!mine) mine = std::make_unique<TextEngine>(fonts, parts.metadata.language);
        return *mine;
    }

    void dropEngines();

    FontSet fonts;
    std::array<std::unique_ptr<TextEngine>, kMostHelpers + 1> engines;
    PdfFonts pdfFonts;
    ImageStore images;
    TextPainter painter;
    DocumentParts parts;
    int current = -1;
    bool weighsOnly = false;
    void closePage() {
        if (current < 0) return;
        if (weighsOnly)
            page().content.weigh();
        else
            page().content.pack();
    }
    std::function<void(std::string_view)> watcher;
    void watch(std::string_view text) const {
        if (watcher && !text.empty()) watcher(text);
    }
};

} // namespace core::pdf
