// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Ids of the commands that menus, buttons and keys share; one handler each, in ui/shell. Stock ids of wx are
// used where there is one (wxID_NEW, wxID_OPEN, wxID_CLOSE, wxID_UNDO, wxID_REDO, wxID_FIND, wxID_EXIT,
// wxID_ABOUT, wxID_PRINT). Fixed numbers: screen readers keep them.

#include <wx/defs.h>

class wxWindow;

namespace ui::common {

enum CommandId : int {
    CmdSample = wxID_HIGHEST + 100,
    CmdImportFiles,
    CmdImportFolder,
    CmdLastImport, // the report of the newest import
    CmdNewIncident,
    CmdIncidents, // the list of incidents
    CmdNewMilestone,
    CmdPeople, // who is who
    CmdProtected,
    CmdTag,
    CmdAddToIncident,
    CmdExclude,
    CmdReviewed,
    CmdReviewedNext,
    CmdExhibit,
    CmdShowOriginal,
    CmdReport,
    CmdPackage,
    CmdVerifyPackage,
    CmdPatterns,
    CmdClearFilter,
    CmdViewBoth,
    CmdViewTable,
    CmdViewTimeline,
    CmdSidebar,
    CmdDetail,
    CmdZoomIn,
    CmdZoomOut,
    CmdZoomFit,
    CmdGoToDate,
    CmdFilterRange,
    CmdDanish,
    CmdEnglish,
    CmdKeys,
    CmdNextRegion,
    CmdPreviousRegion,
    CmdQuickExit,
    CmdEpisodes, // suggested incidents
    CmdCopySha,
    CmdChangePassphrase,
    CmdRecovery, // the sheet that opens the case without the passphrase
    CmdSaveCopy,
    CmdSources,   // the files in the case
    CmdReadTable, // the file of the chosen item, by what its columns mean
    CmdFromLog,   // incidents of the rows of that file
    CmdPictures,  // small ones in the timeline, opened or closed
    CmdSetTime,   // the time she states for the chosen item
    CmdShowsStep, // which step of the case the chosen item shows
};

// As if the menu entry had been chosen: the window's frame gets it.
void sendCommand(wxWindow* from, int id);

} // namespace ui::common
