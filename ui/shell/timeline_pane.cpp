// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/timeline_pane.h"

#include "core/base/date_format.h"
#include "core/base/zone.h"
#include "ui/common/controls.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/settings.h"
#include "ui/common/to_wx.h"
#include "ui/shell/small_pictures.h"

#include <wx/button.h>
#include <wx/intl.h>
#include <wx/stattext.h>
#include <wx/tglbtn.h>

namespace ui::shell {

using common::Color;
using common::toWx;
using core::timeline::Lane;

namespace {

constexpr int kLeastWidth = 300; // lane heads and some axis

timeline::TimelineColors colors() {
    timeline::TimelineColors out =
        common::isDark() ? timeline::TimelineColors::dark() : timeline::TimelineColors::light();
    out.window = common::color(Color::Window);
    out.base = common::color(Color::Base);
    out.text = common::color(Color::Text);
    out.muted = common::color(Color::Muted);
    out.accent = common::color(Color::Accent);
    out.milestone = common::color(Color::Milestone);
    out.line = common::color(Color::Line);
    out.grid = common::color(Color::Grid);
    out.ghost = common::color(Color::Ghost);
    return out;
}

std::array<wxBitmapBundle, core::timeline::kLanes> laneIcons() {
    using common::Icon;
    std::array<wxBitmapBundle, core::timeline::kLanes> icons;
    const auto set = [&icons](Lane lane, Icon icon, Color color) {
        icons.at(core::timeline::indexOf(lane)) = common::icon(icon, color);
    };
    set(Lane::Incident, Icon::Incident, Color::Incident);
    set(Lane::Sms, Icon::Sms, Color::Sms);
    set(Lane::Call, Icon::Call, Color::Call);
    set(Lane::Email, Icon::Email, Color::Email);
    set(Lane::Chat, Icon::Chat, Color::Chat);
    set(Lane::Photo, Icon::Photo, Color::Photo);
    set(Lane::Other, Icon::Document, Color::Document);
    return icons;
}

bool isOrder(core::model::MilestoneKind kind) {
    using core::model::MilestoneKind;
    return kind == MilestoneKind::RestrainingOrder || kind == MilestoneKind::InterimOrder ||
           kind == MilestoneKind::ExclusionOrder;
}

// "Tilhold 22. apr.": the year stands on the ruler.
std::string milestoneLabel(const core::model::Milestone& milestone, const std::string& zone) {
    const auto day = core::base::toLocal(milestone.time.utcMs, zone);
    std::string date = core::base::formatDateShort(day, common::language());
    const auto year = date.rfind(' ');
    if (year != std::string::npos) date.resize(year);
    return common::toUtf8(common::milestoneName(milestone)) + " " + date;
}

} // namespace

TimelinePane::TimelinePane(wxWindow* parent, common::CaseView& view)
    : wxPanel(parent), view_(view), range_(common::makeText(this, wxEmptyString, common::TextStyle::Strong)),
      counts_(new wxStaticText(this, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize,
                               wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE)),
      timeline_(new timeline::TimelineCtrl(this)) {
    counts_->SetFont(common::font(common::TextStyle::Small));
    counts_->SetForegroundColour(common::color(Color::Muted));
    refreshColors();
    timeline_->setLanguage(common::language());
    timeline_->setCaseZone(view_.session().zone());
    timeline_->setTextSource([this](const std::vector<common::Ref>& refs) { return texts(refs); });
    timeline_->onSelect = [this](const std::vector<common::Ref>& refs) { view_.select(refs); };
    timeline_->onActivate = [this](const common::Ref& ref) {
        if (onActivate) onActivate(ref);
    };
    timeline_->onViewChanged = [this](const timeline::ViewSummary& summary) { showSummary(summary); };
    timeline_->onContextMenu = [this](const wxPoint&) {
        if (onContextMenu) onContextMenu(timeline_);
    };
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(makeHead(), wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, FromDIP(common::kMargin)));
    sizer->Add(timeline_, wxSizerFlags(1).Expand());
    SetSizer(sizer);
    timeline_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (!shown_ && view_.isLoaded()) CallAfter([this] { showData(); });
    });
    data_ = view_.dataChanged.add([this] { showData(); });
    selection_ = view_.selectionChanged.add([this] { timeline_->setSelection(view_.selection()); });
}

