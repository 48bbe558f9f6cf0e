// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/open_menu.h"

namespace ui::access {

bool isMenuOpen() { return false; } // where a menu is open, no other window gets keys

} // namespace ui::access
