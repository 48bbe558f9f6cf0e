// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a menu of the program is open just now. The keys are the menu's then, though the window behind it
// is told of them, too.

namespace ui::access {

bool isMenuOpen();

} // namespace ui::access
