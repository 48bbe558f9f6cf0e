// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/passphrase_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::shell {

PassphraseDialog::PassphraseDialog(wxWindow* parent, const wxString& title, const wxString& heading)
    : DialogBase(parent, title, heading), grid_(new wxFlexGridSizer(2, 0, 0)) {
    grid_->SetHGap(FromDIP(common::kGroupGap));
    grid_->SetVGap(FromDIP(common::kGap));
    grid_->AddGrowableCol(1, 1);
    content()->Add(grid_, wxSizerFlags().Expand());
}

void PassphraseDialog::addRow(const wxString& name, wxWindow* field) {
    grid_->Add(common::makeText(this, name), wxSizerFlags().CenterVertical());
    grid_->Add(field, wxSizerFlags(1).Expand());
}

void PassphraseDialog::addPassphrase(const wxString& name) {
    auto* field =
        new wxTextCtrl(this, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
    field->SetName(name);
    addRow(name, field);
    secrets_.push_back(field);
}

void PassphraseDialog::addShowLetters() {
    auto* show = new wxCheckBox(this, wxID_ANY, _("Show what I write"));
    show->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) { showLetters(event.IsChecked()); });
    grid_->AddSpacer(0);
    grid_->Add(show);
}

// wxTE_PASSWORD cannot be switched on a living control on every platform: the field is made anew.
void PassphraseDialog::showLetters(bool shown) {
    for (wxTextCtrl*& field : secrets_) {
        const long style = shown ? 0 : wxTE_PASSWORD;
        auto* fresh =
            new wxTextCtrl(this, field->GetId(), field->GetValue(), wxDefaultPosition, wxDefaultSize, style);
        fresh->SetName(field->GetName());
        fresh->MoveAfterInTabOrder(field);
        grid_->Replace(field, fresh);
        field->Destroy();
        field = fresh;
    }
    Layout();
}

void PassphraseDialog::addStatus() {
    status_ = new common::WrappedText(this, wxEmptyString);
    gauge_ = new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize(-1, 6)),
                         wxGA_HORIZONTAL | wxGA_SMOOTH);
    gauge_->SetName(_("At work"));
    gauge_->Hide();
    content()->AddSpacer(FromDIP(common::kGroupGap));
    content()->Add(status_, wxSizerFlags().Expand());
    content()->Add(gauge_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGap)));
}

void PassphraseDialog::say(const wxString& sentence) {
    status_->setText(sentence);
    status_->SetName(sentence);
    Layout();
}

std::string PassphraseDialog::passphrase(std::size_t index) const {
    return common::toUtf8(secrets_.at(index)->GetValue());
}

void PassphraseDialog::run(const wxString& doing, std::function<common::SessionPtr()> work) {
    say(doing);
    primary_->Disable();
    gauge_->Show();
    gauge_->Pulse();
    Layout();
    job_ = common::runJob(
        this, [work = std::move(work)](core::base::Progress&) { return work(); },
        [this](common::Outcome<common::SessionPtr> outcome) { finishRun(std::move(outcome)); });
    job_.onProgress([this](const core::base::Progress&) { gauge_->Pulse(); });
}

void PassphraseDialog::finishRun(common::Outcome<common::SessionPtr> outcome) {
    gauge_->Hide();
    primary_->Enable();
    if (!outcome.ok()) {
        say(common::errorText(outcome.error()).BeforeFirst('\n'));
        if (!secrets_.empty()) {
            secrets_.front()->SetFocus();
            secrets_.front()->SelectAll();
        }
        return;
    }
    session_ = std::move(outcome.value());
    EndModal(wxID_OK);
}

} // namespace ui::shell
