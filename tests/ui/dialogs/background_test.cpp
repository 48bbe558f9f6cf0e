// SPDX-License-Identifier: GPL-3.0-or-later
// Her words about what stands between the parties: nothing of them is lost, and nothing asks on the way out.
#include "core/edit/editor.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/to_wx.h"
#include "ui/form/parts.h"
#include "ui/party/people_window.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/frame.h>
#include <wx/modalhook.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

using tests::OpenSession;
using tests::TestFrame;

namespace {

struct Windows : wxModalDialogHook { // each one that would open, which is closed before it does
    Windows() { Register(); }
    ~Windows() override { Unregister(); }
    int Enter(wxDialog*) override {
        ++opened;
        return wxID_CANCEL;
    }
    int opened = 0;
};

// More than is kept, by two characters and one byte of a third.
wxString tooLong() {
    const std::string dear = "Kære læser. ";
    std::string text = dear + std::string(core::edit::Editor::kMostBackground - dear.size() - 1, 'x');
    return ui::common::toWx(text + "øyz");
}

ui::party::PeopleWindow* openAtBackground(const TestFrame& frame, const OpenSession& open) {
    auto* window = new ui::party::PeopleWindow(frame.get(), open.session, false);
    dynamic_cast<wxNotebook&>(*window->background()->GetParent()).ChangeSelection(1);
    window->Show();
    window->background()->field()->SetFocus();
    tests::pump();
    return window;
}

void pressDone(wxWindow* window) {
    wxCommandEvent press(wxEVT_BUTTON, wxID_OK);
    press.SetEventObject(window->FindWindow(wxID_OK));
    window->FindWindow(wxID_OK)->GetEventHandler()->ProcessEvent(press);
    tests::pump();
}

} // namespace

TEST_CASE("a background that cannot be saved opens no window where all are closed quickly", "[ui]") {
    const Windows windows;
    const TestFrame frame;
    const OpenSession open;
    auto* window = openAtBackground(frame, open);
    window->background()->field()->SetValue(tooLong());
    window->wxWindow::Show(false);
    tests::pump();
    CHECK(window->Close(true));
    tests::pump();
    CHECK(windows.opened == 0);
    CHECK(open.session->reader().background().empty());
    window->Destroy();
    tests::pump();
}

TEST_CASE("a forced close ends the window though its words cannot be saved", "[ui]") {
    const Windows windows;
    const TestFrame frame;
    const OpenSession open;
    auto* window = openAtBackground(frame, open);
    window->background()->field()->SetValue(tooLong());
    window->Close(true);
    tests::pump();
    CHECK(windows.opened == 0);
    CHECK_FALSE(window->IsShown());
    window->Destroy();
    tests::pump();
}

TEST_CASE("Done and closing keep the window as long as the background is too long, and it says so", "[ui]") {
    const Windows windows;
    const TestFrame frame;
    const OpenSession open;
    auto* window = openAtBackground(frame, open);
    auto* page = window->background();
    page->field()->SetValue(tooLong());
    CHECK(page->problem()->text().Contains("3")); // at once, not when it is too late
    tests::keepWindow(window, "background-too-long");
    auto& book = dynamic_cast<wxNotebook&>(*page->GetParent());
    book.ChangeSelection(0);
    pressDone(window);
    CHECK(window->IsShown());
    CHECK(book.GetSelection() == 1);
    window->Close();
    tests::pump();
    CHECK(window->IsShown());
    CHECK(page->field()->GetValue() == tooLong());
    CHECK(windows.opened == 0);

    page->field()->SetValue(tooLong().RemoveLast(3));
    CHECK(page->problem()->text().empty());
    pressDone(window);
    CHECK_FALSE(window->IsShown());
    CHECK(open.session->reader().background() == ui::common::toUtf8(tooLong().RemoveLast(3)));
    window->Destroy();
    tests::pump();
}

TEST_CASE("the background is saved while she types, without leaving the field", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    auto* window = openAtBackground(frame, open);
    window->background()->field()->WriteText("Vi var gift til 2024.");
    CHECK(
        tests::waitFor([&] { return open.session->reader().background() == "Vi var gift til 2024."; }, 4000));
    window->Destroy();
    tests::pump();
}
