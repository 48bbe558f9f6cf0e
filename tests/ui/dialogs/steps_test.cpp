// SPDX-License-Identifier: GPL-3.0-or-later
// The windows about steps and people: what a button is for is chosen first, and an item is tied to a step.
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/detail/transcript_dialog.h"
#include "ui/party/milestone_window.h"
#include "ui/party/people_window.h"
#include "ui/party/shown_step.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/listbox.h>

using core::model::Milestone;
using tests::OpenSession;
using tests::TestFrame;

namespace {

wxDataViewListCtrl* listIn(const wxWindow& window) {
    for (wxWindow* child : window.GetChildren()) {
        if (auto* list = dynamic_cast<wxDataViewListCtrl*>(child)) return list;
        if (auto* list = listIn(*child)) return list;
    }
    return nullptr;
}

int buttonsOn(const wxWindow& window) {
    int n = 0;
    for (wxWindow* child : window.GetChildren())
        n += (dynamic_cast<wxButton*>(child) != nullptr && child->IsEnabled()) ? 1 : buttonsOn(*child);
    return n;
}

core::model::Id addStep(const OpenSession& open, core::model::MilestoneKind kind) {
    Milestone milestone;
    milestone.kind = kind;
    milestone.time.utcMs = tests::kFirstMessageMs;
    return open.session->editor().saveMilestone(milestone);
}

core::model::Id itemOf(const OpenSession& open, core::model::Id step) {
    for (const Milestone& milestone : open.session->reader().milestones())
        if (milestone.id == step) return milestone.item;
    return -1;
}

} // namespace

TEST_CASE("buttons that are meant for a line are off until one is chosen, and long cells end in an ellipsis",
          "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    addStep(open, core::model::MilestoneKind::ClearNo);
    ui::party::MilestonesWindow steps(frame.get(), open.session);
    steps.Show();
    ui::party::PeopleWindow people(frame.get(), open.session, false);
    people.Show();
    tests::pump();
    const struct {
        const wxWindow& window;
        int forLines;
    } windows[] = {{steps, 2}, {*people.people(), 4}};
    for (const auto& [window, forLines] : windows) {
        auto* list = listIn(window);
        REQUIRE(list != nullptr);
        for (unsigned i = 0; i < list->GetColumnCount(); ++i)
            CHECK(list->GetColumn(i)->GetRenderer()->GetEllipsizeMode() == wxELLIPSIZE_END);
        list->UnselectAll();
        tests::pump();
        const int before = buttonsOn(window);
        list->SelectRow(0);
        wxDataViewEvent chosen(wxEVT_DATAVIEW_SELECTION_CHANGED, list, list->GetSelection());
        list->GetEventHandler()->ProcessEvent(chosen);
        CHECK(buttonsOn(window) == before + forLines);
    }
}

TEST_CASE("an item is tied to the step it shows, to another one, and to none", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    const auto first = addStep(open, core::model::MilestoneKind::ClearNo);
    const auto second = addStep(open, core::model::MilestoneKind::Warning);
    const auto item = open.session->reader().itemIds({}).front();
    const auto choose = [&](int line) {
        ui::party::ShownStepDialog dialog(frame.get(), open.session, item);
        const int before = dialog.list()->GetSelection();
        dialog.list()->SetSelection(line);
        if (dialog.wantsNew()) return -1;
        dialog.save();
        return before;
    };
    CHECK(choose(1) == 0);
    CHECK(itemOf(open, first) == item);
    CHECK(choose(2) == 1);
    CHECK(itemOf(open, first) == 0);
    CHECK(itemOf(open, second) == item);
    CHECK(choose(3) == -1);
    {
        const auto steps = open.session->reader().milestones();
        ui::party::MilestoneDialog dialog(frame.get(), "Europe/Copenhagen", steps.back(),
                                          ui::party::shownByText(*open.session, steps.back().item));
        REQUIRE(dialog.forgetButton() != nullptr);
        CHECK(dialog.milestone().item == item);
        wxCommandEvent press(wxEVT_BUTTON, dialog.forgetButton()->GetId());
        dialog.forgetButton()->GetEventHandler()->ProcessEvent(press);
        CHECK(dialog.milestone().item == 0);
    }
    CHECK(ui::party::shownByText(*open.session, 0).empty());
    CHECK(choose(0) == 2);
    CHECK(itemOf(open, second) == 0);
}

TEST_CASE("nothing was said in a call that nobody took: there is nothing to write down of it") {
    core::query::ItemDetail item;
    item.kind = core::model::ItemKind::Call;
    item.call.type = core::model::CallType::Missed;
    CHECK_FALSE(ui::detail::mayHaveTranscript(item));
    item.call.type = core::model::CallType::Voicemail;
    CHECK(ui::detail::mayHaveTranscript(item));
}
