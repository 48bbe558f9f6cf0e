// SPDX-License-Identifier: GPL-3.0-or-later
// The question for the passphrase of a sealed file, between the thread that reads and the window.
#include "tests/support/wx_main.h"
#include "tests/support/zip_bytes.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/job.h"
#include "ui/import/import_window.h"
#include "ui/import/passphrase_page.h"

#include <chrono>

#include <catch2/catch_test_macros.hpp>
#include <wx/frame.h>
#include <wx/textctrl.h>

using tests::keepWindow;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;
using Stage = ui::import::ImportWindow::Stage;

namespace {

constexpr int kWorkMs = 20'000; // a worker on a busy machine

std::string mail() {
    return "Date: Sat, 3 May 2025 22:04:00 +0200\r\nFrom: a@example.com\r\nSubject: Hej\r\n\r\nHej\r\n";
}

ui::import::ImportWindow* open(const TestFrame& frame, const OpenSession& open,
                               const ui::import::ImportHooks& hooks) {
    open.folder.write("new/mails.zip", tests::zipBytes({{"mail.eml", mail()}}, "rolig sol"));
    auto* window =
        new ui::import::ImportWindow(frame.get(), open.session, {open.folder.path() / "new"}, hooks);
    window->Show();
    return window;
}

bool asks(ui::import::ImportWindow* window) {
    return waitFor([&] { return window->stage() == Stage::Passphrase; }, kWorkMs);
}

void say(ui::import::ImportWindow* window, const wxString& passphrase) {
    window->passphrasePage()->field()->SetValue(passphrase);
    window->unlock(true);
}

} // namespace

TEST_CASE("a sealed file is asked for, again after a wrong answer, and not once more by the import", "[ui]") {
    const TestFrame frame;
    const OpenSession session;
    bool toldEnd = false;
    ui::import::ImportHooks hooks;
    hooks.progress = [&](const wxString& text, double) { toldEnd = toldEnd || text.empty(); };
    auto* window = open(frame, session, hooks);
    REQUIRE(asks(window));
    keepWindow(window, "import-passphrase");
    say(window, "forkert");
    CHECK(window->stage() == Stage::Scanning);
    REQUIRE(asks(window));
    CHECK(window->passphrasePage()->field()->GetValue().empty());
    say(window, "rolig sol");
    REQUIRE(waitFor([&] { return window->stage() == Stage::Questions; }, kWorkMs));
    REQUIRE(window->rows().size() == 2);
    CHECK(window->rows()[0].items == 1);
    CHECK(window->rows()[1].isMember);
    const int before = session.session->reader().itemCount();
    window->startImport();
    REQUIRE(waitFor([&] { return toldEnd; }, kWorkMs));
    CHECK(session.session->reader().itemCount() == before + 1);
    tests::pump();
}

TEST_CASE("without the passphrase the file stays sealed and is kept as it is", "[ui]") {
    const TestFrame frame;
    const OpenSession session;
    bool toldEnd = false;
    ui::import::ImportHooks hooks;
    hooks.progress = [&](const wxString& text, double) { toldEnd = toldEnd || text.empty(); };
    auto* window = open(frame, session, hooks);
    REQUIRE(asks(window));
    window->unlock(false);
    REQUIRE(waitFor([&] { return window->stage() == Stage::Questions; }, kWorkMs));
    REQUIRE(window->rows().size() == 1);
    CHECK(window->rows()[0].isSealed);
    const int before = session.session->reader().itemCount();
    window->startImport();
    REQUIRE(waitFor([&] { return toldEnd; }, kWorkMs));
    CHECK(session.session->reader().itemCount() == before);
    CHECK(session.session->reader().sources().back().name == "mails.zip");
    tests::pump();
}

TEST_CASE("the work ends while the question stands, whether it is stopped or the window goes", "[ui]") {
    const TestFrame frame;
    const OpenSession session;
    auto* window = open(frame, session, {});
    REQUIRE(asks(window));
    SECTION("stopped, as leaving quickly does") {
        CHECK(ui::common::stopJobs(std::chrono::seconds(5)));
        window->Destroy();
    }
    SECTION("the window goes") { window->Close(); }
    tests::pump();
    CHECK(ui::common::stopJobs(std::chrono::seconds(5)));
}
