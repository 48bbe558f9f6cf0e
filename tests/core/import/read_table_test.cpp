// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/log_rows.h"
#include "core/import/read_table.h"
#include "core/query/source_kind.h"
#include "tests/support/temp_case.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stop_token>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::import::TableMapping;
using core::import::TableRole;
using core::model::Direction;
using core::model::ItemKind;

namespace {

// Headers that no word list knows.
const std::string kOdd = "Kolonne A;Kolonne B;Kolonne C\r\n"
                         "14-05-2023 21:30;+4512345601;Hvor er du?\r\n"
                         "15-05-2023 08:05;+4512345601;Svar mig\r\n"
                         "uden dag;+4512345601;Den her kan ikke læses\r\n"
                         "16-05-2023 09:00;;\r\n";

TableMapping oddMapping() {
    TableMapping mapping;
    mapping.headers = {"Kolonne A", "Kolonne B", "Kolonne C"};
    mapping.headerRow = 1;
    mapping.kind = ItemKind::Sms;
    mapping.direction = Direction::In;
    mapping.column(TableRole::Date) = 0;
    mapping.column(TableRole::Number) = 1;
    mapping.column(TableRole::Text) = 2;
    return mapping;
}

std::string fixture(const std::string& name) {
    std::ifstream in(std::string(LOGBOG_TEST_DATA) + "/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

core::base::ErrorCode codeOfReading(const TempCase& c, core::model::Id source, const TableMapping& mapping) {
    core::base::Progress progress;
    try {
        core::import::readTable(*c.store, source, mapping, "Europe/Copenhagen", progress);
    } catch (const core::base::Error& error) {
        return error.code();
    }
    return core::base::ErrorCode::Internal;
}

} // namespace

TEST_CASE(
    "a table that nobody knows is a document until its columns are named, and then its rows are items") {
    TempCase c;
    c.importFile("udtraek.csv", kOdd);
    REQUIRE(c.items().size() == 1);
    CHECK(c.items()[0].kind == ItemKind::Document);
    const auto before = c.reader->sources().at(0);
    CHECK(before.isDocument);
    CHECK(core::query::mayBeTable(before, before.isDocument));

    const auto sample = core::import::sampleTable(*c.store, before.id);
    REQUIRE(sample);
    CHECK(sample->isGuessed);
    CHECK(sample->mapping.headerRow == 1);
    CHECK(sample->rows.size() == 5);
    const auto shown = core::import::previewTable(*sample, oddMapping(), "Europe/Copenhagen", 0);
    REQUIRE(shown.size() == 4);
    CHECK(shown[0].record->text == "Hvor er du?");
    CHECK_FALSE(shown[2].record);
    CHECK(shown[2].why == core::import::Rejected::NoDate);
    CHECK(c.items().size() == 1); // looking changes nothing

    core::base::Progress progress;
    const auto report =
        core::import::readTable(*c.store, before.id, oddMapping(), "Europe/Copenhagen", progress);
    REQUIRE(report.files.size() == 1);
    CHECK(report.files[0].items == 2);
    CHECK(report.files[0].skipped == 2);
    CHECK(report.files[0].issues[0].detail == "no-date 4");
    REQUIRE(c.items().size() == 2);
    CHECK(c.items()[0].text == "Hvor er du?");
    CHECK(c.items()[0].direction == Direction::In);
    const auto after = c.reader->sources();
    REQUIRE(after.size() == 1);
    CHECK(after[0].format == "table");
    CHECK(after[0].sha256 == before.sha256);
    CHECK_FALSE(after[0].mapping.empty());
    CHECK(c.reader->sourceBytes(after[0].id, 0, 100'000) == kOdd); // the original as it was
    CHECK(c.store->verify().empty());
    CHECK(c.reader->importReport(report.run) != "");
    const auto history = c.reader->custody(0);
    CHECK(
        std::any_of(history.begin(), history.end(), [](const auto& e) { return e.action == "read-table"; }));
}

TEST_CASE("a table is read again with other columns, and the first reading leaves nothing behind") {
    TempCase c;
    c.importFile("udtraek.csv", kOdd);
    core::base::Progress progress;
    core::import::readTable(*c.store, c.reader->sources().at(0).id, oddMapping(), "Europe/Copenhagen",
                            progress);
    auto other = oddMapping();
    other.direction = Direction::Out;
    const auto again = c.reader->sources().at(0);
    const auto sample = core::import::sampleTable(*c.store, again.id);
    CHECK_FALSE(sample->isGuessed);
    CHECK(sample->mapping == oddMapping());
    core::import::readTable(*c.store, again.id, other, "Europe/Copenhagen", progress);
    REQUIRE(c.items().size() == 2);
    CHECK(c.items()[0].direction == Direction::Out);
    core::query::ItemFilter words;
    words.search = "svar mig";
    CHECK(c.items(words).size() == 1);
    CHECK(c.store->verify().empty());
}

TEST_CASE("where nothing can be read or an incident stands on the document, everything stays as it is") {
    TempCase c;
    c.importFile("udtraek.csv", kOdd);
    const auto source = c.reader->sources().at(0).id;
    auto wrong = oddMapping();
    wrong.column(TableRole::Date) = 2;
    CHECK(codeOfReading(c, source, wrong) == core::base::ErrorCode::InvalidInput);
    CHECK(c.items().at(0).kind == ItemKind::Document);
    CHECK(c.reader->sources().at(0).id == source);

    core::model::Incident incident;
    incident.start.utcMs = 1'684'000'000'000;
    incident.items = {c.items()[0].id};
    c.editor->saveIncident(incident);
    CHECK(codeOfReading(c, source, oddMapping()) == core::base::ErrorCode::Exists);
    CHECK(c.items().size() == 1);
    std::stop_source stop;
    stop.request_stop();
    core::base::Progress stopped(stop.get_token());
    CHECK_THROWS_AS(core::import::readTable(*c.store, source, oddMapping(), "Europe/Copenhagen", stopped),
                    core::base::Error);
    CHECK(c.store->verify().empty());
}

TEST_CASE("a template of the case reads the next file with the same headers, here and in an archive") {
    TempCase c;
    auto kept = oddMapping();
    kept.name = "Mit teleselskab";
    c.editor->saveTableTemplate(kept.name, core::format::table::toJson(kept));
    c.importFile("juni.csv", kOdd);
    REQUIRE(c.items().size() == 2);
    CHECK(c.items()[0].kind == ItemKind::Sms);
    CHECK(c.reader->sources().at(0).format == "table");
    // Other headers: not that table.
    c.importFile("andet.csv", "Vare;Pris\r\nMel;12\r\nSukker;14\r\n");
    CHECK(c.items().size() == 3);
    c.editor->saveTableTemplate(kept.name, "");
    CHECK(c.reader->tableTemplates().empty());
    c.editor->undo();
    CHECK(c.reader->tableTemplates().size() == 1);
    CHECK(c.store->verify().empty());
}

TEST_CASE(
    "a mapping that was given for one import reads the tables with its headers, and a look tells so before") {
    TempCase c;
    const auto path = c.folder.path() / "juni.csv";
    std::ofstream(path, std::ios::binary) << kOdd;
    core::import::ImportOptions options;
    core::base::Progress progress;
    CHECK(core::import::scan({path}, options, progress).at(0).kinds.contains(ItemKind::Document));
    options.mappings = {core::format::table::toJson(oddMapping())};
    CHECK(core::import::scan({path}, options, progress).at(0).kinds.at(ItemKind::Sms) == 2);
    core::import::importFiles(*c.store, {path}, options, progress);
    CHECK(c.items().size() == 2);
}

TEST_CASE("the rows of her own log become drafts, each once, with its place in the file") {
    TempCase c;
    c.importFile("logskema.docx", fixture("document/log.docx"));
    const auto source = c.reader->sources().at(0);
    CHECK(core::query::mayHoldLog(source));
    const auto rows = core::import::logIncidents(*c.store, source.id);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].row == "3");
    CHECK(rows[1].incident.start.about);
    CHECK(rows[1].incident.type == "watching");
    CHECK_FALSE(rows[3].hasDate);
    CHECK(c.reader->incidents().empty()); // nothing is made without her yes

    std::vector<core::model::Incident> chosen;
    for (const auto& row : rows)
        if (row.hasDate) chosen.push_back(row.incident);
    CHECK(c.editor->makeFromLog(chosen).size() == 3);
    CHECK(c.editor->makeFromLog(chosen).empty()); // again: no doubles
    const auto made = c.reader->incidents();
    REQUIRE(made.size() == 3);
    const auto origin = core::query::logOriginOf(made[0].origin);
    CHECK(origin.sha256 == source.sha256);
    CHECK(made[0].timeSource == core::model::TimeSource::Document);
    CHECK(core::import::logIncidents(*c.store, source.id)[0].isMade);
    c.editor->undo();
    CHECK(c.reader->incidents().empty());
    CHECK(c.editor->makeFromLog(chosen).size() == 3);
    // Changing one keeps where it came from.
    auto first = c.reader->incidents()[0];
    first.title = "Ringede";
    first.origin.clear();
    c.editor->saveIncident(first);
    CHECK(c.reader->incidents()[0].origin != "");
}

TEST_CASE("a log in CSV gives place, witnesses, reaction and the number of the report, and keeps her exhibit "
          "as words") {
    TempCase c;
    c.importFile("log.csv", "Dato;Tid;Hvad skete der?;Sted;Vidner;Din reaktion;Anmeldt, j.nr.;Bilag\r\n"
                            "14-05-2023;ca. 21;Han truede mig på sms;Hjemme;Naboen;Svarede ikke;Ja "
                            "0100-83966-00012-23;3 og 4\r\n"
                            "uge 20;;Noget;;;;;\r\n");
    const auto rows = core::import::logIncidents(*c.store, c.reader->sources().at(0).id);
    REQUIRE(rows.size() == 2);
    const auto& incident = rows[0].incident;
    CHECK(rows[0].row == "2");
    CHECK(incident.start.about);
    CHECK(incident.start.precision == core::base::Precision::Hour);
    CHECK(incident.type == "threat");
    CHECK(incident.extraTypes == std::vector<std::string>{"sms"});
    CHECK(incident.placeText == "Hjemme");
    CHECK(incident.witnesses == "Naboen");
    CHECK(incident.responseText == "Svarede ikke");
    CHECK(incident.reported);
    CHECK(incident.reportNumber == "0100-83966-00012-23");
    CHECK(incident.description.starts_with("Han truede mig på sms"));
    CHECK(incident.description.find("Bilag: 3 og 4") != std::string::npos);
    CHECK_FALSE(rows[1].hasDate);
}
