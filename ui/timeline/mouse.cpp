// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse: what lies under it, and carrying out the gestures that the state machine makes of it.
#include "ui/timeline/timeline_impl.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <wx/event.h>

namespace ui::timeline {

using core::timeline::Button;
using core::timeline::Gesture;
using core::timeline::GestureKind;
using core::timeline::Hit;
using core::timeline::HitKind;
using core::timeline::Target;
using core::timeline::TimeRange;

Hit TimelineCtrl::Impl::hitAt(const wxPoint& at) {
    ensureLayout();
    if (!areas.lanes.Contains(at)) return {};
    return hitTest(layout, at.x - areas.axisLeft, at.y - areas.lanes.y + scrollY);
}

const core::timeline::LaneFrame* TimelineCtrl::Impl::shelfAt(const wxPoint& at) {
    ensureLayout();
    const Scene now = scene();
    for (const auto& frame : layout.lanes)
        if (look.shelfWidth > 0 && frame.undated > 0 && shelfBox(now, frame).Contains(at)) return &frame;
    return nullptr;
}

Target TimelineCtrl::Impl::targetAt(const wxPoint& at, int& otherEdge) {
    ensureLayout();
    const int x = at.x - areas.axisLeft;
    const int near = look.thick * 2;
    if (areas.overview.Contains(at) && !overview.bars.empty()) {
        const auto frame =
            overviewFrame(overview, areas.overview.width, scale.range(axisWidth()), 2 * look.handleWidth);
        if (std::abs(x - frame.from) <= look.handleWidth) return Target::OverviewStart;
        if (std::abs(x - frame.to) <= look.handleWidth) return Target::OverviewEnd;
        return x > frame.from && x < frame.to ? Target::OverviewFrame : Target::Overview;
    }
    if (areas.ruler.Contains(at)) return Target::Ruler;
    if (!areas.lanes.Contains(at)) return Target::Nothing;
    if (range) {
        const int from = scale.clampedX(range->fromMs);
        const int to = scale.clampedX(range->toMs);
        otherEdge = std::abs(x - from) <= near ? to : from;
        if (std::abs(x - from) <= near) return Target::RangeStart;
        if (std::abs(x - to) <= near) return Target::RangeEnd;
    }
    const HitKind hit = hitAt(at).kind;
    return hit == HitKind::None || hit == HitKind::Lane ? Target::EmptyLane : Target::Item;
}

void TimelineCtrl::Impl::drawRange(int fromX, int toX, bool snap) {
    const auto timeAt = [&](int x) {
        const auto ms = static_cast<std::int64_t>(scale.toMs(x));
        return snap ? core::timeline::snapped(ms, layout.ruler.fine, tongue.zone) : ms;
    };
    TimeRange drawn{timeAt(std::min(fromX, toX)), timeAt(std::max(fromX, toX))};
    if (drawn.toMs <= drawn.fromMs)
        drawn.toMs = snap ? stepNext(drawn.fromMs, layout.ruler.fine, tongue.zone) : drawn.fromMs + 1;
    setRange(drawn, false);
}

void TimelineCtrl::Impl::click(const Gesture& gesture, bool ctrl, bool shift) {
    const Hit hit = hitAt({gesture.x, gesture.y});
    auto entries = core::timeline::entriesOf(shown(), layout, hit);
    if (gesture.target == Target::EmptyLane) {
        if (range)
            setRange(std::nullopt, true);
        else if (!ctrl && !shift && !selection.empty())
            select({}, true);
        return;
    }
    if (gesture.target != Target::Item || entries.empty()) return;
    const auto place = shown().find(entries.front());
    if (ctrl)
        toggle(entries);
    else if (shift)
        extendTo(entries);
    else
        select(entries, true);
    if (place) setCursor({place->lane, place->position, false}, false);
}

void TimelineCtrl::Impl::carryOut(const Gesture& gesture, bool ctrl, bool shift, bool alt) {
    const int left = areas.axisLeft;
    const TimeRange view = scale.range(axisWidth());
    const auto show = [&](const TimeRange& to) { setScale(core::timeline::TimeScale::fit(to, axisWidth())); };
    switch (gesture.kind) {
    case GestureKind::None:
        return;
    case GestureKind::Click:
        return click(gesture, ctrl, shift);
    case GestureKind::Pan:
        return setScale(scale.movedBy(-gesture.dx));
    case GestureKind::Range:
        return drawRange(gesture.fromX - left, gesture.x - left, !alt);
    case GestureKind::RangeDone:
        drawRange(gesture.fromX - left, gesture.x - left, !alt);
        if (range != rangeBeforeDrag && owner.onRange) owner.onRange(range);
        return owner.Refresh();
    case GestureKind::RangeCancelled:
        return setRange(rangeBeforeDrag, false);
    case GestureKind::OverviewMove:
        return setScale(scale.movedBy(gesture.dx / overview.scale.pxPerMs() * scale.pxPerMs()));
    case GestureKind::OverviewStart:
        return show(withStartAt(overview, view, gesture.x - left, 1));
    case GestureKind::OverviewEnd:
        return show(withEndAt(overview, view, gesture.x - left, 1));
    case GestureKind::OverviewCentre:
        return owner.goTo(static_cast<std::int64_t>(overview.scale.toMs(gesture.x - left)));
    }
}

void TimelineCtrl::Impl::doubleClick(const wxPoint& at) {
    ensureLayout();
    const int x = at.x - areas.axisLeft;
    if (areas.ruler.Contains(at)) {
        const bool upper = at.y < look.flagsHeight() + look.rulerRow;
        for (const auto& tick : upper ? layout.ruler.upperTicks : layout.ruler.lowerTicks)
            if (x >= tick.x && scale.toMs(x) < static_cast<double>(tick.nextMs) &&
                x < tick.labelX + tick.room)
                return zoomTo({tick.ms, tick.nextMs}, false);
        return;
    }
    const Hit hit = hitAt(at);
    const auto entries = core::timeline::entriesOf(shown(), layout, hit);
    if (entries.empty()) return;
    if (hit.kind == HitKind::Bar) return zoomTo(layout.bars[hit.at].range, false);
    if (entries.size() > 1 && hit.kind == HitKind::Mark) {
        const auto& mark = layout.marks[hit.at];
        const auto& start = shown().lane(mark.lane).start;
        if (start[mark.last - 1] > start[mark.first])
            return zoomTo({start[mark.first], start[mark.last - 1] + 1}, true);
    }
    if (owner.onActivate) owner.onActivate(entries.front());
}

wxString TimelineCtrl::Impl::tipFor(const Hit& hit) {
    const auto entries = core::timeline::entriesOf(shown(), layout, hit);
    if (entries.empty()) return {};
    if (entries.size() == 1) return itemTip(hit.lane, texts.text(entries.front()));
    if (hit.kind == HitKind::Bar)
        return groupTip(hit.lane, layout.bars[hit.at].count, layout.bars[hit.at].range, tongue);
    const auto first = shown().find(entries.front());
    const auto last = shown().find(entries.back());
    const auto& start = shown().lane(hit.lane).start;
    return groupTip(hit.lane, entries.size(), {start[first->position], start[last->position] + 1}, tongue);
}

void TimelineCtrl::Impl::hoverAt(const wxPoint& at) {
    const Hit hit = hitAt(at);
    if (hit == hover) return;
    hover = hit;
    const wxString tip = tipFor(hit);
    if (tip.empty())
        owner.UnsetToolTip();
    else
        owner.SetToolTip(tip); // the toolkit waits before it shows
    owner.Refresh();
}

void TimelineCtrl::Impl::wheel(const wxPoint& at, double notches, bool zoom, bool sideways) {
    ensureLayout();
    if (zoom) {
        const int x = std::clamp(at.x - areas.axisLeft, 0, axisWidth());
        zoomAround(x, std::pow(1.25, notches));
    } else if (!sideways && layout.height > areas.lanes.height) {
        scrollLanes(static_cast<int>(-notches * look.metrics.laneHeight));
    } else {
        setScale(scale.movedBy(-notches * axisWidth() / 15));
    }
    hoverAt(at);
}

void TimelineCtrl::Impl::bindMouse() {
    const auto press = [this](Button button) {
        return [this, button](wxMouseEvent& event) {
            owner.SetFocus();
            int otherEdge = 0;
            const Target target = targetAt(event.GetPosition(), otherEdge);
            overviewFocused = target >= Target::Overview;
            if (const auto* frame = shelfAt(event.GetPosition())) {
                setCursor({frame->lane, 0, true}, false);
                select(cursorEntries(), true);
            }
            rangeBeforeDrag = range;
            interaction.press(button, target, event.GetX(), event.GetY(), otherEdge + areas.axisLeft);
            if (!owner.HasCapture()) owner.CaptureMouse();
        };
    };
    const auto release = [this](wxMouseEvent& event) {
        if (owner.HasCapture()) owner.ReleaseMouse();
        carryOut(interaction.release(event.GetX(), event.GetY()), event.ControlDown(), event.ShiftDown(),
                 event.AltDown());
    };
    owner.Bind(wxEVT_LEFT_DOWN, press(Button::Left));
    owner.Bind(wxEVT_MIDDLE_DOWN, press(Button::Middle));
    owner.Bind(wxEVT_LEFT_UP, release);
    owner.Bind(wxEVT_MIDDLE_UP, release);
    owner.Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent& event) { doubleClick(event.GetPosition()); });
    owner.Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        if (interaction.state() == core::timeline::Interaction::State::Idle) hoverAt(event.GetPosition());
        carryOut(interaction.move(event.GetX(), event.GetY()), event.ControlDown(), event.ShiftDown(),
                 event.AltDown());
    });
    owner.Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { hoverAt({-1, -1}); });
    owner.Bind(wxEVT_MOUSE_CAPTURE_LOST,
               [this](wxMouseCaptureLostEvent&) { carryOut(interaction.cancel(), false, false, false); });
    owner.Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        const bool horizontal = event.GetWheelAxis() == wxMOUSE_WHEEL_HORIZONTAL;
        const double notches = static_cast<double>(event.GetWheelRotation()) / event.GetWheelDelta();
        wheel(event.GetPosition(), horizontal ? -notches : notches, event.ControlDown(),
              horizontal || event.ShiftDown());
    });
    owner.Bind(wxEVT_CONTEXT_MENU, [this](wxContextMenuEvent& event) {
        const bool byKey = event.GetPosition() == wxDefaultPosition;
        wxPoint at = byKey ? wxPoint(areas.axisLeft + static_cast<int>(cursorX()), areas.lanes.y)
                           : owner.ScreenToClient(event.GetPosition());
        const auto entries = byKey ? cursorEntries() : core::timeline::entriesOf(shown(), layout, hitAt(at));
        const bool inSelection =
            !entries.empty() && std::binary_search(selection.begin(), selection.end(), entries.front());
        if (!entries.empty() && !inSelection) select(entries, true);
        if (owner.onContextMenu) owner.onContextMenu(at);
    });
}

} // namespace ui::timeline
