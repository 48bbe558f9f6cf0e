// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tells, when a case is opened, that something about it was not as it was left. In plain sentences, without
// alarm: the details are in the history of the case and in the command line's verify.

#include "ui/common/case_session.h"

#include <wx/string.h>

class wxWindow;

namespace ui::shell {

// A sentence for each kind of finding; empty for none.
wxString findingsText(const std::vector<common::OpeningFinding>& findings);
// Nothing where nothing was found. Asks whether to tell it again next time.
void showOpeningFindings(wxWindow* parent, common::CaseSession& session);

} // namespace ui::shell
