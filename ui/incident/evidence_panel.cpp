// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/incident/evidence_panel.h"

#include "ui/common/controls.h"
#include "ui/common/labels.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/incident/choices.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dataview.h>
#include <wx/intl.h>
#include <wx/textctrl.h>

namespace ui::incident {

using common::kGap;
using common::toUtf8;
using common::toWx;
using core::model::Id;

namespace {

constexpr int kScrollStepDip = 16, kWidthDip = 384, kLeastHeightDip = 300;

wxString exhibitText(const core::query::ItemRow& row) {
    wxString text;
    for (const int number : row.exhibits) text += (text.empty() ? "" : ", ") + wxString::Format("%d", number);
    return text.empty() ? wxString::FromUTF8("–") : text;
}

wxBoxSizer* heading(wxWindow* parent, const wxString& left, wxStaticText* right) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(common::makeText(parent, left, common::TextStyle::Body), wxSizerFlags(1).CenterVertical());
    row->Add(right, wxSizerFlags().CenterVertical());
    return row;
}

} // namespace

EvidencePanel::EvidencePanel(wxWindow* parent, common::SessionPtr session, IncidentHooks hooks)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      session_(std::move(session)), hooks_(std::move(hooks)) {
    auto* all = new wxBoxSizer(wxVERTICAL);
    buildItems(*all);
    buildNotes(*all);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(all, wxSizerFlags(1).Expand().Border(wxRIGHT, FromDIP(kGap)));
    SetSizer(column);
    SetScrollRate(0, FromDIP(kScrollStepDip));
    SetMinSize(FromDIP(wxSize(kWidthDip, kLeastHeightDip)));
}

void EvidencePanel::buildItems(wxSizer& all) {
    const int gap = FromDIP(kGap);
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(common::makeText(this, _("Items and exhibits"), common::TextStyle::Section), wxSizerFlags(1));
    count_ = common::makeMuted(this, "");
    head->Add(count_, wxSizerFlags().CenterVertical());
    all.Add(head, wxSizerFlags().Expand());

    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_MULTIPLE | wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Items and exhibits"));
    form::addTextColumn(*list_, _("Time"), FromDIP(150));
    form::addTextColumn(*list_, _("Item"), FromDIP(130));
    form::addTextColumn(*list_, _("Exhibit"), FromDIP(56));
    list_->SetMinSize({FromDIP(340), 3 * GetCharHeight() + FromDIP(40)});
    all.Add(list_, wxSizerFlags(1).Expand().Border(wxTOP, gap));

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    add_ = new wxButton(this, wxID_ANY, _("Add the selected"));
    add_->SetToolTip(_("Adds what is selected in the main window"));
    show_ = new wxButton(this, wxID_ANY, _("Show"));
    remove_ = new wxButton(this, wxID_ANY, _("Remove from here"));
    for (wxButton* button : {add_, show_, remove_})
        buttons->Add(button, wxSizerFlags(1).Border(wxRIGHT, button == remove_ ? 0 : gap));
    all.Add(buttons, wxSizerFlags().Expand().Border(wxTOP, gap));
    add_->Show(static_cast<bool>(hooks_.selectedItems));
    show_->Show(static_cast<bool>(hooks_.showItem));
    card_ = common::makeMuted(this, "");
    all.Add(card_, wxSizerFlags().Expand().Border(wxTOP, gap));

    add_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { addItems(hooks_.selectedItems()); });
    remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeSelected(); });
    const auto showItem = [this] {
        const int row = list_->GetSelectedRow();
        if (row != wxNOT_FOUND && hooks_.showItem) hooks_.showItem(rows_[static_cast<std::size_t>(row)].id);
    };
    show_->Bind(wxEVT_BUTTON, [showItem](wxCommandEvent&) { showItem(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [showItem](wxDataViewEvent&) { showItem(); });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { showSelected(); });
}

