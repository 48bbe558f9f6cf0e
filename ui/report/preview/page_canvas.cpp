// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/preview/page_canvas.h"

#include "ui/access/accessible.h"
#include "ui/common/theme.h"

#include <algorithm>
#include <cmath>

#include <wx/dcbuffer.h>
#include <wx/intl.h>

namespace ui::report {

using common::Color;
using core::share::PageHit;

namespace {

constexpr int kStep = 8;       // pixels of a scroll unit
constexpr int kGapDip = 12;    // between pages
constexpr int kScreenDpi = 96; // of a display at 100 %
constexpr double kPointsPerInch = 72;
constexpr int kAhead = 1;              // pages drawn before they come into view
const wxColour kHitColour(176, 80, 0); // on paper, which is white in a dark theme too

} // namespace

PageCanvas::PageCanvas(wxWindow* parent, Kind kind) : kind_(kind) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
           wxVSCROLL | (kind == Kind::Reading ? wxHSCROLL : 0) | wxWANTS_CHARS | wxBORDER_THEME |
               wxFULL_REPAINT_ON_RESIZE);
    SetScrollRate(kStep, kStep);
    EnableScrolling(false, false); // the frame of the focus may not move with the pages
    access::describe(*this, kind == Kind::Reading ? access::Role::Image : access::Role::List,
                     kind == Kind::Reading ? _("Page") : _("Small pages"),
                     _("Page up and page down go through the pages."));
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(this);
        paint(dc);
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        layOut();
    });
    for (const auto& type : {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP,
                             wxEVT_SCROLLWIN_LINEDOWN, wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN,
                             wxEVT_SCROLLWIN_THUMBTRACK, wxEVT_SCROLLWIN_THUMBRELEASE})
        Bind(type, [this](wxScrollWinEvent& event) {
            event.Skip();
            CallAfter([this] { scrolled(); });
        });
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        event.Skip();
        CallAfter([this] { scrolled(); });
    });
    Bind(wxEVT_KEY_DOWN, &PageCanvas::onKey, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        SetFocus();
        if (kind_ == Kind::Small && layout_.count() > 0) tell(layout_.pageAt(event.GetY() + top()));
    });
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    });
    Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    });
}

void PageCanvas::show(std::shared_ptr<PageStore> store) {
    store_ = std::move(store);
    current_ = store_ && store_->pages().count() > 0 ? 0 : -1;
    hits_.clear();
    if (store_) store_->onDrawn([this](int) { Refresh(); });
    layOut();
}

void PageCanvas::setZoom(Zoom zoom, double percent) {
    const int page = current_;
    zoom_ = zoom;
    percent_ = percent;
    layOut();
    if (page >= 0) goTo(page);
}

double PageCanvas::percent() const { return pixelsPerPoint_ * kPointsPerInch / FromDIP(kScreenDpi) * 100; }

int PageCanvas::top() const { return GetViewStart().y * kStep; }

// Whose width is filled: that of the page that is seen; where pages stand as small pictures, the widest.
std::vector<PageSize> PageCanvas::fitted() const {
    const auto& sizes = store_->pages().sizes();
    if (kind_ == Kind::Small || current_ < 0 || current_ >= static_cast<int>(sizes.size())) return sizes;
    return {sizes[static_cast<std::size_t>(current_)]};
}

void PageCanvas::layOut() {
    if (!store_) return;
    const int gap = FromDIP(kGapDip);
    const wxSize view = GetClientSize();
    const auto& sizes = store_->pages().sizes();
    if (zoom_ == Zoom::Width || sizes.empty())
        pixelsPerPoint_ = zoomToWidth(fitted(), view.x, gap);
    else if (zoom_ == Zoom::Page)
        pixelsPerPoint_ =
            zoomToPage(sizes[static_cast<std::size_t>(std::max(0, current_))], view.x, view.y, gap);
    else
        pixelsPerPoint_ = percent_ / 100 * FromDIP(kScreenDpi) / kPointsPerInch;
    const int under = kind_ == Kind::Small ? GetCharHeight() + FromDIP(2) : 0;
    // Where the page was, as parts of its height: kept when the zoom changes.
    const int page = std::max(0, layout_.count() > 0 ? layout_.pageAt(top()) : 0);
    const double part = layout_.count() > page ? static_cast<double>(top() - layout_.box(page).y) /
                                                     std::max(1, layout_.box(page).height)
                                               : 0;
    layout_ = PageLayout(sizes, pixelsPerPoint_, {view.x, gap, under});
    SetVirtualSize(kind_ == Kind::Small ? view.x : std::max(view.x, layout_.width()), layout_.height());
    if (layout_.count() > page)
        scrollToY(layout_.box(page).y + static_cast<int>(part * layout_.box(page).height));
    askForPages();
    Refresh();
}

