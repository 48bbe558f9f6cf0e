// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What has been found out about a document, the same for all its drafts and files: its pictures, how tall its
// rows are, on how many pages each exhibit stands. So a further draft asks only for what page numbers change.

#include "core/pdf/pages/page_map.h"
#include "core/pdf/pages/pictures.h"
#include "core/pdf/pages/row_heights.h"

#include <map>
#include <string>
#include <vector>

namespace core::pdf::pages {

// A paragraph that names pages, and the room it took with the numbers of then.
struct PageNaming {
    std::string text;
    TextStyle style;
    double widthMm = 0;
    Align align = Align::Start;
    std::size_t lines = 0;
    double heightMm = 0;
};

// Pages that are the same again where the paragraphs that name others take the same room.
struct DraftedPages {
    PageMap map; // of what stands on them; the first is 1
    int pages = 0;
    std::vector<PageNaming> naming = {};
};

struct Findings {
    Findings(const report::LogDocument& document, const PictureLoader& loader)
        : pictures(loader), rows(document.rows.size()) {}

    PictureFacts pictures;
    RowHeights rows;
    std::map<int, DraftedPages> exhibits; // by their numbers
};

} // namespace core::pdf::pages