wxSizer* TimelinePane::makeHead() {
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head_ = head;
    head->Add(range_, wxSizerFlags().CenterVertical());
    head->Add(counts_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(20)));
    const auto add = [this, head](const wxString& label, const wxString& name,
                                  void (timeline::TimelineCtrl::*act)()) {
        auto* button =
            new wxButton(this, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        button->SetLabelText(label);
        button->SetFont(common::font(common::TextStyle::Small));
        button->SetName(name);
        if (label.length() == 1) button->SetToolTip(name);
        button->SetMinSize(wxSize(std::max(button->GetBestSize().x, FromDIP(32)), -1));
        button->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { (timeline_->*act)(); });
        head->Add(button, wxSizerFlags().CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(4)));
    };
    pictures_ =
        new wxToggleButton(this, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    pictures_->SetFont(common::font(common::TextStyle::Small)); // before the label, which is measured once
    pictures_->SetLabel(_("Show pictures"));
    pictures_->SetName(_("Show small pictures in the timeline"));
    pictures_->SetToolTip(_("Small pictures of photos and films, until you close them or the case."));
    pictures_->Bind(wxEVT_TOGGLEBUTTON, [this](wxCommandEvent& event) { openPictures(event.IsChecked()); });
    pictures_->Hide();
    head->Add(pictures_, wxSizerFlags().CenterVertical().Border(wxLEFT | wxTOP | wxBOTTOM, FromDIP(4)));
    add(wxString::FromUTF8("−"), _("Zoom out"), &timeline::TimelineCtrl::zoomOut);
    add("+", _("Zoom in"), &timeline::TimelineCtrl::zoomIn);
    add(_("Show the whole case"), _("Show the whole case"), &timeline::TimelineCtrl::fitAll);
    return head;
}

void TimelinePane::showData() {
    const auto& data = view_.data();
    if (!data.isWhole) return; // what was shown stays
    // "All of it" means nothing to a control that has no width yet.
    if (timeline_->GetClientSize().x < FromDIP(kLeastWidth)) return;
    if (shown_ != data.whole) {
        shown_ = data.whole;
        std::vector<core::timeline::Milestone> milestones;
        for (const auto& milestone : shown_->milestones)
            milestones.push_back({milestone.time.utcMs, milestoneLabel(milestone, view_.session().zone()),
                                  isOrder(milestone.kind)});
        timeline_->setData(shown_->index, std::move(milestones));
    }
    timeline_->setFilteredIndex(data.index);
    timeline_->setSelection(view_.selection());
    showSummary(timeline_->summary());
}

void TimelinePane::openPictures(bool open) {
    if (open == hasOpenPictures()) return;
    small_ = open ? std::make_shared<SmallPictures>(timeline_, view_.sessionPtr(),
                                                    [this] { timeline_->picturesChanged(); })
                  : nullptr;
    timeline_->setPictures(small_);
    pictures_->SetValue(open);
    showSummary(timeline_->summary());
}

bool TimelinePane::isReadingPictures() const { return small_ && small_->isWorking(); }

void TimelinePane::showSummary(const timeline::ViewSummary& summary) {
    if (pictures_->IsShown() != (summary.hasPictures || hasOpenPictures())) {
        pictures_->Show(summary.hasPictures || hasOpenPictures());
        head_->Layout();
    }
    if (range_->GetLabelText() == summary.rangeText && counts_->GetLabelText() == summary.countText) return;
    range_->SetLabelText(summary.rangeText);
    counts_->SetLabelText(summary.countText);
    head_->Layout(); // not the timeline: its size decides what is said here
}

std::vector<timeline::EntryText> TimelinePane::texts(const std::vector<common::Ref>& refs) const {
    std::vector<core::model::Id> ids;
    for (const common::Ref& ref : refs)
        if (!ref.incident) ids.push_back(ref.id);
    std::map<core::model::Id, core::query::ItemRow> rows;
    try {
        for (auto& row : view_.session().reader().rows(ids)) rows.emplace(row.id, std::move(row));
    } catch (const core::base::Error&) {
        // Asked for from a paint handler: labels stay empty, and the next load of the view says what is
        // wrong.
    }
    std::vector<timeline::EntryText> out;
    for (const common::Ref& ref : refs) {
        if (ref.incident) {
            const auto found = view_.data().whole->incidents.find(ref.id);
            out.push_back(found == view_.data().whole->incidents.end() ? timeline::EntryText{}
                                                                       : incidentText(found->second));
        } else {
            const auto found = rows.find(ref.id);
            out.push_back(found == rows.end() ? timeline::EntryText{} : itemText(found->second));
        }
    }
    return out;
}

timeline::EntryText TimelinePane::itemText(const core::query::ItemRow& row) const {
    const bool isSaid = !common::personName(row.from).empty();
    const wxString from = common::fromText(row);
    return {common::timeText(row, view_.session().zone()),
            isSaid ? wxString::Format(_("from %s"), from) : from,
            common::fieldEnd(common::itemLine(row), 80)};
}

timeline::EntryText TimelinePane::incidentText(const core::model::Incident& incident) const {
    return {toWx(core::base::formatTime(incident.start, view_.session().zone(), common::language())),
            wxString::Format(_("incident no. %d"), incident.number),
            common::fieldEnd(common::incidentLine(incident, view_.session().zone()), 80)};
}

void TimelinePane::filterToRange() {
    const auto range = timeline_->range().value_or(timeline_->visibleRange());
    common::ViewFilter filter = view_.filter();
    filter.items.fromMs = range.fromMs;
    filter.items.toMs = range.toMs;
    timeline_->setRange(std::nullopt);
    view_.setFilter(filter);
}

void TimelinePane::refreshColors() {
    timeline_->setColors(colors());
    timeline_->setLaneIcons(laneIcons());
}

} // namespace ui::shell
