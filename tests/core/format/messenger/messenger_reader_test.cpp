// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/mojibake.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/messenger/messenger_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::messenger::unmangled;
using core::model::CallType;
using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::ParticipantRole;
using tests::has;
using tests::messengerFile;
using tests::readThread;

namespace {

const core::format::ItemRecord* withText(const tests::Collected& read, std::string_view text) {
    for (const auto& item : read.items)
        if (item.text == text) return &item;
    return nullptr;
}

} // namespace

TEST_CASE("mangled text is turned back and clean text is left alone") {
    CHECK(unmangled("H\u00c3\u00b8jgaard \u00f0\u009f\u0098\u00a1") == "Højgaard 😡");
    CHECK(unmangled("Café é") == "Café é");
    CHECK(unmangled("Højgaard") == "Højgaard");
    CHECK(unmangled("blåbær 😀") == "blåbær 😀");
    CHECK(unmangled("H\u00c3\u00b8j 😀") == "H\u00c3\u00b8j 😀"); // something clean is in it
    CHECK(unmangled("plain").size() == 5);
}

TEST_CASE("a thread of the account's export gives messages, calls, files and reactions") {
    const std::string bytes = messengerFile("message_1.json");
    const auto read = readThread(bytes);
    REQUIRE(read.items.size() == 15);
    const auto& first = read.items[0];
    CHECK(first.kind == ItemKind::Chat);
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    CHECK(first.times.at(0).time.utcMs == 1747253045123);
    CHECK(first.times.at(0).time.precision == core::base::Precision::Millisecond);
    CHECK(first.times.at(0).asWritten == "1747253045123");
    CHECK(first.direction == Direction::Unknown);
    REQUIRE(first.participants.size() == 2);
    CHECK(first.participants[0].role == ParticipantRole::From);
    CHECK(first.participants[0].id == "Jens Brandt");
    CHECK(first.participants[0].service == "messenger");
    CHECK(first.participants[1].id == "Mette Højgaard");
    CHECK(bytes.substr(first.offset, 1) == "{");
    CHECK(bytes.substr(first.offset + first.length - 1, 1) == "}");

    const auto& reaction = read.items[1];
    CHECK(reaction.kind == ItemKind::Notice);
    CHECK(reaction.text == "😮 “Jeg kan se, at du er hjemme 😡”");
    CHECK(reaction.participants.at(0).id == "Mette Højgaard");
    CHECK(reaction.participants.at(1).id == "Jens Brandt");
    CHECK(reaction.times.empty()); // it was given at another time than the message

    CHECK(read.items[2].attachments.at(0).path == "your_activity_across_facebook/messages/message_requests/"
                                                  "jensbrandt_1012345678/photos/495_hoveddør_n.jpg");
    CHECK(read.items[2].attachments.at(0).type == "image/jpeg");
    CHECK(read.items[3].kind == ItemKind::Call);
    CHECK(read.items[3].call->type == CallType::Missed);
    CHECK(read.items[4].call->durationSeconds == 83);
    CHECK(has(read.items[5], IssueCode::Withdrawn));
    CHECK(read.items[6].text ==
          "Jens Brandt sent an attachment.\nDen røde lade på Ærø\nhttps://example.com/rød-lade");
    CHECK(read.items[7].attachments.at(0).name == "369239263222822.png");
    CHECK(read.items[9].attachments.size() == 3);
    CHECK(read.items[9].attachments[1].name == "Vores ting.pdf");
    CHECK(has(read.items[13], IssueCode::NotContained)); // nothing but that he wrote
    CHECK(read.items[14].kind == ItemKind::Notice);
    for (std::size_t i = 0; i < read.items.size(); ++i) CHECK(read.items[i].index == i + 1);
    REQUIRE(read.issues.size() == 1);
    CHECK(read.issues[0].code == IssueCode::NotContained);
    CHECK(read.issues[0].detail == "disappearing names-only chosen-period");
}

TEST_CASE("two equal messages of one millisecond stay two") {
    const auto read = readThread(messengerFile("message_1.json"));
    CHECK(read.items[11].text == "svar");
    CHECK(read.items[12].text == "svar");
    CHECK(read.items[11].identity != read.items[12].identity);
}

