// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Small parts that the dialogs are put together from: labelled rows, a calm notice with
// buttons, fields of several lines. Not dialogs, and nothing of a case; texts and lines are
// ui/common/controls.h.

#include "ui/common/theme.h"

#include <functional>
#include <vector>

#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

class wxButton;
class wxDataViewListCtrl;
class wxTextCtrl;

namespace ui::form {

// Two columns: a label of fixed width and its control. The control gets the label as its accessible name.
class FormGrid : public wxFlexGridSizer {
public:
    explicit FormGrid(wxWindow* parent, int labelDip = 152);
    wxStaticText* addRow(const wxString& label, wxWindow* control, bool fill = true);
    // `named` is the control the label belongs to.
    wxStaticText* addRow(const wxString& label, wxSizer* content, wxWindow* named);
    void addContent(wxWindow* control); // a row without a label

private:
    wxWindow* parent_;
    int labelWidth_;
};

// The name a screen reader says; also kept as the window's name for tests.
void nameControl(wxWindow* control, const wxString& name);

// A sentence that breaks into as many lines as its width needs. Wraps again only when its own width changes.
class WrapText : public wxStaticText {
public:
    WrapText(wxWindow* parent, const wxString& text, common::TextStyle style = common::TextStyle::Body,
             common::Color role = common::Color::Text);
    void setText(const wxString& text);
    const wxString& text() const { return text_; } // without the breaks

private:
    void wrapTo(int width);
    wxString text_;
    int wrappedAt_ = 0;
};

// A line under a field: a sentence and up to three buttons. Hidden until shown; never red, never modal.
class NoticeBar : public wxPanel {
public:
    struct Action {
        wxString label;
        std::function<void()> run;
    };
    explicit NoticeBar(wxWindow* parent);
    void showNotice(const wxString& text, const std::vector<Action>& actions = {});
    void hideNotice();
    wxString text() const;
    const std::vector<wxButton*>& buttons() const { return buttons_; }

private:
    void relayout();

    WrapText* text_;
    wxBoxSizer* row_;
    std::vector<wxButton*> buttons_;
};

// A column of text; what is too long for it ends in an ellipsis.
void addTextColumn(wxDataViewListCtrl& list, const wxString& title, int width,
                   wxAlignment align = wxALIGN_LEFT);

// Text of several lines: Tab leaves the field instead of writing a tab.
wxTextCtrl* multiLine(wxWindow* parent, int lines);

} // namespace ui::form
