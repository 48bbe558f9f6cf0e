// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The actions of the history and of undo, in words. Actions nobody named here are shown by their code.

#include "core/edit/editor.h"

#include <string>

#include <wx/string.h>

namespace ui::common {

wxString actionName(const std::string& action);                 // "Tagged"
wxString undoName(const core::edit::StepName& step, bool redo); // "Undo: tag (3)"

} // namespace ui::common
