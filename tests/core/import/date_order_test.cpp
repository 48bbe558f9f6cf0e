// SPDX-License-Identifier: GPL-3.0-or-later
// 03/04: the look before an import asks where a file leaves it open, the second look shows what the answer
// makes of it, and the import reads it so.
#include "core/base/timestamp.h"
#include "core/import/importer.h"
#include "core/import/read_again.h"
#include "core/store/rescue.h"
#include "tests/support/temp_case.h"
#include "tests/support/zip_bytes.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::format::DateOrder;
using core::model::IssueCode;

namespace {

struct OpenFile {
    const char* name;
    const char* bytes; // two messages or calls, of 3 and 5 April or of 4 March and 4 May
};

const std::vector<OpenFile>& openFiles() {
    static const std::vector<OpenFile> all{
        {"WhatsApp Chat with Jens.txt",
         "03/04/23, 21:30 - Jens: Hvor er du?\n05/04/23, 08:05 - Jens: Svar mig\n"},
        {"opkald.csv", "Dato;Tid;Retning;Nummer;Varighed\r\n03/04/2023;21:30;Indgående;+4512345601;10\r\n"
                       "05/04/2023;08:05;Indgående;+4512345601;20\r\n"},
        {"imazing.csv", "Chat Session,Message Date,Service,Type,Sender ID,Sender Name,Text\n"
                        "Jens,03/04/2023 21:30,SMS,Incoming,+4512345601,Jens,Hvor er du?\n"
                        "Jens,05/04/2023 08:05,SMS,Incoming,+4512345601,Jens,Svar mig\n"},
        {"Jens.csv", "=\"03/04/2023\"\t21:30:00\t=\"Jens\"\t=\"+4512345601\"\t\"Hvor er du?\"\n"
                     "=\"05/04/2023\"\t08:05:00\t=\"Jens\"\t=\"+4512345601\"\t\"Svar mig\"\n"},
    };
    return all;
}

std::string day(const std::optional<std::int64_t>& ms) {
    return ms ? core::base::toRfc3339(*ms).substr(0, 10) : "none";
}

core::import::FoundFile look(const std::filesystem::path& path, DateOrder order) {
    core::import::ImportOptions options;
    options.dateOrder = order;
    core::base::Progress progress;
    return core::import::scan({path}, options, progress).back();
}

// The days of the case's items, with a question mark where one is in doubt.
std::string daysOf(const TempCase& c) {
    std::string days;
    for (const auto& row : c.items()) {
        if (row.kind == core::model::ItemKind::Document) continue; // an archive
        days += day(row.time ? std::optional(row.time->utcMs) : std::nullopt);
        const auto item = c.reader->item(row.id);
        for (const auto& issue : item->issues)
            if (issue.code == IssueCode::DoubtfulTime && issue.detail == "day/month") days += "?";
        days += " ";
    }
    return days;
}

// What the import makes of it.
std::string imported(const TempCase& c, const std::filesystem::path& path, DateOrder order) {
    core::import::ImportOptions options;
    options.dateOrder = order;
    core::base::Progress progress;
    core::import::importFiles(*c.store, {path}, options, progress);
    return daysOf(c);
}

} // namespace

TEST_CASE(
    "a file that leaves day and month open is asked about, and the answer is what the second look shows") {
    for (const OpenFile& file : openFiles()) {
        CAPTURE(file.name);
        TempCase c;
        const auto path = c.folder.write(file.name, file.bytes);
        const auto first = look(path, DateOrder::FromFile);
        CHECK(first.asksDateOrder);
        CHECK(first.localTimes > 0);               // chats and tables too are read in the zone she names
        CHECK(day(first.firstMs) == "2023-04-03"); // as here, until she says
        const auto days = look(path, DateOrder::DayFirst);
        CHECK_FALSE(days.asksDateOrder);
        CHECK(day(days.firstMs) == "2023-04-03");
        CHECK(day(days.lastMs) == "2023-04-05");
        const auto months = look(path, DateOrder::MonthFirst);
        CHECK_FALSE(months.asksDateOrder);
        CHECK(day(months.firstMs) == "2023-03-04");
        CHECK(day(months.lastMs) == "2023-05-04");
    }
}

TEST_CASE("the import reads an open file as it was answered, and without an answer says its doubt") {
    for (const OpenFile& file : openFiles()) {
        CAPTURE(file.name);
        TempCase asHere, day, month;
        const auto path = asHere.folder.write(file.name, file.bytes);
        CHECK(imported(asHere, path, DateOrder::FromFile) == "2023-04-03? 2023-04-05? ");
        CHECK(imported(day, path, DateOrder::DayFirst) == "2023-04-03 2023-04-05 ");
        CHECK(imported(month, path, DateOrder::MonthFirst) == "2023-03-04 2023-05-04 ");
    }
}

TEST_CASE("an answer holds for the open files only, and never against what a file says itself") {
    for (const OpenFile& file : openFiles()) {
        CAPTURE(file.name);
        std::string decided = file.bytes;
        const std::size_t at = decided.find("05/04");
        decided.replace(at, 5, "25/04");
        TempCase c;
        const auto path = c.folder.write(file.name, decided);
        CHECK_FALSE(look(path, DateOrder::FromFile).asksDateOrder);
        const auto against = look(path, DateOrder::MonthFirst);
        CHECK_FALSE(against.asksDateOrder);
        CHECK(day(against.firstMs) == "2023-04-03");
        CHECK(day(against.lastMs) == "2023-04-25");
        CHECK(imported(c, path, DateOrder::MonthFirst) == "2023-04-03 2023-04-25 ");
    }
}

