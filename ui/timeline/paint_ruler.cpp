// SPDX-License-Identifier: GPL-3.0-or-later
// The ruler: two rows of labels, ticks, and the milestones' flags above them.
#include "ui/common/to_wx.h"
#include "ui/timeline/scene.h"

#include <wx/control.h>
#include <wx/dc.h>

namespace ui::timeline {

using core::timeline::Flag;
using core::timeline::Tick;

namespace {

void paintRow(wxDC& dc, const Scene& scene, const std::vector<Tick>& ticks, core::timeline::CalendarStep step,
              bool upper, int top) {
    const Look& look = scene.look;
    int taken = 0;
    for (const Tick& tick : ticks) {
        if (tick.x >= 0) {
            dc.SetPen(wxPen(look.colors.line));
            const int x = scene.axisX(tick.x);
            dc.DrawLine(x, top, x, top + look.rulerRow);
        }
        const std::string text = tickText(tick.ms, step, upper, scene.tongue.zone, scene.tongue.language);
        const int gap = look.pad * 5 / 8;
        if (tick.labelX < taken) continue;
        const int width = scene.texts.width(scene.window, look.small, text);
        if (width + gap > tick.room) continue; // half a label misleads
        dc.DrawText(common::toWx(text), scene.axisX(tick.labelX) + gap,
                    top + (look.rulerRow - look.smallHeight) / 2);
        taken = tick.labelX + gap + width;
    }
}

int flagTop(const Look& look, const Flag& flag) { return look.thick + flag.row * look.flagRow; }
int flagHeight(const Look& look) { return look.smallHeight + look.pad * 3 / 4; }

void paintStaff(wxDC& dc, const Scene& scene, const Flag& flag) {
    const Look& look = scene.look;
    const int x = scene.axisX(flag.x) - look.thick / 2;
    const int top = flagTop(look, flag);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.milestone);
    dc.DrawRectangle(x, top, look.thick, scene.areas.rulerHeight - top);
    if (flag.width == 0) dc.DrawRectangle(x, top, 2 * look.thick, flagHeight(look));
}

void paintFlag(wxDC& dc, const Scene& scene, const Flag& flag) {
    if (flag.width == 0) return;
    const Look& look = scene.look;
    const int x = scene.axisX(flag.x);
    const int top = flagTop(look, flag);
    const int height = flagHeight(look);
    const int staff = 2 * look.thick;
    const int left = flag.left ? x - flag.width + look.thick : x - look.thick / 2;
    dc.SetPen(wxPen(look.colors.milestone, look.thin));
    dc.SetBrush(look.colors.base);
    dc.DrawRectangle(left, top, flag.width, height);
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.milestone);
    dc.DrawRectangle(flag.left ? left + flag.width - staff : left, top, staff, height);
    dc.SetTextForeground(look.colors.text);
    dc.SetFont(look.smallStrong);
    const int gap = look.pad * 3 / 4;
    const wxString words = wxControl::Ellipsize(common::toWx(scene.milestones[flag.milestone].label), dc,
                                                wxELLIPSIZE_END, flag.width - staff - gap);
    dc.DrawText(words, left + (flag.left ? gap : staff + gap), top + (height - look.smallHeight) / 2);
}

} // namespace

void paintRuler(wxDC& dc, const Scene& scene) {
    const Look& look = scene.look;
    const Areas& areas = scene.areas;
    dc.SetPen(*wxTRANSPARENT_PEN);
    dc.SetBrush(look.colors.window);
    dc.DrawRectangle(0, 0, areas.width, areas.rulerHeight);

    const wxDCClipper clip(dc, areas.ruler);
    dc.SetFont(look.small);
    dc.SetTextForeground(look.colors.muted);
    const int upperTop = look.flagsHeight();
    const int lowerTop = upperTop + look.rulerRow;
    dc.SetPen(wxPen(look.colors.line));
    for (const int fine : scene.layout.ruler.fineTicks)
        dc.DrawLine(scene.axisX(fine), areas.rulerHeight - look.thick * 2, scene.axisX(fine),
                    areas.rulerHeight);
    paintRow(dc, scene, scene.layout.ruler.upperTicks, scene.layout.ruler.upper, true, upperTop);
    paintRow(dc, scene, scene.layout.ruler.lowerTicks, scene.layout.ruler.step, false, lowerTop);
    for (const Flag& flag : scene.layout.flags) paintStaff(dc, scene, flag);
    for (const Flag& flag : scene.layout.flags) paintFlag(dc, scene, flag);
}

} // namespace ui::timeline
