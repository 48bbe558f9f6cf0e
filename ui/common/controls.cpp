// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/controls.h"

#include "ui/common/command_ids.h"

#include <algorithm>

#include <wx/dcclient.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/event.h>
#include <wx/scrolwin.h>

namespace ui::common {
namespace {

constexpr int kLeastTextWidth = 80;

} // namespace

wxStaticText* makeText(wxWindow* parent, const wxString& text, TextStyle style, Color role) {
    auto* label = new wxStaticText(parent, wxID_ANY, wxEmptyString);
    label->SetFont(font(style));
    if (role != Color::Text) label->SetForegroundColour(color(role));
    label->SetLabelText(text);
    return label;
}

WrappedText::WrappedText(wxWindow* parent, const wxString& text, TextStyle style, Color role)
    : wxStaticText(parent, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxST_NO_AUTORESIZE),
      text_(text) {
    SetFont(font(style));
    if (role != Color::Text) SetForegroundColour(color(role));
    SetLabelText(text);
    SetMinSize(FromDIP(wxSize(kLeastTextWidth, -1)));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int width = event.GetSize().x;
        // Not inside the size event: a new best size needs another layout of the parent.
        if (width > 0 && width != wrappedAt_) CallAfter([this, width] { wrapTo(width); });
    });
}

void WrappedText::setText(const wxString& text) {
    if (text == text_) return;
    text_ = text;
    const int width = GetSize().x;
    wrappedAt_ = 0;
    if (width > 0)
        wrapTo(width);
    else
        SetLabelText(text);
}

// Without auto-resize the new text changes no size by itself: only the layout below does, and only where the
// number of lines has changed.
void WrappedText::wrapTo(int width) {
    if (width == wrappedAt_) return;
    wrappedAt_ = width;
    const int before = GetMinSize().y;
    SetLabelText(text_);
    Wrap(width);
    wxClientDC dc(this);
    dc.SetFont(GetFont());
    const int height = dc.GetMultiLineTextExtent(GetLabelText().empty() ? wxString(" ") : GetLabelText()).y;
    if (height == before) return;
    SetMinSize(wxSize(FromDIP(kLeastTextWidth), height));
    wxWindow* page = GetParent();
    while (page->GetParent() && !page->IsTopLevel() && !wxDynamicCast(page, wxScrolledWindow))
        page = page->GetParent();
    InvalidateBestSize(); // those above have kept what they needed before
    growToFit(page);
    page->Layout();
    if (wxDynamicCast(page, wxScrolledWindow)) page->FitInside();
}

void growToFit(wxWindow* dialog) {
    if (!wxDynamicCast(dialog, wxDialog) || !dialog->GetSizer()) return;
    const wxRect screen = wxDisplay(dialog).GetClientArea();
    const wxSize client = dialog->GetClientSize();
    const int frame = dialog->GetSize().y - client.y;
    const int height = std::min(dialog->GetSizer()->CalcMin().y, screen.height - frame);
    if (height <= client.y) return;
    dialog->SetClientSize(client.x, height);
    const wxRect place = dialog->GetScreenRect();
    if (place.GetBottom() > screen.GetBottom())
        dialog->Move(place.x, std::max(screen.y, place.y - (place.GetBottom() - screen.GetBottom())));
}

NoticeBox::NoticeBox(wxWindow* parent, int marginDip) : wxPanel(parent) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    auto* outer = new wxBoxSizer(wxVERTICAL);
    content_ = new wxBoxSizer(wxVERTICAL);
    outer->Add(content_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(marginDip)));
    SetSizer(outer);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
        wxPaintDC dc(this);
        dc.SetBrush(color(Color::Notice));
        dc.SetPen(color(Color::NoticeLine));
        dc.DrawRectangle(GetClientRect());
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        Refresh();
    });
}

void sendCommand(wxWindow* from, int id) {
    wxCommandEvent event(wxEVT_MENU, id);
    event.SetEventObject(from);
    wxGetTopLevelParent(from)->GetEventHandler()->ProcessEvent(event);
}

wxWindow* makeLine(wxWindow* parent, wxOrientation direction) {
    const int one = parent->FromDIP(1);
    auto* line = new wxWindow(parent, wxID_ANY, wxDefaultPosition,
                              direction == wxHORIZONTAL ? wxSize(-1, one) : wxSize(one, -1));
    line->SetBackgroundColour(color(Color::Line));
    line->SetMinSize(direction == wxHORIZONTAL ? wxSize(1, one) : wxSize(one, 1));
    return line;
}

} // namespace ui::common
