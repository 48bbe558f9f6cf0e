// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline/interaction.h"

#include <cstdlib>

namespace core::timeline {

Interaction::State Interaction::dragStateOf(Button button, Target target) const {
    switch (target) {
    case Target::Overview:
    case Target::OverviewFrame:
    case Target::OverviewStart:
    case Target::OverviewEnd:
        return State::OverviewDrag;
    case Target::Nothing:
        return State::Pressed;
    default:
        break;
    }
    if (button == Button::Middle || target == Target::Ruler) return State::PanDrag;
    return target == Target::Item ? State::Pressed : State::RangeDrag;
}

void Interaction::press(Button button, Target target, int x, int y, int otherEdgeX) {
    state_ = State::Pressed;
    button_ = button;
    target_ = target;
    pressX_ = lastX_ = x;
    pressY_ = y;
    fromX_ = target == Target::RangeStart || target == Target::RangeEnd ? otherEdgeX : x;
}

Gesture Interaction::move(int x, int y) {
    if (state_ == State::Idle) return {};
    if (state_ == State::Pressed) {
        if (std::abs(x - pressX_) < dragPx_ && std::abs(y - pressY_) < dragPx_) return {};
        state_ = dragStateOf(button_, target_);
    }
    return drag(x, y);
}

Gesture Interaction::drag(int x, int y) {
    Gesture gesture{GestureKind::None, target_, x, y, fromX_, x - lastX_};
    lastX_ = x;
    if (state_ == State::PanDrag) gesture.kind = GestureKind::Pan;
    if (state_ == State::RangeDrag) gesture.kind = GestureKind::Range;
    if (state_ == State::OverviewDrag) {
        gesture.kind = target_ == Target::OverviewStart ? GestureKind::OverviewStart
                       : target_ == Target::OverviewEnd ? GestureKind::OverviewEnd
                                                        : GestureKind::OverviewMove;
    }
    return gesture;
}

Gesture Interaction::release(int x, int y) {
    const State before = state_;
    state_ = State::Idle;
    Gesture gesture{GestureKind::None, target_, x, y, fromX_, 0};
    if (before == State::Pressed && target_ != Target::Nothing && button_ == Button::Left) {
        const bool inItsPlace = std::abs(x - pressX_) < dragPx_ && std::abs(y - pressY_) < dragPx_;
        if (inItsPlace)
            gesture.kind = target_ == Target::Overview ? GestureKind::OverviewCentre : GestureKind::Click;
    }
    if (before == State::RangeDrag) gesture.kind = GestureKind::RangeDone;
    return gesture;
}

Gesture Interaction::cancel() {
    const State before = state_;
    state_ = State::Idle;
    Gesture gesture{GestureKind::None, target_, lastX_, pressY_, fromX_, 0};
    if (before == State::RangeDrag) gesture.kind = GestureKind::RangeCancelled;
    return gesture;
}

} // namespace core::timeline
