// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/open_menu.h"

#include <gtk/gtk.h>

namespace ui::access {

bool isMenuOpen() {
    const GtkWidget* holder = gtk_grab_get_current();
    return holder != nullptr && GTK_IS_MENU_SHELL(holder);
}

} // namespace ui::access
