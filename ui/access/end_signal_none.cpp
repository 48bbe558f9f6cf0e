// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/end_signal.h"

namespace ui::access {

void onEndSignal(std::function<void()>) {}

} // namespace ui::access
