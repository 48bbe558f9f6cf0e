// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/registry.h"
#include "core/format/table/mapping.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/table/table_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::table::Rejected;
using core::format::table::Role;
using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::ParticipantRole;
using tests::has;
using tests::readTable;
using tests::tableFile;

TEST_CASE("a telephone bill of what was dialled is read, and says what it never holds") {
    const std::string bytes = tableFile("telecom_ud.csv");
    CHECK(core::format::TableReader().probe({bytes, "x.csv", bytes.size()}) == Confidence::Likely);
    const auto read = readTable(bytes);
    REQUIRE(read.items.size() == 7);
    const auto& first = read.items[0];
    CHECK(first.kind == ItemKind::Call);
    CHECK(first.direction == Direction::Out);
    CHECK(first.call->type == CallType::Outgoing);
    CHECK(first.call->durationSeconds == 83);
    CHECK(first.times.at(0).time.utcMs == 1684092645000); // 19:30:45 UTC
    CHECK(first.times.at(0).asWritten == "14-05-2023 21.30.45");
    CHECK(first.participants.at(0).role == ParticipantRole::To);
    CHECK(first.participants.at(0).id == "87654321");
    CHECK(bytes.substr(first.offset, 10) == "14-05-2023");
    CHECK(has(read.items[1], IssueCode::HiddenNumber));
    CHECK(read.items[1].participants.at(0).id.empty());
    CHECK(read.items[1].call->durationSeconds == 83);
    CHECK(has(read.items[2], IssueCode::HiddenNumber)); // masked: two people may share what is left
    CHECK(read.items[2].participants.at(0).kind == IdentifierKind::Name);
    CHECK(read.items[2].call->durationSeconds == 83);
    CHECK(has(read.items[3], IssueCode::DoubtfulSender)); // a spreadsheet spoiled it
    CHECK(read.items[3].participants.at(0).kind == IdentifierKind::Name);
    CHECK(read.items[4].kind == ItemKind::Sms);
    CHECK(has(read.items[5], IssueCode::AmbiguousHour));
    CHECK(read.has(IssueCode::NotContained));
    CHECK(has(read.items[6], IssueCode::InvalidDate)); // a day that never was
    CHECK(read.items[6].times.empty());
    REQUIRE(read.issues.size() == 2); // what it never holds, and data traffic; not the sum
    CHECK(read.issues[1].detail == "not-a-contact=1");
}

TEST_CASE("both ways with the month first and numbers wrapped for a spreadsheet") {
    const auto read = readTable(tableFile("calls_us.csv"));
    REQUIRE(read.items.size() == 3);
    CHECK(read.items[0].times.at(0).time.utcMs == 1677917700000); // 4 March, 08:15 UTC
    CHECK(read.items[0].direction == Direction::In);
    CHECK(read.items[0].participants.at(0).role == ParticipantRole::From);
    CHECK(read.items[0].participants.at(0).id == "004587654321");
    CHECK(read.items[0].participants.at(0).name == "Jens");
    CHECK(read.items[1].call->type == CallType::Missed);
    CHECK(has(read.items[1], IssueCode::HiddenNumber));
    CHECK(read.items[2].direction == Direction::Out);
    CHECK(read.items[2].call->durationSeconds == 600);
    for (const auto& item : read.items) CHECK_FALSE(has(item, IssueCode::DoubtfulTime));
}

TEST_CASE("somebody's own log becomes notes with all she wrote") {
    const auto read = readTable(tableFile("egen_log.csv"));
    REQUIRE(read.items.size() == 3);
    CHECK(read.items[0].kind == ItemKind::Note);
    CHECK(read.items[0].text == "Han holdt i bilen foran huset.\nHan kørte, da jeg kom ud 😡\nSted: Ærøvej 3\n"
                                "Vidner: Naboen\nBilag nr.: 4");
    CHECK(read.items[0].times.at(0).source == core::model::TimeSource::OwnMemory);
    CHECK(read.items[0].times.at(0).time.precision == core::base::Precision::Minute);
    CHECK(read.items[2].times.at(0).time.about);
    CHECK(read.items[2].times.at(0).time.precision == core::base::Precision::Hour);
    CHECK(read.items[2].text == "Ringede på døren\nBilag nr.: 1, 2");
    CHECK(read.issues.empty());
}

