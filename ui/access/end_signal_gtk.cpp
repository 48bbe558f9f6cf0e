// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/end_signal.h"

#include <csignal>

#include <glib-unix.h>

namespace ui::access {
namespace {

std::function<void()>& action() {
    static std::function<void()> act;
    return act;
}

gboolean asked(gpointer) {
    if (action()) action()();
    return G_SOURCE_CONTINUE;
}

} // namespace

void onEndSignal(std::function<void()> act) {
    action() = std::move(act);
    for (const int signal : {SIGTERM, SIGHUP, SIGINT}) g_unix_signal_add(signal, asked, nullptr);
}

} // namespace ui::access
