// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/whatsapp/whatsapp_support.h"

#include <catch2/catch_test_macros.hpp>

using core::base::Precision;
using core::format::Confidence;
using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::chatFile;
using tests::fromOf;
using tests::has;
using tests::readChat;
using tests::timeOf;

TEST_CASE("a chat of an iPhone in Danish comes out as it was written") {
    const std::string bytes = chatFile("_chat.txt");
    const auto read = readChat(bytes, {"_chat.txt", {}, "WhatsApp Chat - Jens Brandt"});
    REQUIRE(read.items.size() == 17);
    const auto& items = read.items;
    CHECK(items[0].kind == ItemKind::Notice);
    CHECK(fromOf(items[0]).empty()); // the phone wrote it, under his name
    CHECK(items[1].kind == ItemKind::Chat);
    CHECK(items[1].text == "Jeg kan se, at du er hjemme 😡\nLås op nu!");
    CHECK(fromOf(items[1]) == "Jens Brandt");
    CHECK(items[1].participants[0].service == "whatsapp");
    CHECK(items[1].participants[0].kind == IdentifierKind::Profile);
    CHECK(items[1].participants.at(1).id == "Mette Højgaard");
    CHECK(items[1].participants.size() == 2); // who stands in a pasted chat is not in this one
    CHECK(timeOf(items[1]) == "2025-05-14T19:30:45Z");
    CHECK(items[1].times[0].time.precision == Precision::Second);
    CHECK(items[1].times[0].asWritten == "14.05.2025 21.30.45");
    CHECK(bytes.substr(items[1].offset, items[1].length).starts_with("[14.05.2025 21.30.45] Jens"));
    CHECK(bytes.substr(items[1].offset, items[1].length).ends_with("nu!\r\n"));
    CHECK(items[2].attachments.at(0).path == "00000003-PHOTO-2025-05-14-21-31-02.jpg");
    CHECK(items[2].text.empty());
    CHECK(items[3].kind == ItemKind::Call);
    CHECK(items[3].call->type == CallType::Missed);
    CHECK(fromOf(items[3]) == "Jens Brandt");
    CHECK(items[4].text == "Lad mig være: du må ikke skrive mere.");
    CHECK(has(items[4], IssueCode::Edited));
    CHECK(has(items[5], IssueCode::Withdrawn));
    CHECK(has(items[6], IssueCode::Withdrawn));
    CHECK(has(items[7], IssueCode::MissingAttachment));
    CHECK(items[8].attachments.at(0).name == "00000009-Vores ting.pdf");
    CHECK(items[8].text == "Vores ting.pdf • 2 sider");
    CHECK(items[9].call->durationSeconds == 3900);
    CHECK(items[10].identity != items[11].identity); // two equal messages of one second
    CHECK(items[12].kind == ItemKind::Notice);
    CHECK(items[12].issues.empty());
    CHECK(items[13].kind == ItemKind::Notice);
    CHECK(items[14].text.ends_with("Søs: hun er hos sin mor\n[13.05.2025 10.00.05] Jens Brandt: tak"));
    CHECK(has(items[14], IssueCode::AnotherMail));
    CHECK(items[15].kind == ItemKind::Chat);
    CHECK(has(items[16], IssueCode::AmbiguousHour));
    for (const auto& item : items) CHECK_FALSE(has(item, IssueCode::DoubtfulTime));
}

TEST_CASE("who deleted a message on this phone is its owner") {
    const auto read = readChat(chatFile("_chat.txt"));
    CHECK(read.items[1].direction == Direction::In);
    CHECK(read.items[4].direction == Direction::Out);
    CHECK(read.items[9].call->type == CallType::Incoming);
    CHECK(read.items[0].direction == Direction::Unknown);

    const std::string spoken = "14.05.2025 21.30 - Jens: Du slettede denne besked\n"
                               "14.05.2025 21.31 - Mette: Du slettede denne besked\n";
    for (const auto& item : readChat(spoken).items) CHECK(item.direction == Direction::Unknown);
    const std::string typed =
        "[14.05.2025 21.30.00] Jens: Du har slettet denne besked.\r\n"; // without the mark
    CHECK(readChat(typed).items.at(0).direction == Direction::Unknown);
}

