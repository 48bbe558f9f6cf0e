// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/first_show.h"

#include <gtk/gtk.h>
#include <wx/window.h>

namespace ui::access {

void prepareFirstShow(wxWindow& window) { gtk_widget_realize(static_cast<GtkWidget*>(window.GetHandle())); }

} // namespace ui::access
