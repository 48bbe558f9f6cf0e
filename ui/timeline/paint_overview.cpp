// SPDX-License-Identifier: GPL-3.0-or-later
// The overview strip, with the frame that shows where the lanes are looking.
#include "ui/timeline/scene.h"

#include <wx/control.h>
#include <wx/dc.h>

namespace ui::timeline {

using core::timeline::OverviewBar;

namespace {

void paintWords(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    const int top = scene.areas.overview.y + (look.overviewHeight - look.bodyHeight - look.smallHeight) / 2;
    dc.SetFont(look.body);
    dc.SetTextForeground(look.colors.text);
    dc.DrawText(wholeCaseName(), look.pad, top);
    if (scene.overview.bars.empty()) return;
    dc.SetFont(look.small);
    dc.SetTextForeground(look.colors.muted);
    const int room = scene.areas.axisLeft - look.pad - look.handleWidth;
    dc.DrawText(
        wxControl::Ellipsize(shortRangeText(scene.overview.range, scene.tongue), dc, wxELLIPSIZE_END, room),
        look.pad, top + look.bodyHeight);
}

} // namespace

void paintOverview(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    const wxRect& area = scene.areas.overview;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.window);
    dc.DrawRectangle(0, area.y, scene.areas.width, area.height);
    dc.SetPen(wxPen(look.colors.line));
    dc.DrawLine(0, area.y, scene.areas.width, area.y);
    paintWords(dc, scene);

    const int top = area.y + look.overviewPad;
    const int height = area.height - 2 * look.overviewPad;
    const auto frame = overviewFrame(scene.overview, area.width, scene.layout.scale.range(scene.layout.width),
                                     2 * look.handleWidth);
    dc.SetPen(wxPen(look.colors.accent, look.thick));
    dc.SetBrush(look.colors.base);
    if (!scene.overview.bars.empty())
        dc.DrawRectangle(scene.axisX(frame.from), top, frame.to - frame.from, height);

    dc.SetPen(*wxTRANSPARENT_PEN);
    const int bottom = top + height - look.metrics.barBottom;
    for (const bool filtered : {false, true}) {
        dc.SetBrush(filtered ? look.colors.muted : look.colors.ghost);
        for (const OverviewBar& bar : scene.overview.bars) {
            const int h = filtered ? bar.filteredHeight : bar.wholeHeight;
            if (h > 0) dc.DrawRectangle(scene.axisX(bar.x), bottom - h, bar.width, h);
        }
    }
    dc.SetBrush(look.colors.milestone);
    if (!scene.overview.bars.empty())
        for (const core::timeline::Milestone& milestone : scene.milestones) {
            const int x = scene.overview.scale.clampedX(milestone.timeMs);
            if (x >= 0 && x < area.width) dc.DrawRectangle(scene.axisX(x), top, look.thin, height);
        }
    if (scene.overview.bars.empty()) return;
    dc.SetPen(wxPen(look.colors.accent, look.thick));
    dc.SetBrush(look.colors.base);
    for (const int x : {frame.from, frame.to})
        dc.DrawRectangle(scene.axisX(x) - look.handleWidth / 2, top + (height - look.handleHeight) / 2,
                         look.handleWidth, look.handleHeight);
}

} // namespace ui::timeline
