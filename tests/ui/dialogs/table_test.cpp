// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wx_main.h"
#include "tests/ui/dialogs/open_session.h"
#include "ui/common/settings.h"
#include "ui/import/column_grid.h"
#include "ui/import/log_dialog.h"
#include "ui/import/report_window.h"
#include "ui/import/sources_window.h"
#include "ui/import/table_dialog.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>
#include <wx/button.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/frame.h>

using core::import::TableRole;
using tests::OpenSession;
using tests::TestFrame;
using tests::waitFor;
using ui::import::LogDialog;
using ui::import::SourcesWindow;
using ui::import::TableDialog;

namespace {

core::query::SourceRow bring(const OpenSession& open, const std::string& name, const std::string& bytes) {
    open.folder.write("more/" + name, bytes);
    core::base::Progress progress;
    open.session->importFiles({open.folder.path() / "more" / name}, {}, progress);
    for (const auto& source : open.session->reader().sources())
        if (source.name == name) return source;
    return {};
}

std::string oddTable(int rows) {
    std::string text = "Kolonne A;Kolonne B;Kolonne C\r\n";
    for (int i = 0; i < rows; ++i)
        text += (i % 10 == 7 ? std::string("uden dag") : std::to_string(10 + i % 18) + "-05-2023 21:30") +
                ";+4520110917;Hvor er du? Svar mig nu, nummer " + std::to_string(i + 1) + "\r\n";
    return text;
}

std::string logTable(int rows) {
    std::string text = "Dato;Tid;Hvad skete der?;Sted;Vidner;Bilag\r\n";
    for (int i = 0; i < rows; ++i)
        text += (i % 9 == 5 ? std::string("uge 20") : std::to_string(1 + i % 28) + "/5-23") +
                ";ca. 21;Han holdt stille uden for min opgang i sin bil;Hjemme;Naboen;" +
                std::to_string(i + 1) + "\r\n";
    return text;
}

void nameColumns(TableDialog& dialog) {
    dialog.columns()->choose(0, TableRole::Date);
    dialog.columns()->choose(1, TableRole::Number);
    dialog.columns()->choose(2, TableRole::Text);
    dialog.setKind(core::model::ItemKind::Sms);
    dialog.setDirection(core::model::Direction::In);
}

wxString cell(wxDataViewListCtrl* list, int row, unsigned column) {
    return list->GetTextValue(static_cast<unsigned>(row), column);
}

} // namespace

