// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/form/parts.h"

#include "ui/access/accessible.h"
#include "ui/common/controls.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>

namespace ui::form {

using common::Color;
using common::color;
using common::kGap;

namespace {

// Every sizer up to the window that scrolls or ends must know the new height.
void relayoutAbove(wxWindow* window) {
    window->InvalidateBestSize(); // those above have kept what they needed before
    for (wxWindow* up = window->GetParent(); up; up = up->GetParent()) {
        common::growToFit(up);
        up->Layout();
        if (up->IsTopLevel()) break;
        if (wxDynamicCast(up, wxScrolledWindow)) up->FitInside();
    }
}

} // namespace

FormGrid::FormGrid(wxWindow* parent, int labelDip)
    : wxFlexGridSizer(2, parent->FromDIP(kGap), parent->FromDIP(kGap)), parent_(parent),
      labelWidth_(parent->FromDIP(labelDip)) {
    AddGrowableCol(1, 1);
}

wxStaticText* FormGrid::addRow(const wxString& label, wxWindow* control, bool fill) {
    auto* text = new wxStaticText(parent_, wxID_ANY, label);
    text->Wrap(labelWidth_);
    text->SetMinSize({labelWidth_, -1});
    const bool isTall = control->GetBestSize().y > 3 * control->GetCharHeight();
    Add(text, isTall ? wxSizerFlags().Border(wxTOP, parent_->FromDIP(6)) : wxSizerFlags().CenterVertical());
    Add(control, fill ? wxSizerFlags(1).Expand() : wxSizerFlags().Left());
    nameControl(control, label);
    return text;
}

wxStaticText* FormGrid::addRow(const wxString& label, wxSizer* content, wxWindow* named) {
    auto* text = new wxStaticText(parent_, wxID_ANY, label);
    text->Wrap(labelWidth_);
    text->SetMinSize({labelWidth_, -1});
    const bool isTall = content->CalcMin().y > 3 * text->GetCharHeight();
    Add(text, isTall ? wxSizerFlags().Border(wxTOP, parent_->FromDIP(6)) : wxSizerFlags().CenterVertical());
    Add(content, wxSizerFlags(1).Expand());
    if (named) nameControl(named, label);
    return text;
}

void FormGrid::addContent(wxWindow* control) {
    AddSpacer(0);
    Add(control, wxSizerFlags(1).Expand());
}

NoticeBar::NoticeBar(wxWindow* parent) : wxPanel(parent), text_(new WrapText(this, "")) {
    row_ = new wxBoxSizer(wxHORIZONTAL);
    row_->Add(text_, wxSizerFlags(1).CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(10)));
    SetSizer(row_);
    SetBackgroundColour(color(Color::Notice));
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        CallAfter([this] { SetBackgroundColour(color(Color::Notice)); });
    });
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc(this);
        dc.SetBrush(wxBrush(color(Color::Notice)));
        dc.SetPen(wxPen(color(Color::NoticeLine)));
        dc.DrawRectangle(GetClientRect());
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
    Hide();
}

void NoticeBar::showNotice(const wxString& text, const std::vector<Action>& actions) {
    for (wxButton* button : buttons_) {
        row_->Detach(button);
        button->Hide();
        button->CallAfter([button] { button->Destroy(); }); // it may be the one whose click is running
    }
    buttons_.clear();
    text_->setText(text);
    for (const Action& action : actions) {
        auto* button = new wxButton(this, wxID_ANY, action.label);
        button->Bind(wxEVT_BUTTON, [run = action.run](wxCommandEvent&) { run(); });
        row_->Add(button, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(6)));
        buttons_.push_back(button);
    }
    Show();
    relayout();
}

void NoticeBar::hideNotice() {
    if (!IsShown()) return;
    Hide();
    relayout();
}

wxString NoticeBar::text() const { return IsShown() ? text_->text() : wxString(); }

void NoticeBar::relayout() {
    Layout();
    relayoutAbove(this);
}

WrapText::WrapText(wxWindow* parent, const wxString& text, common::TextStyle style, common::Color role)
    : wxStaticText(parent, wxID_ANY, wxEmptyString), text_(text) {
    // Without it SetLabel resizes the window to one line, which fires a size event and wraps forever.
    SetWindowStyleFlag(GetWindowStyleFlag() | wxST_NO_AUTORESIZE);
    SetFont(common::font(style));
    if (role != common::Color::Text) SetForegroundColour(common::color(role));
    SetLabelText(text);
    SetMinSize(FromDIP(wxSize(80, -1)));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int width = event.GetSize().x;
        if (width > 0 && width != wrappedAt_)
            CallAfter([this] { wrapTo(GetSize().x); }); // the last width counts
    });
}

void WrapText::setText(const wxString& text) {
    if (text == text_) return;
    text_ = text;
    wrappedAt_ = 0;
    if (GetSize().x > 0)
        wrapTo(GetSize().x);
    else
        SetLabelText(text);
}

void WrapText::wrapTo(int width) {
    if (width == wrappedAt_) return;
    wrappedAt_ = width;
    const int before = GetMinSize().y;
    SetLabelText(text_);
    Wrap(width);
    wxClientDC dc(this); // GTK knows no best size on a page that is not shown yet
    dc.SetFont(GetFont());
    const int height = dc.GetMultiLineTextExtent(GetLabelText().empty() ? wxString(" ") : GetLabelText()).y;
    if (height == before) return;
    SetMinSize(wxSize(FromDIP(80), height));
    relayoutAbove(this);
}

void nameControl(wxWindow* control, const wxString& name) {
    control->SetName(name);
    access::setName(*control, name);
}

void addTextColumn(wxDataViewListCtrl& list, const wxString& title, int width, wxAlignment align) {
    list.AppendTextColumn(title, wxDATAVIEW_CELL_INERT, width, align)
        ->GetRenderer()
        ->EnableEllipsize(wxELLIPSIZE_END);
}

wxTextCtrl* multiLine(wxWindow* parent, int lines) {
    auto* field = new wxTextCtrl(parent, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE);
    field->SetMinSize({-1, lines * field->GetCharHeight() + field->FromDIP(14)});
    field->Bind(wxEVT_KEY_DOWN, [field](wxKeyEvent& event) {
        if (event.GetKeyCode() != WXK_TAB || event.ControlDown()) {
            event.Skip();
            return;
        }
        field->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                          : wxNavigationKeyEvent::IsForward);
    });
    return field;
}

} // namespace ui::form
