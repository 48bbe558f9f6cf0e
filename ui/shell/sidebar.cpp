// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/access/list_columns.h"
#include "ui/common/controls.h"

#include <algorithm>

#include <wx/intl.h>
#include <wx/sizer.h>
#include <wx/utils.h>

namespace ui::shell {
namespace {

constexpr int kCountWidth = 56;
constexpr int kLeftMargin = 10;
constexpr int kLeastNameWidth = 80;

} // namespace

Sidebar::Sidebar(wxWindow* parent, common::CaseView& view)
    : wxPanel(parent), view_(view), list_(new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                                             wxDV_SINGLE | wxDV_NO_HEADER | wxBORDER_NONE)),
      model_(new SidebarModel) {
    list_->SetName(_("Filters"));
    list_->SetToolTip(_("Click to show only this. Ctrl+click to add it to the filter."));
    list_->SetRowHeight(std::max(FromDIP(24), list_->GetCharHeight() + FromDIP(5)));
    list_->AssociateModel(model_.get());
    access::leaveSearchToProgram(*list_);
    addColumns();
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (!updating_) choose(wxGetKeyState(WXK_CONTROL));
    });
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(list_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    data_ = view_.dataChanged.add([this] { showRows(); });
    filter_ = view_.filterChanged.add([this] { showChosen(); });
}

void Sidebar::addColumns() {
    list_->AppendColumn(new wxDataViewColumn(wxEmptyString, new wxDataViewTextRenderer, SidebarModel::Margin,
                                             FromDIP(kLeftMargin), wxALIGN_LEFT, 0));
    auto* names = new wxDataViewIconTextRenderer;
    names->EnableEllipsize(wxELLIPSIZE_END);
    auto* name = new wxDataViewColumn(_("Filter"), names, SidebarModel::Name, FromDIP(kLeastNameWidth),
                                      wxALIGN_LEFT, 0);
    list_->AppendColumn(name);
    list_->AppendColumn(new wxDataViewColumn(
        _("Count"), new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, wxALIGN_RIGHT),
        SidebarModel::Count, FromDIP(kCountWidth), wxALIGN_RIGHT, 0));
    access::giveFreeWidth(*name);
    access::packIcons(*name);
}

void Sidebar::showRows() {
    if (!view_.data().isWhole && !model_->rows().empty()) return; // what was counted stays meanwhile
    updating_ = true;
    model_->setRows(sidebarRows(view_.data(), allSources_));
    updating_ = false;
    showChosen();
}

// The row that alone says what is shown; none where the filter has more parts.
void Sidebar::showChosen() {
    updating_ = true;
    list_->UnselectAll();
    model_->setChosen({});
    for (unsigned i = 0; i < model_->rows().size(); ++i) {
        const SidebarRow& row = model_->rows()[i];
        if (!row.apply) continue;
        common::ViewFilter alone;
        row.apply(alone);
        if (alone == view_.filter()) {
            model_->setChosen(i);
            list_->Select(model_->GetItem(i));
            break;
        }
    }
    updating_ = false;
}

void Sidebar::choose(bool add) {
    const wxDataViewItem item = list_->GetSelection();
    if (!item.IsOk()) return;
    const unsigned index = model_->GetRow(item);
    if (index >= model_->rows().size()) return;
    const SidebarRow& row = model_->rows()[index];
    if (row.sort == SidebarRow::Sort::More) {
        CallAfter([this] {
            allSources_ = true;
            showRows();
        });
        return;
    }
    if (!row.apply) { // a heading
        CallAfter([this] { showChosen(); });
        return;
    }
    common::ViewFilter filter = add ? view_.filter() : common::ViewFilter{};
    if (!add) filter.items.search = view_.filter().items.search;
    row.apply(filter);
    if (filter == view_.filter()) CallAfter([this] { showChosen(); });
    // Not inside the list's own event: the rows are made anew.
    CallAfter([this, filter] { view_.setFilter(filter); });
}

} // namespace ui::shell
