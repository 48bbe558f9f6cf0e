// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs over a real case.
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/form/parts.h"
#include "ui/form/when_row.h"
#include "ui/import/import_window.h"
#include "ui/incident/description_field.h"
#include "ui/incident/episode_dialog.h"
#include "ui/incident/evidence_panel.h"
#include "ui/incident/incident_dialog.h"
#include "ui/incident/incident_draft.h"
#include "ui/incident/incident_form.h"
#include "ui/party/people_window.h"
#include "ui/report/share_window.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/frame.h>
#include <wx/textctrl.h>

using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;
using ui::incident::IncidentDialog;

namespace {

constexpr int kWorkMs = 20'000; // a worker on a busy machine

void press(wxButton* button) {
    wxCommandEvent event(wxEVT_BUTTON, button->GetId());
    event.SetEventObject(button);
    button->GetEventHandler()->ProcessEvent(event);
    tests::pump();
}

std::int64_t nowMs() { return core::base::Clock().nowMs(); }

IncidentDialog* newIncident(const TestFrame& frame, const OpenSession& open) {
    auto* dialog = new IncidentDialog(frame.get(), open.session,
                                      ui::incident::draftIncident({}, nowMs(), "Europe/Copenhagen"), {});
    dialog->Show();
    tests::pump();
    return dialog;
}

// One that is too small for what it says.
class SmallDialog : public ui::common::DialogBase {
public:
    explicit SmallDialog(wxWindow* parent) : DialogBase(parent, "Logbog", "Small") {
        wxString words;
        for (int i = 0; i < 120; ++i) words += "word ";
        content()->Add(new ui::common::WrappedText(this, words), wxSizerFlags().Expand());
        when = new ui::form::WhenRow(this, "Europe/Copenhagen", {.year = 2024, .month = 4, .day = 22}, {});
        content()->Add(when, wxSizerFlags().Expand());
        addButton(wxID_CANCEL, "Close");
        finish({420, 200});
    }
    bool holdsAll() { return GetSizer()->CalcMin().y <= GetClientSize().y; }
    ui::form::WhenRow* when;
};

} // namespace

TEST_CASE("a dialog grows with what is said in it, so that no line is cut off", "[ui]") {
    const TestFrame frame;
    SmallDialog dialog(frame.get());
    dialog.Show();
    CHECK(waitFor([&] { return dialog.GetClientSize().y > 220 && dialog.holdsAll(); }, 3000));
    const int before = dialog.GetClientSize().y;
    dialog.when->dateField()->SetValue(wxString::FromUTF8("i går"));
    CHECK(waitFor([&] { return dialog.GetClientSize().y > before && dialog.holdsAll(); }, 3000));
    tests::keepWindow(&dialog, "grown");
}

TEST_CASE("a word in the date field is answered with the date, which a press of the button writes", "[ui]") {
    const TestFrame frame;
    ui::form::WhenRow* row =
        new ui::form::WhenRow(frame.get(), "Europe/Copenhagen", {.year = 2024, .month = 4, .day = 22}, {});
    frame.fill(row);
    row->dateField()->SetValue(wxString::FromUTF8("i går"));
    CHECK(row->hasProblem());
    CHECK_FALSE(row->time());
    CHECK(row->problem().Contains(wxString::FromUTF8("i går")));
    REQUIRE(row->notice()->buttons().size() == 1);
    press(row->notice()->buttons().front());
    CHECK_FALSE(row->hasProblem());
    REQUIRE(row->time());
    CHECK(core::base::toRfc3339(row->time()->utcMs) == "2024-04-20T22:00:00Z"); // 21 April, 0:00 in Denmark
    CHECK(row->problem().empty());
}

TEST_CASE("a time that is not touched comes back as it was", "[ui]") {
    const TestFrame frame;
    auto* row =
        new ui::form::WhenRow(frame.get(), "Europe/Copenhagen", {.year = 2026, .month = 1, .day = 1}, {});
    core::base::Timestamp exact;
    exact.utcMs = 1'746'302'641'250;
    exact.precision = core::base::Precision::Millisecond;
    row->setTime(exact);
    CHECK(row->time() == exact);
    row->clockField()->SetValue("22.05");
    CHECK(row->time()->precision == core::base::Precision::Minute);
}

