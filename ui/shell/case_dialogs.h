// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The dialogs that create and open a case. Each returns the open case, or nothing where it was cancelled.

#include "ui/shell/shell_services.h"

class wxWindow;

namespace ui::shell {

common::SessionPtr askCreateCase(wxWindow* parent, const ShellServices& services);
// `folder` may be empty.
common::SessionPtr askOpenCase(wxWindow* parent, const ShellServices& services,
                               const std::filesystem::path& folder = {});

} // namespace ui::shell
