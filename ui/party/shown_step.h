// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which of the steps of the case a message or a document shows: none, one of them, or a new one. The printed
// log then has an exhibit for it.

#include "core/model/milestone.h"
#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"

#include <vector>

class wxListBox;

namespace ui::party {

class ShownStepDialog : public common::DialogBase {
public:
    ShownStepDialog(wxWindow* parent, common::SessionPtr session, core::model::Id item);
    wxListBox* list() const { return list_; } // first "no step", then the steps, last "a new step"
    bool wantsNew() const;                    // which has a window of its own
    void save();                              // what is chosen; throws what the editor throws

private:
    void fill();

    common::SessionPtr session_;
    core::model::Id item_;
    std::vector<core::model::Milestone> milestones_;
    wxListBox* list_;
};

} // namespace ui::party
