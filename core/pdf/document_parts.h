// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Everything a canvas collects until it is saved. Plain data; points, y upwards.

#include "core/pdf/content.h"
#include "core/pdf/foreign_page.h"
#include "core/pdf/image_store.h"
#include "core/pdf/text_ops.h"

#include <set>

namespace core::pdf {

using ForeignUse = std::pair<ForeignId, std::size_t>; // file and page, from 0
inline std::string foreignName(const ForeignUse& use) {
    return "P" + std::to_string(use.first) + "-" + std::to_string(use.second);
}

struct PageRecord {
    double widthPt = 0;
    double heightPt = 0;
    PageContent content;
    std::set<ImageId> images;
    std::set<ForeignUse> foreign;
    double gray = 0; // the fill colour that is set at the end of `content`
    TextOps::FontState font;
};

struct LinkRecord {
    int page = 0;
    double left = 0, bottom = 0, right = 0, top = 0;
    std::string name;
};

struct PlaceRecord {
    int page = 0;
    double yPt = 0;
};

struct BookmarkRecord {
    std::u16string title;
    int level = 0;
    PlaceRecord place;
};

struct DocumentParts {
    Metadata metadata;
    OutputForm form;
    std::deque<PageRecord> pages;
    std::vector<LinkRecord> links;
    std::map<std::string, PlaceRecord> destinations;
    std::vector<BookmarkRecord> bookmarks;
    std::deque<ForeignPages> foreign;
};

} // namespace core::pdf
