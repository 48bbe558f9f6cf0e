// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One of the big actions of the welcome page: icon, title, a line, a key. Painted here, pressed by mouse,
// Space and Enter; sends a menu command. For screen readers it is a button with a name.

#include "ui/common/icons.h"

#include <wx/control.h>

namespace ui::shell {

class WelcomeAction : public wxControl {
public:
    WelcomeAction(wxWindow* parent, int command, common::Icon icon, const wxString& title,
                  const wxString& line, const wxString& key);
    bool AcceptsFocus() const override { return true; }
    bool AcceptsFocusFromKeyboard() const override { return true; }

private:
    void OnPaint(wxPaintEvent& event);
    void OnKey(wxKeyEvent& event);
    void press();
    wxSize DoGetBestClientSize() const override;

    int command_;
    common::Icon icon_;
    wxString title_, line_, key_;
    bool hover_ = false;
};

} // namespace ui::shell
