// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What opens the case that is open: another passphrase, a recovery sheet. Not opening it: case_dialogs.h.

#include "ui/shell/shell_services.h"

class wxWindow;

namespace ui::shell {

bool askChangePassphrase(wxWindow* parent, const ShellServices& services, const common::SessionPtr& session);
void showRecoverySheet(wxWindow* parent, const ShellServices& services, const common::SessionPtr& session);

} // namespace ui::shell
