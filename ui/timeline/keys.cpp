// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard: the cursor, the view, the range.
#include "ui/timeline/timeline_impl.h"

#include <wx/event.h>

namespace ui::timeline {

using core::timeline::Cursor;

void TimelineCtrl::Impl::enter() {
    if (!cursor) return;
    if (cursor->onShelf) {
        select(cursorEntries(), true);
        return;
    }
    const auto reach = reachOf(context(), *cursor);
    if (reach.isBar) {
        zoomTo(reach.range, false);
    } else if (owner.onActivate) {
        owner.onActivate(shown().entryAt(cursor->lane, cursor->position));
    }
}

bool TimelineCtrl::Impl::escape() {
    if (interaction.state() != core::timeline::Interaction::State::Idle) {
        carryOut(interaction.cancel(), false, false, false);
        if (owner.HasCapture()) owner.ReleaseMouse();
    } else if (range) {
        setRange(std::nullopt, true);
    } else if (!selection.empty()) {
        select({}, true);
    } else {
        return false;
    }
    return true;
}

bool TimelineCtrl::Impl::overviewKey(int key, bool ctrl) {
    const double width = axisWidth();
    switch (key) {
    case WXK_LEFT:
        setScale(scale.movedBy(-width / 10));
        return true;
    case WXK_RIGHT:
        setScale(scale.movedBy(width / 10));
        return true;
    case WXK_HOME:
        if (whole->range()) owner.goTo(whole->range()->fromMs);
        return true;
    case WXK_END:
        if (whole->range()) owner.goTo(whole->range()->toMs - 1);
        return true;
    case WXK_UP:
        if (!ctrl) return false;
        overviewFocused = false;
        owner.Refresh();
        return true;
    default:
        return false;
    }
}

bool TimelineCtrl::Impl::moveKey(int key, bool ctrl, bool shift) {
    ensureLayout();
    if (overviewFocused && overviewKey(key, ctrl)) return true;
    const double width = axisWidth();
    const auto move = [&](Cursor (*how)(const core::timeline::CursorContext&, Cursor)) {
        if (cursor) setCursor(how(context(), *cursor), true);
    };
    switch (key) {
    case WXK_LEFT:
    case WXK_RIGHT: {
        const int direction = key == WXK_LEFT ? -1 : 1;
        if (shift)
            growRange(direction);
        else if (ctrl)
            setScale(scale.movedBy(direction * width / 10));
        else
            move(direction < 0 ? core::timeline::left : core::timeline::right);
        return true;
    }
    case WXK_UP:
        if (!ctrl) move(core::timeline::up);
        return true;
    case WXK_DOWN:
        overviewFocused = ctrl;
        if (!ctrl) move(core::timeline::down);
        owner.Refresh();
        return true;
    case WXK_PAGEUP:
        setScale(scale.movedBy(-width));
        return true;
    case WXK_PAGEDOWN:
        setScale(scale.movedBy(width));
        return true;
    case WXK_HOME:
        if (ctrl)
            move(core::timeline::first);
        else if (cursor)
            setCursor(firstIn(context(), *cursor, scale.range(axisWidth())), false);
        return true;
    case WXK_END:
        if (ctrl)
            move(core::timeline::last);
        else if (cursor)
            setCursor(lastIn(context(), *cursor, scale.range(axisWidth())), false);
        return true;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        enter();
        return true;
    case WXK_SPACE:
        toggle(cursorEntries());
        return true;
    case WXK_BACK:
        owner.back();
        return true;
    case WXK_ESCAPE:
        return escape();
    default:
        return false;
    }
}

bool TimelineCtrl::Impl::commandKey(int character) {
    switch (character) {
    case '+':
        owner.zoomIn();
        return true;
    case '-':
        owner.zoomOut();
        return true;
    case '0':
        fitAll();
        return true;
    case 'f':
    case 'F':
        if (range) {
            zoomTo(*range, false);
        } else if (const auto selected = rangeOfSelection()) {
            zoomTo(*selected, true);
        }
        return true;
    case 'n':
    case 'N':
        if (cursor) setCursor(next(context(), *cursor), true);
        return true;
    case 'p':
    case 'P':
        if (cursor) setCursor(previous(context(), *cursor), true);
        return true;
    default:
        break;
    }
    if (character < '1' || character > '9') return false;
    const auto at = static_cast<std::size_t>(character - '1');
    std::vector<core::timeline::Lane> all;
    {
        const auto kept = solo;
        solo.reset();
        all = lanes();
        solo = kept;
    }
    if (at < all.size()) owner.setSolo(solo == all[at] ? std::nullopt : std::optional(all[at]));
    return true;
}

void TimelineCtrl::Impl::bindKeys() {
    owner.Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_TAB) {
            owner.Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                             : wxNavigationKeyEvent::IsForward);
            return;
        }
        if (event.AltDown() || !moveKey(key, event.ControlDown(), event.ShiftDown())) event.Skip();
    });
    owner.Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        if (event.AltDown() || event.ControlDown() || !commandKey(event.GetUnicodeKey())) event.Skip();
    });
    const auto focusChanged = [this](wxFocusEvent& event) {
        owner.Refresh();
        event.Skip();
    };
    owner.Bind(wxEVT_SET_FOCUS, focusChanged);
    owner.Bind(wxEVT_KILL_FOCUS, focusChanged);
}

} // namespace ui::timeline
