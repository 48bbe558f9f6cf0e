// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_dialogs.h"

#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/shell/passphrase_dialog.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/intl.h>

namespace ui::shell {
namespace {

class ChangeDialog : public PassphraseDialog {
public:
    ChangeDialog(wxWindow* parent, const ShellServices& services, common::SessionPtr session)
        : PassphraseDialog(parent, "Logbog", _("Change the passphrase")), services_(services),
          case_(std::move(session)) {
        addPassphrase(_("Passphrase now"));
        addPassphrase(_("New passphrase"));
        addPassphrase(_("New passphrase again"));
        addShowLetters();
        content()->AddSpacer(FromDIP(common::kGroupGap));
        content()->Add(
            new common::WrappedText(
                this,
                _("Copies of the case that were made before still open with the old passphrase. If somebody "
                  "may know it, delete those copies and make new ones. A recovery sheet stays as it is."),
                common::TextStyle::Small, common::Color::Muted),
            wxSizerFlags().Expand());
        addStatus();
        addButton(wxID_CANCEL, _("Cancel"));
        primary_ = addButton(wxID_OK, _("Change the passphrase"), true);
        Bind(
            wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); }, wxID_OK);
        finish({600, 460}, passphraseField());
    }

private:
    void accept() {
        core::base::SecretText present = passphrase();
        if (present.empty()) return say(_("Write the passphrase that the case has now."));
        auto next = newPassphrase(1, services_.commonPasswords);
        if (!next) return;
        run(_("Changing the passphrase…"),
            [change = services_.keys.changePassphrase, session = case_, present = share(std::move(present)),
             next = share(std::move(*next))] {
                change(session, present->view(), next->view());
                return session;
            });
    }

    const ShellServices& services_;
    common::SessionPtr case_;
};

// First what it is, and the passphrase; then the code, once, which can be saved as a page.
class RecoveryDialog : public PassphraseDialog {
public:
    RecoveryDialog(wxWindow* parent, const ShellServices& services, common::SessionPtr session)
        : PassphraseDialog(parent, "Logbog", _("Recovery sheet")), keys_(services.keys),
          case_(std::move(session)), code_(share({})) {
        const bool isThere = keys_.hasRecovery(case_);
        explanation_ = new common::WrappedText(this, explanation(isThere));
        content()->Insert(0, explanation_,
                          wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(common::kGroupGap)));
        addPassphrase(_("Passphrase"));
        addShowLetters();
        shown_ = common::makeText(this, wxEmptyString, common::TextStyle::Welcome);
        shown_->Hide();
        content()->Add(shown_, wxSizerFlags().Center());
        addStatus();
        if (isThere) {
            withdraw_ = addLeftButton(wxID_REMOVE, _("Withdraw the sheet"));
            Bind(
                wxEVT_BUTTON, [this](wxCommandEvent&) { withdraw(); }, wxID_REMOVE);
        }
        close_ = addButton(wxID_CANCEL, _("Cancel"));
        primary_ = addButton(wxID_OK, isThere ? _("Make a new sheet") : _("Make the sheet"), true);
        Bind(
            wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); }, wxID_OK);
        finish({640, 440}, passphraseField());
    }

private:
    enum class Step { Asking, Withdrawn, Made, Saved };

    static wxString explanation(bool isThere) {
        wxString text =
            _("A recovery sheet is a page with a code that opens the case if the passphrase is lost. "
              "Print it and leave it with somebody you trust. Whoever has the page and the folder of "
              "the case can read everything.");
        if (isThere)
            text << "\n\n" << _("The case has a recovery sheet. A new one makes the old one useless.");
        return text;
    }

    void accept() {
        if (isBusy()) return;
        if (next_ == Step::Saved) return save();
        core::base::SecretText secret = passphrase();
        if (secret.empty()) return say(_("Write the passphrase that the case has now."));
        next_ = Step::Made;
        run(_("Making the recovery sheet…"),
            [make = keys_.makeRecovery, session = case_, secret = share(std::move(secret)), code = code_] {
                *code = make(session, secret->view());
                return session;
            });
    }

    void withdraw() {
        if (isBusy()) return;
        core::base::SecretText secret = passphrase();
        if (secret.empty()) return say(_("Write the passphrase that the case has now."));
        next_ = Step::Withdrawn;
        run(_("Withdrawing the recovery sheet…"),
            [withdraw = keys_.withdrawRecovery, session = case_, secret = share(std::move(secret))] {
                withdraw(session, secret->view());
                return session;
            });
    }

    void save() {
        wxFileDialog dialog(this, _("Save the recovery sheet"), "", _("Sheet") + ".pdf", "PDF|*.pdf",
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        run(_("Saving the page…"), [write = keys_.writeRecoverySheet, session = case_, code = code_,
                                    out = common::toPath(dialog.GetPath())] {
            write(session, code->view(), out);
            return session;
        });
    }

    void done() override {
        if (next_ == Step::Withdrawn) return EndModal(wxID_OK);
        if (next_ == Step::Saved)
            return say(_("The page is saved. Print it, then delete the file and empty the wastebasket."));
        next_ = Step::Saved;
        showCode();
    }

    void showCode() {
        hidePassphrases();
        if (withdraw_) withdraw_->Hide();
        explanation_->setText(
            _("This is the code. It is shown this once: save the page and print it, or write it "
              "down group by group."));
        shown_->SetLabel(inLines(code_->view()));
        shown_->SetName(shown_->GetLabel());
        shown_->Show();
        primary_->SetLabel(_("Save as PDF…"));
        close_->SetLabel(_("Close"));
        say({});
        Layout();
        primary_->SetFocus();
    }

    // Two lines of four groups.
    static wxString inLines(std::string_view code) {
        wxString text;
        int blanks = 0;
        for (const char c : code) {
            const bool isBlank = c == ' ';
            if (isBlank && ++blanks == 4)
                text << "\n";
            else if (isBlank)
                text << "   ";
            else
                text << wxUniChar(c);
        }
        return text;
    }

    const KeyServices& keys_;
    common::SessionPtr case_;
    std::shared_ptr<core::base::SecretText> code_;
    Step next_ = Step::Asking; // what the running work leads to
    common::WrappedText* explanation_;
    wxStaticText* shown_;
    wxButton* withdraw_ = nullptr;
    wxButton* close_;
};

} // namespace

bool askChangePassphrase(wxWindow* parent, const ShellServices& services, const common::SessionPtr& session) {
    ChangeDialog dialog(parent, services, session);
    return dialog.ShowModal() == wxID_OK;
}

void showRecoverySheet(wxWindow* parent, const ShellServices& services, const common::SessionPtr& session) {
    RecoveryDialog dialog(parent, services, session);
    dialog.ShowModal();
}

} // namespace ui::shell
