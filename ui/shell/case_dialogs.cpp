// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/case_dialogs.h"

#include "ui/common/to_wx.h"
#include "ui/shell/folder_field.h"
#include "ui/shell/passphrase.h"
#include "ui/shell/passphrase_dialog.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/stdpaths.h>
#include <wx/textctrl.h>

namespace ui::shell {
namespace {

// A name and a place that say nothing about what is inside.
std::filesystem::path proposedFolder() {
    const std::filesystem::path home = common::toPath(wxStandardPaths::Get().GetDocumentsDir());
    std::error_code ignored;
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        const auto folder = home / (common::toUtf8(_("Case")) + " " + letter);
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
        const std::string secret = passphrase();
        if (secret.empty()) return say(_("Write a passphrase."));
        if (secret != passphrase(1)) return say(_("The two passphrases are not the same."));
        const PassphraseDoubt doubt = doubtOf(secret);
        if (doubt != PassphraseDoubt::None && secret != warnedAbout_) {
            warnedAbout_ = secret;
            primary_->SetLabel(_("Use it anyway"));
            return say(
                doubt == PassphraseDoubt::Short
                    ? _("This passphrase is short and can be guessed. Four or five random words are safer. "
                        "You may use it anyway.")
                    : _("This passphrase is among the first that somebody would try. Four or five random "
                        "words are safer. You may use it anyway."));
        }
        const auto folder = folder_->path();
        if (folder.empty()) return say(_("Choose a folder for the case."));
        run(_("Creating the case…"),
            [create = services_.createCase, folder, secret, label = common::toUtf8(label_->GetValue())] {
                return create(folder, secret, label);
            });
    }

    const ShellServices& services_;
    wxTextCtrl* label_;
    FolderField* folder_;
    std::string warnedAbout_;
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
        run(_("Opening the case…"),
            [open = services_.openCase, folder, secret = passphrase()] { return open(folder, secret); });
    }

    const ShellServices& services_;
    FolderField* folder_;
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
