// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The wiring of the window program: makes and opens cases, hands them out as sessions, keeps language and
// layout between runs. Not the windows: those are in ui/.

#include "ui/shell/shell_services.h"

#include <filesystem>

namespace app {

ui::shell::ShellServices makeServices();

// Language and window layout only; in the user's configuration folder under the neutral name logbog.conf.
ui::shell::KeptSettings readKept();
void writeKept(const ui::shell::KeptSettings& kept);

} // namespace app