TEST_CASE("an open file in an archive is asked about too, and read as it was answered") {
    TempCase c;
    ZipFiles files;
    for (const OpenFile& file : openFiles()) files.emplace_back(file.name, file.bytes);
    const auto path = c.folder.write("alt.zip", zipBytes(files));
    core::import::ImportOptions options;
    core::base::Progress progress;
    int asked = 0;
    for (const auto& found : core::import::scan({path}, options, progress))
        asked += found.asksDateOrder ? 1 : 0;
    CHECK(asked == 4);
    options.dateOrder = DateOrder::MonthFirst;
    for (const auto& found : core::import::scan({path}, options, progress)) CHECK_FALSE(found.asksDateOrder);
    CHECK(imported(c, path, DateOrder::MonthFirst) ==
          "2023-03-04 2023-03-04 2023-03-04 2023-03-04 2023-05-04 2023-05-04 2023-05-04 2023-05-04 ");
}

TEST_CASE("each of several open files is read as it was answered, in the look and in the import") {
    TempCase c;
    const auto day = c.folder.write("WhatsApp Chat with Jens.txt", "03/04/23, 21:30 - Jens: Hvor er du?\n");
    const auto month = c.folder.write("WhatsApp Chat with Bo.txt", "03/04/23, 21:30 - Bo: Svar mig\n");
    const auto archive =
        c.folder.write("alt.zip", zipBytes({{"WhatsApp Chat with Ib.txt", "05/06/23, 12:00 - Ib: Hej\n"}}));
    const std::vector<std::filesystem::path> paths{day, month, archive};
    core::import::ImportOptions options;
    options.answers.set(day, {"Europe/Copenhagen", DateOrder::DayFirst});
    options.answers.set(month, {"America/New_York", DateOrder::MonthFirst});
    options.answers.set(archive, {std::nullopt, DateOrder::MonthFirst}); // for all in it
    core::base::Progress progress;
    std::string looked;
    for (const auto& found : core::import::scan(paths, options, progress)) {
        CHECK_FALSE(found.asksDateOrder);
        if (found.firstMs) looked += core::base::toRfc3339(*found.firstMs) + " ";
    }
    CHECK(looked == "2023-04-03T19:30:00Z 2023-03-05T02:30:00Z 2023-05-06T10:00:00Z ");
    core::import::importFiles(*c.store, paths, options, progress);
    CHECK(daysOf(c) == "2023-03-05 2023-04-03 2023-05-06 ");
    CHECK(c.store->database().text("SELECT group_concat(date_order || ' ' || zone, ', ') FROM source WHERE "
                                   "format = 'whatsapp'") ==
          "day Europe/Copenhagen, month America/New_York, month Europe/Copenhagen");
    CHECK(c.store->verify().empty());
}

TEST_CASE("a reading that goes on keeps to the answer it began with") {
    for (const OpenFile& file : openFiles()) {
        CAPTURE(file.name);
        TempCase c;
        const auto path = c.folder.write(file.name, file.bytes);
        const std::string days = imported(c, path, DateOrder::MonthFirst);
        CHECK(days == "2023-03-04 2023-05-04 ");
        c.store->database().execute("UPDATE source SET complete = 0"); // as if it had broken off
        CHECK(imported(c, path, DateOrder::DayFirst) == days);
    }
}

TEST_CASE("another order of dates than the history says is found") {
    TempCase c;
    imported(c, c.folder.write(openFiles()[0].name, openFiles()[0].bytes), DateOrder::MonthFirst);
    CHECK(c.store->verify().empty());
    c.store->database().execute(
        "DROP TRIGGER source_date_order_no_update; UPDATE source SET date_order = 'day'");
    const auto findings = c.store->verify();
    CHECK(std::any_of(findings.begin(), findings.end(), [](const auto& finding) {
        return finding.detail.find("date order") != std::string::npos;
    }));
}

TEST_CASE("a file that is read again after a rescue is read with the dates as she said they are") {
    TempCase t;
    const std::filesystem::path sick = t.folder.path() / "case", fresh = t.folder.path() / "new";
    core::import::ImportOptions options;
    options.dateOrder = DateOrder::MonthFirst;
    core::base::Progress progress;
    core::import::importFiles(
        *t.store, {t.folder.write("WhatsApp Chat with Jens.txt", "03/04/23, 21:30 - Jens: Hvor er du?\n")},
        options, progress);
    const char* const times = "SELECT group_concat(time_ms) FROM item";
    core::store::Database& database = t.store->database();
    const std::string before = database.text(times);
    const std::string guards = database.text("SELECT group_concat(sql, ';') FROM sqlite_schema WHERE name IN "
                                             "('item_no_delete', 'source_no_delete')");
    database.execute("DROP TRIGGER item_no_delete; DROP TRIGGER source_no_delete; PRAGMA foreign_keys = OFF; "
                     "DELETE FROM item");
    SECTION("of which the row of the file is there") {}
    SECTION("of which the history alone tells") { database.execute("DELETE FROM source"); }
    database.execute(guards);
    t.reader.reset();
    t.editor.reset();
    t.store.reset();
    auto rescued = core::store::rescueCase(sick, "en lang sætning her", fresh, "ny sætning",
                                           core::store::KdfCost::Fast, t.clock, progress);
    rescued.mustReadAgain = true;
    core::import::readAgain(rescued, progress);
    core::store::finishRescue(rescued);
    CHECK(rescued.store->database().text(times) == before);
    CHECK(rescued.store->database().text("SELECT date_order FROM source") == "month");
}
