// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/file_name.h"
#include "core/format/imazing/imazing_reader.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/folder.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::ParticipantRole;
using tests::has;

namespace {

std::string fixture(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/imazing/" + name);
}

tests::Collected read(const std::string& bytes, core::format::Surroundings* around = nullptr) {
    auto context = tests::contextFor(bytes);
    context.around = around;
    core::base::MemorySource source(bytes);
    tests::Collected out;
    core::format::ImazingReader().read(source, context, out);
    return out;
}

} // namespace

TEST_CASE("messages name their sender, and the other side of what was sent") {
    const std::string bytes = fixture("beskeder.csv");
    tests::Folder folder({{"2023-05-14 21 31 10 - Jens Brandt - IMG_1234.jpg", "x"},
                          {"2023-05-14 21 31 10 - Jens Brandt - IMG_9999.jpg", "y"},
                          {"beskeder.csv", ""}});
    const auto out = read(bytes, &folder);
    REQUIRE(out.items.size() == 8);
    const auto& sent = out.items[0];
    CHECK(sent.kind == ItemKind::Chat);
    CHECK(sent.direction == Direction::Out);
    CHECK(sent.participants.at(0).role == ParticipantRole::To);
    CHECK(sent.participants.at(0).id == "+4587654321"); // known from the row below
    CHECK(sent.times.at(0).time.utcMs == 1684092645000);
    CHECK(sent.times.at(0).time.basis == core::base::TimeBasis::LocalZone);
    CHECK(bytes.substr(sent.offset, 11) == "Jens Brandt");

    const auto& came = out.items[1];
    CHECK(came.direction == Direction::In);
    CHECK(came.participants.at(0).role == ParticipantRole::From);
    CHECK(came.participants.at(0).kind == IdentifierKind::Phone);
    CHECK(came.text == "> “Lad mig være”\nJeg ved, hvor du er\n😡");
    CHECK(came.attachments.at(0).name == "IMG_1234.HEIC");
    CHECK(came.attachments.at(0).path == "2023-05-14 21 31 10 - Jens Brandt - IMG_1234.jpg");
    CHECK(out.items[2].kind == ItemKind::Notice); // the reaction
    CHECK(out.items[2].participants.empty());
    CHECK(out.items[2].times.empty());
    CHECK(out.items[3].kind == ItemKind::Sms);
    CHECK(has(out.items[3], IssueCode::AmbiguousHour));
    CHECK(has(out.items[3], IssueCode::Edited));
    CHECK(out.items[4].participants.at(0).kind == IdentifierKind::Email);
    CHECK(out.items[4].participants.size() == 2); // the other one of the group
    CHECK(out.items[6].participants.size() == 2);
    CHECK(has(out.items[6], IssueCode::NotSent));
    CHECK(out.items[7].kind == ItemKind::Notice);
    CHECK(out.has(IssueCode::NotContained));
}

TEST_CASE("WhatsApp, calls and PhoneView are read by their headers") {
    const auto whatsapp = read(fixture("whatsapp.csv"));
    REQUIRE(whatsapp.items.size() == 2);
    CHECK(whatsapp.items[0].times.size() == 2);
    CHECK(whatsapp.items[0].times[0].time.precision == core::base::Precision::Minute);
    CHECK(whatsapp.items[0].participants.at(0).id == "4587654321");
    CHECK(whatsapp.items[0].attachments.at(0).path == "PTT-20230514-WA0001.opus"); // nothing lies beside it
    CHECK(whatsapp.items[1].participants.at(0).id == "4587654321");

    const auto calls = read(fixture("opkald.csv"));
    REQUIRE(calls.items.size() == 3);
    CHECK(calls.items[0].call->type == CallType::Missed);
    CHECK(has(calls.items[0], IssueCode::HiddenNumber));
    CHECK(calls.items[1].call->durationSeconds == 83);
    CHECK(calls.items[1].direction == Direction::In);
    CHECK(calls.items[2].call->durationSeconds == 12);
    CHECK(calls.items[2].times.at(0).source == core::model::TimeSource::CallLog);

    const auto old = read(fixture("phoneview.csv"));
    REQUIRE(old.items.size() == 2);
    CHECK(old.items[0].kind == ItemKind::Sms);
    CHECK(old.items[0].participants.at(0).role == ParticipantRole::From);
    CHECK(old.items[0].times.at(0).time.utcMs == 1311394374000);
    CHECK(old.items[1].participants.at(0).role == ParticipantRole::To);
}

