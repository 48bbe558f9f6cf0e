// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Sizes, fonts and places of the timeline in one window: from the font's height first, so that large text has
// room, and from device-independent pixels second. No data.

#include "core/timeline/layout.h"
#include "ui/timeline/timeline_colors.h"

#include <wx/bmpbndl.h>
#include <wx/font.h>
#include <wx/gdicmn.h>

class wxWindow;

namespace ui::timeline {

struct Look {
    TimelineColors colors;
    std::array<wxBitmapBundle, core::timeline::kLanes> icons; // may be empty
    wxFont body, strong, small, smallStrong;
    core::timeline::Metrics metrics; // laneHeight is the least; Areas stretches it
    int bodyHeight = 0, smallHeight = 0;
    int pad = 0, icon = 0, hatchStep = 0;
    int headWidth = 0, shelfWidth = 0;
    int flagRow = 0, flagRows = 1, rulerRow = 0, overviewHeight = 0, overviewPad = 0;
    int handleWidth = 0, handleHeight = 0, thick = 0, thin = 0;

    // After a change of font, DPI or data. Without flags or undated ones their places are not kept free.
    // `wholeRange` are the words below the name of the whole case.
    void update(wxWindow& window, bool hasFlags, bool hasShelf, const wxString& wholeRange);
    int flagsHeight() const { return flagRow * flagRows; }
};

// In client coordinates; the lanes' part scrolls when it is too low for all of them.
struct Areas {
    wxRect ruler, lanes, overview; // right of the heads
    int axisLeft = 0;
    int rulerHeight = 0;
    int width = 0, height = 0;
};
Areas areasOf(const Look& look, const wxSize& client);

// Whether so many lanes have room for two lines of words each.
bool haveRoom(const Look& look, const Areas& areas, std::size_t lanes, bool incidents);
// Lanes grow into free height, up to twice their own, and where it is short they are as low as one line.
core::timeline::Metrics stretched(const Look& look, const Areas& areas, std::size_t lanes, bool incidents);

} // namespace ui::timeline
