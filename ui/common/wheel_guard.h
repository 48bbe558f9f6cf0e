// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The mouse wheel over a field that holds a choice or a number scrolls the page it stands on, and never
// changes the field: what was changed so would be saved as evidence, unseen. For all windows of the program
// while one of these lives.

#include <wx/eventfilter.h>
#include <wx/scrolwin.h>

namespace ui::common {

class WheelGuard : public wxEventFilter {
public:
    WheelGuard() { wxEvtHandler::AddFilter(this); }
    ~WheelGuard() override { wxEvtHandler::RemoveFilter(this); }
    WheelGuard(const WheelGuard&) = delete;
    WheelGuard& operator=(const WheelGuard&) = delete;

    int FilterEvent(wxEvent& event) override;

private:
    void scroll(wxScrolledWindow& page, const wxMouseEvent& wheel);

    int rest_ = 0; // pixels still to go: a fine wheel turns by less than the page moves
};

} // namespace ui::common