TEST_CASE("the tables of the programs are taken for theirs and no others") {
    for (const char* name : {"beskeder.csv", "whatsapp.csv", "opkald.csv", "phoneview.csv"}) {
        const std::string bytes = fixture(name);
        CHECK(core::format::findReader({bytes, name, bytes.size()})->code() == std::string("imazing"));
    }
    const std::string other = "Date,Number,Duration\n2023-05-14,1,2\n";
    CHECK(core::format::ImazingReader().probe({other, "x.csv", other.size()}) == Confidence::No);
}

TEST_CASE("a workbook of the same rows gives the same records") {
    for (const char* name : {"beskeder", "whatsapp"}) {
        CAPTURE(name);
        const auto text = read(fixture(name + std::string(".csv")));
        const auto book = read(fixture(name + std::string(".xlsx")));
        REQUIRE(book.items.size() == text.items.size());
        for (std::size_t i = 0; i < book.items.size(); ++i) {
            CHECK(book.items[i].identity == text.items[i].identity);
            CHECK(book.items[i].participants.size() == text.items[i].participants.size());
            REQUIRE(book.items[i].times.size() == text.items[i].times.size());
            for (std::size_t t = 0; t < book.items[i].times.size(); ++t)
                CHECK(book.items[i].times[t].time.precision == text.items[i].times[t].time.precision);
            CHECK(book.items[i].issues.size() == text.items[i].issues.size());
        }
        CHECK(book.has(IssueCode::NotContained));
    }
}

TEST_CASE("a workbook of the programs is known by what is packed in it, and others are tables") {
    const core::format::ImazingReader reader;
    for (const char* name : {"beskeder.xlsx", "whatsapp.xlsx"}) {
        const std::string bytes = fixture(name);
        core::format::ProbeInput input{bytes, name, bytes.size()};
        CHECK(core::format::findReader(input)->code() == std::string("table"));
        input.whole = [&] { return std::make_unique<core::base::MemorySource>(bytes); };
        CHECK(core::format::findReader(input)->code() == std::string("imazing"));
        const std::string cut = bytes.substr(0, bytes.size() / 2);
        input.whole = [&] { return std::make_unique<core::base::MemorySource>(cut); };
        CHECK_NOTHROW(reader.probe(input));
    }
}

TEST_CASE("a file beside the table is found under the name that the program gave it") {
    using core::format::imazing::fileFor;
    const core::base::CivilTime when{2023, 5, 14, 21, 30, 45, 0};
    const std::vector<std::string> beside{"2023-05-14 21 30 45 - Jens - IMG_1.jpg",
                                          "2023-05-14 21 30 45 - Jens - Referat fra mdet i juni og.pdf",
                                          "2023-05-14 21 30 45 - Jens - clip 2.mov", "IMG_7.png"};
    CHECK(fileFor("IMG_1.HEIC", when, true, beside) == beside[0]);
    CHECK(fileFor("Referat fra mødet i juni og alt det andet.pdf", when, true, beside) == beside[1]);
    CHECK(fileFor("clip.MOV", when, true, beside) == beside[2]);
    CHECK(fileFor("IMG_7.png", when, true, beside) == beside[3]);
    CHECK(fileFor("IMG_1.HEIC", {2023, 5, 14, 21, 30, 0, 0}, false, beside) == beside[0]);
    CHECK_FALSE(fileFor("IMG_1.HEIC", {2023, 5, 14, 21, 30, 46, 0}, true, beside));
    CHECK_FALSE(fileFor("IMG_2.HEIC", when, true, beside));
}

TEST_CASE("cut or changed tables of iMazing return") {
    for (const char* name :
         {"beskeder.csv", "whatsapp.csv", "opkald.csv", "phoneview.csv", "beskeder.xlsx", "whatsapp.xlsx"}) {
        CAPTURE(name);
        tests::Damage how;
        how.mutations = 500;
        tests::survivesDamage(core::format::ImazingReader(), fixture(name), how);
    }
}

TEST_CASE("who writes from two numbers of one contact has not written to the other one") {
    const std::string header = "Chat Session,Message Date,Service,Type,Sender ID,Sender Name,Status,Text\n";
    const auto out = read(header + "Jens,2025-07-01 12:00:00,SMS,Incoming,+4587654321,Jens,Read,a\n" +
                          "Jens,2025-07-01 12:01:00,SMS,Incoming,+4542556677,Jens,Read,b\n" +
                          "Alle,2025-07-01 12:02:00,SMS,Incoming,+4587654321,Jens,Read,c\n" +
                          "Alle,2025-07-01 12:03:00,SMS,Incoming,+4561223344,Anna,Read,d\n");
    REQUIRE(out.items.size() == 4);
    CHECK(out.items[0].participants.size() == 1);
    CHECK(out.items[1].participants.size() == 1);
    REQUIRE(out.items[2].participants.size() == 2); // a group has receivers
    CHECK(out.items[2].participants[1].id == "+4561223344");
}