TEST_CASE("what she wrote down without a day is kept undated, with the words that stand for one") {
    const auto read = readTable(tableFile("egen_log.csv"));
    REQUIRE(read.items.size() == 3);
    CHECK(read.items[1].times.empty());
    CHECK(read.items[1].text == "Intet år\nDato: 14/5");
    CHECK(has(read.items[1], IssueCode::InvalidDate));
    std::string words = "Dato;Kl.;Hvad skete der;Sted\n";
    for (int day = 10; day < 18; ++day) words += std::to_string(day) + "-05-2025;;Ringede på;\n";
    words += "midt i maj;;Fulgte efter mig;Toget\n;;Blomster på trinnet;\n;;;\nI alt;;10;\n";
    const auto log = readTable(words);
    REQUIRE(log.items.size() == 10);
    CHECK(log.items[8].times.empty());
    CHECK(log.items[8].text == "Fulgte efter mig\nDato: midt i maj\nSted: Toget");
    CHECK(log.items[9].times.empty());
    CHECK(log.items[9].text == "Blomster på trinnet");
    CHECK(has(log.items[9], IssueCode::MissingDate));
    // Of calls a row without a day is a heading or a sum.
    std::string list = "Dato;Tidspunkt;Type;A-nummer;B-nummer\n";
    for (int day = 10; day < 14; ++day)
        list += std::to_string(day) + ".05.2023;21.30;Opkald;87654321;12345678\n";
    const auto calls = readTable(list + "maj;;Opkald;87654321;12345678\n");
    CHECK(calls.items.size() == 4);
    CHECK(calls.issues.size() == 1);
}

TEST_CASE("a table that is no log is left alone") {
    const std::string account = tableFile("konto.csv");
    CHECK(std::string(core::format::findReader({account, "konto.csv", account.size()})->code()) ==
          "document");
    for (const std::string text : {"Hej,\nvi ses, i morgen\n", "Dato;Vægt\n14.05.2023;70\n", "a,b\n1,2\n"})
        CHECK(core::format::TableReader().probe({text, "x.csv", text.size()}) == Confidence::No);
    // Nothing says who called whom.
    const std::string open = "Dato;Nummer;Varighed\n14.05.2023 21:30;87654321;83\n";
    CHECK(core::format::TableReader().probe({open, "x.csv", open.size()}) == Confidence::No);
}

TEST_CASE("of a list of senders nothing is said of the way: she may be among them") {
    const std::string bytes =
        "Dato;Tid;Afsender;Besked\n14.05.2023;21.30;Jens;Hvor er du?\n14.05.2023;21.31;Mette;Nej\n"
        "14.05.2023;21.32;;Hm\n";
    CHECK(core::format::TableReader().probe({bytes, "x.csv", bytes.size()}) == Confidence::Likely);
    const auto read = readTable(bytes);
    REQUIRE(read.items.size() == 3);
    for (const auto& item : read.items) CHECK(item.direction == Direction::Unknown);
    CHECK(read.items[1].participants.at(0).role == ParticipantRole::From);
    CHECK(read.items[1].participants.at(0).id == "Mette");
    CHECK(has(read.items[2], IssueCode::MissingSender));
    const std::string mails = "Date,From,To,Subject,Body\n2023-05-14,a@example.com,b@example.com,Hi,Text\n";
    CHECK(core::format::TableReader().probe({mails, "x.csv", mails.size()}) == Confidence::No);
}

TEST_CASE("a date that can be read in two ways is said, unless the user has said how") {
    const std::string bytes = "Date;Direction;Number;Duration\n03/04/2023 10:00;Incoming;87654321;83\n";
    const auto read = readTable(bytes);
    REQUIRE(read.items.size() == 1);
    CHECK(has(read.items[0], IssueCode::DoubtfulTime));
    CHECK(read.items[0].times.at(0).time.utcMs == 1680508800000); // 3 April
    auto context = tests::contextFor(bytes);
    context.dateOrder = core::format::DateOrder::MonthFirst;
    core::base::MemorySource source(bytes);
    tests::Collected said;
    core::format::TableReader().read(source, context, said);
    CHECK_FALSE(has(said.items[0], IssueCode::DoubtfulTime));
    CHECK(said.items[0].times.at(0).time.utcMs == 1677920400000); // 4 March
}

TEST_CASE("times whose header says UTC are no local times") {
    const auto read =
        readTable("Date (UTC);Direction;Number;Duration\n2023-05-14 19:30:45;Incoming;87654321;83\n");
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].times.at(0).time.utcMs == 1684092645000);
    CHECK(read.items[0].times.at(0).time.offsetSeconds == 0);
}

