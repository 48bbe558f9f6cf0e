// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/discord/discord_csv_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::DiscordCsvReader;
using core::model::IssueCode;
using tests::at;
using tests::has;

namespace {

std::string file() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/discord-csv/chat.csv"); }

tests::Collected readBytes(const std::string& bytes, const std::string& name = {}) {
    auto context = tests::contextFor(bytes, name);
    core::base::MemorySource source(bytes);
    tests::Collected out;
    DiscordCsvReader().read(source, context, out);
    return out;
}

const std::string kHeader = "AuthorID,Author,Date,Content,Attachments,Reactions\n";

} // namespace

TEST_CASE("a table of Discord gives messages with their offset and files") {
    const std::string bytes = file();
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 4);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    CHECK(at(first) == "2023-05-14T19:30:45.123Z");
    CHECK(first.times.at(0).time.offsetSeconds == 7200);
    CHECK(first.participants.at(0).id == "111");
    CHECK(first.participants[0].name == "Jens Brandt");
    CHECK(first.participants.at(1).id == "222");
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, 5) == "\"111\"");
    CHECK(read.items[1].text == "Lad mig være.\nJeg har sagt \"nej\".");
    CHECK(has(read.items[1], IssueCode::UnknownCode)); // nobody knows whose thumb it is
    REQUIRE(read.items[2].attachments.size() == 1);
    CHECK(read.items[2].attachments[0].path == "chat.csv_Files/hoveddør-AB12.jpg");
    CHECK(has(read.items[2], IssueCode::MissingAttachment));
    CHECK(has(read.items[3], IssueCode::InvalidDate));
    CHECK(at(read.items[3]) == "none");
}

TEST_CASE("dates of earlier versions are local minutes, and where day and month are open that is said") {
    auto read = readBytes(kHeader + "\"1\",\"A\",\"01-Jul-20 01:33 AM\",\"x\",\"\",\"\"\n");
    REQUIRE(read.items.size() == 1);
    CHECK(at(read.items[0]) == "2020-06-30T23:33:00Z");
    CHECK(read.items[0].times[0].time.precision == core::base::Precision::Minute);
    read = readBytes(kHeader + "\"1\",\"A\",\"05/04/2023 21:30\",\"x\",\"\",\"\"\n");
    CHECK(has(read.items.at(0), IssueCode::DoubtfulTime));
    read = readBytes(kHeader + "\"1\",\"A\",\"05/04/2023 21:30\",\"x\",\"\",\"\"\n" +
                     "\"1\",\"A\",\"05/14/2023 21:30\",\"y\",\"\",\"\"\n");
    CHECK(at(read.items.at(0)) == "2023-05-04T19:30:00Z");
    CHECK_FALSE(has(read.items[0], IssueCode::DoubtfulTime));
}

TEST_CASE("the table of a channel is called after its file, that of two people is not") {
    const std::string row = kHeader + "\"1\",\"A\",\"2023-05-14T21:30:45Z\",\"x\",\"\",\"\"\n";
    CHECK(readBytes(row, "Foreningen - Tekst - snak [123].csv").items.at(0).subject ==
          "Foreningen - Tekst - snak");
    CHECK(readBytes(row, "Direct Messages - Private - Jens [9].csv").items.at(0).subject.empty());
}

TEST_CASE("tables of Discord are known by all of their columns") {
    const DiscordCsvReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.csv", head.size()}); };
    CHECK(probe(file()) == Confidence::Certain);
    CHECK(probe("Author,Date,Content\na,b,c\n") == Confidence::No);
    CHECK(probe("") == Confidence::No);
}

TEST_CASE("tables of Discord that are cut or changed return, with their places inside the file") {
    tests::survivesDamage(DiscordCsvReader(), file());
}
