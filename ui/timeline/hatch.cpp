// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/hatch.h"

#include <algorithm>

#include <wx/dc.h>

namespace ui::timeline {

void paintHatch(wxDC& dc, const Look& look, const wxRect& box, const wxColour& colour) {
    dc.SetPen(wxPen(colour, look.thin));
    const int right = box.x + box.width - 1;
    const int bottom = box.y + box.height - 1;
    // The lines of all boxes fall together, so that boxes one over the other stay one pattern.
    const int first = box.x - box.height;
    const int phase = (first + bottom) % look.hatchStep;
    for (int x = first - phase; x < right; x += look.hatchStep) {
        const int from = std::max(x, box.x);
        const int to = std::min(x + box.height, right);
        if (to > from) dc.DrawLine(from, bottom - (from - x), to, bottom - (to - x));
    }
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    dc.DrawRectangle(box);
}

} // namespace ui::timeline
