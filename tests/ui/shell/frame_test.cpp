// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store_session.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/temp_case.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/shell/main_frame.h"
#include "ui/common/command_ids.h"
#include "ui/common/labels.h"
#include "ui/common/quick_exit.h"
#include "ui/common/settings.h"
#include "ui/shell/copy_dialog.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/app.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/stattext.h>

namespace common = ui::common;

namespace {

const core::base::Clock& clock() {
    static const core::base::Clock c;
    return c;
}

void collectNameless(const wxWindow& window, std::vector<std::string>& out) {
    for (const wxWindow* child : window.GetChildren()) {
        // Labels name buttons; everything else that takes the keyboard needs a name of its own.
        const bool hasName =
            !child->GetLabel().empty() ||
            (child->GetName() != child->GetClassInfo()->GetClassName() && !child->GetName().empty());
        if (child->IsShown() && child->IsFocusable() && child->GetChildren().empty() && !hasName)
            out.push_back(std::string(wxString(child->GetClassInfo()->GetClassName()).utf8_string()) +
                          " in " + window.GetName().utf8_string());
        collectNameless(*child, out);
    }
}

std::vector<std::string> nameless(const wxWindow& window) {
    std::vector<std::string> out;
    collectNameless(window, out);
    return out;
}

ui::common::SessionPtr makeSession(const tests::TempFolder& folder) {
    auto store = core::store::CaseStore::create(folder.path() / "case", "kaffe vindue cykel", "Sag A",
                                                "Europe/Copenhagen", core::store::KdfCost::Fast, clock());
    return app::StoreSession::make(std::move(store));
}

} // namespace

TEST_CASE("without a case the window shows the welcome page") {
    const tests::MainFrame shown;
    CHECK_FALSE(shown.frame->hasCase());
    REQUIRE(wxWindow::FindWindowByName("Welcome", shown.frame) != nullptr);
    CHECK(shown.frame->GetTitle() == "Logbog");
    CHECK(nameless(*shown.frame).empty());
}

TEST_CASE("a case opens into the window, every control has a name, and it closes again") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    std::weak_ptr<ui::common::CaseSession> weak;
    {
        auto session = makeSession(folder);
        weak = session;
        shown.frame->openCase(std::move(session));
    }
    REQUIRE(shown.frame->hasCase());
    auto& view = shown.frame->page()->view();
    REQUIRE(tests::waitFor([&] { return view.isLoaded() && !view.isLoading(); }, 10000));
    tests::pump();
    CHECK(shown.frame->GetTitle().Contains("Sag A"));
    const auto without = nameless(*shown.frame);
    CAPTURE(without);
    CHECK(without.empty());
    shown.frame->closeCase();
    CHECK(tests::waitFor([&] { return weak.expired(); }, 5000)); // nothing holds the case open
    CHECK_FALSE(shown.frame->hasCase());
}

TEST_CASE("a change through the editor reaches the window") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    shown.frame->openCase(makeSession(folder));
    auto& view = shown.frame->page()->view();
    REQUIRE(tests::waitFor([&] { return view.isLoaded() && !view.isLoading(); }, 10000));
    core::model::Incident incident;
    incident.start.utcMs = 1'714'070'000'000;
    incident.title = "Holdt i bil";
    view.session().editor().saveIncident(incident);
    REQUIRE(tests::waitFor([&] { return view.data().rows.size() == 1; }, 10000));
    CHECK(view.data().rows.front().incident);
    shown.frame->runCommand(wxID_UNDO);
    CHECK(tests::waitFor([&] { return view.data().rows.empty(); }, 10000));
}

TEST_CASE("a date that is gone to is selected in the list, and an import keeps what was selected") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    auto session = makeSession(folder);
    constexpr std::int64_t kDay = 86'400'000, kFirst = 1'746'302'657'000;
    const auto bring = [&](const std::string& name, int from, int count) {
        std::vector<std::string> lines;
        for (int i = from; i < from + count; ++i)
            lines.push_back(tests::smsLine("+4512345601", kFirst + i * kDay, 1, std::to_string(i)));
        folder.write(name, tests::smsFile(lines));
        core::base::Progress progress;
        session->importFiles({folder.path() / name}, {}, progress);
        session->notifyChanged();
    };
    bring("sms.xml", 0, 4);
    shown.frame->openCase(session);
    auto& view = shown.frame->page()->view();
    REQUIRE(tests::waitFor([&] { return view.data().isWhole && view.data().rows.size() == 4; }, 10000));
    shown.frame->page()->goTo(kFirst + kDay + 1);
    REQUIRE(view.current());
    const auto chosen = *view.current();
    CHECK(chosen == view.data().rows[2]);
    auto& list = dynamic_cast<wxDataViewCtrl&>(*shown.frame->page()->table().control());
    CHECK(tests::waitFor([&] { return list.GetSelectedItemsCount() == 1; }));

    wxVariant cell;
    const auto iconOf = [&](const common::Ref& ref) {
        const auto& rows = view.data().rows;
        const auto row = static_cast<unsigned>(std::find(rows.begin(), rows.end(), ref) - rows.begin());
        auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*list.GetModel());
        model.GetValueByRow(cell, row, 1);
        wxDataViewIconText text;
        text << cell;
        const wxImage image = text.GetBitmapBundle().GetBitmap({16, 16}).ConvertToImage();
        return std::string(reinterpret_cast<const char*>(image.GetData()), 16U * 16 * 3);
    };
    CHECK(iconOf(chosen) != iconOf(view.data().rows[0])); // seen on the blue of a selected row

    bring("more.xml", -3, 3); // above it
    REQUIRE(tests::waitFor([&] { return view.data().isWhole && view.data().rows.size() == 7; }, 10000));
    tests::pump();
    CHECK(view.current() == chosen);
    CHECK(view.data().rows[5] == chosen);
    REQUIRE(list.GetSelectedItemsCount() == 1);
    CHECK(dynamic_cast<wxDataViewVirtualListModel&>(*list.GetModel()).GetRow(list.GetSelection()) == 5);
    shown.frame->closeCase();
}

