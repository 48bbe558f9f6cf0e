// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the pages of a document stand, one below another, at one zoom. Plain numbers; no window.

#include "core/share/preview.h"

#include <utility>
#include <vector>

namespace ui::report {

using core::share::PageSize;

struct PageBox {
    int x = 0, y = 0, width = 0, height = 0;
};

class PageLayout {
public:
    struct Frame {
        int viewWidth = 0;
        int gap = 0;   // between pages and around them
        int under = 0; // room below each page for its number
    };
    PageLayout() = default;
    PageLayout(const std::vector<PageSize>& sizes, double pixelsPerPoint, const Frame& frame);

    int count() const { return static_cast<int>(boxes_.size()); }
    const PageBox& box(int page) const { return boxes_[static_cast<std::size_t>(page)]; }
    int width() const { return width_; }
    int height() const { return height_; }
    int pageAt(int y) const; // the page there, or the nearest one; -1 without pages
    std::pair<int, int> visible(int y, int height) const; // first and last; last < first without pages
    // The page that takes most of the view.
    int mainPage(int y, int height) const;

private:
    std::vector<PageBox> boxes_;
    int width_ = 0, height_ = 0, gap_ = 0;
};

// Pixels a point so that the widest page fills the width, or the page fits in whole.
double zoomToWidth(const std::vector<PageSize>& sizes, int viewWidth, int gap);
double zoomToPage(const PageSize& size, int viewWidth, int viewHeight, int gap);

} // namespace ui::report
