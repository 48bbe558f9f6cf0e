// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/all_windows.h"

#include <gtk/gtk.h>

namespace ui::access {
namespace {

std::function<void(bool, long)>& watcher() {
    static std::function<void(bool, long)> pressed;
    return pressed;
}

gint sawKey(GtkWidget*, GdkEventKey* event, gpointer) {
    const bool isShift = event->keyval == GDK_KEY_Shift_L || event->keyval == GDK_KEY_Shift_R;
    if (event->type == GDK_KEY_PRESS && watcher()) watcher()(isShift, static_cast<long>(event->time));
    return FALSE;
}

} // namespace

void watchKeys(std::function<void(bool, long)> pressed) {
    watcher() = std::move(pressed);
    G_GNUC_BEGIN_IGNORE_DEPRECATIONS // GTK 3 has no other way to see the keys of its own dialogs
        gtk_key_snooper_install(sawKey, nullptr);
    G_GNUC_END_IGNORE_DEPRECATIONS
}

void hideAllWindows() {
    GList* windows = gtk_window_list_toplevels();
    g_list_foreach(
        windows, [](gpointer window, gpointer) { g_object_ref(window); }, nullptr);
    for (GList* at = windows; at != nullptr; at = at->next) gtk_widget_hide(GTK_WIDGET(at->data));
    g_list_free_full(windows, g_object_unref);
    if (GdkDisplay* display = gdk_display_get_default()) gdk_display_sync(display);
}

} // namespace ui::access
