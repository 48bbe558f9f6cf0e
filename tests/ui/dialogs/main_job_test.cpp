// SPDX-License-Identifier: GPL-3.0-or-later
// The way from a folder of exports to what is handed over, through the windows, over a real case: the
// sample's exports in, a PDF and a package out.
#include "core/base/progress.h"
#include "core/share/export.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/import/import_dialog.h"
#include "ui/import/import_window.h"
#include "ui/import/report_window.h"
#include "ui/incident/episode_dialog.h"
#include "ui/report/share_window.h"

#include <filesystem>
#include <fstream>

#include <catch2/catch_test_macros.hpp>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/window.h>

using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;

namespace {

constexpr int kWorkMs = 40'000; // a worker on a busy machine

template <typename Window>
Window* shown() {
    for (wxWindow* window : wxTopLevelWindows)
        if (auto* found = dynamic_cast<Window*>(window); found && found->IsShown()) return found;
    return nullptr;
}

bool saysNext(const wxWindow& window) { // who the offender is: the way through the menu
    for (const wxWindow* child : window.GetChildren())
        if (child->GetLabel().Contains(wxString::FromUTF8("›")) || saysNext(*child)) return true;
    return false;
}

// English needs no file of translations.
class InEnglish {
public:
    InEnglish() { ui::common::setLanguage(core::base::Language::English); }
    ~InEnglish() { ui::common::setLanguage(core::base::Language::Danish); }
    InEnglish(const InEnglish&) = delete;
    InEnglish& operator=(const InEnglish&) = delete;
};

void importSample(const TestFrame& frame, const OpenSession& open) {
    auto* window = new ui::import::ImportWindow(
        frame.get(), open.session,
        std::vector<std::filesystem::path>{std::filesystem::path(LOGBOG_ASSETS) / "sample" / "exports"},
        ui::import::ImportHooks{});
    window->Show();
    tests::pump();
    const auto mayEnd = [] { // by Enter, pressed once too often
        const wxWindow* focus = wxWindow::FindFocus();
        return focus != nullptr && focus->GetName() == _("Close quickly");
    };
    CHECK_FALSE(mayEnd());
    REQUIRE(waitFor([&] { return window->stage() == ui::import::ImportWindow::Stage::Questions; }, kWorkMs));
    CHECK_FALSE(mayEnd());
    CHECK(window->rows().size() == 6);
    window->startImport();
    REQUIRE(waitFor([] { return shown<ui::import::ReportWindow>() != nullptr; }, kWorkMs));
}

void makeIncidents(const TestFrame& frame, OpenSession& open) {
    open.sayWhoTheOffenderIs();
    bool isMade = false;
    auto* dialog =
        new ui::incident::EpisodeDialog(frame.get(), open.session, [&](const auto&) { isMade = true; });
    dialog->Show();
    REQUIRE(waitFor([&] { return dialog->rowCount() > 0; }, kWorkMs));
    dialog->chooseAll(true);
    dialog->acceptChosen();
    REQUIRE(isMade);
    REQUIRE(waitFor([&] { return !dialog->isLoading(); }, kWorkMs));
    dialog->Close();
    tests::pump();
}

std::string beginning(const std::filesystem::path& path, std::size_t bytes) {
    std::ifstream file(path, std::ios::binary);
    std::string text(bytes, '\0');
    file.read(text.data(), static_cast<std::streamsize>(bytes));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

bool isChecked(const ui::report::ExportWindow& window) {
    return !window.isChecking() && window.FindWindow(wxID_SAVE)->IsEnabled();
}

} // namespace

TEST_CASE("a folder of exports comes in through the window, and the report counts every file", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    const int before = open.session->reader().itemCount();
    importSample(frame, open);
    auto* report = shown<ui::import::ReportWindow>();
    REQUIRE(report);
    CHECK(report->files()->GetItemCount() == 6);
    CHECK(open.session->reader().itemCount() == before + 421);
    // The file that has something odd is shown with it from the start.
    CHECK(report->files()->GetSelectedRow() != wxNOT_FOUND);
    CHECK(report->issues()->GetItemCount() > 0);
    report->Close();
    tests::pump();
}

TEST_CASE("the import report says what comes next, until it is done", "[ui]") {
    ui::common::useUtf8();
    const TestFrame frame;
    OpenSession open;
    const auto run = open.session->reader().importRuns().front();
    const auto says = [&] {
        ui::import::openImportReport(frame.get(), open.session, run);
        tests::pump();
        auto* report = shown<ui::import::ReportWindow>();
        REQUIRE(report);
        const bool isSaid = saysNext(*report);
        report->Close();
        tests::pump();
        return isSaid;
    };
    CHECK(says());
    open.sayWhoTheOffenderIs();
    CHECK_FALSE(says());
}

TEST_CASE("the report window writes a PDF", "[ui]") {
    const TestFrame frame;
    OpenSession open;
    makeIncidents(frame, open);
    const InEnglish english;
    const auto out = open.folder.path() / "log.pdf";
    auto* window = new ui::report::ReportWindow(frame.get(), open.session);
    window->Show();
    REQUIRE(waitFor([&] { return isChecked(*window); }, kWorkMs));
    window->writeTo(out);
    REQUIRE(waitFor([&] { return !window->isWorking() && !window->outcome().empty(); }, kWorkMs));
    CHECK(beginning(out, 5) == "%PDF-");
    CHECK(std::filesystem::file_size(out) > 10'000);
    window->Destroy();
    tests::pump();
}

TEST_CASE("a held-back original goes along only when it was asked for, and the package verifies", "[ui]") {
    const TestFrame frame;
    OpenSession open;
    makeIncidents(frame, open);
    open.session->editor().addProtectedTerm("slukker du lyset", "andet");
    const InEnglish english;
    const auto write = [&](const std::filesystem::path& out, bool along) {
        auto* window = new ui::report::ShareWindow(frame.get(), open.session);
        window->Show();
        REQUIRE(waitFor([&] { return isChecked(*window); }, kWorkMs));
        bool isHeld = false;
        for (const auto& finding : window->findings()) {
            if (!finding.isOriginal) continue;
            isHeld = true;
            window->setTakenAlong(finding.source, along);
        }
        CHECK(isHeld);
        window->writeTo(out);
        REQUIRE(waitFor([&] { return !window->isWorking() && !window->outcome().empty(); }, kWorkMs));
        CHECK(window->hashLine().StartsWith("SHA-256 of manifest.json"));
        core::base::Progress progress;
        CHECK(core::share::verifyPackage(out, progress).empty());
        window->Destroy();
        tests::pump();
        return beginning(out, std::filesystem::file_size(out)); // names stand in a zip as they are
    };
    const std::string without = write(open.folder.path() / "without.zip", false);
    const std::string with = write(open.folder.path() / "with.zip", true);
    CHECK(with.starts_with("PK"));
    CHECK(without.find("-extract/") != std::string::npos);
    CHECK(with.find("-extract/") == std::string::npos);
    CHECK(with.find("originals/S1-") != std::string::npos);
}
