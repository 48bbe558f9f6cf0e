// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/case_page.h"

#include "ui/common/command_ids.h"
#include "ui/common/controls.h"
#include "ui/evidence/filter_bar.h"

#include <algorithm>
#include <array>

#include <wx/infobar.h>
#include <wx/intl.h>
#include <wx/splitter.h>

namespace ui::shell {
namespace {

constexpr int kSidebarWidth = 224;
constexpr int kDetailWidth = 336;
constexpr int kMostDetail = 27; // percent of a small window: the list needs the room
constexpr int kTimelineHeight = 464;
constexpr int kMostTimeline = 62;  // percent of the height for both: the list needs rows
constexpr int kAboveBothDip = 100; // toolbar and filters

wxSplitterWindow* makeSplitter(wxWindow* parent, double gravity) {
    auto* splitter = new wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                          wxSP_LIVE_UPDATE | wxSP_THIN_SASH | wxBORDER_NONE);
    splitter->SetMinimumPaneSize(parent->FromDIP(120));
    splitter->SetSashGravity(gravity);
    return splitter;
}

} // namespace

CasePage::CasePage(wxWindow* parent, common::SessionPtr session, const KeptSettings& kept,
                   std::function<void(core::model::Id)> openIncident)
    : wxPanel(parent), view_(this, std::move(session)), toolbar_(new Toolbar(this, view_)),
      left_(makeSplitter(this, 0.0)), sidebarWidth_(FromDIP(kSidebarWidth)),
      detailWidth_(std::min(FromDIP(kDetailWidth), parent->GetClientSize().x * kMostDetail / 100)) {
    sidebar_ = new Sidebar(left_, view_);
    right_ = makeSplitter(left_, 1.0);
    centre_ = makeCentre(right_);
    detail_ = new detail::DetailPane(right_, view_, {std::move(openIncident)});
    right_->SplitVertically(centre_, detail_, -detailWidth_);
    left_->SplitVertically(sidebar_, right_, sidebarWidth_);
    message_ = new wxInfoBar(this);
    message_->SetShowHideEffects(wxSHOW_EFFECT_NONE, wxSHOW_EFFECT_NONE);

    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(toolbar_, wxSizerFlags().Expand());
    sizer->Add(common::makeLine(this), wxSizerFlags().Expand());
    sizer->Add(left_, wxSizerFlags(1).Expand());
    sizer->Add(message_, wxSizerFlags().Expand());
    SetSizer(sizer);

    const auto activate = [this](const common::Ref& ref) {
        view_.select({ref});
        focusDetail();
    };
    table_->onActivate = activate;
    timeline_->onActivate = activate;
    const auto menu = [this](wxWindow* over) {
        if (onContextMenu) onContextMenu(over);
    };
    table_->onContextMenu = menu;
    timeline_->onContextMenu = menu;
    message_->Bind(wxEVT_BUTTON, [this](wxCommandEvent& event) {
        const int id = event.GetId();
        hideMessage();
        if (id != wxID_CLOSE) common::sendCommand(this, id);
    });
    showSidebar(kept.sidebar);
    showDetail(kept.detail);
}

wxWindow* CasePage::makeCentre(wxWindow* parent) {
    auto* panel = new wxPanel(parent);
    auto* bar = new evidence::FilterBar(panel, view_);
    middle_ = makeSplitter(panel, 0.0);
    timeline_ = new TimelinePane(middle_, view_);
    table_ = new evidence::EvidenceTable(middle_, view_);
    middle_->SplitHorizontally(
        timeline_, table_,
        timelineHeight(wxGetTopLevelParent(this)->GetClientSize().y - FromDIP(kAboveBothDip)));
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(bar, wxSizerFlags().Expand());
    sizer->Add(common::makeLine(panel), wxSizerFlags().Expand());
    sizer->Add(middle_, wxSizerFlags(1).Expand());
    panel->SetSizer(sizer);
    return panel;
}

int CasePage::timelineHeight(int forBoth) const {
    return std::min(FromDIP(kTimelineHeight), forBoth * kMostTimeline / 100);
}