TEST_CASE("columns are named, what comes of it is shown at once, and the file is read so", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::setLanguage(core::base::Language::English);
    const auto source = bring(open, "export.csv", oddTable(10));
    const int before = open.session->reader().itemCount();
    TableDialog dialog(frame.get(), open.session, source);
    dialog.Show();
    REQUIRE(waitFor([&] { return dialog.isLoaded(); }, 5000));
    REQUIRE(dialog.columns()->choices().size() == 3);
    CHECK(dialog.columns()->choices()[0]->GetName().Contains("Kolonne A"));
    CHECK(dialog.summary().Contains("which column has the date"));

    nameColumns(dialog);
    CHECK(dialog.preview()->GetItemCount() == 10);
    CHECK(cell(dialog.preview(), 0, 1).Contains("2023"));
    CHECK(cell(dialog.preview(), 0, 3) == "to me");
    CHECK(cell(dialog.preview(), 0, 4) == "+4520110917");
    CHECK(cell(dialog.preview(), 7, 5).Contains("no day that can be read"));
    CHECK(dialog.summary().Contains("9 of the first 10 rows"));
    // A meaning belongs to one column.
    dialog.columns()->choose(1, TableRole::Text);
    CHECK(dialog.columns()->choices()[2]->GetSelection() == 0);
    nameColumns(dialog);
    CHECK(open.session->reader().itemCount() == before);

    dialog.setTemplateName("Teleselskab");
    dialog.read();
    REQUIRE(waitFor([&] { return dialog.report().has_value(); }, 10000));
    CHECK(dialog.report()->files.at(0).items == 9);
    CHECK(open.session->reader().itemCount() == before + 8); // the document is not there any more
    CHECK(open.session->reader().tableTemplates().at(0).first == "Teleselskab");
    // The next file with these headers needs no question.
    const auto next = bring(open, "next.csv", oddTable(4) + "31-05-2023 08:00;+4520110917;ny\r\n");
    CHECK(next.items == 1); // four stand in the first file as well
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("a table of one column or one row is no reason to fail", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::setLanguage(core::base::Language::English);
    TableDialog one(frame.get(), open.session, bring(open, "one.csv", "Kolonne A;Kolonne B\r\n"));
    one.Show();
    REQUIRE(waitFor([&] { return one.isLoaded() || !one.isWorking(); }, 5000));
    if (one.isLoaded()) CHECK(one.preview()->GetItemCount() == 0);
    TableDialog none(frame.get(), open.session,
                     bring(open, "none.txt", "Kære dagbog, i dag skete der intet.\n"));
    none.Show();
    REQUIRE(waitFor([&] { return !none.isWorking(); }, 5000));
    CHECK(none.summary().Contains("no table"));
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("the rows of her log become incidents where she says so, once", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::setLanguage(core::base::Language::English);
    const auto source = bring(open, "log.csv", logTable(10));
    LogDialog dialog(frame.get(), open.session, source);
    dialog.Show();
    REQUIRE(waitFor([&] { return dialog.isLoaded(); }, 5000));
    CHECK(dialog.list()->GetItemCount() == 10);
    CHECK(dialog.chosen() == 9);
    dialog.choose(5, true); // its day cannot be read
    CHECK(dialog.chosen() == 9);
    dialog.choose(0, false);
    CHECK(open.session->reader().incidents().empty());
    REQUIRE(dialog.make());
    CHECK(open.session->reader().incidents().size() == 8);
    LogDialog again(frame.get(), open.session, source);
    again.Show();
    REQUIRE(waitFor([&] { return again.isLoaded(); }, 5000));
    CHECK(again.chosen() == 1);
    CHECK(cell(again.list(), 1, 4).Contains("made already"));
    open.session->editor().undo();
    CHECK(open.session->reader().incidents().empty());
    ui::common::setLanguage(core::base::Language::Danish);
}

TEST_CASE("only a file that may be a table is offered to be read as one", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    bring(open, "export.csv", oddTable(3));
    SourcesWindow window(frame.get(), open.session);
    window.Show();
    const auto row = [&](const std::string& name) {
        for (unsigned i = 0; i < static_cast<unsigned>(window.list()->GetItemCount()); ++i)
            if (window.list()->GetTextValue(i, 0) == name) return static_cast<int>(i);
        return -1;
    };
    const auto choose = [&](const std::string& name) {
        window.list()->SelectRow(static_cast<unsigned>(row(name)));
        wxDataViewEvent event(wxEVT_DATAVIEW_SELECTION_CHANGED, window.list(), window.list()->GetSelection());
        window.list()->HandleWindowEvent(event);
    };
    choose("export.csv");
    CHECK(window.readButton()->IsEnabled());
    choose("sms.xml");
    CHECK_FALSE(window.readButton()->IsEnabled());
    CHECK_FALSE(window.logButton()->IsEnabled());
}

TEST_CASE("pictures of reading a table and of making incidents of a log", "[ui]") {
    const TestFrame frame;
    const OpenSession open;
    ui::common::useUtf8();
    const auto many = bring(open, "export.csv", oddTable(100));
    const auto single = bring(open, "en.csv", oddTable(1));
    const auto log = bring(open, "log.csv", logTable(100));
    for (const auto language : {core::base::Language::Danish, core::base::Language::English}) {
        ui::common::setLanguage(language);
        const std::string code = language == core::base::Language::Danish ? "da" : "en";
        for (const auto& source : {many, single}) {
            TableDialog dialog(frame.get(), open.session, source);
            dialog.Show();
            REQUIRE(waitFor([&] { return dialog.isLoaded(); }, 5000));
            tests::keepWindow(&dialog, "table-" + source.name + "-first-" + code);
            nameColumns(dialog);
            tests::keepWindow(&dialog, "table-" + source.name + "-" + code);
        }
        LogDialog dialog(frame.get(), open.session, log);
        dialog.Show();
        REQUIRE(waitFor([&] { return dialog.isLoaded(); }, 5000));
        tests::keepWindow(&dialog, "log-" + code);
        SourcesWindow window(frame.get(), open.session);
        window.Show();
        tests::keepWindow(&window, "sources-table-" + code);
    }
    ui::common::setLanguage(core::base::Language::Danish);
}
