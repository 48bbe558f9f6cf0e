// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a painter needs for one frame, gathered. It owns nothing and lives for one paint.

#include "core/timeline/hit_test.h"
#include "core/timeline/overview.h"
#include "ui/timeline/card_pictures.h"
#include "ui/timeline/look.h"
#include "ui/timeline/text_cache.h"
#include "ui/timeline/words.h"

#include <optional>
#include <vector>

class wxDC;
class wxWindow;

namespace ui::timeline {

struct Scene {
    const wxWindow& window; // to measure text with, and for its DPI
    const Look& look;
    const Areas& areas;
    const core::timeline::Layout& layout;
    const core::timeline::Overview& overview;
    const core::timeline::TimelineIndex& shown;
    const std::vector<core::timeline::Milestone>& milestones;
    const Tongue& tongue;
    TextCache& texts;
    const CardPictures* pictures; // null: they are closed
    FittedPictures& fitted;
    std::optional<core::timeline::TimeRange> range;
    int scrollY = 0;
    bool solo = false;

    int axisX(int x) const { return areas.axisLeft + x; }
    int laneY(int y) const { return areas.lanes.y + y - scrollY; }
};

// The still picture.
void paintRuler(wxDC& dc, const Scene& scene);
void paintHeads(wxDC& dc, const Scene& scene);
void paintLanes(wxDC& dc, const Scene& scene);
void paintCards(wxDC& dc, const Scene& scene); // a part of the lanes
void paintOverview(wxDC& dc, const Scene& scene);

// The entries whose cards have room for a picture, from left to right.
std::vector<core::timeline::EntryRef> pictureCards(const core::timeline::Layout& layout,
                                                   const core::timeline::TimelineIndex& shown);

// What lies over it and changes without a new layout.
struct OverlayState {
    core::timeline::Hit hover;
    core::timeline::Hit cursor;
    std::optional<core::timeline::Lane> cursorOnShelf;
    std::vector<core::timeline::Rect> selected;
    bool focused = false;
    bool overviewFocused = false;
    bool drawingRange = false;
};
void paintOverlay(wxDC& dc, const Scene& scene, const OverlayState& state);

// Where the shelf's box of a lane is, in client coordinates.
wxRect shelfBox(const Scene& scene, const core::timeline::LaneFrame& frame);

} // namespace ui::timeline
