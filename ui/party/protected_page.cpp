// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/error_text.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/party/people_window.h"

#include <wx/button.h>
#include <wx/combobox.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::party {

using common::kGap;
using common::toUtf8;
using common::toWx;

ProtectedPage::ProtectedPage(wxWindow* parent, common::SessionPtr session)
    : wxPanel(parent), session_(std::move(session)) {
    const int gap = FromDIP(kGap);
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Must never leave the case"));
    form::addTextColumn(*list_, _("Must never leave the case"), FromDIP(420));
    form::addTextColumn(*list_, _("What it is"), FromDIP(220));

    wxArrayString kinds;
    for (const wxString& kind :
         {_("address"), _("phone number"), _("e-mail address"), _("school or day care"), _("workplace"),
          _("car"), _("name of a helper"), _("other")})
        kinds.Add(kind);
    auto* grid = new form::FormGrid(this);
    term_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    grid->addRow(_("Words or number"), term_);
    kind_ = new wxComboBox(this, wxID_ANY, kinds[0], wxDefaultPosition, FromDIP(wxSize(240, -1)), kinds);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    auto* add = new wxButton(this, wxID_ANY, _("Add"));
    auto* remove = new wxButton(this, wxID_ANY, _("Remove"));
    row->Add(kind_, wxSizerFlags(1).CenterVertical());
    row->Add(add, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    row->Add(remove, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
    grid->addRow(_("What it is"), row, kind_);

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(
        new form::WrapText(this,
                           _("Your new address, phone number, school, workplace. Before anything leaves the "
                             "case, all text, file names and originals are searched for these, and what "
                             "holds one stays behind or is struck out."),
                           common::TextStyle::Body),
        wxSizerFlags().Expand().Border(wxALL, gap));
    all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    all->Add(grid, wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizer(all);
    add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->add(); });
    term_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { this->add(); });
    remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeChosen(); });
    fill();
}

void ProtectedPage::fill() {
    terms_ = session_->reader().protectedTerms();
    list_->DeleteAllItems();
    for (const auto& [term, label] : terms_) {
        wxVector<wxVariant> cells;
        cells.push_back(toWx(term));
        cells.push_back(toWx(label));
        list_->AppendItem(cells);
    }
}

void ProtectedPage::add() {
    const std::string term = toUtf8(term_->GetValue().Trim().Trim(false));
    if (term.empty()) return;
    try {
        session_->editor().addProtectedTerm(term, toUtf8(kind_->GetValue()));
        session_->notifyChanged();
        term_->Clear();
        term_->SetFocus();
        fill();
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

void ProtectedPage::removeChosen() {
    const int row = list_->GetSelectedRow();
    if (row == wxNOT_FOUND) return;
    const std::string term = terms_[static_cast<std::size_t>(row)].first;
    if (!common::askUser(this, _("Take this off the list?"),
                         _("After that it can be part of what leaves the case."), _("Take off")))
        return;
    try {
        session_->editor().removeProtectedTerm(term);
        session_->notifyChanged();
        fill();
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

} // namespace ui::party
