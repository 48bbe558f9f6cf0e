// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/type_row.h"

#include "core/base/error.h"
#include "core/report/form_data.h"
#include "ui/common/dialog_base.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/incident/code_controls.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checklst.h>
#include <wx/intl.h>

namespace ui::incident {

namespace {

using Types = std::vector<std::pair<std::string, wxString>>;

class ExtraTypesDialog : public common::DialogBase {
public:
    ExtraTypesDialog(wxWindow* parent, const Types& types, const std::vector<std::string>& chosen)
        : DialogBase(parent, _("More types"), _("More types")), types_(types) {
        setSubheading(_("An incident can be of several types, for example an e-mail that holds a threat."));
        wxArrayString words;
        for (const auto& [code, word] : types_) words.Add(word);
        list_ = new wxCheckListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(420, 320)), words);
        form::nameControl(list_, _("More types"));
        for (std::size_t i = 0; i < types_.size(); ++i)
            list_->Check(static_cast<unsigned>(i),
                         std::find(chosen.begin(), chosen.end(), types_[i].first) != chosen.end());
        content()->Add(list_, wxSizerFlags(1).Expand());
        addLeftText(_("The main type is chosen in the window before."));
        addButton(wxID_CANCEL, _("Cancel"));
        addButton(wxID_OK, _("Use"), true);
        finish({520, 480}, list_);
    }
    std::vector<std::string> chosen() const {
        std::vector<std::string> codes;
        for (std::size_t i = 0; i < types_.size(); ++i)
            if (list_->IsChecked(static_cast<unsigned>(i))) codes.push_back(types_[i].first);
        return codes;
    }

private:
    Types types_;
    wxCheckListBox* list_;
};

} // namespace

Types incidentTypes() {
    Types types;
    try {
        const auto data = core::report::loadFormData(common::assetsFolder());
        for (const auto& type : data.types)
            types.emplace_back(type.code, common::toWx(data.typeName(type.code, common::language())));
    } catch (const core::base::Error&) {
        // A damaged list must not keep her from writing: the type can be chosen later.
    }
    if (types.empty()) types.emplace_back("other", _("Other"));
    return types;
}

TypeRow::TypeRow(wxWindow* parent) : wxPanel(parent), types_(incidentTypes()) {
    choice_ = new CodeChoice(this, types_);
    form::nameControl(choice_, _("Type"));
    choice_->setCode("other");
    more_ = new wxButton(this, wxID_ANY, _("Add more types..."));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(choice_, wxSizerFlags(1).Expand());
    row->Add(more_, wxSizerFlags().Border(wxLEFT, FromDIP(common::kGap)));
    SetSizer(row);
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { chooseExtra(); });
}

void TypeRow::setTypes(const std::string& type, const std::vector<std::string>& extra) {
    choice_->setCode(type);
    extra_ = extra;
    showExtra();
}

std::string TypeRow::type() const { return choice_->code(); }

void TypeRow::chooseExtra() {
    ExtraTypesDialog dialog(wxGetTopLevelParent(this), types_, extra_);
    if (dialog.ShowModal() != wxID_OK) return;
    std::vector<std::string> chosen = dialog.chosen();
    std::erase(chosen, type());
    if (chosen == extra_) return;
    extra_ = std::move(chosen);
    showExtra();
    if (changed_) changed_();
}

void TypeRow::showExtra() {
    wxString words;
    for (const std::string& code : extra_)
        for (const auto& [known, word] : types_)
            if (known == code) words += (words.empty() ? "" : ", ") + word;
    const int n = static_cast<int>(extra_.size());
    more_->SetLabel(n == 0 ? _("Add more types...")
                           : wxString::Format(wxPLURAL("+ %d type...", "+ %d types...", n), n));
    more_->SetToolTip(words.empty() ? _("More types") : words);
    Layout();
}

} // namespace ui::incident
