// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/opening_findings.h"

#include "ui/common/error_text.h"

#include <algorithm>

#include <wx/intl.h>
#include <wx/msgdlg.h>

namespace ui::shell {

using Findings = std::vector<common::OpeningFinding>;

wxString findingsText(const Findings& findings) {
    const auto has = [&](const std::string& what) {
        return std::any_of(findings.begin(), findings.end(), [&](const auto& f) { return f.what == what; });
    };
    wxString text;
    const auto say = [&](const wxString& sentence) { text += (text.empty() ? "" : "\n\n") + sentence; };
    if (has("custody"))
        say(_("The history of the case is not the one that was there before. The last changes may be "
              "missing."));
    if (has("orphan"))
        say(_("There are originals in the folder that the case does not list. An older copy of the case may "
              "have been put back. The originals are kept."));
    const bool other = std::any_of(findings.begin(), findings.end(),
                                   [](const auto& f) { return f.what != "custody" && f.what != "orphan"; });
    if (other)
        say(_("Files of the case are not as they were when it was last used. The program may have been cut "
              "off, or somebody may have changed them."));
    return text;
}

void showOpeningFindings(wxWindow* parent, common::CaseSession& session) {
    const Findings findings = session.openingFindings();
    if (findings.empty()) return;
    wxMessageDialog dialog(parent, _("Something about the case is not as it was left"), "Logbog",
                           wxYES_NO | wxNO_DEFAULT | wxCENTRE);
    dialog.SetExtendedMessage(findingsText(findings) + "\n\n" +
                              _("Nothing was removed, and what was found stands in the history of the case. "
                                "Make a copy of the whole folder before you go on."));
    dialog.SetYesNoLabels(_("I have read it"), _("Tell me again next time"));
    if (dialog.ShowModal() != wxID_YES) return;
    try {
        session.markFindingsSeen();
    } catch (const core::base::Error&) {
        common::showError(parent, std::current_exception());
    }
}

} // namespace ui::shell
