// SPDX-License-Identifier: GPL-3.0-or-later
// Left of the axis: icon, name and count of each lane, and the shelf of the undated.
#include "ui/timeline/hatch.h"
#include "ui/timeline/scene.h"

#include <wx/dc.h>

namespace ui::timeline {

using core::timeline::LaneFrame;

namespace {

void paintHead(wxDC& dc, const Scene& scene, const LaneFrame& frame) {
    const Look& look = scene.look;
    const int top = scene.laneY(frame.top);
    const bool isLow = frame.height < look.bodyHeight + look.smallHeight;
    const int words = look.bodyHeight + (isLow ? 0 : look.smallHeight);
    const int textTop = top + (frame.height - words) / 2;
    const wxBitmapBundle& icon = look.icons[core::timeline::indexOf(frame.lane)];
    if (icon.IsOk())
        dc.DrawBitmap(icon.GetBitmapFor(&scene.window), look.pad, top + (frame.height - look.icon) / 2, true);
    const int x = 2 * look.pad + look.icon;
    dc.SetFont(scene.solo ? look.strong : look.body);
    dc.SetTextForeground(look.colors.text);
    dc.DrawText(laneName(frame.lane), x, textTop);
    const int nameEnd = x + dc.GetTextExtent(laneName(frame.lane)).x;
    dc.SetFont(look.small);
    dc.SetTextForeground(look.colors.muted);
    const wxString count = countWord(frame.total, scene.tongue);
    if (!isLow) return dc.DrawText(count, x, textTop + look.bodyHeight);
    // Beside the name, where both have room.
    const int right = look.headWidth - look.pad - dc.GetTextExtent(count).x;
    if (right >= nameEnd + look.pad / 2)
        dc.DrawText(count, right, textTop + look.bodyHeight - look.smallHeight);
}

void paintShelfBox(wxDC& dc, const Scene& scene, const LaneFrame& frame) {
    const Look& look = scene.look;
    const wxRect box = shelfBox(scene, frame);
    paintHatch(dc, look, box, look.colors.lane(frame.lane));
    const wxString count = countWord(frame.undated, scene.tongue);
    dc.SetFont(look.smallStrong);
    const wxSize size = dc.GetTextExtent(count);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.window);
    const int clear = size.x + look.pad / 2;
    dc.DrawRectangle(box.x + (box.width - clear) / 2, box.y + look.thick, clear, box.height - 2 * look.thick);
    dc.SetTextForeground(look.colors.text);
    dc.DrawText(count, box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2);
}

// Over the ruler's left end: the zone, and what the shelf is.
void paintCorner(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    dc.SetFont(look.small);
    dc.SetTextForeground(look.colors.muted);
    const int bottom = scene.areas.rulerHeight;
    dc.DrawText(zoneName(scene.tongue.zone), look.pad, bottom - look.rulerRow + look.thin);
    if (look.shelfWidth == 0) return;
    int y = bottom - 2 * look.rulerRow + look.thin;
    for (const wxString& line : shelfHeading()) {
        const wxSize size = dc.GetTextExtent(line);
        dc.DrawText(line, look.headWidth + (look.shelfWidth - size.x) / 2, y);
        y += look.rulerRow;
    }
}

} // namespace

wxRect shelfBox(const Scene& scene, const LaneFrame& frame) {
    const Look& look = scene.look;
    const int height = scene.look.metrics.spanHeight;
    return {look.headWidth + look.pad, scene.laneY(frame.top) + (frame.height - height) / 2,
            look.shelfWidth - 2 * look.pad, height};
}

void paintHeads(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    const Areas& areas = scene.areas;
    paintCorner(dc, scene);
    const wxDCClipper clip(dc, 0, areas.lanes.y, areas.axisLeft, areas.lanes.height);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.window);
    dc.DrawRectangle(0, areas.lanes.y, areas.axisLeft, areas.lanes.height);
    for (const LaneFrame& frame : scene.layout.lanes) {
        paintHead(dc, scene, frame);
        if (look.shelfWidth > 0 && frame.undated > 0) paintShelfBox(dc, scene, frame);
        dc.SetPen(wxPen(look.colors.line));
        const int bottom = scene.laneY(frame.top + frame.height) - 1;
        dc.DrawLine(0, bottom, areas.axisLeft, bottom);
    }
    dc.SetPen(wxPen(look.colors.line));
    if (look.shelfWidth > 0)
        dc.DrawLine(look.headWidth, areas.lanes.y, look.headWidth, areas.lanes.y + areas.lanes.height);
}

} // namespace ui::timeline
