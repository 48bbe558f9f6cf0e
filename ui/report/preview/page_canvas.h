// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages of a document below one another, to scroll through. Two of them make the preview: the pages to
// read, and small ones to choose from. Draws nothing itself but frames: page_store.h.

#include "ui/report/preview/page_layout.h"
#include "ui/report/preview/page_store.h"

#include <functional>
#include <memory>
#include <vector>

#include <wx/scrolwin.h>

namespace ui::report {

enum class Zoom { Width, Page, Fixed };

class PageCanvas : public wxScrolled<wxWindow> {
public:
    enum class Kind { Reading, Small };
    PageCanvas(wxWindow* parent, Kind kind);

    void show(std::shared_ptr<PageStore> store);
    void setZoom(Zoom zoom, double percent = 100);
    double percent() const; // what is shown now; 100 = the size on paper
    int currentPage() const { return current_; }
    void goTo(int page);                           // its upper edge at the top
    void showHit(const core::share::PageHit& hit); // in view, with a frame around it
    void setHits(std::vector<core::share::PageHit> hits);
    void mark(int page); // the small one that is read; does not tell anybody
    void onPage(std::function<void(int)> callback) { onPage_ = std::move(callback); }
    const PageLayout& layout() const { return layout_; }

private:
    void layOut();
    std::vector<PageSize> fitted() const;
    void askForPages();
    void paint(wxDC& dc);
    void paintPage(wxDC& dc, int page);
    void paintHits(wxDC& dc, int page);
    void scrolled();
    void scrollToY(int y);
    void onKey(wxKeyEvent& event);
    void tell(int page);
    PageStore::Wanted wantedFor(int page) const;
    int top() const;

    Kind kind_;
    std::shared_ptr<PageStore> store_;
    PageLayout layout_;
    Zoom zoom_ = Zoom::Width;
    double percent_ = 100, pixelsPerPoint_ = 1;
    int current_ = -1;
    std::vector<core::share::PageHit> hits_;
    std::size_t hit_ = 0;
    std::function<void(int)> onPage_;
};

} // namespace ui::report
