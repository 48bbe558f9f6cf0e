// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The menu bar and the menu of a selection. Only entries that do something; handlers are in main_frame.cpp.

#include <wx/string.h>

class wxMenu;
class wxMenuBar;

namespace ui::shell {

wxMenuBar* makeMenuBar();
wxMenu* makeSelectionMenu(); // owned by the caller

wxString newIncidentLabel(bool hasItems); // with its key

// Whether a command makes sense only with an open case.
bool needsCase(int command);
bool needsSelection(int command);

} // namespace ui::shell
