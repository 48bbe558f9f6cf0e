// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The timeline with its head line (what is in view, zoom), bound to the view's filter and selection.
// Not the timeline itself: that is ui/timeline.

#include "ui/common/case_view.h"
#include "ui/timeline/timeline_ctrl.h"

#include <wx/panel.h>

class wxStaticText;
class wxToggleButton;

namespace ui::shell {

class SmallPictures;

class TimelinePane : public wxPanel {
public:
    TimelinePane(wxWindow* parent, common::CaseView& view);

    timeline::TimelineCtrl* control() const { return timeline_; }
    void filterToRange(); // the chosen range, or what is in view
    void goTo(std::int64_t timeMs) { timeline_->goTo(timeMs); }
    void refreshColors();
    // Small pictures on the cards of photos and films, closed until she opens them, like the large one; with
    // the case they are closed again.
    void openPictures(bool open);
    bool hasOpenPictures() const { return small_ != nullptr; }
    bool isReadingPictures() const;

    std::function<void(const common::Ref&)> onActivate;
    std::function<void(wxWindow*)> onContextMenu;

private:
    wxSizer* makeHead();
    void showData();
    void showSummary(const timeline::ViewSummary& summary);
    std::vector<timeline::EntryText> texts(const std::vector<common::Ref>& refs) const;
    timeline::EntryText itemText(const core::query::ItemRow& row) const;
    timeline::EntryText incidentText(const core::model::Incident& incident) const;

    common::CaseView& view_;
    wxSizer* head_ = nullptr;
    wxStaticText* range_;
    wxStaticText* counts_;
    wxToggleButton* pictures_ = nullptr;
    timeline::TimelineCtrl* timeline_;
    std::shared_ptr<SmallPictures> small_; // null: closed
    std::shared_ptr<const common::CaseData> shown_;
    common::Subscription data_, selection_;
};

} // namespace ui::shell