TEST_CASE("a chosen mapping is a template: it goes through JSON and finds its header in another file") {
    core::format::table::TableMapping mapping;
    mapping.name = "Teleselskab \"A\"";
    mapping.headers = {"Hvornår", "Hvem", "Længde"};
    mapping.headerRow = 1;
    mapping.column(Role::Date) = 0;
    mapping.column(Role::Number) = 1;
    mapping.column(Role::Duration) = 2;
    mapping.direction = Direction::In;
    mapping.isUtc = true;
    const std::string json = toJson(mapping);
    REQUIRE(core::format::table::mappingFromJson(json) == mapping);
    CHECK_FALSE(core::format::table::mappingFromJson("{}"));
    CHECK_FALSE(core::format::table::mappingFromJson(R"({"version":1,"columns":{"date":-4}})"));

    const std::string bytes = "Udskrift;;\n;;\nHvornår;Hvem;Længde\n14.05.2023 21:30;87654321;83\nmaj;x;1\n";
    const auto read = readTable(bytes, json);
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].direction == Direction::In);
    core::base::MemorySource source(bytes);
    const auto shown = preview(source, tests::contextFor(bytes), mapping);
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].record->call->durationSeconds == 83);
    CHECK(shown[1].why == Rejected::NoDate);
    // A list that nothing says the way of makes nobody the sender.
    mapping.direction = Direction::Unknown;
    const auto open = readTable(bytes, toJson(mapping));
    CHECK(has(open.items.at(0), IssueCode::DoubtfulSender));
    CHECK(open.items.at(0).participants.at(0).role == ParticipantRole::To);
}

TEST_CASE("a workbook gives its rows: shared texts, dates of both epochs, long numbers") {
    const std::string head = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>)"
                             R"(<c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>)";
    const std::string row =
        R"(<row r="3"><c r="A3" s="1"><v>45060.896354166667</v></c>)"
        R"(<c r="B3"><v>4.5876543210000000E9</v></c><c r="C3" s="2"><v>9.6064814814814819E-4</v></c>)"
        R"(<c r="D3" t="s"><v>4</v></c></row>)";
    const std::string inlined =
        R"(<row r="4"><c r="A4" s="1"><v>45061</v></c><c r="B4" t="inlineStr"><is><t>Hemmeligt )"
        R"(nummer</t></is></c><c r="D4" t="s"><v>4</v></c></row>)";
    const std::string bytes = tests::workbook(head + row + inlined);
    CHECK(core::format::findReader({bytes, "x.xlsx", bytes.size()})->code() == std::string("table"));
    const auto read = readTable(bytes);
    REQUIRE(read.items.size() == 2);
    CHECK(read.items[0].times.at(0).time.utcMs == 1684092645000);
    CHECK(read.items[0].times.at(0).asWritten == "2023-05-14 21:30:45");
    CHECK(read.items[0].participants.at(0).id == "4587654321");
    CHECK(read.items[0].call->durationSeconds == 83);
    CHECK(read.items[0].direction == Direction::In);
    CHECK(has(read.items[1], IssueCode::HiddenNumber));
    const auto later = readTable(tests::workbook(head + row, "<workbookPr date1904=\"1\"/>"));
    CHECK(later.items.at(0).times.at(0).asWritten == "2027-05-15 21:30:45");
    tests::Damage how;
    how.truncations = 100;
    how.mutations = 300;
    tests::survivesDamage(core::format::TableReader(), bytes, how);
}

TEST_CASE("a workbook that is not understood, is cut or is a bomb is one document") {
    const auto plain = readTable(tests::workbook("<row><c><v>1</v></c></row>"));
    REQUIRE(plain.items.size() == 1);
    CHECK(plain.items[0].kind == ItemKind::Document);
    CHECK(has(plain.items[0], IssueCode::UnknownFormat));
    const std::string entities = tests::zipBytes(
        {{"xl/workbook.xml",
          "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook>&b;</workbook>"}});
    CHECK(readTable(entities).has(IssueCode::Malformed));
    const std::string bomb = tests::workbook("<row><c><v>" + std::string(100 << 20, '1') + "</v></c></row>");
    CHECK(bomb.size() < (1 << 20));
    CHECK(readTable(bomb).items.at(0).kind == ItemKind::Document);
}

TEST_CASE("cut or changed tables return") {
    for (const char* name : {"telecom_ud.csv", "calls_us.csv", "egen_log.csv"}) {
        CAPTURE(name);
        tests::Damage how;
        how.mutations = 500;
        tests::survivesDamage(core::format::TableReader(), tableFile(name), how);
    }
}
