// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/folder_field.h"

#include "ui/common/controls.h"
#include "ui/common/to_wx.h"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::shell {

FolderField::FolderField(wxWindow* parent, const wxString& name, bool mustExist)
    : wxPanel(parent), text_(new wxTextCtrl(this, wxID_ANY)), mustExist_(mustExist) {
    text_->SetName(name);
    auto* choose = new wxButton(this, wxID_ANY, _("Choose…"));
    choose->SetName(wxString::Format(_("Choose: %s"), name));
    choose->Bind(wxEVT_BUTTON, [this, name](wxCommandEvent&) {
        const long style = wxDD_DEFAULT_STYLE | (mustExist_ ? wxDD_DIR_MUST_EXIST : 0);
        wxDirDialog dialog(this, name, text_->GetValue(), style);
        if (dialog.ShowModal() == wxID_OK) text_->SetValue(dialog.GetPath());
    });
    auto* sizer = new wxBoxSizer(wxHORIZONTAL);
    // As high as the button: the best height of a field does not follow the size of the text.
    sizer->Add(text_, wxSizerFlags(1).Expand());
    sizer->Add(choose, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(common::kGap)));
    SetSizer(sizer);
}

std::filesystem::path FolderField::path() const {
    return common::toPath(text_->GetValue().Trim().Trim(false));
}
void FolderField::setPath(const std::filesystem::path& path) { text_->SetValue(common::toWx(path)); }

} // namespace ui::shell
