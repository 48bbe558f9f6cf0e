// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The list of filters at the left: a click shows only that, Ctrl+click adds it to what is there. Observes the
// view; knows no other region.

#include "ui/shell/sidebar_model.h"

#include <wx/panel.h>

namespace ui::shell {

class Sidebar : public wxPanel {
public:
    Sidebar(wxWindow* parent, common::CaseView& view);
    wxDataViewCtrl* control() const { return list_; }
    void refreshColors() { list_->Refresh(); }

private:
    void addColumns();
    void showRows();
    void showChosen();
    void choose(bool add);

    common::CaseView& view_;
    wxDataViewCtrl* list_;
    wxObjectDataPtr<SidebarModel> model_;
    bool updating_ = false;
    bool allSources_ = false; // after "and 12 more" was asked for
    common::Subscription data_, filter_;
};

} // namespace ui::shell
