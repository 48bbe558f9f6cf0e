// SPDX-License-Identifier: GPL-3.0-or-later
// The lanes: weekends, lines, milestones, then spans, bars, cards, marks and labels.
#include "ui/common/to_wx.h"
#include "ui/timeline/hatch.h"
#include "ui/timeline/scene.h"

#include <wx/control.h>
#include <wx/dc.h>

namespace ui::timeline {

using core::timeline::Bar;
using core::timeline::Label;
using core::timeline::Lane;
using core::timeline::LaneFrame;
using core::timeline::Mark;
using core::timeline::Rect;
using core::timeline::Span;

namespace {

wxRect placed(const Scene& scene, const Rect& rect) {
    return {scene.axisX(rect.x), scene.laneY(rect.y), rect.width, rect.height};
}

void paintGround(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    const wxRect& area = scene.areas.lanes;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.base);
    dc.DrawRectangle(area);
    dc.SetBrush(look.colors.shade);
    for (const core::timeline::Shade& shade : scene.layout.ruler.weekends)
        dc.DrawRectangle(scene.axisX(shade.x), area.y, shade.width, scene.layout.height - scene.scrollY);
    if (scene.range) {
        const int from = scene.layout.scale.clampedX(scene.range->fromMs);
        const int to = scene.layout.scale.clampedX(scene.range->toMs);
        dc.SetBrush(look.colors.range);
        dc.DrawRectangle(scene.axisX(from), area.y, std::max(to - from, 1), area.height);
    }
    dc.SetPen(wxPen(look.colors.grid));
    for (const core::timeline::Tick& tick : scene.layout.ruler.lowerTicks)
        if (tick.x > 0)
            dc.DrawLine(scene.axisX(tick.x), area.y, scene.axisX(tick.x), scene.laneY(scene.layout.height));
    for (const LaneFrame& frame : scene.layout.lanes) {
        const int bottom = scene.laneY(frame.top + frame.height) - 1;
        dc.DrawLine(area.x, bottom, area.x + area.width, bottom);
    }
}

void paintSpan(wxDC& dc, const Scene& scene, const Span& span) {
    const Look& look = scene.look;
    const wxColour& colour = look.colors.lane(span.lane);
    const wxRect box = placed(scene, span.rect);
    if (span.lasting) {
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(colour);
        const int inset = (box.height - look.metrics.mark) / 2;
        dc.DrawRectangle(box.x, box.y + inset, box.width, look.metrics.mark);
        return;
    }
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.base);
    dc.DrawRectangle(box);
    paintHatch(dc, look, box, colour);
    if (span.positions.size() < 2) return;
    const wxString count = countWord(span.positions.size(), scene.tongue);
    dc.SetFont(look.smallStrong);
    const wxSize size = dc.GetTextExtent(count);
    if (size.x + look.pad / 2 > box.width) return;
    const int clear = size.x + look.pad / 2;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.base);
    dc.DrawRectangle(box.x + (box.width - clear) / 2, box.y + look.thick, clear, box.height - 2 * look.thick);
    dc.SetTextForeground(look.colors.text);
    dc.DrawText(count, box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2);
}

void paintBars(wxDC& dc, const Scene& scene) {
    dc.SetPen(*wxTRANSPARENT_PEN);
    const Bar* before = nullptr;
    for (const Bar& bar : scene.layout.bars) { // lane after lane: one brush a lane
        if (before == nullptr || before->lane != bar.lane) dc.SetBrush(scene.look.colors.lane(bar.lane));
        dc.DrawRectangle(placed(scene, bar.rect));
        before = &bar;
    }
}

void paintMark(wxDC& dc, const Scene& scene, const Mark& mark) {
    const Look& look = scene.look;
    wxRect box = placed(scene, mark.rect);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.base); // a little air, where it lies on a hatched span
    dc.DrawRectangle(wxRect(box).Inflate(look.thin));
    dc.SetBrush(look.colors.lane(mark.lane));
    dc.DrawRectangle(box);
    if (mark.count < 2) return;
    dc.SetTextForeground(look.colors.base);
    dc.SetFont(look.smallStrong);
    const wxString count = countWord(mark.count, scene.tongue);
    const wxSize size = dc.GetTextExtent(count);
    dc.DrawText(count, box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2);
}

void paintLabel(wxDC& dc, const Scene& scene, const Label& label) {
    const Look& look = scene.look;
    const wxRect box = placed(scene, label.rect);
    dc.SetFont(look.small);
    dc.SetTextForeground(look.colors.text);
    if (label.stemX >= 0) {
        dc.SetPen(wxPen(look.colors.lane(label.lane)));
        const int x = scene.axisX(label.stemX);
        dc.DrawLine(x, box.y, x, box.y + box.height - look.pad / 2);
    }
    const wxString text = label.text.empty()
                              ? scene.texts.text(scene.shown.entryAt(label.lane, label.position)).line
                              : common::toWx(label.text);
    if (text.empty()) return;
    const int y = box.y + (box.height - look.smallHeight) / 2;
    const bool fits = scene.texts.width(scene.window, look.small, text.utf8_string()) <= box.width;
    dc.DrawText(fits ? text : wxControl::Ellipsize(text, dc, wxELLIPSIZE_END, box.width), box.x, y);
}

void fetchLabelTexts(const Scene& scene) {
    std::vector<core::timeline::EntryRef> wanted;
    for (const Label& label : scene.layout.labels)
        if (label.text.empty()) wanted.push_back(scene.shown.entryAt(label.lane, label.position));
    scene.texts.fetch(wanted);
}

void paintMilestoneLines(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.milestone);
    for (const core::timeline::Flag& flag : scene.layout.flags)
        dc.DrawRectangle(scene.axisX(flag.x) - look.thick / 2, scene.areas.lanes.y, look.thick,
                         scene.areas.lanes.height);
}

// Where the lanes do not all fit: that there are more, and where one is among them. The wheel and the arrow
// keys scroll; it is not drawn to be dragged.
void paintScrollMark(wxDC& dc, const Scene& scene) {
    const wxRect& area = scene.areas.lanes;
    if (scene.layout.height <= area.height || area.height <= 0) return;
    const int width = scene.look.pad / 2;
    const int height = area.height * area.height / scene.layout.height;
    const int top = area.y + area.height * scene.scrollY / scene.layout.height;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(scene.look.colors.muted);
    dc.DrawRectangle(area.x + area.width - width - scene.look.thin, top, width, height);
}

} // namespace

void paintLanes(wxDC& dc, const Scene& scene) {
    const wxDCClipper clip(dc, scene.areas.lanes);
    paintGround(dc, scene);
    for (const Span& span : scene.layout.spans) paintSpan(dc, scene, span);
    paintBars(dc, scene);
    paintMilestoneLines(dc, scene);
    paintCards(dc, scene);
    for (const Mark& mark : scene.layout.marks) paintMark(dc, scene, mark);
    fetchLabelTexts(scene);
    for (const Label& label : scene.layout.labels) paintLabel(dc, scene, label);
    paintScrollMark(dc, scene);
    if (scene.shown.datedCount() > 0) return;
    dc.SetFont(scene.look.body);
    dc.SetTextForeground(scene.look.colors.muted);
    dc.DrawLabel(_("Nothing with a date to show here."), scene.areas.lanes, wxALIGN_CENTER);
}

} // namespace ui::timeline
