// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/list_columns.h"

namespace ui::access {

void giveFreeWidth(wxDataViewColumn&) {}
void packIcons(wxDataViewColumn&) {}
void padIcons(wxDataViewColumn&, int) {}

} // namespace ui::access
