// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/column_grid.h"

#include "ui/common/controls.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/import/table_words.h"

#include <algorithm>

#include <wx/choice.h>
#include <wx/intl.h>

namespace ui::import {

using core::import::TableMapping;
using core::import::TableRow;

namespace {

constexpr std::size_t kMostColumns = 60; // beyond, nobody names one
constexpr int kRowsShown = 3;
constexpr int kColumnWidth = 168; // dip
constexpr std::size_t kMostLetters = 200;

wxString cellText(const TableRow& row, std::size_t column) {
    wxString text = common::toWx(row.cell(static_cast<int>(column)).substr(0, 4 * kMostLetters));
    text.Replace("\n", " ");
    return text.Left(kMostLetters);
}

wxStaticText* makeCell(wxWindow* parent, const wxString& text, common::TextStyle style) {
    auto* cell = new wxStaticText(parent, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    cell->SetLabelText(text);
    cell->SetFont(common::font(style));
    cell->SetMinSize(parent->FromDIP(wxSize(kColumnWidth, -1)));
    cell->SetToolTip(text);
    return cell;
}

} // namespace

ColumnGrid::ColumnGrid(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHSCROLL | wxTAB_TRAVERSAL) {
    form::nameControl(this, _("The columns"));
    SetScrollRate(FromDIP(12), 0);
}

void ColumnGrid::show(const std::vector<TableRow>& rows, const TableMapping& mapping) {
    DestroyChildren();
    choices_.clear();
    std::size_t columns = 0;
    for (const TableRow& row : rows) columns = std::max(columns, row.cells.size());
    columns = std::min(columns, kMostColumns);
    const auto header = std::find_if(rows.begin(), rows.end(),
                                     [&](const TableRow& row) { return row.number == mapping.headerRow; });
    auto* grid = new wxFlexGridSizer(static_cast<int>(columns), FromDIP(4), FromDIP(common::kGap));
    for (std::size_t i = 0; i < columns; ++i) {
        auto* choice = new wxChoice(this, wxID_ANY);
        choice->Append(_("Not used"));
        for (const auto role : offeredRoles()) choice->Append(roleName(role));
        choice->SetSelection(0);
        choice->SetMinSize(FromDIP(wxSize(kColumnWidth, -1)));
        const wxString title = header == rows.end() || cellText(*header, i).empty()
                                   ? wxString::Format(_("Column %d"), static_cast<int>(i) + 1)
                                   : cellText(*header, i);
        form::nameControl(choice, wxString::Format(_("What the column %s means"), title));
        choice->Bind(wxEVT_CHOICE, [this, i](wxCommandEvent&) {
            takeFromOthers(i);
            if (changed_) changed_();
        });
        choices_.push_back(choice);
        grid->Add(choice, wxSizerFlags().Expand());
    }
    for (std::size_t r = 0; r < offeredRoles().size(); ++r)
        if (const int column = mapping.column(offeredRoles()[r]);
            column >= 0 && static_cast<std::size_t>(column) < columns)
            choices_[static_cast<std::size_t>(column)]->SetSelection(static_cast<int>(r) + 1);
    const auto addRow = [&](const TableRow& row, common::TextStyle style) {
        for (std::size_t i = 0; i < columns; ++i) grid->Add(makeCell(this, cellText(row, i), style));
    };
    if (header != rows.end()) addRow(*header, common::TextStyle::Strong);
    int shown = 0;
    for (const TableRow& row : rows) {
        if (row.number <= mapping.headerRow || row.isEmpty() || shown == kRowsShown) continue;
        addRow(row, common::TextStyle::Small);
        ++shown;
    }
    auto* outer = new wxBoxSizer(wxVERTICAL);
    outer->Add(grid, wxSizerFlags().Border(wxBOTTOM, FromDIP(16))); // room for the scroll bar
    SetSizer(outer);
    SetMinSize(wxSize(-1, outer->CalcMin().y));
    FitInside();
}

// A meaning stands above one column only.
void ColumnGrid::takeFromOthers(std::size_t column) {
    const int chosen = choices_[column]->GetSelection();
    for (std::size_t i = 0; i < choices_.size() && chosen > 0; ++i)
        if (i != column && choices_[i]->GetSelection() == chosen) choices_[i]->SetSelection(0);
}

void ColumnGrid::fill(TableMapping& mapping) const {
    for (const auto role : offeredRoles()) mapping.column(role) = -1;
    for (std::size_t i = 0; i < choices_.size(); ++i)
        if (const int at = choices_[i]->GetSelection(); at > 0)
            mapping.column(offeredRoles()[static_cast<std::size_t>(at) - 1]) = static_cast<int>(i);
}

void ColumnGrid::choose(std::size_t column, std::optional<core::import::TableRole> role) {
    int at = 0;
    if (role)
        at = static_cast<int>(std::find(offeredRoles().begin(), offeredRoles().end(), *role) -
                              offeredRoles().begin()) +
             1;
    choices_[column]->SetSelection(at);
    takeFromOthers(column);
    if (changed_) changed_();
}

} // namespace ui::import
