// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/passphrase_dialog.h"

#include "core/base/utf8.h"
#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/gauge.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::shell {
namespace {

void wipe(wxString& text) {
    for (auto letter = text.begin(); letter != text.end(); ++letter) *letter = '\0';
}

} // namespace

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
    field->Bind(wxEVT_TEXT, &PassphraseDialog::OnTyped, this);
    if (!secrets_.empty()) field->MoveAfterInTabOrder(secrets_.back());
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
            new wxTextCtrl(this, field->GetId(), wxEmptyString, wxDefaultPosition, wxDefaultSize, style);
        wxString value = field->GetValue();
        fresh->ChangeValue(value);
        wipe(value);
        fresh->SetName(field->GetName());
        fresh->Bind(wxEVT_TEXT, &PassphraseDialog::OnTyped, this);
        fresh->MoveAfterInTabOrder(field);
        grid_->Replace(field, fresh);
        field->Destroy();
        field = fresh;
    }
    Layout();
}

// What was said of a passphrase is not true of the next one.
void PassphraseDialog::OnTyped(wxCommandEvent& event) {
    event.Skip();
    if (!hasJudged_) return;
    forgetJudgement();
    say(wxEmptyString);
}

void PassphraseDialog::forgetJudgement() {
    hasJudged_ = false;
    warnedAbout_.clear();
    if (!usualLabel_.empty()) primary_->SetLabel(usualLabel_);
    usualLabel_.clear();
}

void PassphraseDialog::hidePassphrases() {
    content()->Hide(grid_, true);
    secrets_.clear(); // the fields go with the window
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
    makeRoom();
}

// A sentence that is below the edge of the window has not been said.
void PassphraseDialog::makeRoom() {
    const int missing = GetSizer()->GetMinSize().y - GetClientSize().y;
    if (missing > 0) SetSize(GetSize() + wxSize(0, missing));
}

core::base::SecretText PassphraseDialog::passphrase(std::size_t index) const {
    wxString value = secrets_.at(index)->GetValue();
    core::base::SecretText text;
    for (const wxUniChar letter : value) {
        std::string bytes;
        core::base::appendUtf8(bytes, letter.GetValue());
        text.append(bytes);
    }
    wipe(value);
    return text;
}

std::optional<core::base::SecretText>
PassphraseDialog::newPassphrase(std::size_t first, const core::base::CommonPasswords& common) {
    using core::base::PassphraseDoubt;
    core::base::SecretText secret = passphrase(first);
    hasJudged_ = true;
    if (secret.empty()) {
        say(_("Write a passphrase."));
        return std::nullopt;
    }
    if (!(secret == passphrase(first + 1))) {
        say(_("The two passphrases are not the same."));
        return std::nullopt;
    }
    const PassphraseDoubt doubt = core::base::doubtOf(secret.view(), common);
    if (doubt == PassphraseDoubt::None || secret == warnedAbout_) return secret;
    warnedAbout_ = std::move(secret);
    usualLabel_ = primary_->GetLabel();
    primary_->SetLabel(_("Use it anyway"));
    say(doubt == PassphraseDoubt::Short
            ? _("This passphrase is short and can be guessed. Four or five random words are safer. "
                "You may use it anyway.")
            : _("This passphrase is among the first that somebody would try. Four or five random "
                "words are safer. You may use it anyway."));
    return std::nullopt;
}

void PassphraseDialog::run(const wxString& doing, std::function<common::SessionPtr()> work) {
    if (isBusy()) return;
    forgetJudgement();
    for (wxTextCtrl* field : secrets_) field->Clear();
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
        say(wordsFor(outcome.error()));
        if (!secrets_.empty()) secrets_.front()->SetFocus();
        return;
    }
    session_ = std::move(outcome.value());
    done();
}

void PassphraseDialog::done() { EndModal(wxID_OK); }

wxString PassphraseDialog::wordsFor(const std::exception_ptr& error) const {
    return common::errorText(error).BeforeFirst('\n');
}

} // namespace ui::shell
