// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reaches the windows that are the toolkit's own and no wx windows inside: questions and file choosers. For
// closing quickly.

#include <functional>

namespace ui::access {

// Each press of a key in any window of this program: whether it was Shift, and the event's time. Once, at the
// start; the key goes on to its window. Elsewhere than on GTK wx sees those keys itself.
void watchKeys(std::function<void(bool isShift, long time)> pressed);

// Takes every window off the screen before it returns.
void hideAllWindows();

} // namespace ui::access
