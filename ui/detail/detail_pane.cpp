// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detail_pane.h"

#include "ui/common/error_text.h"
#include "ui/common/labels.h"

#include <array>

#include <wx/intl.h>

namespace ui::detail {

DetailPane::DetailPane(wxWindow* parent, common::CaseView& view, DetailHooks hooks)
    : wxPanel(parent), view_(view), hooks_(std::move(hooks)), book_(new wxNotebook(this, wxID_ANY)) {
    book_->SetName(_("Details"));
    item_ = new FactList(book_, _("Item"));
    source_ = new FactList(book_, _("Source"));
    history_ = new FactList(book_, _("History"));
    book_->AddPage(item_, _("Item"));
    book_->AddPage(source_, _("Source"));
    book_->AddPage(history_, _("History"));
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(book_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    selection_ = view_.selectionChanged.add([this] { scheduleShow(); });
    showNothing();
}

void DetailPane::focus() {
    book_->SetSelection(0);
    book_->SetFocus();
}

// Holding an arrow key must not build a page for each row passed.
void DetailPane::scheduleShow() {
    if (scheduled_) return;
    scheduled_ = true;
    CallAfter([this] {
        scheduled_ = false;
        show();
    });
}

void DetailPane::show() {
    const auto current = view_.current();
    for (FactList* page : std::array{item_, source_, history_}) page->begin();
    try {
        if (!current)
            showNothing();
        else if (current->incident)
            showIncident(current->id);
        else
            showItem(current->id);
    } catch (const core::base::Error& error) {
        item_->addLine(common::errorText(error));
    }
    for (FactList* page : std::array{item_, source_, history_}) page->end();
}

void DetailPane::showItem(core::model::Id id) {
    const auto item = view_.session().reader().item(id);
    if (!item) return showNothing();
    if (view_.selection().size() > 1)
        item_->addLine(wxString::Format(_("%s selected. The last one is shown."),
                                        common::count(static_cast<long long>(view_.selection().size()))),
                       common::TextStyle::Small, common::Color::Muted);
    fillItemPage(*item_, view_, *item, hooks_);
    fillSourcePage(*source_, view_, *item);
    fillHistoryPage(*history_, view_, id);
}

void DetailPane::showIncident(core::model::Id id) {
    const auto found = view_.data().whole->incidents.find(id);
    if (found == view_.data().whole->incidents.end()) return showNothing();
    fillIncidentPage(*item_, view_, found->second, hooks_);
    source_->addLine(_("Written in this case, not imported."), common::TextStyle::Small,
                     common::Color::Muted);
    fillIncidentHistory(*history_, view_, id);
}

void DetailPane::showNothing() {
    item_->addLine(_("Choose something in the list or on the timeline to see it here."),
                   common::TextStyle::Body, common::Color::Muted);
}

} // namespace ui::detail
