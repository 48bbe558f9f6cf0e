// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/survey.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/party/people_window.h"

#include <algorithm>
#include <map>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::party {

using common::kGap;
using common::toUtf8;
using common::toWx;
using core::model::Id;
using core::model::PartyRole;
using core::query::IdentifierRow;

namespace {

wxString belongsTo(const IdentifierRow& row, const std::map<Id, wxString>& names) {
    if (row.party == 0) return wxString::FromUTF8("–");
    const auto found = names.find(row.party);
    const wxString role = common::roleName(row.role);
    if (found == names.end() || found->second.empty() || found->second == role) return role;
    return role + ": " + found->second;
}

} // namespace

PeoplePage::PeoplePage(wxWindow* parent, common::SessionPtr session)
    : wxPanel(parent), session_(std::move(session)) {
    build();
    fill({});
}

void PeoplePage::build() {
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_MULTIPLE | wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Numbers and addresses"));
    form::addTextColumn(*list_, _("Number or address"), FromDIP(230));
    form::addTextColumn(*list_, _("Called in the files"), FromDIP(170));
    form::addTextColumn(*list_, _("Kind"), FromDIP(120));
    form::addTextColumn(*list_, _("Items"), FromDIP(70), wxALIGN_RIGHT);
    form::addTextColumn(*list_, _("Belongs to"), FromDIP(170));
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showChosen(); });
    const int gap = FromDIP(kGap);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(
        new form::WrapText(this,
                           _("Who is this? Choose one line, or several that are the same person. Which way a "
                             "message went follows from your answer."),
                           common::TextStyle::Body),
        wxSizerFlags().Expand().Border(wxALL, gap));
    all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, gap));
    all->Add(roleRow(), wxSizerFlags().Expand().Border(wxALL, gap));
    all->Add(common::makeLine(this), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, gap));
    all->Add(addRow(), wxSizerFlags().Expand().Border(wxALL, gap));
    SetSizer(all);
}

wxSizer* PeoplePage::roleRow() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const int gap = FromDIP(kGap);
    row->Add(new wxStaticText(this, wxID_ANY, _("Name, if you like")), wxSizerFlags().CenterVertical());
    name_ = new wxTextCtrl(this, wxID_ANY);
    form::nameControl(name_, _("Name, if you like"));
    row->Add(name_, wxSizerFlags(1).Expand().Border(wxLEFT, gap));
    const auto add = [&](const wxString& label, PartyRole role) {
        auto* button = new wxButton(this, wxID_ANY, label);
        button->Bind(wxEVT_BUTTON, [this, role](wxCommandEvent&) { assign(role); });
        row->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT, gap));
        roles_.push_back(button);
    };
    add(_("This is the offender"), PartyRole::Offender);
    add(_("This is me"), PartyRole::Exposed);
    add(_("Somebody else"), PartyRole::ThirdParty);
    add(_("I do not know"), PartyRole::Unknown);
    return row;
}

wxSizer* PeoplePage::addRow() {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new wxStaticText(this, wxID_ANY, _("A number or address you know, but no file has")),
             wxSizerFlags().CenterVertical());
    new_ = new wxTextCtrl(this, wxID_ANY, "", wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    form::nameControl(new_, _("A number or address you know, but no file has"));
    row->Add(new_, wxSizerFlags(1).Expand().Border(wxLEFT, FromDIP(kGap)));
    auto* button = new wxButton(this, wxID_ANY, _("Add"));
    row->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(kGap)));
    button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addByHand(); });
    new_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { addByHand(); });
    return row;
}

void PeoplePage::fill(const std::vector<Id>& chosen) {
    rows_ = session_->reader().identifiers();
    std::map<Id, wxString> names;
    for (const auto& party : core::query::partyNames(session_->reader())) names[party.id] = toWx(party.name);
    list_->DeleteAllItems();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const IdentifierRow& row = rows_[i];
        wxVector<wxVariant> cells;
        cells.push_back(toWx(row.written.empty() ? row.normal : row.written));
        cells.push_back(toWx(row.name));
        cells.push_back(common::identifierKindName(row.kind));
        cells.push_back(common::count(row.items));
        cells.push_back(belongsTo(row, names));
        list_->AppendItem(cells);
        if (std::find(chosen.begin(), chosen.end(), row.id) != chosen.end())
            list_->SelectRow(static_cast<unsigned>(i));
    }
    showChosen();
}

void PeoplePage::showChosen() {
    for (wxButton* button : roles_) button->Enable(list_->HasSelection());
}

std::vector<IdentifierRow> PeoplePage::chosen() const {
    wxDataViewItemArray items;
    list_->GetSelections(items);
    std::vector<IdentifierRow> rows;
    for (const wxDataViewItem& item : items)
        rows.push_back(rows_[static_cast<std::size_t>(list_->ItemToRow(item))]);
    return rows;
}

void PeoplePage::assign(PartyRole role) {
    const auto rows = chosen();
    if (rows.empty()) return;
    std::vector<Id> ids;
    ids.reserve(rows.size());
    for (const IdentifierRow& row : rows) ids.push_back(row.id);
    std::string name = toUtf8(name_->GetValue());
    if (name.empty() && role == PartyRole::ThirdParty)
        name = rows.front().name.empty() ? rows.front().written : rows.front().name;
    try {
        session_->editor().assignIdentifiers(ids, role, role == PartyRole::Unknown ? std::string() : name);
        session_->notifyChanged();
        name_->Clear();
        fill(ids);
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

void PeoplePage::addByHand() {
    const std::string text = toUtf8(new_->GetValue().Trim().Trim(false));
    if (text.empty()) return;
    try {
        const Id id = session_->editor().ensureIdentifier(core::model::guessIdentifierKind(text), text);
        session_->notifyChanged();
        new_->Clear();
        fill({id});
    } catch (const core::base::Error&) {
        common::showError(this, std::current_exception());
    }
}

} // namespace ui::party