void CasePage::setLayout(CaseLayout layout) {
    if (middle_->IsSplit()) middle_->Unsplit();
    switch (layout) {
    case CaseLayout::Both:
        timeline_->Show();
        table_->Show();
        middle_->SplitHorizontally(timeline_, table_, timelineHeight(middle_->GetClientSize().y));
        break;
    case CaseLayout::Table:
        timeline_->Hide();
        table_->Show();
        middle_->Initialize(table_);
        break;
    case CaseLayout::Timeline:
        table_->Hide();
        timeline_->Show();
        middle_->Initialize(timeline_);
        break;
    }
    toolbar_->showViewChoice(static_cast<int>(layout));
    middle_->SizeWindows();
}

bool CasePage::hasSidebar() const { return sidebar_->IsShown(); }
bool CasePage::hasDetail() const { return detail_->IsShown(); }

void CasePage::showSidebar(bool shown) {
    if (shown == left_->IsSplit()) return;
    if (shown) {
        sidebar_->Show();
        left_->SplitVertically(sidebar_, right_, sidebarWidth_);
    } else {
        sidebarWidth_ = left_->GetSashPosition();
        left_->Unsplit(sidebar_);
    }
}

void CasePage::showDetail(bool shown) {
    if (shown == right_->IsSplit()) return;
    if (shown) {
        detail_->Show();
        right_->SplitVertically(centre_, detail_, -detailWidth_);
    } else {
        detailWidth_ = right_->GetClientSize().x - right_->GetSashPosition();
        right_->Unsplit(detail_);
    }
}

void CasePage::goTo(std::int64_t ms) {
    timeline_->goTo(ms);
    const auto& data = view_.data();
    const auto& index = data.index ? *data.index : *data.whole->index;
    std::optional<common::Ref> first;
    std::int64_t firstMs = 0;
    for (const core::timeline::Lane lane : core::timeline::kAllLanes) {
        const auto& column = index.lane(lane);
        const auto at = column.at(ms);
        if (at >= column.size() || (first && column.start[at] >= firstMs)) continue;
        first = index.entryAt(lane, at);
        firstMs = column.start[at];
    }
    if (first) view_.select({*first});
}

// Toolbar, filters, timeline, list, details; those that are hidden are passed over.
void CasePage::nextRegion(bool forward) {
    const std::array<wxWindow*, 5> regions{toolbar_->searchField(), sidebar_->control(), timeline_->control(),
                                           table_->control(), detail_};
    const wxWindow* focus = FindFocus();
    int at = -1;
    for (std::size_t i = 0; i < regions.size(); ++i)
        for (const wxWindow* w = focus; w && w != this; w = w->GetParent())
            if (w == regions[i]) at = static_cast<int>(i);
    const int n = static_cast<int>(regions.size());
    for (int step = 1; step <= n; ++step) {
        const int next = ((at + (forward ? step : -step)) % n + n) % n;
        wxWindow* region = regions[static_cast<std::size_t>(next)];
        if (!region->IsShownOnScreen()) continue;
        if (region == detail_)
            detail_->focus();
        else
            region->SetFocus();
        return;
    }
}

void CasePage::focusDetail() {
    showDetail(true);
    detail_->focus();
}

bool CasePage::listHasFocus() const {
    for (const wxWindow* w = FindFocus(); w && w != this; w = w->GetParent())
        if (w == table_ || w == timeline_->control()) return true;
    return false;
}

void CasePage::showMessage(const wxString& text, const std::vector<MessageButton>& buttons) {
    for (const int id : messageButtons_) message_->RemoveButton(id);
    messageButtons_.clear();
    for (const auto& button : buttons) {
        message_->AddButton(button.command, button.label);
        messageButtons_.push_back(button.command);
    }
    message_->AddButton(wxID_CLOSE, _("Close"));
    messageButtons_.push_back(wxID_CLOSE);
    message_->ShowMessage(text, wxICON_NONE);
    Layout();
}

void CasePage::hideMessage() {
    message_->Dismiss();
    Layout();
}

bool CasePage::hasMessage() const { return message_->IsShown(); }

void CasePage::refreshColors() {
    timeline_->refreshColors();
    table_->refreshColors();
    sidebar_->refreshColors();
    detail_->refreshColors();
    Refresh();
}

} // namespace ui::shell
