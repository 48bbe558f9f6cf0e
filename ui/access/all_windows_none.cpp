// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/all_windows.h"

namespace ui::access {

void watchKeys(std::function<void(bool, long)>) {}
void hideAllWindows() {}

} // namespace ui::access
