// SPDX-License-Identifier: GPL-3.0-or-later
// Painting: the still picture into a bitmap when it is stale, and the overlay over it each time.
#include "ui/timeline/timeline_impl.h"

#include <wx/dcbuffer.h>
#include <wx/dcmemory.h>

namespace ui::timeline {

void TimelineCtrl::Impl::paintPicture() {
    ensureLayout();
    const wxSize size = owner.GetClientSize();
    if (size.x <= 0 || size.y <= 0) return;
    if (!picture.IsOk() || picture.GetLogicalSize() != size ||
        picture.GetScaleFactor() != owner.GetContentScaleFactor()) {
        picture.CreateWithDIPSize(size, owner.GetContentScaleFactor());
        pictureStale = true;
    }
    if (!pictureStale) return;
    wxMemoryDC dc(picture);
    dc.SetBackground(look.colors.window);
    dc.Clear();
    const Scene now = scene();
    paintRuler(dc, now);
    paintHeads(dc, now);
    paintLanes(dc, now);
    paintOverview(dc, now);
    pictureStale = false;
    wantPictures();
}

void TimelineCtrl::Impl::wantPictures() {
    if (!pictures) return;
    const int most = 2 * look.metrics.laneHeight * 4 / 3; // lanes grow to twice their height
    pictures->want(pictureCards(layout, shown()), static_cast<int>(most * owner.GetContentScaleFactor()));
}

OverlayState TimelineCtrl::Impl::overlay() {
    OverlayState state;
    state.hover = hover;
    state.focused = owner.HasFocus();
    state.overviewFocused = overviewFocused;
    state.drawingRange = interaction.state() == core::timeline::Interaction::State::RangeDrag;
    state.selected = selectedRects();
    if (cursor && cursor->onShelf) state.cursorOnShelf = cursor->lane;
    if (cursor && !cursor->onShelf) state.cursor = findDrawn(layout, cursor->lane, cursor->position);
    return state;
}

void TimelineCtrl::Impl::paint(wxDC& dc) {
    paintPicture();
    if (!picture.IsOk()) return;
    dc.DrawBitmap(picture, 0, 0);
    paintOverlay(dc, scene(), overlay());
}

void TimelineCtrl::Impl::bindPaint() {
    owner.SetBackgroundStyle(wxBG_STYLE_PAINT);
    owner.Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxAutoBufferedPaintDC dc(&owner);
        paint(dc);
    });
    owner.Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        overviewStale = true;
        owner.CallAfter([this] { // the highest bar depends on the width; told once the parent is laid out
            if (owner.onViewChanged) owner.onViewChanged(owner.summary());
        });
        changed();
        event.Skip();
    });
    owner.Bind(wxEVT_DPI_CHANGED, [this](wxDPIChangedEvent& event) {
        lookStale = true;
        changed();
        event.Skip();
    });
}

} // namespace ui::timeline
