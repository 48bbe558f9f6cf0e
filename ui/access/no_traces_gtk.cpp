// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/no_traces.h"

#include <gtk/gtk.h>

namespace ui::access {
namespace {

// In place of the handler that writes the file. The setting gtk-recent-files-enabled is no way: with it the
// list of all programs is written empty.
void stayQuiet(GtkRecentManager*) {}

} // namespace

void keepNoRecentFiles() {
    // The class lives as long as the process: types are static, and this reference is never given back.
    auto* manager = static_cast<GtkRecentManagerClass*>(g_type_class_ref(GTK_TYPE_RECENT_MANAGER));
    manager->changed = stayQuiet;
}

} // namespace ui::access
