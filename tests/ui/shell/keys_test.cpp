// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as the window of the program gets them: before the toolkit's lists, and after its menus.
#include "app/store_session.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/shell/main_frame.h"

#include <catch2/catch_test_macros.hpp>
#include <gtk/gtk.h>
#include <wx/dataview.h>
#include <wx/modalhook.h>

namespace {

ui::common::SessionPtr makeSession(const tests::TempFolder& folder) {
    static const core::base::Clock clock;
    return app::StoreSession::make(
        core::store::CaseStore::create(folder.path() / "case", "kaffe vindue cykel", "Sag A",
                                       "Europe/Copenhagen", core::store::KdfCost::Fast, clock));
}

} // namespace

TEST_CASE("Ctrl+F in a list leads to the search of the case, not to one of the list's own") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    shown.frame->openCase(makeSession(folder));
    tests::pump();
    for (const char* name : {"List of items", "Filters"}) {
        wxWindow* list = wxWindow::FindWindowByName(name, shown.frame);
        REQUIRE(list != nullptr);
        GtkWidget* rows = dynamic_cast<wxDataViewCtrl&>(*list).GtkGetTreeView();
        CHECK(gtk_tree_view_get_enable_search(GTK_TREE_VIEW(rows)) == FALSE); // at a letter, too
        list->SetFocus();
        wxKeyEvent key(wxEVT_CHAR_HOOK);
        key.SetEventObject(list);
        key.m_keyCode = 'F';
        key.SetControlDown(true);
        CHECK(list->GetEventHandler()->ProcessEvent(key));
        const wxWindow* search = wxWindow::FindWindowByName("Search the case", shown.frame);
        REQUIRE(search != nullptr);
        CHECK(tests::waitFor([&] {
            const wxWindow* focused = wxWindow::FindFocus();
            return focused != nullptr && (focused == search || focused->GetParent() == search);
        }));
    }
}

TEST_CASE("the keys of an open menu are not taken for the list behind it") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    shown.frame->openCase(makeSession(folder));
    tests::pump();
    wxWindow* list = shown.frame->page()->table().control();
    list->SetFocus();
    tests::pump();
    const auto isTaken = [&](int code) {
        wxKeyEvent key(wxEVT_CHAR_HOOK);
        key.SetEventObject(list);
        key.m_keyCode = code;
        return list->GetEventHandler()->ProcessEvent(key);
    };
    CHECK(tests::waitFor([&] { return isTaken('X'); })); // once the list has the focus
    // As a menu that is open holds the keys, but without its window: that takes the focus only on a desktop.
    GtkWidget* menu = gtk_menu_new();
    g_object_ref_sink(menu);
    gtk_grab_add(menu);
    REQUIRE(gtk_grab_get_current() == menu);
    CHECK_FALSE(isTaken('X'));
    CHECK_FALSE(isTaken(WXK_ESCAPE));
    gtk_grab_remove(menu);
    CHECK(isTaken('X'));
    gtk_widget_destroy(menu);
    g_object_unref(menu);
}

TEST_CASE("Ctrl+P and Ctrl+N are the program's in every part of the window") {
    struct Closing : wxModalDialogHook { // closes each dialog before it is shown
        Closing() { Register(); }
        ~Closing() override { Unregister(); }
        int Enter(wxDialog*) override {
            ++asked;
            return wxID_CANCEL;
        }
        int asked = 0;
    } closing;
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    shown.frame->openCase(makeSession(folder));
    tests::pump();
    for (const char* name : {"List of items", "Filters"})
        for (const int code : {'P', 'N'}) {
            wxWindow* list = wxWindow::FindWindowByName(name, shown.frame);
            list->SetFocus();
            tests::pump();
            const int before = closing.asked;
            wxKeyEvent key(wxEVT_CHAR_HOOK);
            key.SetEventObject(list);
            key.m_keyCode = code;
            key.SetControlDown(true);
            CHECK(list->GetEventHandler()->ProcessEvent(key));
            CHECK(tests::waitFor([&] { return closing.asked == before + 1; }));
        }
}
