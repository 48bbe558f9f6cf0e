// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The colours the timeline paints with, handed in by the owner of the theme.
// Not a theme: the two ready sets are the defaults where the system brings none of its own.

#include "core/timeline/entry.h"

#include <array>

#include <wx/colour.h>

namespace ui::timeline {

struct TimelineColors {
    wxColour window;    // lane heads, ruler, around the overview
    wxColour base;      // lanes
    wxColour text;      // names
    wxColour muted;     // counts, axis, filtered bars of the overview
    wxColour accent;    // focus, selection boxes, the overview's frame
    wxColour milestone; // lines and flags
    wxColour line;      // separators
    wxColour grid;      // lane lines, ruler lines
    wxColour shade;     // weekends
    wxColour range;     // a chosen time range, behind the bars
    wxColour ghost;     // unfiltered bars of the overview
    std::array<wxColour, core::timeline::kLanes> lanes;

    const wxColour& lane(core::timeline::Lane which) const { return lanes[core::timeline::indexOf(which)]; }

    static TimelineColors light();
    static TimelineColors dark();
};

} // namespace ui::timeline
