// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/evidence/evidence_table.h"

#include "ui/access/list_columns.h"
#include "ui/common/controls.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <wx/app.h>
#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>

namespace ui::evidence {
namespace {

constexpr int kIconPad = 3;
constexpr std::chrono::seconds kSettles(1); // a window that opens is laid out anew a few times
constexpr std::array<int, kEvidenceColumns> kWidths{156, 104, 96, 160, 88, 80, 52}; // dip
constexpr int kRow = 24;                                                            // dip
constexpr int kCharDip = 19; // height of a character for which these are made: larger text needs more

int forText(const wxWindow& window, int dip) {
    return std::max(window.FromDIP(dip), dip * window.GetCharHeight() / kCharDip);
}

std::optional<core::query::ItemSort> sortOf(EvidenceColumn column) {
    using core::query::ItemSort;
    switch (column) {
    case EvidenceColumn::Time:
        return ItemSort::Time;
    case EvidenceColumn::Kind:
        return ItemSort::Kind;
    case EvidenceColumn::From:
        return ItemSort::From;
    case EvidenceColumn::Text:
        return ItemSort::Text;
    default:
        return std::nullopt;
    }
}

// Where each of `refs` stands among the rows; those that are not there are left out.
std::vector<unsigned> rowsOf(const std::vector<common::Ref>& rows, const std::vector<common::Ref>& refs) {
    std::vector<common::Ref> wanted = refs;
    std::sort(wanted.begin(), wanted.end());
    std::vector<unsigned> out;
    for (std::size_t i = 0; i < rows.size() && out.size() < wanted.size(); ++i)
        if (std::binary_search(wanted.begin(), wanted.end(), rows[i]))
            out.push_back(static_cast<unsigned>(i));
    return out;
}

} // namespace

EvidenceTable::EvidenceTable(wxWindow* parent, common::CaseView& view)
    : wxPanel(parent), view_(view), table_(new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition,
                                                              wxDefaultSize, wxDV_MULTIPLE | wxBORDER_NONE)),
      empty_(common::makeMuted(this, wxEmptyString, common::TextStyle::Body)),
      model_(new EvidenceModel(view)) {
    table_->SetName(_("List of items"));
    table_->AssociateModel(model_.get());
    access::leaveSearchToProgram(*table_);
    table_->SetRowHeight(forText(*table_, kRow));
    addColumns();
    bindEvents();
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(empty_, wxSizerFlags().Border(wxALL, FromDIP(common::kMargin)));
    sizer->Add(table_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    empty_->Hide();
    table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (std::chrono::steady_clock::now() < settlesUntil_) keepSelectedSeen();
    });
    data_ = view_.dataChanged.add([this] { showRows(); });
    // Told of again after each change of the case: the list moves only for one that is new.
    selection_ = view_.selectionChanged.add([this] {
        const bool isNew = view_.selection() != selected_;
        selected_ = view_.selection();
        showSelection(isNew);
    });
}

void EvidenceTable::addColumns() {
    const std::array<wxString, kEvidenceColumns> titles{
        _("Time"), _("Kind"), _("From"), _("Text or subject"), _("Tags"), _("Incident"), _("Exhibit")};
    for (unsigned i = 0; i < kEvidenceColumns; ++i) {
        int flags = wxDATAVIEW_COL_RESIZABLE;
        if (sortOf(static_cast<EvidenceColumn>(i))) flags |= wxDATAVIEW_COL_SORTABLE;
        const int width = forText(*table_, kWidths.at(i));
        wxDataViewRenderer* renderer = nullptr;
        if (static_cast<EvidenceColumn>(i) == EvidenceColumn::Kind) {
            renderer = new wxDataViewIconTextRenderer;
        } else {
            auto* text = new wxDataViewTextRenderer;
            text->EnableEllipsize(wxELLIPSIZE_END);
            renderer = text;
        }
        auto* column = new wxDataViewColumn(titles.at(i), renderer, i, width, wxALIGN_LEFT, flags);
        table_->AppendColumn(column);
    }
    access::padIcons(*table_->GetColumn(static_cast<unsigned>(EvidenceColumn::Kind)), FromDIP(kIconPad));
    access::giveFreeWidth(*table_->GetColumn(static_cast<unsigned>(EvidenceColumn::Text)));
    table_->GetColumn(0)->SetSortOrder(true);
}

void EvidenceTable::bindEvents() {
    Bind(wxEVT_IDLE, &EvidenceTable::grow, this);
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { readSelection(); });
    table_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const auto row = model_->GetRow(event.GetItem());
        if (onActivate && row < view_.data().rows.size()) onActivate(view_.data().rows[row]);
    });
    table_->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) {
        if (onContextMenu) onContextMenu(table_);
    });
    table_->Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this](wxDataViewEvent& event) {
        if (!updating_ && event.GetColumn() >= 0) sortBy(static_cast<EvidenceColumn>(event.GetColumn()));
    });
}