TEST_CASE("typing a word for a date shows the hint, and the button writes the date into the text", "[ui]") {
    const TestFrame frame;
    auto* field = new ui::incident::DescriptionField(frame.get(), {.year = 2024, .month = 4, .day = 22});
    frame.fill(field);
    field->field()->SetValue(wxString::FromUTF8("Han holdt på vejen i går."));
    REQUIRE(field->hint()->IsShown());
    REQUIRE(field->hint()->buttons().size() == 2);
    press(field->hint()->buttons().front());
    CHECK(field->text() == "Han holdt på vejen 21. april 2024.");
    CHECK_FALSE(field->hint()->IsShown());
    field->field()->SetValue(wxString::FromUTF8("Igen i går."));
    press(field->hint()->buttons().back()); // leave it
    CHECK_FALSE(field->hint()->IsShown());
    CHECK(field->text() == "Igen i går.");
}

TEST_CASE("what is typed is in the case two seconds later, and stays when the window is hidden", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    IncidentDialog* dialog = newIncident(frame, open);
    CHECK(open.session->reader().incidents().empty());
    dialog->fields()->title()->SetValue("Holdt i bil");
    REQUIRE(waitFor([&] { return open.session->reader().incidents().size() == 1; }, 6000));
    CHECK(open.session->reader().incidents().front().title == "Holdt i bil");
    dialog->fields()->title()->SetValue("Holdt i bil ud for huset");
    dialog->wxWindow::Show(false); // as "Close quickly" does
    tests::pump();
    CHECK(open.session->reader().incidents().front().title == "Holdt i bil ud for huset");
    dialog->Close();
    tests::pump();
    CHECK(open.session->reader().incidents().size() == 1);
}

TEST_CASE("a date that cannot be read never replaces the one that is saved", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    IncidentDialog* dialog = newIncident(frame, open);
    dialog->fields()->when()->dateField()->SetValue("21.4.2024");
    dialog->saveNow();
    REQUIRE(open.session->reader().incidents().size() == 1);
    const auto before = open.session->reader().incidents().front().start;
    dialog->fields()->when()->dateField()->SetValue(wxString::FromUTF8("forgårs"));
    dialog->fields()->title()->SetValue("Mere");
    dialog->saveNow();
    const auto after = open.session->reader().incidents().front();
    CHECK(after.title == "Mere");
    CHECK(after.start.utcMs == before.utcMs);
    dialog->Close();
    tests::pump();
}

TEST_CASE("undo changes brings back what was there when the window was opened", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    core::model::Incident stored;
    stored.start.utcMs = tests::kFirstMessageMs;
    stored.title = "Som den var";
    stored.privateNote = "kun mig";
    const auto id = open.session->editor().saveIncident(stored);
    auto* dialog = new IncidentDialog(frame.get(), open.session, *open.session->reader().incident(id), {});
    dialog->Show();
    dialog->fields()->title()->SetValue("Helt anderledes");
    dialog->evidence()->addItems(open.session->reader().itemIds({}));
    dialog->saveNow();
    CHECK(open.session->reader().incident(id)->title == "Helt anderledes");
    CHECK(open.session->reader().incident(id)->items.size() == 16); // with the kept document
    press(static_cast<wxButton*>(dialog->FindWindow(wxID_REVERT)));
    CHECK(open.session->reader().incident(id)->title == "Som den var");
    CHECK(open.session->reader().incident(id)->items.empty());
    dialog->Close();
    tests::pump();
}

TEST_CASE("opening and closing an incident writes nothing", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    core::model::Incident stored;
    stored.start.utcMs = tests::kFirstMessageMs;
    stored.start.precision = core::base::Precision::Week;
    stored.start.about = true;
    stored.type = "a-type-of-tomorrow";
    stored.channel = "telephone";
    const auto id = open.session->editor().saveIncident(stored);
    const auto events = open.session->reader().custody(0).size();
    auto* dialog = new IncidentDialog(frame.get(), open.session, *open.session->reader().incident(id), {});
    dialog->Show();
    tests::pump();
    dialog->fields()->title()->SetValue("x");
    dialog->fields()->title()->SetValue("");
    dialog->Close();
    tests::pump();
    CHECK(open.session->reader().custody(0).size() == events);
    CHECK(open.session->reader().incident(id)->type == "a-type-of-tomorrow");
}

