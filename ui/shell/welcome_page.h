// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The page without a case: three actions, what the quick exit does, and that nothing goes on the internet.
// Its buttons send menu commands; it keeps no list of cases.

#include <wx/scrolwin.h>

namespace ui::shell {

class WelcomePage : public wxScrolledWindow {
public:
    explicit WelcomePage(wxWindow* parent);
    void focusFirst();

private:
    wxSizer* makeBody();
    wxWindow* makeSafetyBox();

    wxWindow* first_ = nullptr;
};

} // namespace ui::shell
