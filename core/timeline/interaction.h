// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The mouse as a state machine: what was pressed where, and whether it has become a drag. It moves nothing
// itself; each input gives one gesture for the control to carry out. Evidence cannot be dragged.

#include <cstdint>

namespace core::timeline {

enum class Button : std::uint8_t { Left, Middle };

// Where a press lands, as the control sees it.
enum class Target : std::uint8_t {
    Nothing,
    Item, // bar, mark, span, label
    EmptyLane,
    Ruler,
    RangeStart, // the edges of a chosen range
    RangeEnd,
    Overview,
    OverviewFrame,
    OverviewStart, // the handles of its frame
    OverviewEnd,
};

enum class GestureKind : std::uint8_t {
    None,
    Click, // press and release without a drag
    Pan,   // by dx px since the last one
    Range, // from fromX to x, still being drawn
    RangeDone,
    RangeCancelled,
    OverviewMove,  // by dx
    OverviewStart, // the frame's edge to x
    OverviewEnd,
    OverviewCentre,
};

struct Gesture {
    GestureKind kind = GestureKind::None;
    Target target = Target::Nothing; // of the press
    int x = 0, y = 0;
    int fromX = 0; // where the press was; for a range's edge, its other edge
    int dx = 0;
};

class Interaction {
public:
    enum class State : std::uint8_t { Idle, Pressed, RangeDrag, PanDrag, OverviewDrag };

    explicit Interaction(int dragPx = 4) : dragPx_(dragPx) {}

    State state() const { return state_; }
    // `otherEdgeX` is that of the range when one of its edges is pressed.
    void press(Button button, Target target, int x, int y, int otherEdgeX = 0);
    Gesture move(int x, int y);
    Gesture release(int x, int y);
    // Escape, or the mouse was taken away. Gives RangeCancelled where a range was being drawn.
    Gesture cancel();

private:
    State dragStateOf(Button button, Target target) const;
    Gesture drag(int x, int y);

    int dragPx_;
    State state_ = State::Idle;
    Button button_ = Button::Left;
    Target target_ = Target::Nothing;
    int pressX_ = 0, pressY_ = 0, lastX_ = 0, fromX_ = 0;
};

} // namespace core::timeline
