// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialog_base.h"

#include "ui/common/quick_exit.h"

#include <wx/button.h>

namespace ui::common {

DialogBase::DialogBase(wxWindow* parent, const wxString& title, const wxString& heading)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      content_(new wxBoxSizer(wxVERTICAL)), left_(new wxBoxSizer(wxHORIZONTAL)),
      right_(new wxBoxSizer(wxHORIZONTAL)) {
    const int margin = FromDIP(kDialogMargin);
    heading_ = makeText(this, heading, TextStyle::Title);
    subheading_ = makeMuted(this, wxEmptyString, TextStyle::Body);
    subheading_->Hide();

    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(heading_, wxSizerFlags(1).CenterVertical());
    head->Add(makeQuickExitButton(this), wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(kGroupGap)));
    auto* bar = new wxBoxSizer(wxHORIZONTAL);
    bar->Add(left_, wxSizerFlags().CenterVertical());
    bar->AddStretchSpacer(); // a sizer without anything in it takes no room
    bar->Add(right_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(kGroupGap)));

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(head, wxSizerFlags()
                       .Expand()
                       .Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(kMargin))
                       .Border(wxLEFT | wxRIGHT, margin));
    all->Add(subheading_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, margin));
    all->Add(content_, wxSizerFlags(1).Expand().Border(wxALL, margin));
    all->Add(makeLine(this), wxSizerFlags().Expand());
    all->Add(bar, wxSizerFlags().Expand().Border(wxALL, FromDIP(kMargin)));
    // Border() sets one width for its sides; the bar and the head need margin at the sides, 16 above and
    // below.
    all->GetItem(head)->SetBorder(FromDIP(kMargin));
    all->GetItem(head)->SetFlag(wxEXPAND | wxTOP);
    head->InsertSpacer(0, margin);
    head->AddSpacer(margin);
    bar->InsertSpacer(0, margin - FromDIP(kMargin));
    bar->AddSpacer(margin - FromDIP(kMargin));
    all->GetItem(subheading_)->SetFlag(wxEXPAND | wxLEFT | wxRIGHT);
    SetSizer(all);
}

void DialogBase::setHeading(const wxString& text) { heading_->SetLabelText(text); }

void DialogBase::setSubheading(const wxString& text) {
    subheading_->SetLabelText(text);
    subheading_->Show(!text.empty());
}

wxButton* makeButton(wxWindow* parent, wxWindowID id, const wxString& label) {
    auto* button = new wxButton(parent, wxID_ANY, label);
    button->SetId(id);
    return button;
}

wxButton* DialogBase::addLeftButton(wxWindowID id, const wxString& label) {
    auto* button = makeButton(this, id, label);
    left_->Add(button, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(kGap)));
    return button;
}

wxButton* DialogBase::addButton(wxWindowID id, const wxString& label, bool primary) {
    auto* button = makeButton(this, id, label);
    right_->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(kGap)));
    if (primary) button->SetDefault();
    return button;
}

wxStaticText* DialogBase::addLeftText(const wxString& text) {
    auto* label = makeMuted(this, text);
    left_->Add(label, wxSizerFlags().CenterVertical());
    return label;
}

void DialogBase::finish(const wxSize& sizeDip, wxWindow* focus) {
    const wxSize least = GetSizer()->ComputeFittingWindowSize(this);
    SetMinSize(wxSize(std::min(least.x, FromDIP(sizeDip.x)), std::min(least.y, FromDIP(sizeDip.y))));
    SetSize(wxSize(std::max(least.x, FromDIP(sizeDip.x)), std::max(least.y, FromDIP(sizeDip.y))));
    Layout();
    CentreOnParent();
    // Again when it is there: a busy desktop may have put it into its corner.
    Bind(wxEVT_ACTIVATE, [this, isPlaced = false](wxActivateEvent& event) mutable {
        event.Skip();
        if (!event.GetActive() || isPlaced) return;
        isPlaced = true;
        CentreOnParent();
    });
    if (focus) focus->SetFocus();
}

void DialogBase::stopOrLeave(Job& job) {
    if (job.isRunning())
        job.cancel();
    else if (IsModal())
        EndModal(wxID_CANCEL);
    else
        Hide();
}

} // namespace ui::common
