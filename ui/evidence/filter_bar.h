// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The line of chips above the timeline: each says one part of the filter and takes it away when pressed; at
// the right how many of how many are shown.

#include "ui/common/case_view.h"

#include <wx/panel.h>

class wxStaticText;
class wxWrapSizer;

namespace ui::evidence {

class FilterBar : public wxPanel {
public:
    FilterBar(wxWindow* parent, common::CaseView& view);

private:
    void showChips();
    void addChip(const wxString& label, common::ViewFilter without);
    void showCount();

    common::CaseView& view_;
    wxWrapSizer* chips_;
    wxStaticText* count_;
    common::Subscription filter_, data_, loading_;
};

} // namespace ui::evidence