void PageCanvas::scrollToY(int y) { Scroll(-1, std::max(0, y) / kStep); }

PageStore::Wanted PageCanvas::wantedFor(int page) const {
    return {page, static_cast<int>(std::lround(layout_.box(page).width * GetContentScaleFactor()))};
}

void PageCanvas::askForPages() {
    if (!store_ || layout_.count() == 0) return;
    const auto [first, last] = layout_.visible(top(), GetClientSize().y);
    std::vector<PageStore::Wanted> wanted;
    for (int page = first; page <= last; ++page) wanted.push_back(wantedFor(page));
    for (int page = last + 1; page <= std::min(last + kAhead, layout_.count() - 1); ++page)
        wanted.push_back(wantedFor(page));
    store_->want(kind_ == Kind::Reading ? 0 : 1, std::move(wanted));
}

void PageCanvas::scrolled() {
    Refresh();
    askForPages();
    if (kind_ == Kind::Reading && layout_.count() > 0) tell(layout_.mainPage(top(), GetClientSize().y));
}

void PageCanvas::tell(int page) {
    if (page < 0 || page == current_) return;
    mark(page);
    if (onPage_) onPage_(page);
}

void PageCanvas::mark(int page) {
    current_ = page;
    access::setName(*this, wxString::Format(_("Page %d of %d"), page + 1, layout_.count()));
    if (kind_ == Kind::Small && layout_.count() > page) {
        const PageBox& box = layout_.box(page);
        const int view = GetClientSize().y;
        if (box.y < top() || box.y + box.height > top() + view) scrollToY(box.y - (view - box.height) / 2);
        askForPages();
    }
    Refresh();
}

void PageCanvas::goTo(int page) {
    if (page < 0 || page >= layout_.count()) return;
    tell(page);
    if (kind_ == Kind::Reading && zoom_ != Zoom::Fixed) layOut(); // it may be wider than the one before
    scrollToY(layout_.box(page).y - FromDIP(kGapDip) / 2);
    askForPages();
    Refresh();
}

void PageCanvas::setHits(std::vector<PageHit> hits) {
    hits_ = std::move(hits);
    hit_ = hits_.size();
    Refresh();
}

void PageCanvas::showHit(const PageHit& hit) {
    for (std::size_t i = 0; i < hits_.size(); ++i)
        if (hits_[i].page == hit.page && hits_[i].x == hit.x && hits_[i].y == hit.y) hit_ = i;
    const PageBox& box = layout_.box(hit.page);
    const int y = box.y + static_cast<int>(hit.y * pixelsPerPoint_);
    const wxSize view = GetClientSize();
    const int x = box.x + static_cast<int>(hit.x * pixelsPerPoint_);
    const int left = GetViewStart().x * kStep;
    if (x < left || x > left + view.x - FromDIP(40)) Scroll(std::max(0, x - view.x / 3) / kStep, -1);
    if (y < top() + FromDIP(20) || y > top() + view.y - FromDIP(40)) scrollToY(y - view.y / 3);
    askForPages();
    tell(hit.page);
    Refresh();
}

