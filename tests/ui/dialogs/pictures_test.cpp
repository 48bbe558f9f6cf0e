// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of each dialog, to be looked at (LOGBOG_TEST_PICTURES); in Danish where LOGBOG_TEST_LOCALE is the
// folder of the translations.
#include "tests/support/wx_main.h"
#include "tests/support/zip_bytes.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/form/date_dialog.h"
#include "ui/form/when_row.h"
#include "ui/import/file_answers_dialog.h"
#include "ui/import/import_window.h"
#include "ui/import/passphrase_page.h"
#include "ui/import/question_page.h"
#include "ui/import/report_window.h"
#include "ui/incident/description_field.h"
#include "ui/incident/episode_dialog.h"
#include "ui/incident/incident_dialog.h"
#include "ui/incident/incident_form.h"
#include "ui/party/milestone_window.h"
#include "ui/party/people_window.h"
#include "ui/report/share_window.h"

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>
#include <wx/frame.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>
#include <wx/translation.h>

using tests::keepWindow;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;

namespace {

constexpr int kWorkMs = 20'000;

void useDanish() {
    const char* folder = std::getenv("LOGBOG_TEST_LOCALE");
    if (folder == nullptr) return ui::common::setLanguage(core::base::Language::English);
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(folder);
    auto* translations = new wxTranslations;
    translations->SetLanguage(wxLANGUAGE_DANISH);
    translations->AddCatalog("logbog", wxLANGUAGE_ENGLISH);
    wxTranslations::Set(translations);
    ui::common::setLanguage(core::base::Language::Danish);
    ui::common::setLocaleFolder(folder);
}

void pictureIncident(const TestFrame& frame, const OpenSession& open) {
    core::model::Incident incident;
    incident.start = ui::form::makeTimestamp({.year = 2024, .month = 4, .day = 21},
                                             core::base::CivilTime{.hour = 22, .minute = 10},
                                             ui::form::PrecisionChoice::About, "Europe/Copenhagen");
    incident.type = "watching";
    incident.title = "Holdt i bil ud for bopælen";
    incident.identifiedBy = {"seen"};
    incident.identifiedText = "Så ham i lyset fra gadelampen, cirka 15 meter væk";
    incident.placeType = "home";
    incident.targets = {"me", "children"};
    incident.highlight = true;
    incident.privateNote = "Tal med Mette om ny lås på lågen.";
    incident.stillNeeded = "Naboens efternavn";
    incident.items = open.session->reader().itemIds({});
    incident.items.resize(3);
    const auto id = open.session->editor().saveIncident(incident);
    auto* dialog =
        new ui::incident::IncidentDialog(frame.get(), open.session, *open.session->reader().incident(id), {});
    dialog->Show();
    dialog->fields()->description()->field()->SetValue(
        wxString::FromUTF8("Han holdt i sin bil på den anden side af vejen i går aftes i cirka 20 minutter. "
                           "Motoren var slukket."));
    keepWindow(dialog, "incident");
    dialog->fields()->when()->dateField()->SetValue(wxString::FromUTF8("i går"));
    keepWindow(dialog, "incident-date");
    dialog->SetSize(dialog->FromDIP(wxSize(1000, 620)));
    keepWindow(dialog, "incident-small");
    dialog->Hide(); // destroyed only when idle; until then it would cover the next one
    tests::pump();
    dialog->Destroy();
}

template <typename Window>
void picture(Window* window, const std::string& name) {
    window->Show();
    keepWindow(window, name);
    window->Hide();
    tests::pump();
    window->Destroy();
}

} // namespace

TEST_CASE("pictures of the dialogs", "[.pictures]") {
    useDanish();
    const TestFrame frame({1200, 860});
    OpenSession open;
    pictureIncident(frame, open);
    open.sayWhoTheOffenderIs();
    open.session->editor().addProtectedTerm("slukker du lyset", "andet");

    auto* episodes = new ui::incident::EpisodeDialog(frame.get(), open.session, {});
    episodes->Show();
    waitFor([&] { return episodes->rowCount() > 0; }, kWorkMs);
    episodes->choose(0, true);
    picture(episodes, "episodes");

    auto* import = new ui::import::ImportWindow(frame.get(), open.session, {open.writeExport()}, {});
    import->Show();
    waitFor([&] { return import->stage() == ui::import::ImportWindow::Stage::Questions; }, kWorkMs);
    picture(import, "import");

    ui::import::ImportHooks hooks;
    hooks.showRun = [](core::model::Id, bool) {};
    const auto runs = open.session->reader().importRuns();
    REQUIRE_FALSE(runs.empty());
    auto report = core::import::reportFromJson(open.session->reader().importReport(runs.front()));
    auto* reportWindow = new ui::import::ReportWindow(frame.get(), open.session, report, hooks);
    reportWindow->selectFile(0);
    picture(reportWindow, "import-report");

    picture(new ui::party::PeopleWindow(frame.get(), open.session, false), "people");
    picture(new ui::party::PeopleWindow(frame.get(), open.session, true), "protected");
    auto* people = new ui::party::PeopleWindow(frame.get(), open.session, false);
    dynamic_cast<wxNotebook&>(*people->background()->GetParent()).ChangeSelection(1);
    picture(people, "background");
    picture(new ui::party::MilestoneDialog(frame.get(), open.session->zone(), {}), "milestone");
    picture(new ui::party::MilestonesWindow(frame.get(), open.session), "milestones");
    picture(new ui::form::DateDialog(frame.get(), {.year = 2024, .month = 4, .day = 21}), "date");

    auto* pdf = new ui::report::ReportWindow(frame.get(), open.session);
    pdf->Show();
    waitFor([&] { return !pdf->isChecking(); }, kWorkMs);
    picture(pdf, "report");
    auto* share = new ui::report::ShareWindow(frame.get(), open.session);
    share->Show();
    waitFor([&] { return !share->isChecking(); }, kWorkMs);
    picture(share, "share");
}

