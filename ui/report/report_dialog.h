// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Opens the windows of what leaves the case: the log form and its kinds of file, the package for an adviser,
// the check of a package. Modal to the main window while something is written: nothing else may change the
// case then.

#include "ui/common/case_session.h"

class wxWindow;

namespace ui::report {

void openReport(wxWindow* parent, const common::SessionPtr& session);
void openSharePackage(wxWindow* parent, const common::SessionPtr& session);
// Asks for the package. Of no case: who was given a package has none.
void openVerifyPackage(wxWindow* parent);

} // namespace ui::report
