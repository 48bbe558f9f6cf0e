// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Being asked to end by the system: logging out, shutting down, a terminal that closes.

#include <functional>

namespace ui::access {

// `act` runs on the main thread, in the event loop, also while a dialog is open. Once, at the start.
// Elsewhere than on GTK the system closes the windows instead.
void onEndSignal(std::function<void()> act);

} // namespace ui::access
