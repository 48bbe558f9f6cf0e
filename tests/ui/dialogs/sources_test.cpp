// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a file out of the case, through the windows, over a real case.
#include "tests/support/temp_case.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/import/sources_window.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>

using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;
using ui::import::RemoveSourceDialog;
using ui::import::SourcesWindow;

namespace {

constexpr int kWorkMs = 20'000; // a worker on a busy machine

core::query::SourceRow sourceOf(const OpenSession& open, const std::string& name) {
    for (const auto& source : open.session->reader().sources())
        if (source.name.ends_with(name)) return source;
    FAIL("no source " << name);
    return {};
}

wxString removed(const TestFrame& frame, const OpenSession& open, const std::string& name) {
    RemoveSourceDialog dialog(frame.get(), open.session, sourceOf(open, name));
    dialog.Show();
    tests::pump();
    CHECK(dialog.FindWindow(wxID_CANCEL)->HasFocus()); // Enter and Esc change nothing
    dialog.remove();
    REQUIRE(waitFor([&] { return !dialog.isWorking(); }, kWorkMs));
    tests::keepWindow(&dialog, "remove-source-after-" + std::string(dialog.isDone() ? "done" : "refused"));
    return dialog.outcome();
}

} // namespace

TEST_CASE("a file is taken out of the case through the window, and nothing can be undone then", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::setLanguage(core::base::Language::English);
    SourcesWindow window(frame.get(), open.session);
    window.Show();
    tests::pump();
    const int files = window.list()->GetItemCount();
    CHECK(files == static_cast<int>(open.session->reader().sources().size()));
    const auto ids = open.session->reader().itemIds({});
    open.session->editor().tagItems({ids[0]}, "natten");
    CHECK(open.session->editor().undoable());
    CHECK(removed(frame, open, "calls.xml").Contains("has been removed"));
    CHECK(open.session->reader().itemCount() == static_cast<int>(ids.size()) - 3);
    CHECK(waitFor([&] { return window.list()->GetItemCount() == files - 1; }));
    CHECK_FALSE(open.session->editor().undoable());
    const auto history = open.session->reader().custody(0);
    CHECK(std::any_of(history.begin(), history.end(),
                      [](const auto& row) { return row.action == "remove-source"; }));
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("a file whose items are used, or are in another file too, stays and says why", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::setLanguage(core::base::Language::English);
    const int before = open.session->reader().itemCount();
    core::model::Incident incident;
    incident.start.utcMs = tests::kFirstMessageMs;
    const auto id = open.session->editor().saveIncident(incident);
    const auto items = open.session->reader().itemIds({});
    open.session->editor().addToIncident(id, {items[0], items[1], items[2], items[3], items[4]});
    CHECK(removed(frame, open, "sms.xml").Contains("belongs to an incident"));
    open.session->editor().removeFromIncident(id, {items[0], items[1], items[2], items[3], items[4]});

    open.folder.write("more/again.xml", tests::smsFile({tests::smsLine("+4520110917", tests::kFirstMessageMs,
                                                                       1, "Hvorfor slukker du lyset?"),
                                                        tests::smsLine("+4520110917", 5, 1, "ny")}));
    core::base::Progress progress;
    open.session->importFiles({open.folder.path() / "more"}, {}, progress);
    const wxString why = removed(frame, open, "sms.xml");
    CHECK(why.Contains("again.xml"));
    CHECK(why.Contains("some of the same items"));
    CHECK(open.session->reader().itemCount() == before + 1);
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("pictures of the files in the case and of taking one out", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::useUtf8();
    for (const auto language : {core::base::Language::Danish, core::base::Language::English}) {
        ui::common::setLanguage(language);
        const std::string code = language == core::base::Language::Danish ? "da" : "en";
        SourcesWindow window(frame.get(), open.session);
        window.Show();
        tests::keepWindow(&window, "sources-" + code);
        RemoveSourceDialog dialog(frame.get(), open.session, sourceOf(open, "sms.xml"));
        dialog.Show();
        tests::keepWindow(&dialog, "remove-source-" + code);
    }
    ui::common::setLanguage(core::base::Language::Danish);
}