TEST_CASE("a chat of an Android phone in Danish comes out as it was written") {
    const std::string name = "WhatsApp chat med Jens Brandt.txt";
    const auto read = readChat(chatFile(name), {name, {}, {}});
    REQUIRE(read.items.size() == 15);
    const auto& items = read.items;
    CHECK(items[0].kind == ItemKind::Notice);
    CHECK(items[1].text == "Jeg kan se, at du er hjemme 😡\nLås op nu!");
    CHECK(timeOf(items[1]) == "2025-05-14T19:30:00Z");
    CHECK(items[1].times[0].time.precision == Precision::Minute);
    CHECK(items[2].attachments.at(0).path == "IMG-20250514-WA0001.jpg");
    CHECK(items[2].text == "Er det din nye bil?");
    CHECK(items[3].kind == ItemKind::Call);
    CHECK(items[3].direction == Direction::In);
    CHECK(fromOf(items[4]) == "+45 12 34 56 78");
    CHECK(items[4].participants[0].kind == IdentifierKind::Phone);
    CHECK(items[4].participants[0].service.empty());
    CHECK(has(items[5], IssueCode::Withdrawn));
    CHECK(items[5].direction == Direction::Out);
    CHECK(items[6].direction == Direction::In);
    CHECK(has(items[7], IssueCode::MissingAttachment));
    CHECK(has(items[8], IssueCode::NotContained));
    CHECK(items[9].text == "Stop.");
    CHECK(items[10].kind == ItemKind::Notice);
    CHECK(items[11].kind == ItemKind::Notice);
    CHECK(items[12].text.empty());
    CHECK(fromOf(items[12]) == "Jens Brandt");
    CHECK(items[13].kind == ItemKind::Chat);
    CHECK(items[14].text == "[14/05, 21.30] Mette: kopieret\n[14/05/2025 21.30.11] Mette: lad mig være");
    CHECK(has(items[14], IssueCode::AnotherMail)); // and not a message of hers
}

TEST_CASE("a number is one however the phone sets it, and a name that begins with a digit is none") {
    const auto read = readChat("14.05.2025 21.30 - \u202A+1 (555)\u00A0010\u20110199\u202C: a\n"
                               "14.05.2025 21.31 - 7-Eleven: b\n14.05.2025 21.32 - ~\u00A0Jens: c\n");
    CHECK(read.items.at(0).participants.at(0).kind == IdentifierKind::Phone);
    CHECK(read.items.at(1).participants.at(0).kind == IdentifierKind::Profile);
    CHECK(fromOf(read.items.at(2)) == "~ Jens");
}

TEST_CASE("a call that nobody is named for is of the other one of a chat of two") {
    const std::string chat = "14.05.2025 21.30 - Mette: hej\n14.05.2025 21.32 - Mistet opkald\n";
    const auto read = readChat(chat, {"WhatsApp chat med Jens.txt", {}, {}});
    CHECK(fromOf(read.items.at(1)) == "Jens");
    CHECK(read.items[1].direction == Direction::In);
    CHECK(fromOf(readChat(chat).items.at(1)).empty());
    CHECK(read.items[0].participants.at(1).id == "Jens");
}

TEST_CASE(
    "the same messages have one identity in exports with and without files, and another in another chat") {
    const std::string with = "14.05.2025 21.30 - Jens: IMG-20250514-WA0001.jpg (fil vedhæftet)\nse\n"
                             "14.05.2025 21.31 - Jens: ok\n14.05.2025 21.31 - Jens: ok\n";
    const std::string without = "14.05.2025 21.30 - Jens: <Medier udeladt>\nse\n"
                                "14.05.2025 21.31 - Jens: ok\n14.05.2025 21.31 - Jens: ok\n"
                                "14.05.2025 21.32 - Jens: ny\n";
    const tests::ChatFrom jens{"WhatsApp chat med Jens.txt", {}, {}};
    const auto one = readChat(with, jens);
    const auto other = readChat(without, {"WhatsApp chat med Jens (1).txt", {}, {}});
    for (std::size_t i = 0; i < one.items.size(); ++i)
        CHECK(one.items[i].identity == other.items[i].identity);
    CHECK(one.items[1].identity != one.items[2].identity);
    const auto third = readChat(with, {"WhatsApp chat med Søs.txt", {}, {}});
    CHECK(third.items[1].identity != one.items[1].identity);
}

