// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What lists of the toolkit can do and wx has no word for. Looks alone: nothing here decides what is shown.

class wxDataViewColumn;

namespace ui::access {

// The column takes the width that the others leave, whenever the list is laid out. Once, after it is in the
// list. Elsewhere than on GTK columns keep the widths they were given.
void giveFreeWidth(wxDataViewColumn& column);

// Text of rows without an icon begins where icons of the others do, and not behind an empty place for one.
void packIcons(wxDataViewColumn& column);

// Free px left and right of each icon, where every row has one.
void padIcons(wxDataViewColumn& column, int px);

} // namespace ui::access
