// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pane at the right: what the selected item is, where it came from, what was done with it. Observes the
// selection; reads one item at a time.

#include "ui/detail/detail_pages.h"

#include <wx/notebook.h>
#include <wx/panel.h>

namespace ui::detail {

class DetailPane : public wxPanel {
public:
    DetailPane(wxWindow* parent, common::CaseView& view, DetailHooks hooks);

    void focus(); // the first page
    void refreshColors() { show(); }

private:
    void scheduleShow();
    void show();
    void showItem(core::model::Id id);
    void showIncident(core::model::Id id);
    void showNothing();

    common::CaseView& view_;
    DetailHooks hooks_;
    wxNotebook* book_;
    FactList* item_;
    FactList* source_;
    FactList* history_;
    bool scheduled_ = false;
    common::Subscription selection_;
};

} // namespace ui::detail
