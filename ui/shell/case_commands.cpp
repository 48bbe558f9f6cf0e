// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/case_commands.h"

#include "ui/common/command_ids.h"
#include "ui/common/custody_words.h"
#include "ui/common/error_text.h"
#include "ui/common/labels.h"
#include "ui/import/import_dialog.h"
#include "ui/incident/incident_editor.h"
#include "ui/incident/time_dialog.h"
#include "ui/party/people_dialog.h"
#include "ui/report/report_dialog.h"
#include "ui/shell/small_dialogs.h"

#include <wx/intl.h>

namespace ui::shell {

using namespace ui::common; // the command ids

// Every change of the case goes through here: what the editor refuses is said, and then nothing has changed.
template <typename Change>
void CaseCommands::change(Change apply) {
    try {
        apply(page_.view().session().editor());
    } catch (const core::base::Error&) {
        showError(parent_, std::current_exception());
    }
}

bool CaseCommands::run(int command) { return runOnSelection(command) || runOnCase(command); }

bool CaseCommands::runOnSelection(int command) {
    switch (command) {
    case CmdTag:
        tag();
        return true;
    case CmdAddToIncident:
        addToIncident();
        return true;
    case CmdNewIncident:
        newIncident();
        return true;
    case CmdExclude:
        exclude();
        return true;
    case CmdReviewed:
        review(false);
        return true;
    case CmdReviewedNext:
        review(true);
        return true;
    case CmdSetTime:
        setTime();
        return true;
    case CmdShowsStep:
        showsStep();
        return true;
    case CmdShowOriginal:
        openOriginal();
        return true;
    default:
        return false;
    }
}

bool CaseCommands::runOnCase(int command) {
    const SessionPtr& session = page_.view().sessionPtr();
    switch (command) {
    case wxID_UNDO:
        change([](core::edit::Editor& editor) {
            if (editor.undoable()) editor.undo();
        });
        return true;
    case wxID_REDO:
        change([](core::edit::Editor& editor) {
            if (editor.redoable()) editor.redo();
        });
        return true;
    case CmdEpisodes:
        incident::openEpisodes(parent_, session);
        return true;
    case CmdNewMilestone:
        party::openMilestones(parent_, session);
        return true;
    case CmdPeople:
        party::openPeople(parent_, session);
        return true;
    case CmdProtected:
        party::openProtectedTerms(parent_, session);
        return true;
    case CmdReport:
        report::openReport(parent_, session);
        return true;
    case CmdPackage:
        report::openSharePackage(parent_, session);
        return true;
    default:
        return false;
    }
}

void CaseCommands::tag() {
    const auto items = page_.view().selectedItems();
    if (items.empty()) return;
    const auto word = askTag(parent_, page_.view().data().whole->tags, static_cast<int>(items.size()));
    if (word) change([&](core::edit::Editor& editor) { editor.tagItems(items, *word); });
}

void CaseCommands::addToIncident() {
    const auto items = page_.view().selectedItems();
    if (items.empty()) return;
    const auto incident = askIncident(parent_, *page_.view().data().whole, page_.view().session().zone());
    if (!incident) return;
    if (*incident == 0) return newIncident();
    change([&](core::edit::Editor& editor) { editor.addToIncident(*incident, items); });
}

void CaseCommands::newIncident() {
    incident::IncidentHooks hooks;
    hooks.selectedItems = [&view = page_.view()] { return view.selectedItems(); };
    hooks.showItem = [&view = page_.view()](core::model::Id item) { view.select({{item, false}}); };
    incident::openNewIncident(parent_, page_.view().sessionPtr(), page_.view().selectedItems(), hooks);
}

void CaseCommands::openIncident(core::model::Id incident) {
    incident::IncidentHooks hooks;
    hooks.selectedItems = [&view = page_.view()] { return view.selectedItems(); };
    hooks.showItem = [&view = page_.view()](core::model::Id item) { view.select({{item, false}}); };
    incident::openIncident(parent_, page_.view().sessionPtr(), incident, hooks);
}

void CaseCommands::exclude() {
    const auto items = page_.view().selectedItems();
    if (items.empty()) return;
    bool allOut = true;
    for (const auto& row : page_.view().session().reader().rows(items)) allOut = allOut && row.excluded;
    if (!allOut && !askedToExclude_) {
        if (!askUser(
                parent_, _("Leave this out of the case?"),
                _("It stays in the case file and is listed under \"Left out\". It does not count and is not "
                  "printed. You can undo this."),
                _("Leave out")))
            return;
        askedToExclude_ = true;
    }
    change([&](core::edit::Editor& editor) { editor.setExcluded(items, !allOut); });
}

void CaseCommands::review(bool next) {
    const auto items = page_.view().selectedItems();
    if (items.empty()) return;
    bool allReviewed = true;
    for (const auto& row : page_.view().session().reader().rows(items))
        allReviewed = allReviewed && row.reviewed;
    if (next) page_.table().selectNext();
    if (next && allReviewed) return;
    change([&](core::edit::Editor& editor) { editor.setReviewed(items, next || !allReviewed); });
}

void CaseCommands::setTime() {
    const auto current = page_.view().current();
    if (!current || current->incident) return;
    const auto item = page_.view().session().reader().item(current->id);
    if (item) incident::TimeDialog(parent_, page_.view().sessionPtr(), *item).ShowModal();
}

void CaseCommands::showsStep() {
    const auto current = page_.view().current();
    if (current && !current->incident) party::openShownStep(parent_, page_.view().sessionPtr(), current->id);
}

void CaseCommands::openOriginal() {
    const auto current = page_.view().current();
    if (current && !current->incident) showOriginal(parent_, page_.view().sessionPtr(), current->id);
}

void CaseCommands::showRun(core::model::Id run, bool onlyUndated) {
    ViewFilter filter;
    filter.items.run = run;
    filter.items.onlyUndated = onlyUndated;
    page_.view().setFilter(filter);
}

} // namespace ui::shell
