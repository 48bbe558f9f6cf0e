// SPDX-License-Identifier: GPL-3.0-or-later
// The password of the PDF among the choices: what is typed, how good it is and whom it concerns.
#include "core/base/utf8.h"
#include "ui/common/controls.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/report/choices_panel.h"

#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::report {

using core::base::PassphraseDoubt;
using core::base::SecretText;

void ChoicesPanel::addPasswordRows(form::FormGrid& rows) {
    const auto field = [this](const wxString& name) {
        auto* control =
            new wxTextCtrl(morePanel_, wxID_ANY, "", wxDefaultPosition, {FromDIP(220), -1}, wxTE_PASSWORD);
        form::nameControl(control, name);
        control->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { passwordTyped(); });
        return control;
    };
    password_ = field(_("Password of the PDF"));
    again_ = field(_("The password once more"));
    again_->SetHint(_("once more"));
    rows.addRow(_("Password of the PDF"), besideEachOther(password_, again_), password_);
    strength_ = new form::WrapText(morePanel_, "", common::TextStyle::Small, common::Color::Muted);
    rows.addContent(strength_);
    rows.addContent(
        new form::WrapText(morePanel_, passwordMeaning(), common::TextStyle::Small, common::Color::Muted));
}

// Whoever made a case has a passphrase already, and a package holds more than the PDF.
wxString ChoicesPanel::passwordMeaning() const {
    const wxString text = _("Whoever is to read the PDF needs the password: tell it in another way than the "
                            "file. It is not the passphrase of the case.");
    return what_ == For::Report
               ? text
               : text + " " + _("It locks the PDF only, not the originals and lists in the package.");
}

SecretText ChoicesPanel::typed(const wxTextCtrl* field) const {
    SecretText text;
    wxString value = field->GetValue();
    for (auto letter = value.begin(); letter != value.end(); ++letter) {
        std::string bytes;
        core::base::appendUtf8(bytes, wxUniChar(*letter).GetValue());
        text.append(bytes);
        *letter = '\0'; // the toolkit's own copies are not ours to wipe
    }
    return text;
}

void ChoicesPanel::passwordTyped() {
    if (!common_ && !password_->IsEmpty())
        common_ = core::base::CommonPasswords::load(common::assetsFolder() / "passwords" / "common.txt");
    strength_->setText(strength());
    kindChosen();
    if (changed_) changed_(false);
}

wxString ChoicesPanel::strength() const {
    const SecretText secret = typed(password_);
    if (secret.empty()) return _("Without a password everybody can open the PDF.");
    wxString text = _("Good password.");
    const PassphraseDoubt doubt = core::base::doubtOf(secret.view(), common_.value());
    if (doubt == PassphraseDoubt::Short)
        text = _("Short: it can be guessed. Four or five random words are safer.");
    if (doubt == PassphraseDoubt::Common)
        text = _("Among the first that somebody would try. Four or five random words are safer.");
    if (!again_->IsEmpty() && !(secret == typed(again_))) text = _("The two passwords are not the same.");
    return text;
}

wxString ChoicesPanel::problem() const {
    if (choices().kind != ExportKind::Pdf) return {};
    return typed(password_) == typed(again_) ? wxString() : _("The two passwords are not the same.");
}

} // namespace ui::report