TEST_CASE("names with a colon, a dash, only an emoji, and lines of the program that hold a colon") {
    const auto read = readChat("14.05.2025 21.30 - Mor: arbejde: ring til mig\n"
                               "14.05.2025 21.31 - Mor: arbejde: nu\n"
                               "14.05.2025 21.32 - Jens - gl. nr: hej: du\n"
                               "14.05.2025 21.33 - 🤓: ja\n"
                               "14.05.2025 21.34 - Jens ændrede emnet fra \"A\" til \"Plan: fest\"\n"
                               "14.05.2025 21.35 - Jens oprettede gruppen \"Pigerne\"\n",
                               {"WhatsApp chat med Mor: arbejde.txt", {}, {}});
    REQUIRE(read.items.size() == 6);
    CHECK(fromOf(read.items[0]) == "Mor: arbejde");
    CHECK(read.items[0].text == "ring til mig");
    CHECK(fromOf(read.items[2]) == "Jens - gl. nr");
    CHECK(read.items[2].text == "hej: du");
    CHECK(fromOf(read.items[3]) == "🤓");
    CHECK(read.items[4].kind == ItemKind::Notice);
    CHECK(read.items[5].kind == ItemKind::Notice);

    const std::string twice = "14.05.2025 21.30 - Jens: NB: svar\n14.05.2025 21.31 - Jens: NB: svar nu\n";
    CHECK(fromOf(readChat(twice).items.at(0)) == "Jens"); // two messages may begin alike
    CHECK(fromOf(readChat(twice + twice + twice).items.at(0)) == "Jens: NB");
    CHECK(fromOf(readChat(twice + twice + twice, {"WhatsApp chat med Jens.txt", {}, {}}).items.at(0)) ==
          "Jens");
}

TEST_CASE("lines of the program are known in other languages, and only as a whole") {
    for (const char* text :
         {"Diese Nachricht wurde gelöscht.", "Ce message a été supprimé", "Bu mesaj silindi",
          "Ta wiadomość została usunięta", "تم حذف هذه الرسالة", "Este mensaje fue eliminado."})
        CHECK(has(readChat("14/05/2025, 21:30 - A: " + std::string(text)).items.at(0), IssueCode::Withdrawn));
    for (const char* text : {"<Media omitted>", "<Medien ausgeschlossen>", "<Médias omis>",
                             "<Multimedia omitido>", "<Mídia omitida>", "<Без медиафайлов>"})
        CHECK(has(readChat("14/05/2025, 21:30 - A: " + std::string(text)).items.at(0),
                  IssueCode::MissingAttachment));
    for (const char* text : {"Han skrev: This message was deleted", "video omitted, og hvad så?",
                             "Voice call, nu!", "Missed voice call fra dig igen", "plan (fil vedhæftet)"}) {
        const auto item = readChat("14/05/2025, 21:30 - A: " + std::string(text)).items.at(0);
        CHECK(item.kind == ItemKind::Chat);
        CHECK(item.issues.size() == 0);
        CHECK(item.text == text);
    }
    const auto call =
        readChat("[14/05/2025, 21:30:00] A: \xE2\x80\x8EVoice call, \xE2\x80\x8ENo answer\r\n").items.at(0);
    CHECK(call.kind == ItemKind::Call);
    CHECK(call.call->type == CallType::Other);
}

TEST_CASE("an edited message loses the note, and what somebody typed in brackets stays") {
    const auto read =
        readChat("14/05/2025, 21:30 - A: ok <This message was edited>\n14/05/2025, 21:31 - A: ok <3>\n");
    CHECK(read.items.at(0).text == "ok");
    CHECK(has(read.items[0], IssueCode::Edited));
    CHECK(read.items.at(1).text == "ok <3>");
}

TEST_CASE("a message that seems to be of days before the one above it is doubted") {
    const auto read =
        readChat("14.05.2025 21.30 - A: se her\n01.05.2025 10.00 - B: gammelt\n14.05.2025 21.31 - A: x\n");
    CHECK(has(read.items.at(1), IssueCode::DoubtfulSender));
    CHECK_FALSE(has(read.items.at(2), IssueCode::DoubtfulSender));
}

