// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sentences of the status bar. Nothing here that matters alone: screen readers do not see a status bar.

#include "ui/common/case_view.h"

#include <wx/string.h>

namespace ui::shell {

wxString selectionText(const common::CaseView& view);
wxString savedText();
wxString zoneText(const std::string& zone);

} // namespace ui::shell
