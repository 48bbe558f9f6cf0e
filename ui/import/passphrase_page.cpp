// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/passphrase_page.h"

#include "core/base/utf8.h"
#include "ui/common/controls.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::import {

PassphrasePage::PassphrasePage(wxWindow* parent)
    : wxPanel(parent), text_(new form::WrapText(this, "")),
      field_(new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, FromDIP(wxSize(360, -1)),
                            wxTE_PASSWORD | wxTE_PROCESS_ENTER)) {
    form::nameControl(field_, _("Passphrase of the file"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(text_, wxSizerFlags().Expand());
    all->Add(common::makeText(this, _("Passphrase of the file")),
             wxSizerFlags().Border(wxTOP, FromDIP(common::kGroupGap)));
    all->Add(field_, wxSizerFlags().Border(wxTOP, FromDIP(common::kGap)));
    all->Add(
        new form::WrapText(this,
                           _("It is used to open the file and not kept. Without it the file is kept as it "
                             "is, locked, and you can give it again later."),
                           common::TextStyle::Body, common::Color::Muted),
        wxSizerFlags().Expand().Border(wxTOP, FromDIP(common::kGroupGap)));
    SetSizer(all);
}

void PassphrasePage::show(const std::string& fileName, bool isAgain) {
    field_->Clear();
    const wxString name = common::toWx(fileName);
    text_->setText(isAgain ? wxString::Format(_("That passphrase does not open %s. Try again."), name)
                           : wxString::Format(_("%s is locked with a passphrase."), name));
    Layout();
    field_->SetFocus();
}

core::base::SecretText PassphrasePage::take() {
    wxString value = field_->GetValue();
    core::base::SecretText text;
    for (const wxUniChar letter : value) {
        std::string bytes;
        core::base::appendUtf8(bytes, letter.GetValue());
        text.append(bytes);
    }
    for (auto letter = value.begin(); letter != value.end(); ++letter)
        *letter = '\0'; // the toolkit's are its own
    field_->Clear();
    return text;
}

} // namespace ui::import
