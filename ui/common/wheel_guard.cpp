// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wheel_guard.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/datectrl.h>
#include <wx/scrolwin.h>
#include <wx/slider.h>
#include <wx/spinctrl.h>
#include <wx/timectrl.h>

namespace ui::common {
namespace {

constexpr int kLinesATurn = 3;

bool changesByWheel(const wxWindow* window) {
    return wxDynamicCast(window, wxChoice) || wxDynamicCast(window, wxComboBox) ||
           wxDynamicCast(window, wxSpinCtrl) || wxDynamicCast(window, wxSpinCtrlDouble) ||
           wxDynamicCast(window, wxSpinButton) || wxDynamicCast(window, wxSlider) ||
           wxDynamicCast(window, wxDatePickerCtrl) || wxDynamicCast(window, wxTimePickerCtrl);
}

// The field itself, or the one a part of which the window is; null where it is none.
const wxWindow* fieldAt(const wxWindow* window) {
    for (; window != nullptr && !window->IsTopLevel(); window = window->GetParent())
        if (changesByWheel(window)) return window;
    return nullptr;
}

wxScrolledWindow* pageOf(const wxWindow& field) {
    for (wxWindow* page = field.GetParent(); page != nullptr && !page->IsTopLevel(); page = page->GetParent())
        if (auto* scrolled = wxDynamicCast(page, wxScrolledWindow)) return scrolled;
    return nullptr;
}

} // namespace

// The list that drops down is a window of the toolkit's own: its wheel does not come by here.
int WheelGuard::FilterEvent(wxEvent& event) {
    if (event.GetEventType() != wxEVT_MOUSEWHEEL) return Event_Skip;
    const wxWindow* field = fieldAt(wxDynamicCast(event.GetEventObject(), wxWindow));
    if (field == nullptr) return Event_Skip;
    const auto& wheel = static_cast<const wxMouseEvent&>(event);
    wxScrolledWindow* page = pageOf(*field);
    if (page != nullptr && wheel.GetWheelAxis() == wxMOUSE_WHEEL_VERTICAL) scroll(*page, wheel);
    return Event_Processed; // which also keeps the toolkit from it
}

// GTK scrolls a page itself, with an event we can no longer hand to it: so the page is moved by hand.
void WheelGuard::scroll(wxScrolledWindow& page, const wxMouseEvent& wheel) {
    int unit = 0;
    page.GetScrollPixelsPerUnit(nullptr, &unit);
    if (unit <= 0 || wheel.GetWheelDelta() <= 0) return;
    rest_ -= wheel.GetWheelRotation() * kLinesATurn * page.GetCharHeight() / wheel.GetWheelDelta();
    const int units = rest_ / unit;
    rest_ -= units * unit;
    if (units != 0) page.Scroll(wxDefaultCoord, std::max(0, page.GetViewStart().y + units));
}

} // namespace ui::common