TEST_CASE("accepted episodes become incidents with exact counts and leave the list", "[ui]") {
    const TestFrame frame;
    OpenSession open;
    open.sayWhoTheOffenderIs();
    std::size_t accepted = 0;
    auto* dialog = new ui::incident::EpisodeDialog(frame.get(), open.session,
                                                   [&](const auto& ids) { accepted = ids.size(); });
    dialog->Show();
    REQUIRE(waitFor([&] { return dialog->rowCount() == 2; }, kWorkMs));
    CHECK(dialog->list()->GetTextValue(0, 4).empty()); // the words stay hidden
    dialog->chooseAll(true);
    dialog->acceptChosen();
    CHECK(accepted == 2);
    REQUIRE(waitFor([&] { return !dialog->isLoading() && dialog->rowCount() == 0; }, kWorkMs));
    int contacts = 0;
    for (const auto& incident : open.session->reader().incidents()) {
        contacts += incident.count;
        if (incident.type == "call_missed") CHECK(incident.count == 3);
    }
    CHECK(contacts == 15);
    dialog->Close();
    tests::pump();
}

TEST_CASE("an import shows what it found, reads only what is chosen, and says what it did", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    open.folder.write(
        "new/mail.eml",
        "Date: Sat, 3 May 2025 22:04:00 +0200\r\nFrom: a@example.com\r\nSubject: Hej\r\n\r\nHej\r\n");
    open.folder.write("new/notes.pages", std::string("\x01\x02x\x00y", 5));
    bool toldEnd = false;
    ui::import::ImportHooks hooks;
    hooks.progress = [&](const wxString& text, double) { toldEnd = toldEnd || text.empty(); };
    auto* window =
        new ui::import::ImportWindow(frame.get(), open.session, {open.folder.path() / "new"}, hooks);
    window->Show();
    REQUIRE(waitFor([&] { return window->stage() == ui::import::ImportWindow::Stage::Questions; }, kWorkMs));
    REQUIRE(window->rows().size() == 2);
    CHECK(window->rows()[0].isChosen);
    CHECK_FALSE(window->rows()[1].isChosen);
    const int before = open.session->reader().itemCount();
    window->startImport();
    REQUIRE(waitFor([&] { return toldEnd; }, kWorkMs));
    CHECK(open.session->reader().itemCount() == before + 1);
    tests::pump();
}

TEST_CASE("saying who the offender is follows into all items", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    auto* window = new ui::party::PeopleWindow(frame.get(), open.session, false);
    window->Show();
    tests::pump();
    REQUIRE(window->people()->list()->GetItemCount() == 1);
    window->people()->list()->SelectRow(0);
    window->people()->nameField()->SetValue("N.N.");
    window->people()->assign(core::model::PartyRole::Offender);
    const auto parties = open.session->reader().parties();
    REQUIRE(parties.size() == 1);
    CHECK(parties.front().role == core::model::PartyRole::Offender);
    CHECK(parties.front().name == "N.N.");
    CHECK(window->people()->list()->GetTextValue(0, 4).Contains("N.N."));
    window->protectedPage()->termField()->SetValue("Ny Vej 7");
    window->protectedPage()->add();
    CHECK(open.session->reader().protectedTerms().front().first == "Ny Vej 7");
    window->background()->field()->SetValue(wxString::FromUTF8("Vi var kærester til 2024."));
    window->Close();
    CHECK(open.session->reader().background() == "Vi var kærester til 2024.");
    window->Destroy();
    tests::pump();
}

TEST_CASE("nothing can be written before the gate has looked", "[ui]") {
    const TestFrame frame;
    OpenSession open;
    open.sayWhoTheOffenderIs();
    open.session->editor().addProtectedTerm("slukker du lyset", "andet");
    core::model::Incident incident;
    incident.start.utcMs = tests::kFirstMessageMs;
    incident.status = core::model::IncidentStatus::Ready;
    incident.items = open.session->reader().itemIds({});
    open.session->editor().saveIncident(incident);
    ui::common::setLanguage(core::base::Language::English); // needs no file of translations
    auto* window = new ui::report::ReportWindow(frame.get(), open.session);
    ui::common::setLanguage(core::base::Language::Danish);
    window->Show();
    CHECK_FALSE(window->FindWindow(wxID_SAVE)->IsEnabled());
    REQUIRE(waitFor([&] { return !window->isChecking() && window->FindWindow(wxID_SAVE)->IsEnabled(); },
                    kWorkMs));
    CHECK_FALSE(window->findings().empty());
    window->Destroy();
    tests::pump();
}
