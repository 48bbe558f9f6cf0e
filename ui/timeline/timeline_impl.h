// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The inside of TimelineCtrl: its state, the view on it, and its reactions to keys and mouse. Included by the
// .cpp files of the control only.

#include "core/timeline/cursor.h"
#include "core/timeline/interaction.h"
#include "core/timeline/view_history.h"
#include "ui/timeline/scene.h"
#include "ui/timeline/timeline_ctrl.h"

#include <wx/bitmap.h>
#include <wx/timer.h>

namespace ui::timeline {

struct TimelineCtrl::Impl {
    explicit Impl(TimelineCtrl& control);

    TimelineCtrl& owner;
    Tongue tongue;
    Look look;
    TextCache texts;
    std::shared_ptr<CardPictures> pictures; // null: closed
    FittedPictures fitted;

    Index whole, filtered; // never null
    std::vector<core::timeline::Milestone> milestones;

    core::timeline::TimeScale scale;
    core::timeline::Levels levels{};
    std::optional<core::timeline::Lane> solo;
    int scrollY = 0;
    bool showsAll = true; // until the user looks elsewhere: then new data and sizes keep the view
    core::timeline::ViewHistory history;

    std::optional<core::timeline::Cursor> cursor;
    std::optional<EntryRef> cursorEntry; // survives new data, where positions do not
    std::vector<EntryRef> selection;
    std::array<std::vector<core::timeline::Position>, core::timeline::kLanes> selectedPositions; // sorted
    std::optional<core::timeline::TimeRange> range, rangeBeforeDrag;
    core::timeline::Hit hover;
    core::timeline::Interaction interaction;
    bool overviewFocused = false;
    wxString spoken;

    // The picture and what it was made from; rebuilt on demand.
    Areas areas;
    int fittedWidth = 0; // of the axis, that `scale` was made for
    core::timeline::Layout layout;
    core::timeline::Overview overview;
    wxBitmap picture;
    bool layoutStale = true, overviewStale = true, pictureStale = true, lookStale = true;
    wxTimer settled;

    const core::timeline::TimelineIndex& shown() const { return *filtered; }

    // view.cpp: the view and its layout
    void changed(); // view, data or size: layout and picture are redone at the next paint
    void repaint(); // the picture alone
    void ensureLayout();
    std::vector<core::timeline::Lane> lanes() const;
    Scene scene();
    core::timeline::CursorContext context();
    std::vector<core::timeline::Lane> shownLanes; // what the context points at
    int axisWidth() const;
    core::timeline::LayoutInput layoutInput(); // without the lanes
    void chooseFlagRows();
    void fitToWindow(); // all of the case, or the range seen so far, over the present width
    void setScale(const core::timeline::TimeScale& to);
    void zoomAround(double x, double factor);
    void zoomTo(const core::timeline::TimeRange& range, bool withSomeAir);
    void fitAll();
    double cursorX(); // where zooming by key pivots: the cursor if in view, else the middle
    void scrollLanes(int px);
    void rememberView(); // after the view came to rest

    // choice.cpp: cursor, selection, range
    void setCursor(const core::timeline::Cursor& to, bool follow);
    void followCursor();
    void placeCursor();
    std::vector<EntryRef> cursorEntries();
    void select(std::vector<EntryRef> entries, bool tell);
    void toggle(const std::vector<EntryRef>& entries);
    void extendTo(const std::vector<EntryRef>& entries);
    void placeSelection();
    void setRange(std::optional<core::timeline::TimeRange> to, bool tell);
    void growRange(int direction);
    void speak();
    std::vector<core::timeline::Rect> selectedRects() const;
    std::optional<core::timeline::TimeRange> rangeOfSelection() const;

    // keys.cpp
    bool moveKey(int key, bool ctrl, bool shift); // false: not ours
    bool overviewKey(int key, bool ctrl);
    bool commandKey(int character);
    bool escape();
    void enter();

    // mouse.cpp
    core::timeline::Target targetAt(const wxPoint& at, int& otherEdge);
    core::timeline::Hit hitAt(const wxPoint& at);
    const core::timeline::LaneFrame* shelfAt(const wxPoint& at);
    void carryOut(const core::timeline::Gesture& gesture, bool ctrl, bool shift, bool alt);
    void click(const core::timeline::Gesture& gesture, bool ctrl, bool shift);
    void doubleClick(const wxPoint& at);
    void drawRange(int fromX, int toX, bool snap);
    void hoverAt(const wxPoint& at);
    wxString tipFor(const core::timeline::Hit& hit);
    void wheel(const wxPoint& at, double notches, bool zoom, bool sideways);

    // paint.cpp
    void paintPicture();
    void wantPictures();
    void paint(wxDC& dc);
    OverlayState overlay();

    void bindKeys();
    void bindMouse();
    void bindPaint();
};

} // namespace ui::timeline
