// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/sources_window.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "core/query/source_kind.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/intl.h>

namespace ui::import {

using common::toWx;

SourcesWindow::SourcesWindow(wxWindow* parent, common::SessionPtr session, ImportHooks hooks)
    : DialogBase(parent, _("Files in the case"), _("Files in the case")), session_(std::move(session)),
      hooks_(std::move(hooks)) {
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                   wxDV_ROW_LINES | wxBORDER_THEME);
    form::nameControl(list_, _("Files in the case"));
    form::addTextColumn(*list_, _("File"), FromDIP(320));
    form::addTextColumn(*list_, _("Items"), FromDIP(90), wxALIGN_RIGHT);
    form::addTextColumn(*list_, _("Size"), FromDIP(110), wxALIGN_RIGHT);
    form::addTextColumn(*list_, _("Came in"), FromDIP(180));
    content()->Add(list_, wxSizerFlags(1).Expand());
    empty_ = common::makeMuted(this, _("Nothing has been imported yet."));
    content()->Add(empty_, wxSizerFlags().Border(wxTOP, FromDIP(common::kGap)));
    remove_ = addLeftButton(wxID_DELETE, _("Remove from the case…"));
    read_ = addLeftButton(wxID_ANY, _("Read as a table…"));
    log_ = addLeftButton(wxID_ANY, _("Make incidents of the rows…"));
    auto* close = addButton(wxID_CLOSE, _("Close"), true);
    remove_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { removeChosen(); });
    close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { Close(); });
    read_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto* source = chosen()) readAsTable(this, session_, source->id, hooks_);
    });
    log_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto* source = chosen()) makeOfLog(this, session_, source->id);
    });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { offer(); });
    list_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE && !event.HasAnyModifiers())
            removeChosen();
        else
            event.Skip();
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { Destroy(); });
    SetEscapeId(wxID_CLOSE);
    fill();
    changes_ = session_->onChange([this] { fill(); });
    finish({860, 480}, list_);
}

// The newest first, as the imports are.
void SourcesWindow::fill() {
    const int chosen = std::max(0, list_->GetSelectedRow());
    rows_ = session_->reader().sources();
    std::reverse(rows_.begin(), rows_.end());
    list_->DeleteAllItems();
    for (const auto& source : rows_) {
        const auto when = core::base::toLocal(source.importedMs, session_->zone());
        wxVector<wxVariant> cells;
        cells.push_back(toWx(source.name));
        cells.push_back(common::count(source.items));
        cells.push_back(toWx(core::base::formatBytes(source.size, common::language())));
        cells.push_back(toWx(core::base::formatDateShort(when, common::language()) + " " +
                             core::base::formatClock(when, common::language())));
        list_->AppendItem(cells);
    }
    const int last = static_cast<int>(rows_.size()) - 1;
    if (last >= 0) list_->SelectRow(static_cast<unsigned>(std::min(chosen, last)));
    offer();
    empty_->Show(last < 0);
    Layout();
}

const core::query::SourceRow* SourcesWindow::chosen() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &rows_[static_cast<std::size_t>(row)];
}

void SourcesWindow::offer() {
    const auto* source = chosen();
    remove_->Enable(source != nullptr);
    read_->Enable(source != nullptr && core::query::mayBeTable(*source, source->isDocument));
    log_->Enable(source != nullptr && core::query::mayHoldLog(*source));
}

void SourcesWindow::removeChosen() {
    const auto* source = chosen();
    if (source == nullptr) return;
    RemoveSourceDialog dialog(this, session_, *source);
    dialog.ShowModal();
    list_->SetFocus();
}

} // namespace ui::import
