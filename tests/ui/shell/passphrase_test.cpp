// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs that ask for a passphrase, as far as they need no case.
#include "tests/support/temp_folder.h"
#include "tests/ui/shell/main_frame.h"
#include "ui/shell/case_dialogs.h"
#include "ui/shell/passphrase_dialog.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/app.h>
#include <wx/button.h>
#include <wx/textctrl.h>

namespace {

struct NewPassphrase : ui::shell::PassphraseDialog {
    explicit NewPassphrase(wxWindow* parent) : PassphraseDialog(parent, "x", "x") {
        addPassphrase("first");
        addPassphrase("again");
        addShowLetters();
        addStatus();
        primary_ = addButton(wxID_OK, "Create", true);
        finish({400, 300});
    }
    void type(const wxString& text) {
        for (const char* name : {"first", "again"})
            dynamic_cast<wxTextCtrl&>(*FindWindowByName(name, this)).SetValue(text);
    }
    bool takes() { return newPassphrase(0, core::base::CommonPasswords()).has_value(); }
    bool says(const wxString& words) { return FindWindowByName(words, this) != nullptr; }
    wxString button() const { return primary_->GetLabel(); }
};

} // namespace

TEST_CASE("what was said of a weak passphrase goes when another one is typed") {
    const tests::MainFrame shown;
    NewPassphrase dialog(shown.frame);
    dialog.type("kort");
    REQUIRE_FALSE(dialog.takes());
    CHECK(dialog.button() == "Use it anyway");
    dialog.type("rolig sol over fjorden");
    CHECK(dialog.button() == "Create");
    CHECK(dialog.takes());
    dialog.type("kort");
    CHECK_FALSE(dialog.takes()); // it has to be insisted on anew
    CHECK(dialog.takes());
}

TEST_CASE("a dialog that a busy desktop put into its corner goes to the middle of its window") {
    const tests::MainFrame shown;
    NewPassphrase dialog(shown.frame);
    dialog.Move(0, 0);
    dialog.Show();
    tests::pump();
    wxActivateEvent activated(wxEVT_ACTIVATE, true);
    dialog.ProcessWindowEvent(activated);
    CHECK(tests::waitFor([&] {
        const wxRect place = dialog.GetScreenRect(), around = shown.frame->GetScreenRect();
        return std::abs(place.x + place.width / 2 - around.x - around.width / 2) < 50;
    }));
}

TEST_CASE("a folder without a case in it is called so") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    ui::shell::ShellServices services;
    services.openCase = [](const std::filesystem::path& place, std::string_view) -> ui::common::SessionPtr {
        throw core::base::Error(core::base::ErrorCode::NotFound, "no case", place.string());
    };
    wxString said;
    shown.frame->CallAfter([&] {
        auto& dialog = dynamic_cast<wxDialog&>(*wxTheApp->GetTopWindow()->GetChildren().GetLast()->GetData());
        wxCommandEvent press(wxEVT_BUTTON, wxID_OK);
        press.SetEventObject(dialog.FindWindow(wxID_OK));
        dialog.FindWindow(wxID_OK)->GetEventHandler()->ProcessEvent(press);
        tests::waitFor([&] {
            return wxWindow::FindWindowByName("There is no case in that folder.", &dialog) != nullptr;
        });
        said = wxWindow::FindWindowByName("There is no case in that folder.", &dialog) ? "said" : "";
        dialog.EndModal(wxID_CANCEL);
    });
    CHECK(ui::shell::askOpenCase(shown.frame, services, folder.path()) == nullptr);
    CHECK(said == "said");
}
