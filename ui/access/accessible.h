// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a screen reader is told about a control we draw ourselves; native controls need none of this.
// ATK on GTK; elsewhere nothing yet. The only folder that may know the toolkit below wx.

#include <wx/string.h>

class wxWindow;

namespace ui::access {

enum class Role { Chart, List, Image, Button, Panel };

// Once, after the window was created. Empty strings leave what is there.
void describe(wxWindow& window, Role role, const wxString& name, const wxString& description);

// Each change of the name is sent to the screen reader, so this is how a drawn cursor is spoken.
void setName(wxWindow& window, const wxString& name);

// What a screen reader would be told now; empty where there is no way to tell it.
wxString nameOf(wxWindow& window);

} // namespace ui::access