// While nobody asks for anything else.
void EvidenceTable::grow(wxIdleEvent& event) {
    event.Skip();
    if (model_->isComplete()) return;
    model_->grow();
    if (!model_->isComplete())
        event.RequestMore();
    else if (!view_.selection().empty())
        showSelection(false); // rows that were not there yet
}

void EvidenceTable::sortBy(EvidenceColumn column) {
    const auto sort = sortOf(column);
    if (!sort) return;
    view_.setOrder({*sort, !table_->GetColumn(static_cast<unsigned>(column))->IsSortOrderAscending()});
}

void EvidenceTable::showRows() {
    const auto place = access::placeOf(*table_);
    const auto before = std::exchange(shown_, view_.dataPtr());
    const bool areSame = before && before->filter == shown_->filter && before->order == shown_->order;
    updating_ = true;
    model_->refresh();
    updating_ = false;
    const bool none = shown_->rows.empty();
    empty_->SetLabelText(shown_->whole->items == 0 && view_.filter().isEmpty()
                             ? _("Nothing here yet. Import files, or drop them on this window.")
                             : _("Nothing fits these filters. Take one away to see more."));
    if (none != empty_->IsShown()) {
        empty_->Show(none);
        Layout();
    }
    if (!model_->isComplete()) wxWakeUpIdle();
    showSelection(!areSame);
    if (areSame && place) scrollAsBefore(*place, *before);
    access::redraw(*table_);
    if (!areSame && view_.selection().empty() && !none) // they begin at the top
        CallAfter([this] {
            if (model_->GetCount() > 0) table_->EnsureVisible(model_->GetItem(0));
        });
}

// The same row stays where it was in the window, though others may have come above it.
void EvidenceTable::scrollAsBefore(const access::ListPlace& place, const common::ViewData& before) {
    const auto& rows = shown_->rows;
    if (place.row >= before.rows.size() || rows.empty()) return;
    const common::Ref first = before.rows[place.row];
    access::ListPlace now = place;
    if (place.row >= rows.size() || rows[place.row] != first) {
        const auto found = std::find(rows.begin(), rows.end(), first);
        if (found != rows.end()) now.row = static_cast<unsigned>(found - rows.begin());
    }
    now.row = std::min(now.row, model_->GetCount() - 1);
    access::scrollTo(*table_, now);
}

void EvidenceTable::keepSelectedSeen() {
    CallAfter([this] {
        const auto rows = rowsOf(view_.data().rows, view_.selection());
        if (!rows.empty() && rows.back() < model_->GetCount())
            table_->EnsureVisible(model_->GetItem(rows.back()));
    });
}

void EvidenceTable::showSelection(bool scrolls) {
    if (updating_) return;
    updating_ = true;
    const auto rows = rowsOf(view_.data().rows, view_.selection());
    table_->UnselectAll();
    wxDataViewItemArray items;
    for (const unsigned row : rows)
        if (row < model_->GetCount()) items.push_back(model_->GetItem(row));
    if (!items.empty()) {
        table_->SetSelections(items);
        // Once the list has been laid out: with new rows it scrolls nowhere yet.
        if (scrolls) {
            settlesUntil_ = std::chrono::steady_clock::now() + kSettles;
            CallAfter([this, row = rows.back()] {
                if (row < model_->GetCount()) table_->EnsureVisible(model_->GetItem(row));
            });
        }
    }
    updating_ = false;
}

void EvidenceTable::readSelection() {
    if (updating_) return;
    wxDataViewItemArray items;
    table_->GetSelections(items);
    const auto& rows = view_.data().rows;
    const wxDataViewItem current = table_->GetCurrentItem();
    std::vector<common::Ref> refs;
    std::optional<common::Ref> last;
    for (const auto& item : items) {
        const unsigned row = model_->GetRow(item);
        if (row >= rows.size()) continue;
        if (item == current)
            last = rows[row];
        else
            refs.push_back(rows[row]);
    }
    if (last) refs.push_back(*last);
    updating_ = true; // the answer to this is not for the list itself
    view_.select(std::move(refs));
    updating_ = false;
}

void EvidenceTable::selectAll() {
    if (!view_.data().isWhole || !model_->isComplete()) return wxBell(); // it would be the first rows alone
    table_->SelectAll();
    readSelection();
}

void EvidenceTable::selectNext() {
    const auto current = view_.current();
    if (!current) return;
    const auto& rows = view_.data().rows;
    const auto found = std::find(rows.begin(), rows.end(), *current);
    if (found == rows.end() || found + 1 == rows.end()) return;
    view_.select({*(found + 1)});
}

void EvidenceTable::refreshColors() {
    model_->refreshColors();
    table_->Refresh();
}

} // namespace ui::evidence
