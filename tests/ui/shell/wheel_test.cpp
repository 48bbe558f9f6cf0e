// SPDX-License-Identifier: GPL-3.0-or-later
// The wheel as the toolkit gets it, over fields that it would change.
#include "tests/ui/shell/main_frame.h"

#include <catch2/catch_test_macros.hpp>
#include <gtk/gtk.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/dialog.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>

namespace {

constexpr int kTurns = 3;

// To the innermost part of the field, as the pointer would give it.
GtkWidget* innermost(GtkWidget* widget) {
    while (GTK_IS_CONTAINER(widget)) {
        GtkWidget* inner = nullptr;
        gtk_container_forall(
            GTK_CONTAINER(widget),
            [](GtkWidget* child, gpointer found) {
                if (gtk_widget_get_visible(child)) *static_cast<GtkWidget**>(found) = child;
            },
            &inner);
        if (inner == nullptr) break;
        widget = inner;
    }
    return widget;
}

void turnWheelDown(wxWindow& field) {
    GtkWidget* widget = innermost(field.GetHandle());
    for (int turn = 0; turn < kTurns; ++turn) {
        GdkEvent* event = gdk_event_new(GDK_SCROLL);
        event->scroll.window = GDK_WINDOW(g_object_ref(gtk_widget_get_window(widget)));
        event->scroll.direction = GDK_SCROLL_DOWN;
        event->scroll.x = event->scroll.y = 2;
        gdk_event_set_device(event,
                             gdk_seat_get_pointer(gdk_display_get_default_seat(gdk_display_get_default())));
        gtk_propagate_event(widget, event);
        gdk_event_free(event);
    }
    tests::pump();
}

} // namespace

TEST_CASE("the wheel over a choice, a combination or a number scrolls the page and changes nothing") {
    const tests::MainFrame shown;
    wxDialog dialog(shown.frame, wxID_ANY, "x", wxDefaultPosition, {300, 200});
    auto* page = new wxScrolledWindow(&dialog);
    auto* sizer = new wxBoxSizer(wxVERTICAL);
    auto* choice = new wxChoice(page, wxID_ANY);
    auto* box = new wxComboBox(page, wxID_ANY);
    auto* number = new wxSpinCtrl(page, wxID_ANY);
    for (const char* word : {"a", "b", "c", "d", "e"}) {
        choice->Append(word);
        box->Append(word);
    }
    choice->SetSelection(1);
    box->SetSelection(1);
    number->SetValue(50);
    for (wxWindow* field : std::initializer_list<wxWindow*>{choice, box, number}) sizer->Add(field);
    sizer->AddSpacer(2000);
    page->SetSizer(sizer);
    page->SetScrollRate(0, 10);
    page->FitInside();
    dialog.Show();
    tests::pump();
    for (wxWindow* field : std::initializer_list<wxWindow*>{choice, box, number}) {
        page->Scroll(0, 0);
        tests::pump();
        turnWheelDown(*field);
        CAPTURE(std::string(wxString(field->GetClassInfo()->GetClassName()).utf8_string()));
        CHECK(page->GetViewStart().y > 0);
    }
    CHECK(choice->GetSelection() == 1);
    CHECK(box->GetSelection() == 1);
    CHECK(number->GetValue() == 50);
}
