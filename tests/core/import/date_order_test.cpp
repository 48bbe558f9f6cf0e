// SPDX-License-Identifier: GPL-3.0-or-later
// 03/04: the look before an import asks where a file leaves it open, the second look shows what the answer
// makes of it, and the import reads it so.
#include "core/base/timestamp.h"
#include "core/import/importer.h"
#include "tests/support/temp_case.h"
#include "tests/support/zip_bytes.h"

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

// What the import makes of it: the days of its items, with a question mark where one is in doubt.
std::string imported(const TempCase& c, const std::filesystem::path& path, DateOrder order) {
    core::import::ImportOptions options;
    options.dateOrder = order;
    core::base::Progress progress;
    core::import::importFiles(*c.store, {path}, options, progress);
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
