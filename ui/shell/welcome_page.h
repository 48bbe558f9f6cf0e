// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The page without a case: three actions, what the quick exit does, and that nothing goes on the internet.
// Its buttons send menu commands; it keeps no list of cases.

#include <string>

#include <wx/scrolwin.h>

namespace ui::shell {

class WelcomePage : public wxScrolledWindow {
public:
    // `samplePassphrase`: shown beside the sample; empty where there is none.
    WelcomePage(wxWindow* parent, const std::string& samplePassphrase);
    void focusFirst();

private:
    wxSizer* makeBody(const std::string& samplePassphrase);
    wxWindow* makeSafetyBox();

    wxWindow* first_ = nullptr;
};

} // namespace ui::shell
