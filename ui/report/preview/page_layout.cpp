// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/preview/page_layout.h"

#include <algorithm>
#include <cmath>

namespace ui::report {

namespace {
constexpr double kLeastZoom = 0.05;
}

PageLayout::PageLayout(const std::vector<PageSize>& sizes, double pixelsPerPoint, const Frame& frame)
    : gap_(frame.gap) {
    int y = frame.gap;
    for (const PageSize& size : sizes) {
        PageBox box;
        box.width = std::max(1, static_cast<int>(std::lround(size.width * pixelsPerPoint)));
        box.height = std::max(1, static_cast<int>(std::lround(size.height * pixelsPerPoint)));
        box.y = y;
        y += box.height + frame.under + frame.gap;
        width_ = std::max(width_, box.width + 2 * frame.gap);
        boxes_.push_back(box);
    }
    height_ = y;
    // In the middle of what is seen; one that is wider begins at the left edge, where the view stands.
    for (PageBox& box : boxes_) box.x = std::max(frame.gap, (frame.viewWidth - box.width) / 2);
}

int PageLayout::pageAt(int y) const {
    const auto after = std::upper_bound(boxes_.begin(), boxes_.end(), y,
                                        [](int at, const PageBox& box) { return at < box.y; });
    if (after == boxes_.begin()) return boxes_.empty() ? -1 : 0;
    return static_cast<int>(after - boxes_.begin()) - 1;
}

std::pair<int, int> PageLayout::visible(int y, int height) const {
    if (boxes_.empty()) return {0, -1};
    return {pageAt(y), pageAt(y + std::max(0, height - 1))};
}

int PageLayout::mainPage(int y, int height) const {
    const auto [first, last] = visible(y, height);
    int best = first, most = -1;
    for (int page = first; page <= last; ++page) {
        const PageBox& b = box(page);
        const int shown = std::min(b.y + b.height, y + height) - std::max(b.y, y);
        if (shown > most) {
            most = shown;
            best = page;
        }
    }
    return last < first ? -1 : best;
}

double zoomToWidth(const std::vector<PageSize>& sizes, int viewWidth, int gap) {
    double widest = 1;
    for (const PageSize& size : sizes) widest = std::max(widest, size.width);
    return std::max(kLeastZoom, (viewWidth - 2 * gap) / widest);
}

double zoomToPage(const PageSize& size, int viewWidth, int viewHeight, int gap) {
    return std::max(kLeastZoom,
                    std::min((viewWidth - 2 * gap) / size.width, (viewHeight - 2 * gap) / size.height));
}

} // namespace ui::report