namespace {

// A thread with pictures of which one is missing, a chat whose dates are open, and something sealed.
std::filesystem::path writeArchives(const OpenSession& open) {
    std::string messages;
    tests::ZipFiles files;
    for (int i = 0; i < 7; ++i) {
        const std::string name = std::to_string(i) + ".jpg";
        messages += std::string(i == 0 ? "" : ",") +
                    "{\"sender_name\":\"Bo Lund\",\"timestamp_ms\":17463026" + std::to_string(50 + i) +
                    "000,\"photos\":[{\"uri\":\"photos/" + name + "\"}]}";
        if (i > 0) files.emplace_back("inbox/bolund_1/photos/" + name, "billede " + name);
    }
    files.emplace_back("inbox/bolund_1/message_1.json",
                       "{\"participants\":[{\"name\":\"Bo Lund\"},{\"name\":\"Anna Dal\"}],\"messages\":[" +
                           messages + "],\"title\":\"Bo Lund\",\"thread_path\":\"inbox/bolund_1\"}");
    files.emplace_back("profil/anna.bin", std::string("\x01\x02x\x00y", 5));
    open.folder.write("in/meta-eksport.zip", tests::zipBytes(files));
    open.folder.write("in/WhatsApp-chat med Bo.txt", "03/04/2025, 10:11 - Bo Lund: Hvor er du?\n"
                                                     "03/04/2025, 10:12 - Bo Lund: Svar mig\n"
                                                     "03/04/2025, 10:14 - Anna Dal: Lad mig vaere\n");
    open.folder.write("in/WhatsApp-chat med Jens Brandt, som jeg kendte en gang.txt",
                      "05/06/2025, 10:11 - Jens Brandt: Er du der?\n");
    open.folder.write("in/laast.zip", tests::zipBytes({{"a.txt", "hej"}}, "rolig sol"));
    return open.folder.path() / "in";
}

} // namespace

TEST_CASE("pictures of an import of archives", "[.pictures]") {
    useDanish();
    const TestFrame frame({1200, 860});
    const OpenSession open;
    using Stage = ui::import::ImportWindow::Stage;
    auto* import = new ui::import::ImportWindow(frame.get(), open.session, {writeArchives(open)}, {});
    import->Show();
    waitFor([&] { return import->stage() == Stage::Passphrase; }, kWorkMs);
    tests::pump();
    keepWindow(import, "import-passphrase");
    import->passphrasePage()->field()->SetValue("forkert");
    import->unlock(true);
    waitFor([&] { return import->stage() == Stage::Passphrase; }, kWorkMs);
    tests::pump();
    keepWindow(import, "import-passphrase-again");
    import->unlock(false);
    waitFor([&] { return import->stage() == Stage::Questions; }, kWorkMs);
    tests::pump();
    keepWindow(import, "import-archives");
    {
        auto* page = import->questionPage();
        ui::import::FileAnswersDialog dialog(import, page->asked(), page->zone(), open.session->zone());
        dialog.Show();
        tests::pump();
        keepWindow(&dialog, "import-file-by-file");
    }
    const auto before = open.session->reader().importRuns().size();
    import->startImport();
    waitFor([&] { return open.session->reader().importRuns().size() > before; }, kWorkMs);
    waitFor([] { return false; }, 1500);
    auto report = core::import::reportFromJson(
        open.session->reader().importReport(open.session->reader().importRuns().front()));
    auto* window = new ui::import::ReportWindow(frame.get(), open.session, report, {});
    window->Show();
    tests::pump();
    keepWindow(window, "import-archives-report");
    window->Destroy();
    tests::pump();
}
