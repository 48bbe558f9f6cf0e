// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What lists of the toolkit can do and wx has no word for. Looks alone: nothing here decides what is shown.

#include <optional>

class wxDataViewColumn;
class wxDataViewCtrl;

namespace ui::access {

// The column takes the width that the others leave, whenever the list is laid out. Once, after it is in the
// list. Elsewhere than on GTK columns keep the widths they were given.
void giveFreeWidth(wxDataViewColumn& column);

// Text of rows without an icon begins where icons of the others do, and not behind an empty place for one.
void packIcons(wxDataViewColumn& column);

// Free px left and right of each icon, where every row has one.
void padIcons(wxDataViewColumn& column, int px);

// GTK's lists look among their rows by themselves, in a little window that a typed letter opens; not where
// the program has a search of its own.
void leaveSearchToProgram(wxDataViewCtrl& list);

// How far a list is scrolled: its first row that is seen whole, and where in the window that begins.
struct ListPlace {
    unsigned row = 0;
    double height = 0; // 0 at the top, 1 at the bottom
};
// None where no row is seen, and elsewhere than on GTK.
std::optional<ListPlace> placeOf(const wxDataViewCtrl& list);
// Before the list is drawn again; also right after it was given other rows.
void scrollTo(wxDataViewCtrl& list, const ListPlace& place);

// The rows that are seen say something else now; also to who has them read out.
void redraw(wxDataViewCtrl& list);

} // namespace ui::access
