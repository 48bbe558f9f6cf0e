// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An open case in the main window: the regions, how they are laid out, and who has the focus. The commands
// are in case_commands.h; no region knows another, all observe the CaseView that is here.

#include "ui/common/case_view.h"
#include "ui/detail/detail_pane.h"
#include "ui/evidence/evidence_table.h"
#include "ui/shell/shell_services.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/timeline_pane.h"
#include "ui/shell/toolbar.h"

class wxInfoBar;
class wxSplitterWindow;

namespace ui::shell {

enum class CaseLayout { Both, Table, Timeline };

class CasePage : public wxPanel {
public:
    CasePage(wxWindow* parent, common::SessionPtr session, const KeptSettings& kept,
             std::function<void(core::model::Id)> openIncident);

    common::CaseView& view() { return view_; }
    Toolbar& toolbar() { return *toolbar_; }
    evidence::EvidenceTable& table() { return *table_; }
    TimelinePane& timeline() { return *timeline_; }

    void setLayout(CaseLayout layout);
    void showSidebar(bool shown);
    void showDetail(bool shown);
    bool hasSidebar() const;
    bool hasDetail() const;

    void goTo(std::int64_t ms); // the first that is dated then or later is selected
    void nextRegion(bool forward);
    void focusDetail();
    bool listHasFocus() const; // the list or the timeline: single-letter keys are meant

    struct MessageButton {
        int command;
        wxString label;
    };
    void showMessage(const wxString& text, const std::vector<MessageButton>& buttons = {});
    void hideMessage();
    bool hasMessage() const;
    void refreshColors();

    std::function<void(wxWindow*)> onContextMenu;

private:
    wxWindow* makeCentre(wxWindow* parent);
    int timelineHeight(int forBoth) const;

    common::CaseView view_;
    Toolbar* toolbar_;
    wxSplitterWindow* left_;   // sidebar | the rest
    wxSplitterWindow* right_;  // centre | detail
    wxSplitterWindow* middle_; // timeline / list
    wxWindow* centre_;
    Sidebar* sidebar_;
    TimelinePane* timeline_;
    evidence::EvidenceTable* table_;
    detail::DetailPane* detail_;
    wxInfoBar* message_;
    std::vector<int> messageButtons_;
    int sidebarWidth_, detailWidth_;
};

} // namespace ui::shell