TEST_CASE("the same message has one identity in the account's export and in the end-to-end one") {
    const auto account = readThread(messengerFile("message_1.json"));
    const auto sealed = readThread(messengerFile("Jens Brandt_3.json"), {"messages", nullptr});
    std::size_t shared = 0;
    for (const auto& item : sealed.items)
        for (const auto& other : account.items)
            if (item.identity == other.identity && item.kind == other.kind) {
                ++shared;
                CHECK(item.times.empty() == other.times.empty());
                if (!item.times.empty()) CHECK(item.times[0].time == other.times[0].time);
            }
    CHECK(shared == 6); // four texts, the photo, the reaction
    REQUIRE(sealed.items.size() == 9);
    CHECK(sealed.items[3].attachments.at(0).path == "media/0f9d2c1e-495a.jpeg");
    CHECK(has(sealed.items[6], IssueCode::MissingAttachment));
    CHECK(sealed.items[6].attachments.empty());
    CHECK(has(sealed.items[7], IssueCode::Withdrawn));
    CHECK(sealed.items[8].text == "Café é");
    CHECK(sealed.items[0].participants.at(0).service == "messenger");
}

TEST_CASE("the account's own name gives the directions, and only where it is one of the thread") {
    tests::FilesAround around{{{"profile_information/profile_information.json",
                                R"({"profile_v2": {"name": {"full_name": "Mette H\u00c3\u00b8jgaard"}}})"}}};
    auto read = readThread(messengerFile("message_1.json"), {"", &around});
    CHECK(read.items[0].direction == Direction::In);
    CHECK(read.items[0].participants.at(0).service == "messenger");
    CHECK(read.items[3].call->type == CallType::Missed);
    CHECK(read.items[4].call->type == CallType::Incoming);
    CHECK(withText(read, "Lad mig være. Du må ikke skrive til mig mere.")->direction == Direction::Out);

    tests::FilesAround other{{{"profile_information/profile_information.json",
                               R"({"profile_v2": {"name": {"full_name": "Mette Nielsen"}}})"}}};
    read = readThread(messengerFile("message_1.json"), {"", &other});
    for (const auto& item : read.items) CHECK(item.direction == Direction::Unknown);
}

TEST_CASE("two people of one name give no direction") {
    tests::FilesAround around{{{"profile_information/profile_information.json",
                                R"({"profile_v2": {"name": {"full_name": "Anna"}}})"}}};
    const auto read = readThread(
        R"({"participants": [{"name": "Anna"}, {"name": "Anna"}], "messages": [{"sender_name": "Anna", "timestamp_ms": 1690000000000, "content": "x"}]})",
        {"", &around});
    CHECK(read.items.at(0).direction == Direction::Unknown);
}

TEST_CASE("Instagram is told by its folder, by the paths in the file, or by the account's file") {
    const std::string bytes = messengerFile("group.json");
    const auto byFolder =
        readThread(bytes, {"your_instagram_activity/messages/inbox/pigerne_17843729", nullptr});
    REQUIRE(byFolder.items.size() == 4);
    CHECK(byFolder.items[0].participants.at(0).service == "instagram");
    CHECK(byFolder.items[0].participants.size() == 3);
    CHECK(byFolder.items[0].subject == "Pigerne 🌸");
    CHECK(byFolder.items[1].times.at(0).time.utcMs == 1690000050000); // here a reaction has its time
    CHECK(has(byFolder.items[2], IssueCode::DoubtfulSender));         // whoever has no account any more
    CHECK(byFolder.items[3].kind == ItemKind::Notice);

    tests::FilesAround around{
        {{"personal_information/personal_information/personal_information.json",
          R"({"profile_user": [{"string_map_data": {"Brugernavn": {"value": "mette.h"}, "Navn": {"value": "Mette"}}}]})"}}};
    const auto byAccount = readThread(bytes, {"", &around});
    CHECK(byAccount.items[0].participants.at(0).service == "instagram");
    CHECK(byAccount.items[0].direction == Direction::In);
    CHECK(byAccount.items[3].direction == Direction::Out);
    CHECK_FALSE(byAccount.has(IssueCode::DoubtfulSender));

    CHECK(readThread(bytes, {"", nullptr}).has(IssueCode::DoubtfulSender)); // nothing tells the service
    const auto byPath = readThread(
        R"({"messages": [{"sender_name": "a", "timestamp_ms": 1690000000000, "photos": [{"uri": "your_instagram_activity/messages/inbox/a_1/1.jpg"}]}]})",
        {"", nullptr});
    CHECK(byPath.items.at(0).participants.at(0).service == "instagram");
}