void EvidencePanel::buildNotes(wxSizer& all) {
    const int gap = FromDIP(kGap);
    highlight_ = new wxCheckBox(this, wxID_ANY, _("Typical example: show it first in the log"));
    highlightHint_ = common::makeMuted(this, "");
    all.Add(highlight_, wxSizerFlags().Border(wxTOP, 2 * gap));
    all.Add(highlightHint_, wxSizerFlags().Border(wxLEFT, FromDIP(24)));
    all.Add(common::makeLine(this), wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, gap));
    privateNote_ = form::multiLine(this, 3);
    form::nameControl(privateNote_, _("Private note"));
    all.Add(heading(this, _("Private note"), common::makeMuted(this, _("never leaves the case"))),
            wxSizerFlags().Expand());
    all.Add(privateNote_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    stillNeeded_ = new wxTextCtrl(this, wxID_ANY);
    form::nameControl(stillNeeded_, _("Is something still needed?"));
    all.Add(
        heading(this, _("Is something still needed?"), common::makeMuted(this, _("never leaves the case"))),
        wxSizerFlags().Expand().Border(wxTOP, gap));
    all.Add(stillNeeded_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    all.Add(
        new form::WrapText(this,
                           _("The log may become part of the case file, and the offender may get to see it. "
                             "Write only what the offender knows already. Only the date is needed."),
                           common::TextStyle::Small, common::Color::Muted),
        wxSizerFlags().Expand().Border(wxTOP, gap));
    highlight_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        event.Skip();
        showHighlight();
    });
}

void EvidencePanel::load(const core::model::Incident& incident, int otherHighlights) {
    items_ = incident.items;
    otherHighlights_ = otherHighlights;
    highlight_->SetValue(incident.highlight);
    privateNote_->ChangeValue(toWx(incident.privateNote));
    stillNeeded_->ChangeValue(toWx(incident.stillNeeded));
    fill();
    showHighlight();
}

void EvidencePanel::store(core::model::Incident& incident) const {
    incident.items = items_;
    incident.highlight = highlight_->GetValue();
    incident.privateNote = toUtf8(privateNote_->GetValue());
    incident.stillNeeded = toUtf8(stillNeeded_->GetValue());
}

void EvidencePanel::fill() {
    rows_ = session_->reader().rows(items_);
    std::stable_sort(rows_.begin(), rows_.end(), [](const auto& a, const auto& b) {
        if (a.time.has_value() != b.time.has_value()) return a.time.has_value();
        return a.time && a.time->utcMs < b.time->utcMs;
    });
    list_->DeleteAllItems();
    for (const auto& row : rows_) {
        wxVector<wxVariant> cells;
        cells.push_back(common::timeText(row, session_->zone()));
        cells.push_back(common::itemLine(row));
        cells.push_back(exhibitText(row));
        list_->AppendItem(cells);
    }
    const int n = static_cast<int>(rows_.size());
    count_->SetLabel(wxString::Format(wxPLURAL("%s item", "%s items", n), common::count(n)));
    showSelected();
    Layout();
    FitInside();
}

void EvidencePanel::showSelected() {
    const int row = list_->GetSelectedRow();
    show_->Enable(row != wxNOT_FOUND);
    remove_->Enable(list_->GetSelectedItemsCount() > 0);
    if (row == wxNOT_FOUND) {
        card_->SetLabelText(items_.empty() ? _("Select items in the main window to add them here.")
                                           : _("The numbers are given when the log first leaves the case."));
        return;
    }
    const auto& item = rows_[static_cast<std::size_t>(row)];
    wxString text = toWx(item.fileName);
    if (item.time)
        text += "\n" + wxString::Format(_("Time from: %s"), common::timeSourceName(item.timeSource));
    if (item.kind == core::model::ItemKind::Photo)
        text += "\n" + _("The picture is closed until you open it.");
    card_->SetLabelText(text);
    Layout();
    FitInside();
}

void EvidencePanel::showHighlight() {
    highlightHint_->SetLabelText(highlightHint(otherHighlights_ + (highlight_->GetValue() ? 1 : 0)));
}

void EvidencePanel::addItems(const std::vector<Id>& items) {
    bool isChanged = false;
    for (const Id id : items) {
        if (std::find(items_.begin(), items_.end(), id) != items_.end()) continue;
        items_.push_back(id);
        isChanged = true;
    }
    if (!isChanged) return;
    fill();
    if (changed_) changed_();
}

void EvidencePanel::removeSelected() {
    wxDataViewItemArray selected;
    list_->GetSelections(selected);
    if (selected.empty()) return;
    for (const wxDataViewItem& item : selected)
        std::erase(items_, rows_[static_cast<std::size_t>(list_->ItemToRow(item))].id);
    fill();
    if (changed_) changed_();
}

} // namespace ui::incident
