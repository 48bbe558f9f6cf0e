// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/first_show.h"

namespace ui::access {

void prepareFirstShow(wxWindow&) {}

} // namespace ui::access
