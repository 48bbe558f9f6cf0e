// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/open_menu.h"
#include "ui/common/command_ids.h"
#include "ui/common/quick_exit.h"
#include "ui/import/import_dialog.h"
#include "ui/report/report_dialog.h"
#include "ui/shell/case_dialogs.h"
#include "ui/shell/copy_dialog.h"
#include "ui/shell/key_dialogs.h"
#include "ui/shell/main_frame.h"
#include "ui/shell/menus.h"
#include "ui/shell/small_dialogs.h"

#include <wx/intl.h>
#include <wx/menu.h>

namespace ui::shell {

using namespace ui::common; // the command ids

void MainFrame::bindMenus() {
    Bind(wxEVT_MENU, &MainFrame::OnMenu, this);
    Bind(wxEVT_UPDATE_UI, [this](wxUpdateUIEvent& event) {
        const int id = event.GetId();
        if (!GetMenuBar() || !GetMenuBar()->FindItem(id)) return event.Skip();
        switch (id) {
        case wxID_UNDO:
            return event.Enable(page_ && page_->view().session().editor().undoable());
        case wxID_REDO:
            return event.Enable(page_ && page_->view().session().editor().redoable());
        case CmdNewIncident:
            event.SetText(newIncidentLabel(page_ && page_->view().hasSelectedItems()));
            break;
        case CmdSidebar:
            event.Check(page_ && page_->hasSidebar());
            break;
        case CmdDetail:
            event.Check(page_ && page_->hasDetail());
            break;
        case CmdPictures:
            event.Check(page_ && page_->timeline().hasOpenPictures());
            break;
        default:
            break;
        }
        const bool hasSelection = page_ && !page_->view().selection().empty();
        event.Enable((!needsCase(id) || page_) && (!needsSelection(id) || hasSelection));
    });
}

void MainFrame::OnMenu(wxCommandEvent& event) {
    if (needsCase(event.GetId()) && !page_) return event.Skip();
    runCommand(event.GetId());
}

void MainFrame::runCommand(int command) {
    if (runProgramCommand(command) || !page_) return;
    if (runViewCommand(command) || runImportCommand(command) || runKeyCommand(command)) return;
    commands_->run(command);
}

bool MainFrame::runProgramCommand(int command) {
    switch (command) {
    case wxID_NEW:
        openCase(askCreateCase(this, services_));
        return true;
    case wxID_OPEN:
        askOpen({});
        return true;
    case CmdSample:
        openSample();
        return true;
    case wxID_CLOSE:
        closeCase();
        return true;
    case wxID_EXIT:
        Close();
        return true;
    case wxID_ABOUT:
        showAbout(this);
        return true;
    case CmdVerifyPackage:
        report::openVerifyPackage(this);
        return true;
    case CmdKeys:
        showKeys(this);
        return true;
    case CmdDanish:
        chooseLanguage(core::base::Language::Danish);
        return true;
    case CmdEnglish:
        chooseLanguage(core::base::Language::English);
        return true;
    case CmdQuickExit:
        quickExit();
        return true;
    default:
        return false;
    }
}

bool MainFrame::runViewCommand(int command) {
    switch (command) {
    case wxID_FIND:
        page_->toolbar().focusSearch();
        return true;
    case wxID_SELECTALL:
        page_->table().selectAll();
        return true;
    case CmdClearFilter:
        page_->view().setFilter({});
        return true;
    case CmdViewBoth:
        page_->setLayout(CaseLayout::Both);
        return true;
    case CmdViewTable:
        page_->setLayout(CaseLayout::Table);
        return true;
    case CmdViewTimeline:
        page_->setLayout(CaseLayout::Timeline);
        return true;
    case CmdSidebar:
        page_->showSidebar(!page_->hasSidebar());
        return true;
    case CmdDetail:
        page_->showDetail(!page_->hasDetail());
        return true;
    case CmdZoomIn:
        page_->timeline().control()->zoomIn();
        return true;
    case CmdZoomOut:
        page_->timeline().control()->zoomOut();
        return true;
    case CmdZoomFit:
        page_->timeline().control()->fitAll();
        return true;
    case CmdPictures:
        page_->timeline().openPictures(!page_->timeline().hasOpenPictures());
        return true;
    case CmdFilterRange:
        page_->timeline().filterToRange();
        return true;
    case CmdGoToDate:
        if (const auto date = askDate(this, page_->view().session().zone())) page_->goTo(*date);
        return true;
    default:
        return false;
    }
}

void MainFrame::readFileOfItem(int command, const ui::import::ImportHooks& hooks) {
    const auto current = page_->view().current();
    if (!current || current->incident) return;
    const auto item = page_->view().session().reader().item(current->id);
    if (!item) return;
    if (command == CmdReadTable)
        ui::import::readAsTable(this, page_->view().sessionPtr(), item->source.id, hooks);
    else
        ui::import::makeOfLog(this, page_->view().sessionPtr(), item->source.id);
}

bool MainFrame::runImportCommand(int command) {
    ui::import::ImportHooks hooks;
    hooks.showRun = [this](core::model::Id run, bool onlyUndated) {
        if (commands_) commands_->showRun(run, onlyUndated);
    };
    switch (command) {
    case CmdImportFiles:
        importPaths({}, false);
        return true;
    case CmdImportFolder:
        importPaths({}, true);
        return true;
    case CmdLastImport:
        ui::import::openImportRuns(this, page_->view().sessionPtr(), hooks);
        return true;
    case CmdSources:
        ui::import::openSources(this, page_->view().sessionPtr(), hooks);
        return true;
    case CmdReadTable:
    case CmdFromLog:
        // Later: what is read builds the page anew that the button stands on.
        CallAfter([this, command, hooks] {
            if (page_) readFileOfItem(command, hooks);
        });
        return true;
    default:
        return false;
    }
}

bool MainFrame::runKeyCommand(int command) {
    switch (command) {
    case CmdChangePassphrase:
        if (askChangePassphrase(this, services_, page_->view().sessionPtr()))
            page_->showMessage(_("The passphrase has been changed. Copies of the case that were made before "
                                 "still open with the old one."));
        return true;
    case CmdSaveCopy: {
        CopyDialog dialog(this, page_->view().sessionPtr());
        dialog.ShowModal();
        return true;
    }
    case CmdRecovery:
        showRecoverySheet(this, services_, page_->view().sessionPtr());
        return true;
    default:
        return false;
    }
}

// Single letters, where no text is written. Taken before the list sees them: it would open a search box of
// the toolkit's own.
bool MainFrame::takeLetter(int key) {
    switch (key) {
    case 'T':
        runCommand(CmdTag);
        return true;
    case 'I':
        runCommand(CmdAddToIncident);
        return true;
    case 'X':
    case WXK_DELETE:
        runCommand(CmdExclude);
        return true;
    case 'R':
        runCommand(CmdReviewedNext);
        return true;
    default:
        return key > ' ' && key < 127 && page_->table().HasFocus();
    }
}

void MainFrame::escape() {
    if (page_->hasMessage())
        page_->hideMessage();
    else if (!page_->view().selection().empty())
        page_->view().select({});
}

void MainFrame::OnCharHook(wxKeyEvent& event) {
    if (!page_ || access::isMenuOpen()) return event.Skip(); // its letters and its Esc
    const int key = event.GetKeyCode();
    if (key == WXK_F6) return page_->nextRegion(!event.ShiftDown());
    if (event.GetModifiers() == wxMOD_CONTROL && (key == 'F' || key == 'N' || key == 'P')) {
        // GTK's lists take these for a search of their own and for moving up and down before the menu is
        // asked.
        const int command = key == 'F'   ? static_cast<int>(wxID_FIND)
                            : key == 'N' ? static_cast<int>(wxID_NEW)
                                         : static_cast<int>(CmdReport);
        CallAfter([this, command] { runCommand(command); });
        return;
    }
    if (!page_->listHasFocus() || event.HasAnyModifiers()) return event.Skip();
    if (key == WXK_ESCAPE && !page_->timeline().control()->range()) return escape();
    if (!takeLetter(key)) event.Skip();
}

} // namespace ui::shell
