// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The list of what the filter leaves: items and incidents, one a row. The timeline's accessible twin: same
// filter, same selection. It changes nothing in the case.

#include "ui/access/list_columns.h"
#include "ui/evidence/evidence_model.h"

#include <chrono>
#include <functional>

#include <wx/panel.h>

class wxStaticText;

namespace ui::evidence {

class EvidenceTable : public wxPanel {
public:
    EvidenceTable(wxWindow* parent, common::CaseView& view);

    wxDataViewCtrl* control() const { return table_; }
    void selectAll();  // not before all are there
    void selectNext(); // the row below the current one
    void refreshColors();

    std::function<void(const common::Ref&)> onActivate;
    std::function<void(wxWindow*)> onContextMenu; // at the mouse or the selected row

private:
    void addColumns();
    void bindEvents();
    void showRows();
    void keepSelectedSeen();
    void scrollAsBefore(const access::ListPlace& place, const common::ViewData& before);
    void showSelection(bool scrolls);
    void readSelection();
    void grow(wxIdleEvent& event);
    void sortBy(EvidenceColumn column);

    common::CaseView& view_;
    wxDataViewCtrl* table_;
    wxStaticText* empty_;
    wxObjectDataPtr<EvidenceModel> model_;
    std::shared_ptr<const common::ViewData> shown_;
    std::vector<common::Ref> selected_;                  // as it was told last
    std::chrono::steady_clock::time_point settlesUntil_; // after the list went to a row by itself
    bool updating_ = false;                              // selecting by program, not by the user
    common::Subscription data_, selection_;
};

} // namespace ui::evidence
