// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Before the main window is shown for the first time. Not a way of showing it.

class wxWindow;

namespace ui::access {

// On GTK a window that is not there yet is laid out once in almost no room, and menus and scrollbars complain
// of negative sizes. Made beforehand, it has its own size from the start.
void prepareFirstShow(wxWindow& window);

} // namespace ui::access
