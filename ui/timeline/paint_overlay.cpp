// SPDX-License-Identifier: GPL-3.0-or-later
// Over the still picture: hover, selection, cursor, range and focus.
#include "ui/timeline/scene.h"

#include <wx/dc.h>

namespace ui::timeline {

using core::timeline::HitKind;
using core::timeline::Rect;

namespace {

void outline(wxDC& dc, const Scene& scene, const Rect& rect, const wxPen& pen, int air) {
    if (rect.width == 0) return;
    dc.SetPen(pen);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(wxRect(scene.axisX(rect.x), scene.laneY(rect.y), rect.width, rect.height).Inflate(air));
}

void paintRange(wxDC& dc, const Scene& scene, bool drawing) {
    const Look& look = scene.look;
    const wxRect& area = scene.areas.lanes;
    const int from = scene.axisX(scene.layout.scale.clampedX(scene.range->fromMs));
    const int to = scene.axisX(scene.layout.scale.clampedX(scene.range->toMs));
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.accent);
    for (const int x : {from, to - look.thick}) dc.DrawRectangle(x, area.y, look.thick, area.height);
    if (!drawing) return;
    const wxString words = rangeWithLength(*scene.range, scene.tongue);
    dc.SetFont(look.small);
    const wxSize size = dc.GetTextExtent(words);
    wxRect box(from + look.pad, area.y + look.pad / 2, size.x + look.pad, size.y + look.pad / 2);
    box.x = std::max(std::min(box.x, area.x + area.width - box.width), area.x);
    dc.SetPen(wxPen(look.colors.accent));
    dc.SetBrush(look.colors.base);
    dc.DrawRectangle(box);
    dc.SetTextForeground(look.colors.text);
    dc.DrawText(words, box.x + look.pad / 2, box.y + look.pad / 4);
}

void paintFocus(wxDC& dc, const Scene& scene, bool overview) {
    const Look& look = scene.look;
    const int top = overview ? scene.areas.overview.y : 0;
    const int bottom = overview ? scene.areas.height : scene.areas.overview.y;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.accent);
    const int width = scene.areas.width;
    dc.DrawRectangle(0, top, width, look.thick);
    dc.DrawRectangle(0, bottom - look.thick, width, look.thick);
    dc.DrawRectangle(0, top, look.thick, bottom - top);
    dc.DrawRectangle(width - look.thick, top, look.thick, bottom - top);
}

} // namespace

void paintOverlay(wxDC& dc, const Scene& scene, const OverlayState& state) {
    const Look& look = scene.look;
    {
        const wxDCClipper clip(dc, scene.areas.lanes);
        if (scene.range) paintRange(dc, scene, state.drawingRange);
        if (state.hover.kind != HitKind::None && state.hover.kind != HitKind::Lane)
            outline(dc, scene, rectOf(scene.layout, state.hover), wxPen(look.colors.accent, look.thin),
                    look.thick);
        for (const Rect& rect : state.selected)
            outline(dc, scene, rect, wxPen(look.colors.accent, look.thick), look.thick + look.thin);
        if (state.focused && !state.overviewFocused)
            outline(dc, scene, rectOf(scene.layout, state.cursor),
                    wxPen(look.colors.text, look.thin, wxPENSTYLE_DOT), 2 * look.thick);
    }
    if (state.focused && state.cursorOnShelf)
        for (const core::timeline::LaneFrame& frame : scene.layout.lanes)
            if (frame.lane == *state.cursorOnShelf) {
                dc.SetPen(wxPen(look.colors.text, look.thin, wxPENSTYLE_DOT));
                dc.SetBrush(*wxTRANSPARENT_BRUSH);
                dc.DrawRectangle(shelfBox(scene, frame).Inflate(look.thick));
            }
    if (state.focused) paintFocus(dc, scene, state.overviewFocused);
}

} // namespace ui::timeline
