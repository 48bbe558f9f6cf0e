// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The steps that split the time line (my clear no, formaning, tilhold ...): the list, and the window of one.

#include "core/model/milestone.h"
#include "ui/common/case_session.h"
#include "ui/common/dialog_base.h"

#include <vector>

class wxButton;
class wxChoice;
class wxDataViewListCtrl;
class wxTextCtrl;
namespace ui::form {
class FormGrid;
class WrapText;
class WhenRow;
} // namespace ui::form

namespace ui::party {

// The item that shows a step, as one line; empty where there is none.
wxString shownByText(common::CaseSession& session, core::model::Id item);

class MilestoneDialog : public common::DialogBase {
public:
    // `shownBy` names the item that shows it.
    MilestoneDialog(wxWindow* parent, const std::string& zone, const core::model::Milestone& milestone,
                    const wxString& shownBy = {});
    core::model::Milestone milestone() const; // valid only after isComplete()
    bool isComplete() const;                  // the date can be used
    form::WhenRow* when() const { return when_; }
    wxButton* forgetButton() const { return forget_; } // takes the item off; null without one

private:
    void showHint();
    void addShownBy(form::FormGrid& grid, const wxString& shownBy);

    core::model::Milestone start_;
    wxChoice* kind_;
    form::WhenRow* when_;
    form::WhenRow* validTo_;
    wxTextCtrl* title_;
    wxTextCtrl* reportNumber_;
    wxTextCtrl* note_;
    form::WrapText* hint_;
    wxButton* forget_ = nullptr;
};

class MilestonesWindow : public common::DialogBase {
public:
    MilestonesWindow(wxWindow* parent, common::SessionPtr session);
    // Opens the window of one; true if it was saved.
    static bool edit(wxWindow* parent, const common::SessionPtr& session, core::model::Id id,
                     core::model::Id item);

private:
    void fill();
    void showChosen();
    void editChosen();
    void removeChosen();
    core::model::Id chosen() const;

    common::SessionPtr session_;
    std::vector<core::model::Milestone> milestones_;
    wxDataViewListCtrl* list_;
    wxButton* edit_ = nullptr;
    wxButton* remove_ = nullptr;
};

} // namespace ui::party
