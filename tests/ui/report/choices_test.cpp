// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen for an export, how it is remembered, and the words of the window about it.
#include "core/base/error.h"
#include "tests/support/temp_folder.h"
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/report/export_words.h"
#include "ui/report/share_window.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/frame.h>
#include <wx/textctrl.h>

using namespace ui::report;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;

namespace {

constexpr int kWorkMs = 20'000;

void choose(wxChoice* control, int selection) {
    control->SetSelection(selection);
    wxCommandEvent event(wxEVT_CHOICE, control->GetId());
    event.SetEventObject(control);
    control->GetEventHandler()->ProcessEvent(event);
    tests::pump();
}

template <typename Window>
struct Opened {
    explicit Opened(const OpenSession& open) {
        ui::common::setLanguage(core::base::Language::English); // needs no file of translations
        window = new Window(frame.get(), open.session);
        window->Show();
        waitFor([&] { return ready(); }, kWorkMs);
    }
    ~Opened() {
        window->Destroy();
        tests::pump();
        ui::common::setLanguage(core::base::Language::Danish);
    }
    bool ready() const { return !window->isChecking() && window->FindWindow(wxID_SAVE)->IsEnabled(); }
    bool writes(const std::filesystem::path& out) const {
        window->writeTo(out);
        return waitFor([&] { return !window->isWorking(); }, kWorkMs) && std::filesystem::exists(out);
    }

    TestFrame frame;
    Window* window = nullptr;
};
using OpenWindow = Opened<ReportWindow>;
using OpenPackage = Opened<ShareWindow>;

void writeIncident(const OpenSession& open) {
    core::model::Incident incident;
    incident.start.utcMs = tests::kFirstMessageMs;
    incident.status = core::model::IncidentStatus::Ready;
    incident.privateNote = "kun mig";
    incident.placeText = "Ny Vej";
    incident.items = open.session->reader().itemIds({});
    open.session->editor().saveIncident(incident);
}

} // namespace

TEST_CASE("choices are remembered as they were, without what is secret, and odd words are passed over") {
    ExportChoices choices;
    choices.kind = ExportKind::Docx;
    choices.audience = core::share::Audience::Police;
    choices.variant = core::share::Variant::Short;
    choices.form = "sparc";
    choices.order = Order::Oldest;
    choices.archive = core::share::Archive::A1b;
    choices.partMegabytes = 25;
    choices.asTable = true;
    choices.mailHeaders = true;
    choices.around = 5;
    choices.reviewed = true;
    ExportChoices again = fromText(toText(choices), {});
    CHECK_FALSE(again.reviewed); // said anew each time
    again.reviewed = true;
    CHECK(again == choices);
    CHECK(fromText("kind=exe;parts=-5;around=10;parts=ten;archive=;;=;language=xx;more=1", {}) ==
          ExportChoices());
    CHECK(fromText("", choices) == choices);
}

TEST_CASE("choices become options: the order of the form unless another was chosen, megabytes of a million") {
    ExportChoices choices;
    CHECK_FALSE(choices.toOptions().newestFirst.has_value());
    choices.order = Order::Oldest;
    choices.partMegabytes = 10;
    CHECK(choices.toOptions().newestFirst == false);
    CHECK(choices.toOptions().maxPartBytes == 10'000'000);
    choices.asTable = true;
    CHECK(choices.toOptions().exhibitForm.asTable);
    CHECK_FALSE(choices.toOptions().exhibitForm.mailHeaders);
}

TEST_CASE("the summary says what goes along and what stays, for the kind and the reader that are chosen") {
    const auto english = core::base::Language::English;
    const ExportCounts counts{175, 26, 6, true, true};
    ExportChoices choices;
    CHECK(alongSummary(choices, counts, english) == "175 incidents, 6 steps, 26 exhibits. In conversations 2 "
                                                    "messages before and after each, as context.");
    choices.around = 0;
    CHECK(choices.toOptions().exhibitForm.contextMessages == 0);
    CHECK(alongSummary(choices, counts, english) == "175 incidents, 6 steps, 26 exhibits.");
    CHECK(staysSummary(choices, counts).Contains("only the police"));
    choices.audience = core::share::Audience::Police;
    CHECK(staysSummary(choices, counts) == "Your private notes.");
    choices.kind = ExportKind::Csv;
    CHECK(alongSummary(choices, counts, english) ==
          "175 incidents, 6 steps. The exhibits (26 exhibits) are only named by their numbers.");
    choices.kind = ExportKind::EmptyForm;
    CHECK(staysSummary(choices, counts) == "All of the case.");
}

TEST_CASE("a zip that is no package is called so, and only what is in a package is counted") {
    CHECK(verifyText({}) == "Everything in the package is as it was made.");
    CHECK(verifyText({{"manifest.json", "missing"}}).StartsWith("This is not a package from Logbog"));
    CHECK(verifyText({{"a.eml", "changed"}}) ==
          "1 thing in the package is not as it was made.\na.eml: has been changed");
}

