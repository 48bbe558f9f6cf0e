// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/accessible.h"

#include <gtk/gtk.h>
#include <wx/window.h>

namespace ui::access {

namespace {

AtkRole atkRole(Role role) {
    switch (role) {
    case Role::Chart:
        return ATK_ROLE_CHART;
    case Role::List:
        return ATK_ROLE_LIST;
    case Role::Image:
        return ATK_ROLE_IMAGE;
    case Role::Button:
        return ATK_ROLE_PUSH_BUTTON;
    case Role::Panel:
        break;
    }
    return ATK_ROLE_PANEL;
}

// Null for a window that was not created yet.
AtkObject* objectOf(wxWindow& window) {
    auto* widget = static_cast<GtkWidget*>(window.GetHandle());
    return widget == nullptr ? nullptr : gtk_widget_get_accessible(widget);
}

} // namespace

void describe(wxWindow& window, Role role, const wxString& name, const wxString& description) {
    AtkObject* object = objectOf(window);
    if (object == nullptr) return;
    atk_object_set_role(object, atkRole(role));
    if (!description.empty()) atk_object_set_description(object, description.utf8_str());
    setName(window, name);
}

void setName(wxWindow& window, const wxString& name) {
    AtkObject* object = objectOf(window);
    if (object != nullptr && !name.empty()) atk_object_set_name(object, name.utf8_str());
}

wxString nameOf(wxWindow& window) {
    AtkObject* object = objectOf(window);
    const char* name = object == nullptr ? nullptr : atk_object_get_name(object);
    return name == nullptr ? wxString() : wxString::FromUTF8(name);
}

} // namespace ui::access
