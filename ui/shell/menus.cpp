// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "ui/common/command_ids.h"
#include "ui/common/settings.h"

#include <wx/intl.h>
#include <wx/menu.h>

namespace ui::shell {

using namespace ui::common; // the command ids

namespace {

wxMenu* fileMenu() {
    auto* menu = new wxMenu;
    menu->Append(wxID_NEW, _("&Create a case…") + "\tCtrl+N");
    menu->Append(wxID_OPEN, _("&Open a case…") + "\tCtrl+O");
    menu->Append(CmdSample, _("See the &sample"));
    menu->AppendSeparator();
    menu->Append(CmdImportFiles, _("&Import files…") + "\tCtrl+I");
    menu->Append(CmdImportFolder, _("Import a &folder…") + "\tCtrl+Shift+I");
    menu->Append(CmdLastImport, _("Import &reports…"));
    menu->Append(CmdSources, _("Files in the &case…"));
    menu->AppendSeparator();
    menu->Append(CmdSaveCopy, _("Save a cop&y…"));
    menu->AppendSeparator();
    menu->Append(CmdChangePassphrase, _("Change &passphrase…"));
    menu->Append(CmdRecovery, _("Recovery s&heet…"));
    menu->AppendSeparator();
    menu->Append(wxID_CLOSE, _("C&lose the case") + "\tCtrl+W");
    menu->Append(wxID_EXIT, _("&Quit") + "\tCtrl+Q");
    return menu;
}

wxMenu* editMenu() {
    auto* menu = new wxMenu;
    menu->Append(wxID_UNDO, _("&Undo") + "\tCtrl+Z");
    menu->Append(wxID_REDO, _("&Redo") + "\tCtrl+Shift+Z");
    menu->AppendSeparator();
    menu->Append(wxID_SELECTALL, _("Select &all in the list"));
    menu->Append(wxID_FIND, _("&Search") + "\tCtrl+F");
    menu->Append(CmdClearFilter, _("&Clear filters") + "\tCtrl+Shift+F");
    menu->AppendSeparator();
    menu->Append(CmdPeople, _("&People…"));
    menu->Append(CmdProtected, _("&Protected words…"));
    return menu;
}

wxMenu* viewMenu() {
    auto* menu = new wxMenu;
    menu->AppendRadioItem(CmdViewBoth, _("&Timeline and list") + "\tCtrl+1");
    menu->AppendRadioItem(CmdViewTable, _("Only the &list") + "\tCtrl+2");
    menu->AppendRadioItem(CmdViewTimeline, _("Only the t&imeline") + "\tCtrl+3");
    menu->AppendSeparator();
    menu->AppendCheckItem(CmdSidebar, _("&Filters") + "\tF9");
    menu->AppendCheckItem(CmdDetail, _("&Details") + "\tShift+F9");
    menu->AppendSeparator();
    auto* languages = new wxMenu;
    languages->AppendRadioItem(CmdDanish, "&Dansk");
    languages->AppendRadioItem(CmdEnglish, "&English");
    languages->Check(language() == core::base::Language::Danish ? CmdDanish : CmdEnglish, true);
    menu->AppendSubMenu(languages, _("L&anguage"));
    return menu;
}

void appendSelection(wxMenu& menu) {
    menu.Append(CmdTag, _("&Tag…") + "\tCtrl+T");
    menu.Append(CmdAddToIncident, _("&Add to an incident…") + "\tCtrl+L");
    menu.Append(CmdNewIncident, newIncidentLabel(true));
    menu.AppendSeparator();
    menu.Append(CmdReviewed, _("&Reviewed"));
    menu.Append(CmdReviewedNext, _("Reviewed, and the ne&xt") + "\tCtrl+Shift+R");
    menu.Append(CmdExclude, _("&Leave out, or take back"));
    menu.Append(CmdSetTime, _("&State the time…"));
    menu.Append(CmdShowsStep, _("Sho&ws a step…"));
    menu.AppendSeparator();
    menu.Append(CmdShowOriginal, _("Show the &original"));
}

wxMenu* evidenceMenu() {
    auto* menu = new wxMenu;
    appendSelection(*menu);
    return menu;
}

wxMenu* timelineMenu() {
    auto* menu = new wxMenu;
    menu->Append(CmdEpisodes, _("&Suggested incidents…") + "\tCtrl+Shift+M");
    menu->Append(CmdNewMilestone, _("S&teps: clear no, restraining order…"));
    menu->AppendSeparator();
    menu->Append(CmdFilterRange, _("Show only the chosen &range") + "\tCtrl+R");
    menu->Append(CmdGoToDate, _("&Go to a date…") + "\tCtrl+G");
    menu->AppendSeparator();
    menu->Append(CmdZoomIn, _("Zoom &in") + "\tCtrl++");
    menu->Append(CmdZoomOut, _("Zoom &out") + "\tCtrl+-");
    menu->Append(CmdZoomFit, _("Show the &whole case") + "\tCtrl+0");
    menu->AppendSeparator();
    menu->AppendCheckItem(CmdPictures, _("Show small &pictures"));
    return menu;
}

wxMenu* reportMenu() {
    auto* menu = new wxMenu;
    menu->Append(CmdReport, _("&Log form…") + "\tCtrl+P");
    menu->Append(CmdPackage, _("&Package for an adviser…") + "\tCtrl+Shift+E");
    menu->AppendSeparator();
    menu->Append(CmdVerifyPackage, _("&Check a package…"));
    return menu;
}

wxMenu* helpMenu() {
    auto* menu = new wxMenu;
    menu->Append(CmdKeys, _("&Keys") + "\tF1");
    menu->Append(CmdQuickExit, _("Close &quickly (Shift three times)"));
    menu->AppendSeparator();
    menu->Append(wxID_ABOUT, _("&About Logbog"));
    return menu;
}

} // namespace

wxMenuBar* makeMenuBar() {
    auto* bar = new wxMenuBar;
    bar->Append(fileMenu(), _("&File"));
    bar->Append(editMenu(), _("&Edit"));
    bar->Append(viewMenu(), _("&View"));
    bar->Append(evidenceMenu(), _("&Items"));
    bar->Append(timelineMenu(), _("&Timeline"));
    bar->Append(reportMenu(), _("&Report"));
    bar->Append(helpMenu(), _("&Help"));
    return bar;
}

wxMenu* makeSelectionMenu() {
    auto* menu = new wxMenu;
    appendSelection(*menu);
    return menu;
}

wxString newIncidentLabel(bool hasItems) {
    return (hasItems ? _("&New incident of these…") : _("&New incident…")) + "\tCtrl+Shift+N";
}

bool needsCase(int command) {
    switch (command) {
    case wxID_NEW:
    case wxID_OPEN:
    case wxID_EXIT:
    case wxID_ABOUT:
    case CmdSample:
    case CmdVerifyPackage: // who was given one has no case
    case CmdDanish:
    case CmdEnglish:
    case CmdKeys:
    case CmdQuickExit:
        return false;
    default:
        return true;
    }
}

bool needsSelection(int command) {
    switch (command) {
    case CmdTag:
    case CmdAddToIncident:
    case CmdReviewed:
    case CmdReviewedNext:
    case CmdExclude:
    case CmdSetTime:
    case CmdShowsStep:
    case CmdShowOriginal:
        return true;
    default:
        return false;
    }
}

} // namespace ui::shell