TEST_CASE("a new incident is called one of the chosen items only where some are chosen") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    shown.frame->openCase(makeSession(folder));
    wxUpdateUIEvent asked(ui::common::CmdNewIncident);
    shown.frame->ProcessWindowEvent(asked);
    CHECK(asked.GetText().StartsWith(wxString::FromUTF8("&New incident…")));
    CHECK(asked.GetEnabled());
    shown.frame->closeCase();
}

TEST_CASE("what is left out of an incident is not counted in what the window calls it") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    auto session = makeSession(folder);
    std::vector<std::string> lines;
    for (int i = 0; i < 4; ++i)
        lines.push_back(tests::smsLine("+4512345601", 1'746'302'657'000 + i * 60'000, 1, std::to_string(i)));
    folder.write("sms.xml", tests::smsFile(lines));
    core::base::Progress progress;
    session->importFiles({folder.path() / "sms.xml"}, {}, progress);
    const auto ids = session->reader().itemIds({});
    core::model::Incident incident;
    incident.start.utcMs = 1'746'302'657'000;
    incident.start.precision = core::base::Precision::Day;
    incident.channel = "sms";
    incident.count = 4;
    incident.items = ids;
    const auto id = session->editor().saveIncident(incident);
    session->editor().addToIncident(id, ids);
    shown.frame->openCase(session);
    auto& view = shown.frame->page()->view();
    const auto title = [&] {
        const auto& all = view.data().whole->incidents;
        return all.contains(id) ? ui::common::incidentLine(all.at(id), session->zone()) : wxString();
    };
    REQUIRE(tests::waitFor([&] { return title() == "4 text messages"; }, 10000));
    session->editor().setExcluded({ids[1]}, true);
    CHECK(tests::waitFor([&] { return title() == "3 text messages"; }, 10000));
    shown.frame->closeCase();
}

TEST_CASE("quick exit hides all windows within 50 ms and then leaves") {
    const tests::MainFrame shown;
    auto* other = new wxFrame(shown.frame, wxID_ANY, "other");
    other->Show();
    tests::pump();
    bool left = false;
    ui::common::installQuickExit([&] { left = true; });
    const double ms = ui::common::quickExit();
    ui::common::removeQuickExit();
    CHECK(ms < 50);
    CHECK(left);
    CHECK_FALSE(shown.frame->IsShown());
    CHECK_FALSE(other->IsShown());
}

TEST_CASE("the copy dialog saves a checked copy, says so, and names what it refuses") {
    const tests::TempFolder folder;
    const tests::MainFrame shown;
    auto session = makeSession(folder);
    std::filesystem::create_directory(folder.path() / "stick");
    ui::shell::CopyDialog dialog(shown.frame, session);
    dialog.Show();
    tests::pump();
    CHECK(nameless(dialog).empty());
    const auto copyInto = [&](const std::filesystem::path& place) {
        dialog.copyInto(place);
        REQUIRE(tests::waitFor([&] { return !dialog.isWorking(); }, 20000));
        return dialog.outcome();
    };
    CHECK(copyInto(folder.path()).Contains("folder of the case itself"));
    CHECK(copyInto(folder.path() / "none").Contains("not there"));
    CHECK(copyInto({}).Contains("Choose a folder"));
    CHECK(copyInto(folder.path() / "stick").Contains("read back and checked"));
    CHECK(std::filesystem::exists(folder.path() / "stick" / "case" / "keys"));
    CHECK(session->copyState().lastMs);
    // The copy itself may be chosen, to be brought up to date.
    CHECK(copyInto(folder.path() / "stick" / "case").Contains("read back and checked"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "stick" / "case" / "case"));
}

TEST_CASE("a case whose last copy is old says so in the message bar, and a new one does not") {
    const tests::TempFolder folder;
    tests::FixedClock clock;
    const auto open = [&](tests::MainFrame& shown) {
        auto store = core::store::CaseStore::open(folder.path() / "case", "kaffe vindue cykel", clock);
        shown.frame->openCase(app::StoreSession::make(std::move(store)));
        auto& view = shown.frame->page()->view();
        REQUIRE(tests::waitFor([&] { return view.isLoaded() && !view.isLoading(); }, 10000));
        tests::pump();
        return shown.frame->page()->hasMessage();
    };
    core::store::CaseStore::create(folder.path() / "case", "kaffe vindue cykel", "Sag A", "Europe/Copenhagen",
                                   core::store::KdfCost::Fast, clock);
    {
        tests::MainFrame shown;
        CHECK_FALSE(open(shown));
        shown.frame->closeCase();
    }
    clock.advance(31 * std::int64_t{86'400'000});
    tests::MainFrame shown;
    CHECK(open(shown));
    shown.frame->closeCase();
}