TEST_CASE("what is odd in a message is said, and costs only itself") {
    const auto read = readThread(R"({"participants": [{"name": "A"}], "messages": [
        {"sender_name": "A", "timestamp_ms": 4000000000000000, "content": "x"},
        {"sender_name": "A", "timestamp_ms": 0, "content": "x"},
        {"sender_name": "", "timestamp_ms": 1690000000000, "content": "x"},
        {"sender_name": "A", "timestamp_ms": 1990000000000, "content": "x"},
        {"sender_name": "A", "timestamp": 1690000000, "content": "seconds"},
        {"sender_name": "A", "timestamp_ms": 1690000000000, "content": "\ud83d"},
        {"sender_name": "A", "timestamp_ms": 1690000000000, "photos": [{"uri": "../../../etc/passwd"}], "gifs": 7, "reactions": [1, {}]},
        {"sender_name": "A", "timestamp_ms": 1690000000000, "gifs": [{"uri": "https://example.com/a.gif"}]},
        "not a message", {"a": 1}]})");
    REQUIRE(read.items.size() == 9);
    CHECK(has(read.items[0], IssueCode::InvalidDate));
    CHECK(has(read.items[1], IssueCode::MissingDate));
    CHECK(has(read.items[2], IssueCode::MissingSender));
    CHECK(has(read.items[3], IssueCode::FutureDate));
    CHECK(read.items[4].times.at(0).time.utcMs == 1690000000000);
    CHECK(has(read.items[5], IssueCode::InvalidCharacters));
    CHECK(read.items[6].attachments.at(0).path == "../../../etc/passwd");
    CHECK(read.items[8].text == "https://example.com/a.gif");
    CHECK(std::count_if(read.issues.begin(), read.issues.end(),
                        [](const auto& one) { return one.code == IssueCode::Malformed; }) == 2);
}

TEST_CASE("a thread longer than the memory for it comes out whole and in order") {
    std::string bytes = R"({"messages": [)";
    for (int i = 0; i < 45'000; ++i)
        bytes += R"({"sender_name": ")" + std::string(i % 2 == 0 ? "A" : "B") + R"(", "timestamp_ms": )" +
                 std::to_string(1'690'000'000'000 + i) + R"(, "content": "x"},)";
    bytes += R"({"sender_name": "A", "timestamp_ms": 1, "content": "x"}]})";
    const auto read = readThread(bytes);
    REQUIRE(read.items.size() == 45'001);
    CHECK(read.items[44'999].index == 45'000);
    CHECK(read.items[44'999].participants.size() == 2);
}

TEST_CASE("only threads are taken") {
    const core::format::MessengerReader reader;
    const auto probe = [&](std::string_view head) {
        return reader.probe({head, "message_1.json", head.size()});
    };
    CHECK(probe(messengerFile("message_1.json")) == Confidence::Certain);
    CHECK(probe("\xEF\xBB\xBF" + messengerFile("group.json")) == Confidence::Certain);
    CHECK(probe(messengerFile("Jens Brandt_3.json")) == Confidence::Certain);
    CHECK(probe(messengerFile("message_1.json").substr(0, 900)) == Confidence::Certain);
    CHECK(
        probe(
            R"({"participants": [{"name": "A"}], "messages": [], "title": "A", "thread_path": "inbox/a_1"})") ==
        Confidence::Likely);
    for (
        const char* other :
        {R"({"autofill_information_v2": {"FULL_NAME": ["Mette"]}})",
         R"({"secret_conversations_v2": {"tincan_devices": [{"device_type": "x"}]}})",
         R"({"name": "Jens", "type": "personal_chat", "id": 1, "messages": [{"id": 1, "type": "message", "date": "2023-05-14T21:30:45", "from": "Jens", "text": "x"}]})",
         R"({"guild": {"id": "0"}, "channel": {}, "messages": [{"id": "1", "type": "Default", "timestamp": "2023-05-14T21:30:45+02:00", "content": "x", "author": {"name": "a"}}]})",
         R"({"messages": [{"creator": {"name": "A"}, "created_date": "x", "text": "y"}]})",
         R"({"messages": []})", R"([{"sender_name": "A", "timestamp_ms": 1}])", R"({})", "", "hej",
         "<html></html>"})
        CHECK(probe(other) == Confidence::No);
    CHECK(std::string(core::format::findReader({messengerFile("message_1.json"), "x", 1})->code()) ==
          "messenger");
}

TEST_CASE("threads that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    for (const char* name : {"message_1.json", "Jens Brandt_3.json", "group.json"})
        tests::survivesDamage(core::format::MessengerReader(), messengerFile(name), how);
}
