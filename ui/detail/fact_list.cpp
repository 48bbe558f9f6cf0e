// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/fact_list.h"

#include "ui/common/clipboard.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::detail {

using common::Color;
using common::TextStyle;

namespace {

constexpr int kNameWidth = 80;
constexpr int kTextMargin = 10;
constexpr int kLeastLink = 56;

// As wide as there is room: what of its words does not fit is cut with dots, and all are in the tip.
wxButton* makeLinkButton(wxWindow* parent, const wxString& label, std::function<void()> act) {
    auto* link = new wxButton(parent, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize,
                              wxBU_EXACTFIT | wxBORDER_NONE | wxBU_LEFT);
    link->SetLabelText(label);
    link->SetForegroundColour(common::color(Color::Accent));
    const wxSize whole = link->GetBestSize();
    link->SetMinSize(wxSize(std::min(whole.x, parent->FromDIP(kLeastLink)), whole.y));
    link->SetMaxSize(whole);
    link->Bind(wxEVT_SIZE, [link, label, whole](wxSizeEvent& event) {
        event.Skip();
        const int edges = whole.x - link->GetTextExtent(label).x;
        const wxString shown =
            event.GetSize().x >= whole.x
                ? label
                : wxControl::Ellipsize(label, wxClientDC(link), wxELLIPSIZE_END, event.GetSize().x - edges);
        if (shown == link->GetLabelText()) return;
        link->SetLabelText(shown);
        link->SetToolTip(shown == label ? wxString() : label);
    });
    link->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
    return link;
}

// In the colour of lists, with a thin line around.
wxPanel* makeFramedBox(wxWindow* parent) {
    auto* box = new wxPanel(parent);
    box->SetBackgroundStyle(wxBG_STYLE_PAINT);
    box->Bind(wxEVT_PAINT, [box](wxPaintEvent&) {
        wxPaintDC dc(box);
        dc.SetBrush(common::color(Color::Base));
        dc.SetPen(common::color(Color::Line));
        dc.DrawRectangle(box->GetClientRect());
    });
    return box;
}

} // namespace

FactList::FactList(wxWindow* parent, const wxString& name)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      all_(new wxBoxSizer(wxVERTICAL)) {
    SetName(name);
    SetScrollRate(0, FromDIP(12));
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(all_, wxSizerFlags().Expand().Border(wxALL, FromDIP(common::kMargin)));
    SetSizer(outer);
}

void FactList::begin() {
    Freeze();
    all_->Clear(true);
    grid_ = nullptr;
    Scroll(0, 0);
}

void FactList::end() {
    Layout();
    FitInside();
    Thaw();
}

wxFlexGridSizer* FactList::grid() {
    if (!grid_) {
        grid_ = new wxFlexGridSizer(2, FromDIP(common::kGap), FromDIP(common::kGap));
        grid_->AddGrowableCol(1, 1);
        all_->Add(grid_, wxSizerFlags().Expand());
    }
    return grid_;
}

void FactList::addTitle(const wxString& text) {
    grid_ = nullptr;
    all_->Add(new common::WrappedText(this, text, TextStyle::Section), wxSizerFlags().Expand());
    addGap();
}

void FactList::addLine(const wxString& text, TextStyle style, Color role) {
    grid_ = nullptr;
    if (!text.empty()) all_->Add(new common::WrappedText(this, text, style, role), wxSizerFlags().Expand());
}

void FactList::addFact(const wxString& name, const wxString& value, const wxString& small) {
    addFact(name, new common::WrappedText(this, value), small);
}

void FactList::addFact(const wxString& name, wxWindow* value, const wxString& small) {
    auto* label = new common::WrappedText(this, name, TextStyle::Small, Color::Muted);
    label->SetMinSize(FromDIP(wxSize(kNameWidth, -1)));
    auto* cell = new wxBoxSizer(wxVERTICAL);
    cell->Add(value, wxSizerFlags().Expand());
    if (!small.empty())
        cell->Add(new common::WrappedText(this, small, TextStyle::Tiny, Color::Muted),
                  wxSizerFlags().Expand());
    grid()->Add(label, wxSizerFlags().Top());
    grid()->Add(cell, wxSizerFlags(1).Expand());
}

void FactList::addFixed(const wxString& name, const wxString& shown, const wxString& copied) {
    auto* row = new wxPanel(this);
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    auto* text = common::makeText(row, shown, TextStyle::Fixed);
    text->SetToolTip(copied);
    auto* copy = makeLinkButton(row, _("Copy"), [copied] { common::copyText(copied); });
    copy->SetName(wxString::Format(_("Copy %s"), name));
    sizer->Add(text, wxSizerFlags(1).CenterVertical());
    sizer->Add(copy, wxSizerFlags().CenterVertical());
    row->SetSizer(sizer);
    addFact(name, row);
}

void FactList::addContent(const wxString& name, const wxString& text, Color bar, int maxLines) {
    grid_ = nullptr;
    auto* box = makeFramedBox(this);
    auto* edge = new wxWindow(box, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(4, -1)));
    edge->SetBackgroundColour(common::color(bar));
    auto* field = new wxTextCtrl(box, wxID_ANY, text, wxDefaultPosition, wxDefaultSize,
                                 wxTE_MULTILINE | wxTE_READONLY | wxTE_BESTWRAP | wxBORDER_NONE);
    field->SetName(name);
    const int letters = std::max(20, GetClientSize().x / std::max(1, GetCharWidth()) - 10);
    int lines = 1;
    int column = 0;
    for (const auto letter : text) {
        if (letter == '\n' || ++column > letters) {
            ++lines;
            column = 0;
        }
        if (lines > maxLines) break;
    }
    const int height = (std::min(lines, maxLines) + 1) * (GetCharHeight() + FromDIP(2)) + FromDIP(12);
    field->SetMinSize(wxSize(FromDIP(80), height));
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    sizer->Add(edge, wxSizerFlags().Expand());
    sizer->Add(field, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(kTextMargin)));
    box->SetSizer(sizer);
    all_->Add(box, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(common::kGap)));
}

void FactList::addSeparator() {
    grid_ = nullptr;
    all_->Add(common::makeLine(this), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, FromDIP(12)));
}

void FactList::addGap(int dip) {
    grid_ = nullptr;
    all_->AddSpacer(FromDIP(dip));
}

void FactList::addWindow(wxWindow* window) {
    grid_ = nullptr;
    all_->Add(window, wxSizerFlags().Expand());
}

wxWindow* FactList::addLink(const wxString& name, const wxString& label, std::function<void()> act,
                            const wxString& small) {
    auto* link = makeLinkButton(this, label, std::move(act));
    addFact(name, link, small);
    return link;
}

} // namespace ui::detail