void PageCanvas::onKey(wxKeyEvent& event) {
    const int page = current_;
    const bool isSmall = kind_ == Kind::Small;
    const int line = FromDIP(40);
    const auto move = [&](int y) {
        scrollToY(std::clamp(y, 0, std::max(0, layout_.height() - GetClientSize().y)));
        scrolled();
    };
    switch (event.GetKeyCode()) {
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    case WXK_DOWN:
        return isSmall ? tell(std::min(page + 1, layout_.count() - 1)) : move(top() + line);
    case WXK_UP:
        return isSmall ? tell(std::max(page - 1, 0)) : move(top() - line);
    case WXK_LEFT:
    case WXK_RIGHT:
        if (isSmall) return;
        Scroll(std::max(0, GetViewStart().x + (event.GetKeyCode() == WXK_LEFT ? -line : line) / kStep), -1);
        return;
    case WXK_PAGEDOWN:
    case WXK_SPACE:
        return isSmall ? tell(std::min(page + 1, layout_.count() - 1))
                       : goTo(std::min(page + 1, layout_.count() - 1));
    case WXK_PAGEUP:
        return isSmall ? tell(std::max(page - 1, 0)) : goTo(std::max(page - 1, 0));
    case WXK_HOME:
        return isSmall ? tell(0) : goTo(0);
    case WXK_END:
        return isSmall ? tell(layout_.count() - 1) : goTo(layout_.count() - 1);
    default:
        event.Skip();
    }
}

void PageCanvas::paint(wxDC& dc) {
    dc.SetBackground(common::color(Color::Window));
    dc.Clear();
    if (!store_ || layout_.count() == 0) return;
    const wxSize view = GetClientSize();
    dc.SetDeviceOrigin(-GetViewStart().x * kStep, -top());
    const auto [first, last] = layout_.visible(top(), view.y);
    for (int page = first; page <= last; ++page) paintPage(dc, page);
    if (!HasFocus()) return;
    dc.SetDeviceOrigin(0, 0);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.SetPen(wxPen(common::color(Color::Accent), FromDIP(2)));
    dc.DrawRectangle(0, 0, view.x, view.y);
}

void PageCanvas::paintPage(wxDC& dc, int page) {
    const PageBox& box = layout_.box(page);
    const bool isCurrent = kind_ == Kind::Small && page == current_;
    const int edge = isCurrent ? FromDIP(3) : FromDIP(1);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(common::color(isCurrent ? Color::Accent : Color::Line));
    dc.DrawRectangle(box.x - edge, box.y - edge, box.width + 2 * edge, box.height + 2 * edge);
    dc.SetBrush(*wxWHITE_BRUSH); // paper, in a dark theme too
    dc.DrawRectangle(box.x, box.y, box.width, box.height);
    const wxBitmap& bitmap = store_->bitmap(wantedFor(page));
    if (bitmap.IsOk()) {
        wxMemoryDC source;
        source.SelectObjectAsSource(bitmap);
        dc.StretchBlit(box.x, box.y, box.width, box.height, &source, 0, 0, bitmap.GetWidth(),
                       bitmap.GetHeight());
    }
    paintHits(dc, page);
    if (kind_ != Kind::Small) return;
    const wxString number = wxString::Format("%d", page + 1);
    dc.SetFont(common::font(isCurrent ? common::TextStyle::Strong : common::TextStyle::Small));
    dc.SetTextForeground(common::color(isCurrent ? Color::Text : Color::Muted));
    const int width = dc.GetTextExtent(number).x;
    dc.DrawText(number, box.x + (box.width - width) / 2, box.y + box.height + FromDIP(4));
}

// Frames: no colour over the words. The one that was gone to has a thick one, so it is told apart in grey
// too.
void PageCanvas::paintHits(wxDC& dc, int page) {
    const PageBox& box = layout_.box(page);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        if (hits_[i].page != page) continue;
        const auto scaled = [this](double points) {
            return static_cast<int>(std::lround(points * pixelsPerPoint_));
        };
        const wxRect place(box.x + scaled(hits_[i].x), box.y + scaled(hits_[i].y), scaled(hits_[i].width),
                           scaled(hits_[i].height));
        dc.SetPen(wxPen(kHitColour, FromDIP(i == hit_ ? 3 : 1)));
        dc.DrawRectangle(wxRect(place).Inflate(FromDIP(i == hit_ ? 4 : 2)));
    }
}

} // namespace ui::report