TEST_CASE("each kind is written by the window, and the next window begins with what was chosen", "[ui]") {
    const OpenSession open;
    writeIncident(open);
    {
        OpenWindow w(open);
        REQUIRE(w.ready());
        CHECK(w.window->along().StartsWith("1 incident, 2 exhibits. In conversations 2 messages"));
        CHECK(w.window->stays().Contains("Your private notes"));
        choose(w.window->choices()->kind(), static_cast<int>(ExportKind::Csv));
        CHECK_FALSE(w.window->FindWindow(wxID_PREVIEW)->IsEnabled());
        CHECK(w.window->along().Contains("only named by their numbers"));
        CHECK(w.writes(open.folder.path() / "log.csv"));
        CHECK(tests::readFile(open.folder.path() / "log.csv").starts_with("\xEF\xBB\xBF\"Nr.\"") == false);
        choose(w.window->choices()->kind(), static_cast<int>(ExportKind::EmptyForm));
        CHECK(w.writes(open.folder.path() / "tom.pdf"));
        choose(w.window->choices()->kind(), static_cast<int>(ExportKind::Docx));
        CHECK(w.writes(open.folder.path() / "log.docx"));
        CHECK(w.window->outcome() == "1 incident.");
    }
    const OpenWindow next(open);
    CHECK(next.window->choices()->choices().kind == ExportKind::Docx);
}

TEST_CASE(
    "a password has to stand twice, is judged, and locks every file of the window until it is taken out",
    "[ui]") {
    const OpenSession open;
    writeIncident(open);
    OpenWindow w(open);
    REQUIRE(w.ready());
    ChoicesPanel* choices = w.window->choices();
    choices->showMore(true);
    choices->password(0)->SetValue("kort");
    CHECK(choices->strength().StartsWith("Short"));
    CHECK(choices->problem() == "The two passwords are not the same.");
    CHECK_FALSE(choices->archive()->IsEnabled());
    choices->password(0)->SetValue(wxString::FromUTF8("fire blå æbler på bordet"));
    choices->password(1)->SetValue(wxString::FromUTF8("fire blå æbler på bordet"));
    CHECK(choices->strength() == "Good password.");
    CHECK(choices->problem().empty());
    REQUIRE(w.window->options().output.isLocked());
    CHECK(w.window->options().output.password->view() == "fire blå æbler på bordet");
    CHECK(w.writes(open.folder.path() / "log.pdf"));
    CHECK(tests::readFile(open.folder.path() / "log.pdf").find("/Encrypt") != std::string::npos);
    CHECK(w.window->outcome().EndsWith("The PDF is locked with the password."));
    CHECK(open.session->exportChoices().find("blå") == std::string::npos);
    CHECK(w.writes(open.folder.path() / "again.pdf"));
    CHECK(tests::readFile(open.folder.path() / "again.pdf").find("/Encrypt") != std::string::npos);
    choose(choices->kind(), static_cast<int>(ExportKind::EmptyForm));
    CHECK(w.window->outcome().empty()); // it was of another kind
    CHECK_FALSE(w.window->options().output.isLocked());
    choose(choices->kind(), static_cast<int>(ExportKind::Pdf));
    for (const int field : {0, 1}) choices->password(field)->SetValue("");
    choose(choices->archive(), 1);
    CHECK_FALSE(choices->password(0)->IsEnabled());
    CHECK(w.window->options().output.archive == core::share::Archive::A2b);
}

TEST_CASE("a package offers parts, an archive and a password as the log does, and says what the password is",
          "[ui]") {
    const OpenSession open;
    writeIncident(open);
    OpenPackage w(open);
    REQUIRE(w.ready());
    ChoicesPanel* choices = w.window->choices();
    CHECK(choices->passwordMeaning().Contains("not the passphrase of the case"));
    CHECK(choices->passwordMeaning().Contains("not the originals"));
    choices->showMore(true);
    choose(choices->parts(), 1);
    CHECK(choices->parts()->GetStringSelection() == "Parts of at most 10 MB");
    CHECK(w.window->options().maxPartBytes == 10'000'000);
    choices->password(0)->SetValue("fire heste under broen");
    CHECK_FALSE(choices->archive()->IsEnabled());
    wxCommandEvent press(wxEVT_BUTTON, wxID_SAVE);
    w.window->FindWindow(wxID_SAVE)->GetEventHandler()->ProcessEvent(press); // asks for no place yet
    CHECK(w.window->outcome() == "The two passwords are not the same.");
    choices->password(1)->SetValue("fire heste under broen");
    CHECK(w.window->outcome().empty()); // they are the same now
    CHECK(w.writes(open.folder.path() / "pakke"));
    CHECK(waitFor([&] { return w.window->outcome().Contains("as it was made"); }, kWorkMs));
    CHECK(tests::readFile(open.folder.path() / "pakke/log-form.pdf").find("/Encrypt") != std::string::npos);
    CHECK(w.window->outcome().Contains("The PDF is locked with the password."));
    CHECK(open.session->exportChoices().find("heste") == std::string::npos);
    const OpenWindow next(open); // what was chosen for the package stands in the other window too
    CHECK(next.window->choices()->choices().partMegabytes == 10);
}
