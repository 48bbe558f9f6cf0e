// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/custody_words.h"

#include "ui/common/labels.h"
#include "ui/common/to_wx.h"

#include <array>

#include <wx/intl.h>

namespace ui::common {
namespace {

struct Words {
    const char* action;
    const char* done;    // in the history
    const char* command; // after "Undo:"
};

// wxTRANSLATE only marks; the lookup is in the functions below.
constexpr std::array<Words, 46> kWords{{
    {"create", wxTRANSLATE("Case created"), wxTRANSLATE("create case")},
    {"open", wxTRANSLATE("Case opened"), wxTRANSLATE("open case")},
    {"import", wxTRANSLATE("Imported"), wxTRANSLATE("import")},
    {"import-begin", wxTRANSLATE("File taken in"), wxTRANSLATE("import")},
    {"import-again", wxTRANSLATE("File given again"), wxTRANSLATE("import")},
    {"import-broken-off", wxTRANSLATE("Import was cut off"), wxTRANSLATE("import")},
    {"restored", wxTRANSLATE("Damaged original replaced"), wxTRANSLATE("replace original")},
    {"rescue", wxTRANSLATE("Rescued from a damaged case"), wxTRANSLATE("rescue")},
    {"rescue-end", wxTRANSLATE("Rescue finished"), wxTRANSLATE("rescue")},
    {"finding", wxTRANSLATE("Found at opening"), wxTRANSLATE("finding")},
    {"finding-seen", wxTRANSLATE("Findings read"), wxTRANSLATE("findings read")},
    {"remove-source", wxTRANSLATE("Source removed from the case"), wxTRANSLATE("remove source")},
    {"tag", wxTRANSLATE("Tagged"), wxTRANSLATE("tag")},
    {"untag", wxTRANSLATE("Tag taken away"), wxTRANSLATE("take tag away")},
    {"exclude", wxTRANSLATE("Left out of the case"), wxTRANSLATE("leave out")},
    {"include", wxTRANSLATE("Taken back into the case"), wxTRANSLATE("take back")},
    {"review", wxTRANSLATE("Reviewed"), wxTRANSLATE("reviewed")},
    {"set-time", wxTRANSLATE("Time stated"), wxTRANSLATE("state time")},
    {"transcript", wxTRANSLATE("What is said written down"), wxTRANSLATE("write down what is said")},
    {"reason", wxTRANSLATE("Reason given"), wxTRANSLATE("reason")},
    {"incident", wxTRANSLATE("Incident written"), wxTRANSLATE("incident")},
    {"link", wxTRANSLATE("Added to an incident"), wxTRANSLATE("add to incident")},
    {"unlink", wxTRANSLATE("Taken out of an incident"), wxTRANSLATE("take out of incident")},
    {"accept", wxTRANSLATE("Suggested incidents accepted"), wxTRANSLATE("accept suggestions")},
    {"milestone", wxTRANSLATE("Step written"), wxTRANSLATE("step")},
    {"remove-milestone", wxTRANSLATE("Step removed"), wxTRANSLATE("remove step")},
    {"party", wxTRANSLATE("Person named"), wxTRANSLATE("name person")},
    {"rename-party", wxTRANSLATE("Person renamed"), wxTRANSLATE("rename person")},
    {"protect", wxTRANSLATE("Protected word added"), wxTRANSLATE("protect word")},
    {"unprotect", wxTRANSLATE("Protected word removed"), wxTRANSLATE("unprotect word")},
    {"from-log", wxTRANSLATE("Incidents made of the rows of a log"), wxTRANSLATE("make incidents of rows")},
    {"template", wxTRANSLATE("Template for tables kept"), wxTRANSLATE("keep template")},
    {"read-table", wxTRANSLATE("Read as a table"), wxTRANSLATE("read as table")},
    {"background", wxTRANSLATE("Background written"), wxTRANSLATE("write background")},
    {"case", wxTRANSLATE("Case renamed"), wxTRANSLATE("rename case")},
    {"freeze", wxTRANSLATE("Exhibit numbers locked"), wxTRANSLATE("lock exhibit numbers")},
    {"export", wxTRANSLATE("Written out of the case"), wxTRANSLATE("write out")},
    {"export-failed", wxTRANSLATE("Could not be written out after all"), wxTRANSLATE("write out")},
    {"copy", wxTRANSLATE("Copy saved"), wxTRANSLATE("save copy")},
    {"passphrase", wxTRANSLATE("Passphrase changed"), wxTRANSLATE("change passphrase")},
    {"recovery", wxTRANSLATE("Recovery sheet made or withdrawn"), wxTRANSLATE("recovery sheet")},
    {"anchor-request", wxTRANSLATE("Time stamp asked for"), wxTRANSLATE("ask for time stamp")},
    {"anchor", wxTRANSLATE("Time stamp kept"), wxTRANSLATE("keep time stamp")},
    {"undo", wxTRANSLATE("Undone"), wxTRANSLATE("undo")},
    {"redo", wxTRANSLATE("Done again"), wxTRANSLATE("redo")},
    {"identifier", wxTRANSLATE("Number or address added"), wxTRANSLATE("add number or address")},
}};

const Words* find(const std::string& action) {
    for (const Words& words : kWords)
        if (action == words.action) return &words;
    return nullptr;
}

} // namespace

wxString actionName(const std::string& action) {
    const Words* words = find(action);
    return words ? wxGetTranslation(wxString::FromUTF8(words->done)) : toWx(action);
}

wxString undoName(const core::edit::StepName& step, bool redo) {
    const Words* words = find(step.action);
    const wxString what = words ? wxGetTranslation(wxString::FromUTF8(words->command)) : toWx(step.action);
    if (step.count > 1)
        return wxString::Format(redo ? _("Redo: %s (%s)") : _("Undo: %s (%s)"), what, count(step.count));
    return wxString::Format(redo ? _("Redo: %s") : _("Undo: %s"), what);
}

} // namespace ui::common