TEST_CASE("a message to hundreds names its sender and the group, and not every receiver") {
    std::string chat;
    for (int i = 0; i < 300; ++i) chat += "14.05.2025 21.30 - Person " + std::to_string(i) + ": hej\n";
    const auto read = readChat(chat, {"WhatsApp chat med Byfest.txt", {}, {}});
    REQUIRE(read.items.size() == 300);
    CHECK(read.items[7].participants.size() == 1);
    CHECK(read.items[7].subject == "Byfest");
    CHECK(read.has(IssueCode::TooLarge));
}

TEST_CASE("what stands before the first message is said, and a byte order mark or UTF-16 do no harm") {
    const auto read = readChat("noget andet\n14.05.2025 21.30 - A: hej\n");
    CHECK(read.items.size() == 1);
    CHECK(read.has(IssueCode::Malformed));
    CHECK(readChat("\xEF\xBB\xBF[14.05.2025 21.30.00] A: hej").items.size() == 1);
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("14.05.2025 21.30 - A: hej\r\n")) wide += std::string{c, '\0'};
    const auto utf16 = readChat(wide);
    REQUIRE(utf16.items.size() == 1);
    CHECK(utf16.items[0].text == "hej");
    CHECK(utf16.items[0].offset + utf16.items[0].length == wide.size());
}

TEST_CASE("a source that cannot be sought in is read all the same") {
    const std::string bytes = chatFile("_chat.txt");
    const auto whole = readChat(bytes);
    auto context = tests::contextFor(bytes, "_chat.txt");
    context.nowMs = 1'800'000'000'000;
    tests::Dripping source(bytes, 13);
    tests::Collected dripped;
    core::format::WhatsAppReader().read(source, context, dripped);
    REQUIRE(dripped.items.size() == whole.items.size());
    for (std::size_t i = 0; i < whole.items.size(); ++i)
        CHECK(dripped.items[i].identity == whole.items[i].identity);
}

TEST_CASE("a chat is known by its lines, and others' lines with dates are not taken for one") {
    const core::format::WhatsAppReader reader;
    const auto probe = [&](std::string_view head, const std::string& name = "x.txt") {
        return reader.probe({head, name, head.size()});
    };
    CHECK(probe(chatFile("_chat.txt")) == Confidence::Likely);
    CHECK(probe(chatFile("WhatsApp chat med Jens Brandt.txt")) == Confidence::Likely);
    CHECK(probe("14.05.2025 21.30 - A: hej\n", "_chat.txt") == Confidence::Likely);
    CHECK(probe("14.05.2025 21.30 - A: hej\n14.05.2025 21.31 - B: hej\n") == Confidence::Maybe);
    for (const char* other :
         {"", "hej\n", "14.05.2025 21.30 var jeg hjemme\n", "Dato;Tid;Tekst\n14.05.2025;21.30;x\n",
          "From - Wed May 14 21:30:00 2025\nSubject: x\n", "<html>\n14.05.2025 21.30 - A: hej\n",
          "May 14, 2025  9:30:00 PM\nMe\nhej\n", "2025-05-14 21:30:00,123 ERROR x: y\n"})
        CHECK(probe(other) == Confidence::No);
    const std::string mail =
        "From: a@example.com\nSubject: x\nDate: Wed, 14 May 2025 21:30:00 +0200\n\nhej\n";
    CHECK(std::string(core::format::findReader({mail, "x", mail.size()})->code()) == "eml");
    CHECK(std::string(core::format::findReader({chatFile("_chat.txt"), "_chat.txt", 1})->code()) ==
          "whatsapp");
}

TEST_CASE("chats that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.fileName = "_chat.txt";
    for (const char* name : {"_chat.txt", "WhatsApp chat med Jens Brandt.txt"})
        tests::survivesDamage(core::format::WhatsAppReader(), chatFile(name), how);
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += "[";
    CHECK(readChat(deep).items.empty());
    const std::string longLine =
        "14.05.2025 21.30 - A: " + std::string(5'000'000, 'x') + "\n14.05.2025 21.31 - A: y\n";
    const auto read = readChat(longLine);
    REQUIRE(read.items.size() == 2);
    CHECK(has(read.items[0], IssueCode::TooLarge));
    CHECK(read.items[1].text == "y");
}
