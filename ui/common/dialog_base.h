// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The shape all dialogs share: heading with "Close quickly" at its right, content, and a button bar below a
// line. Not a form: a dialog fills content() itself.

#include "ui/common/controls.h"
#include "ui/common/job.h"

#include <wx/dialog.h>

class wxButton;

namespace ui::common {

// A button with that id and exactly that label. GTK takes a label of its own, in the language of its own,
// where a button of a known id says what is usual.
wxButton* makeButton(wxWindow* parent, wxWindowID id, const wxString& label);

class DialogBase : public wxDialog {
public:
    // The title is neutral (it shows in the task bar); the heading may say more.
    DialogBase(wxWindow* parent, const wxString& title, const wxString& heading);

protected:
    wxBoxSizer* content() const { return content_; }
    void setHeading(const wxString& text);
    void setSubheading(const wxString& text); // a muted line under the heading

    // In the order of the calls from left to right. A primary button is the default one (Enter).
    wxButton* addLeftButton(wxWindowID id, const wxString& label);
    wxButton* addButton(wxWindowID id, const wxString& label, bool primary = false);
    wxStaticText* addLeftText(const wxString& text); // muted, at the left of the bar

    // Last call of the constructor: at least that size in dip, centred on the parent, focus set.
    void finish(const wxSize& sizeDip, wxWindow* focus = nullptr);

    // What Close does in a dialog with work of its own: the work is stopped first, a second Close leaves.
    void stopOrLeave(Job& job);

private:
    wxStaticText* heading_;
    wxStaticText* subheading_;
    wxBoxSizer* content_;
    wxBoxSizer* left_;
    wxBoxSizer* right_;
};

} // namespace ui::common
