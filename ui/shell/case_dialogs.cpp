// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/case_dialogs.h"

#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/shell/folder_field.h"
#include "ui/shell/passphrase_dialog.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/stdpaths.h>
#include <wx/textctrl.h>

namespace ui::shell {
namespace {

// A name and a place that say nothing about what is inside.
std::filesystem::path proposedFolder() {
    std::filesystem::path home = common::toPath(wxStandardPaths::Get().GetDocumentsDir());
    std::error_code ignored;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        auto folder = home / (common::toUtf8(_("Case")) + " " + letter);
        if (!std::filesystem::exists(folder, ignored)) return folder;
    }
    return home;
}

class CreateDialog : public PassphraseDialog {
public:
    CreateDialog(wxWindow* parent, const ShellServices& services)
        : PassphraseDialog(parent, "Logbog", _("Create a case")), services_(services) {
        const auto proposed = proposedFolder();
        label_ = new wxTextCtrl(this, wxID_ANY, common::toWx(proposed.filename()));
        label_->SetName(_("Name of the case"));
        folder_ = new FolderField(this, _("Folder of the case"), false); // Tab goes in the order of making
        folder_->setPath(proposed);
        addRow(_("Name of the case"), label_);
        addRow(_("Folder of the case"), folder_);
        addPassphrase(_("Passphrase"));
        addPassphrase(_("Passphrase again"));
        addShowLetters();
        content()->AddSpacer(FromDIP(common::kGroupGap));
        content()->Add(
            new common::WrappedText(
                this,
                _("Choose a name that says nothing about what is inside. The passphrase locks "
                  "everything in the case. Nobody can find it again if it is lost: write it on paper, "
                  "and keep the paper where only you can find it."),
                common::TextStyle::Small, common::Color::Muted),
            wxSizerFlags().Expand());
        addStatus();
        addButton(wxID_CANCEL, _("Cancel"));
        primary_ = addButton(wxID_OK, _("Create the case"), true);
        Bind(
            wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); }, wxID_OK);
        finish({640, 520}, label_);
    }

private:
    void accept() {
        auto secret = newPassphrase(0, services_.commonPasswords);
        if (!secret) return;
        const auto folder = folder_->path();
        if (folder.empty()) return say(_("Choose a folder for the case."));
        run(_("Creating the case…"),
            [create = services_.createCase, folder, secret = share(std::move(*secret)),
             label = common::toUtf8(label_->GetValue())] { return create(folder, secret->view(), label); });
    }

    const ShellServices& services_;
    wxTextCtrl* label_;
    FolderField* folder_;
};

class OpenDialog : public PassphraseDialog {
public:
    OpenDialog(wxWindow* parent, const ShellServices& services, const std::filesystem::path& folder)
        : PassphraseDialog(parent, "Logbog", _("Open a case")), services_(services) {
        folder_ = new FolderField(this, _("Folder of the case"), true);
        folder_->setPath(folder);
        addRow(_("Folder of the case"), folder_);
        addPassphrase(_("Passphrase"));
        addShowLetters();
        addStatus();
        addButton(wxID_CANCEL, _("Cancel"));
        primary_ = addButton(wxID_OK, _("Open"), true);
        Bind(
            wxEVT_BUTTON, [this](wxCommandEvent&) { accept(); }, wxID_OK);
        finish({600, 300}, folder.empty() ? static_cast<wxWindow*>(folder_->field()) : passphraseField());
    }

private:
    void accept() {
        const auto folder = folder_->path();
        if (folder.empty()) return say(_("Choose the folder of the case."));
        core::base::SecretText typed = passphrase();
        typed_ = services_.keys.readCode ? services_.keys.readCode(typed.view()) : TypedCode();
        if (typed_.isCode) return recover(folder, std::move(typed));
        run(_("Opening the case…"), [open = services_.openCase, folder, secret = share(std::move(typed))] {
            return open(folder, secret->view());
        });
    }

    // The code of the recovery sheet opens only together with a new passphrase.
    void recover(const std::filesystem::path& folder, core::base::SecretText code) {
        if (!asksForNew_) {
            asksForNew_ = true;
            addPassphrase(_("New passphrase"));
            addPassphrase(_("New passphrase again"));
            return say(_("This is the code of the recovery sheet. Choose a new passphrase for the case."));
        }
        auto next = newPassphrase(1, services_.commonPasswords);
        if (!next) return;
        run(_("Opening the case…"),
            [recover = services_.recoverCase, folder, code = share(std::move(code)),
             next = share(std::move(*next))] { return recover(folder, code->view(), next->view()); });
    }

    wxString wordsFor(const std::exception_ptr& error) const override {
        if (typed_.wrongGroup > 0)
            return wxString::Format(_("If this is the code of a recovery sheet: group %d is not right."),
                                    typed_.wrongGroup);
        if (common::isNotFound(error)) return _("There is no case in that folder.");
        if (common::isDamaged(error))
            return wxString::Format(_("This case is damaged and cannot be opened. Nothing in it has been "
                                      "lost by trying. What can be read "
                                      "of it can be brought into a new case with the command: %s"),
                                    "logbog-cli rescue \"" + common::toWx(folder_->path()) +
                                        "\" NEWCASE --passphrase-file FILE");
        return PassphraseDialog::wordsFor(error);
    }

    const ShellServices& services_;
    FolderField* folder_;
    TypedCode typed_;
    bool asksForNew_ = false;
};

} // namespace

common::SessionPtr askCreateCase(wxWindow* parent, const ShellServices& services) {
    CreateDialog dialog(parent, services);
    return dialog.ShowModal() == wxID_OK ? dialog.session() : nullptr;
}

common::SessionPtr askOpenCase(wxWindow* parent, const ShellServices& services,
                               const std::filesystem::path& folder) {
    OpenDialog dialog(parent, services, folder);
    return dialog.ShowModal() == wxID_OK ? dialog.session() : nullptr;
}

} // namespace ui::shell
