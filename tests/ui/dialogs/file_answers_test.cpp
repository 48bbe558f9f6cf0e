// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of each file before it is read, and that the answers hold: in the look and in the case.
#include "core/base/timestamp.h"
#include "tests/support/wx_main.h"
#include "tests/support/zip_bytes.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/import/file_answers_dialog.h"
#include "ui/import/import_window.h"
#include "ui/import/question_page.h"

#include <catch2/catch_test_macros.hpp>
#include <wx/choice.h>
#include <wx/frame.h>

using tests::keepWindow;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;
using Stage = ui::import::ImportWindow::Stage;

namespace {

constexpr int kWorkMs = 20'000; // a worker on a busy machine

std::string daysFound(const ui::import::ImportWindow* window) {
    std::string days;
    for (const auto& row : window->rows())
        if (row.firstMs && row.format == "whatsapp")
            days += row.name + " " + core::base::toRfc3339(*row.firstMs).substr(0, 10) + "; ";
    return days;
}

} // namespace

TEST_CASE("of several files that leave day and month open each is asked, one in an archive too", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    open.folder.write("new/WhatsApp Chat with Bo.txt", "03/04/23, 21:30 - Bo: Svar mig\n");
    open.folder.write("new/WhatsApp Chat with Jens.txt", "05/06/23, 12:00 - Jens: Hvor er du?\n");
    open.folder.write("new/alt.zip",
                      tests::zipBytes({{"WhatsApp Chat with Ib.txt", "07/08/23, 12:00 - Ib: Hej\n"},
                                       {"WhatsApp Chat with Ole.txt", "07/08/23, 12:00 - Ole: Nej\n"}}));
    bool toldEnd = false;
    ui::import::ImportHooks hooks;
    hooks.progress = [&](const wxString& text, double) { toldEnd = toldEnd || text.empty(); };
    auto* window =
        new ui::import::ImportWindow(frame.get(), open.session, {open.folder.path() / "new"}, hooks);
    window->Show();
    const auto isAsking = [&] { return window->stage() == Stage::Questions; };
    REQUIRE(waitFor(isAsking, kWorkMs));
    keepWindow(window, "import-file-by-file-question");
    CHECK(daysFound(window) ==
          "WhatsApp Chat with Bo.txt 2023-04-03; WhatsApp Chat with Jens.txt 2023-06-05; "
          "WhatsApp Chat with Ib.txt 2023-08-07; WhatsApp Chat with Ole.txt 2023-08-07; ");
    auto* page = window->questionPage();
    REQUIRE(page->asked().size() == 4); // and not the archive beside them
    {
        ui::import::FileAnswersDialog dialog(window, page->asked(), page->zone(), "Europe/Copenhagen");
        dialog.Show();
        dialog.orderOf(0)->SetSelection(2); // the month first
        dialog.orderOf(1)->SetSelection(1);
        dialog.zoneOf(1)->SetSelection(2); // Faroese, behind "as the others" and Danish
        dialog.orderOf(3)->SetSelection(2);
        keepWindow(&dialog, "import-file-by-file");
        page->answer(dialog.answers());
    }
    REQUIRE(waitFor(isAsking, kWorkMs));
    keepWindow(window, "import-file-by-file-answered");
    const std::string days = "WhatsApp Chat with Bo.txt 2023-03-04; WhatsApp Chat with Jens.txt 2023-06-05; "
                             "WhatsApp Chat with Ib.txt 2023-08-07; WhatsApp Chat with Ole.txt 2023-07-08; ";
    CHECK(daysFound(window) == days);
    const auto asked = page->asked(); // once asked, the questions stay with their answers
    REQUIRE(asked.size() == 4);
    CHECK(asked[0].answer.dateOrder == core::format::DateOrder::MonthFirst);
    CHECK(asked[1].answer.zone == "Atlantic/Faroe");
    CHECK(asked[2].asksOrder);
    CHECK_FALSE(asked[2].answer.dateOrder);
    window->startImport();
    REQUIRE(waitFor([&] { return toldEnd; }, kWorkMs));
    const auto& reader = open.session->reader();
    const auto dayOf = [&](const std::string& words) {
        for (const auto& row : reader.rows(reader.itemIds({})))
            if (row.text == words && row.time) return core::base::toRfc3339(row.time->utcMs).substr(0, 10);
        return std::string();
    };
    CHECK(dayOf("Svar mig") == "2023-03-04");
    CHECK(dayOf("Hvor er du?") == "2023-06-05");
    CHECK(dayOf("Hej") == "2023-08-07");
    CHECK(dayOf("Nej") == "2023-07-08");
    tests::pump();
}
