// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/list_columns.h"

namespace ui::access {

void giveFreeWidth(wxDataViewColumn&) {}
void packIcons(wxDataViewColumn&) {}
void padIcons(wxDataViewColumn&, int) {}
void leaveSearchToProgram(wxDataViewCtrl&) {}

std::optional<ListPlace> placeOf(const wxDataViewCtrl&) { return std::nullopt; }
void scrollTo(wxDataViewCtrl&, const ListPlace&) {}
void redraw(wxDataViewCtrl&) {}

} // namespace ui::access
