// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A log document as files: one, or parts of a size that each stand alone, with their own front page, contents
// and page numbers, and with words instead of links to what stands in another part.

#include "core/pdf/output_file.h"
#include "core/pdf/pages/render_log.h"

#include <functional>
#include <vector>

namespace core::pdf::pages {

// In the language of the document.
struct PartWords {
    std::string title;  // "%1, del %2 af %3"
    std::string part;   // "Del %1"
    std::string inPart; // "%1 i del %2", of pages
};

struct FileOptions {
    OutputForm form;
    std::uint64_t maxBytes = 0; // of a part; 0: only what no reader opens any more is split
    PartWords words;
    std::function<OutputFile(int number, int count)>
        open; // whole files only; called again where a plan fails

    // About: readers become slow, and memory grows with the pages of a file.
    std::size_t maxPages = 8'000;
};

struct PartFile {
    OutputFile file; // flushed and checked, without its name
    int pages = 0;
};

// The document is given back as it was. Throws what renderLog and Canvas::save throw.
std::vector<PartFile> renderFiles(report::LogDocument& document, const PictureLoader& pictures,
                                  const FileOptions& options, base::Progress& progress);

} // namespace core::pdf::pages
