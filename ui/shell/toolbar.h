// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The row of controls above the case: import, new incident, undo and redo, search, what is shown, close
// quickly. Sends menu commands; the search goes into the view's filter.

#include "ui/common/case_view.h"

#include <wx/panel.h>
#include <wx/timer.h>

class wxBitmapButton;
class wxChoice;
class wxSearchCtrl;

namespace ui::shell {

class Toolbar : public wxPanel {
public:
    Toolbar(wxWindow* parent, common::CaseView& view);

    void focusSearch();
    wxWindow* searchField() const;
    void showViewChoice(int index);
    void showUndo(const wxString& undo, const wxString& redo); // empty: nothing to undo

private:
    wxBitmapButton* makeIconButton(int command, const wxString& name);
    void search();
    void refreshIcons();

    common::CaseView& view_;
    wxBitmapButton* undo_;
    wxBitmapButton* redo_;
    wxSearchCtrl* search_;
    wxChoice* choice_;
    wxTimer typing_;
    common::Subscription filter_;
};

} // namespace ui::shell
