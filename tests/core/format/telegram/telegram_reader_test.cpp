// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/telegram/telegram_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::TelegramReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::at;
using tests::has;

namespace {

std::string file(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/telegram/" + name);
}

tests::Collected readBytes(const std::string& bytes) { return tests::collect<TelegramReader>(bytes, 777); }

} // namespace

TEST_CASE("a chat of two gives messages, files, calls and lines of the service, each with its sender") {
    const std::string bytes = file("result.json");
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 12);
    const auto& first = read.items[0];
    CHECK(first.kind == ItemKind::Chat);
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    CHECK(at(first) == "2023-05-14T19:30:45Z");
    CHECK(first.times[0].asWritten == "1684092645");
    CHECK(first.direction == Direction::In); // the chat has his number
    CHECK(first.participants.at(0).id == "user5012345678");
    CHECK(first.participants[0].name == "Jens Brandt");
    CHECK(first.participants[0].service == "telegram");
    CHECK(first.participants.at(1).name == "Mette Højgaard");
    CHECK(first.subject.empty());
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, 1) == "{");
    CHECK(bytes.substr(first.offset + first.length - 1, 1) == "}");

    const auto& reaction = read.items[1];
    CHECK(reaction.kind == ItemKind::Notice);
    CHECK(reaction.text == "👎 “Jeg kan se, at du er hjemme 😡”");
    CHECK(reaction.participants.at(0).name == "Mette Højgaard");
    CHECK(reaction.direction == Direction::Out);
    CHECK(at(reaction) == "2023-05-14T19:31:10Z");
    CHECK(has(reaction, IssueCode::DoubtfulTime)); // written on a clock of which no zone is said

    const auto& answer = read.items[2];
    CHECK(answer.direction == Direction::Out);
    CHECK(answer.text == "> Jens Brandt: “Jeg kan se, at du er hjemme 😡”\n"
                         "Lad mig være. Læs dette (https://example.com/tilhold) nu.");

    const auto& photo = read.items[3];
    CHECK(photo.text == "Din hoveddør\x0B"
                        "åben igen"); // \x0B is no JSON, and is read
    CHECK(has(photo, IssueCode::Edited));
    CHECK_FALSE(has(photo, IssueCode::InvalidCharacters));
    CHECK(photo.attachments.at(0).path == "photos/photo_1@14-05-2023_21-33-00.jpg");
    CHECK(photo.attachments[0].type == "image/jpeg");

    CHECK(has(read.items[4], IssueCode::MissingAttachment));
    CHECK(read.items[4].issues.at(0).detail == "optagelse.mp4");
    CHECK(read.items[4].attachments.empty());

    CHECK(read.items[5].text == "» Søs");
    CHECK(has(read.items[5], IssueCode::DoubtfulSender)); // his message, somebody else's words
    CHECK(read.items[5].attachments.at(0).type == "audio/ogg");
    CHECK(read.items[5].durationSeconds == 7);

    CHECK(read.items[6].kind == ItemKind::Call);
    CHECK(read.items[6].call->type == CallType::Missed);
    CHECK(read.items[6].direction == Direction::In);
    CHECK(read.items[7].call->type == CallType::Outgoing);
    CHECK(read.items[7].call->durationSeconds == 83);
    CHECK(read.items[8].kind == ItemKind::Notice);
    CHECK(read.items[8].text == "take_screenshot");
    CHECK(read.items[8].participants.at(0).name == "Jens Brandt");
    CHECK(read.items[9].text == "55.676100, 12.568300");
    CHECK(read.items[10].text == "Anne Sørensen\n+45 12 34 56 78");
    CHECK(has(read.items[11], IssueCode::NotContained));
    CHECK(has(read.items[11], IssueCode::MissingDate));
    CHECK(has(read.items[11], IssueCode::MissingSender));
    for (std::size_t i = 0; i < read.items.size(); ++i) CHECK(read.items[i].index == i + 1);
    REQUIRE(read.issues.size() == 1);
    CHECK(read.issues[0].detail == "secret-chats deleted chosen-period");
}

TEST_CASE("the export of all chats knows whose it is, and keeps the chats apart") {
    const auto read = readBytes(file("all.json"));
    REQUIRE(read.items.size() == 6);
    CHECK(read.items[0].direction == Direction::In);
    CHECK(read.items[0].participants.at(1).id == "user777"); // she never wrote in this chat
    CHECK(read.items[0].participants[1].name == "Mette Højgaard");
    CHECK(read.items[1].kind == ItemKind::Notice);
    CHECK(read.items[1].text == "create_group\nPigerne 🌸\nSøs\nMette Højgaard");
    CHECK(read.items[2].subject == "Pigerne 🌸");
    CHECK(read.items[2].participants.size() == 3);
    CHECK(read.items[3].participants.at(0).id == "user99"); // an account that is gone keeps its number
    CHECK(read.items[3].participants[0].name.empty());
    CHECK_FALSE(has(read.items[3], IssueCode::MissingSender));
    CHECK(read.items[4].direction == Direction::Out);
    CHECK(read.items[5].subject == "Gamle naboer");
    CHECK(read.items[5].text == "@mette godt nytår");
    CHECK(read.items[5].participants.size() == 2);
}

TEST_CASE("the same message has one identity in the export of the chat and in the one of all") {
    const auto one = readBytes(file("result.json"));
    const auto all = readBytes(file("all.json"));
    CHECK(one.items[0].identity == all.items[0].identity);
    CHECK(one.items[0].identity != one.items[2].identity);
}

TEST_CASE("exports of before 2021 have local times, which are read in the source's zone and said to be so") {
    const auto read = readBytes(file("old.json"));
    REQUIRE(read.items.size() == 3);
    CHECK(at(read.items[0]) == "2019-07-14T19:30:45Z");
    CHECK(read.items[0].times[0].time.basis == core::base::TimeBasis::LocalZone);
    CHECK(has(read.items[0], IssueCode::DoubtfulTime));
    CHECK(read.items[0].participants.at(0).id == "user123456");
    CHECK(read.items[0].direction == Direction::In);
    CHECK(read.items[1].direction == Direction::Out);
    CHECK(has(read.items[1], IssueCode::AmbiguousHour));
    CHECK(has(read.items[2], IssueCode::InvalidDate));
    CHECK(read.items[2].times.empty());
}

TEST_CASE("nobody is the sender by guess: a chat's number of another kind gives no direction") {
    const auto read = readBytes(
        R"({"name": "Jens", "type": "personal_chat", "id": 99, "messages": [{"id": 1, "type": "message", "date_unixtime": "1684092645", "from": "Jens", "from_id": "user5", "text": "x"}]})");
    CHECK(read.items.at(0).direction == Direction::Unknown);
}

TEST_CASE("a date that no zone explains is said") {
    const auto read = readBytes(
        R"({"messages": [{"id": 1, "type": "message", "date": "2023-05-16T21:30:45", "date_unixtime": "1684092645", "from": "Jens", "text": "x"},
        {"id": 2, "type": "message", "date": "2023-05-14T15:30:45", "date_unixtime": "1684092645", "from": "Jens", "text": "i New York"}]})");
    CHECK(has(read.items.at(0), IssueCode::DateDisagrees));
    CHECK(at(read.items[0]) == "2023-05-14T19:30:45Z");
    CHECK_FALSE(has(read.items.at(1), IssueCode::DateDisagrees));
}

TEST_CASE("what is odd in a message is said, and costs only itself") {
    const auto read = readBytes(R"({"messages": [
        {"id": 1, "type": "message", "date_unixtime": "99999999999999999999", "from": "A", "text": "x"},
        {"id": 2, "type": "message", "date_unixtime": "0", "from": "A", "text": "x"},
        {"id": 3, "type": "message", "date_unixtime": "1990000000", "from": "A", "text": "x"},
        {"id": 4, "type": "message", "date_unixtime": "1684092645", "text": "\ud83d"},
        {"id": 5, "type": "message", "date_unixtime": "1684092645", "from": "A", "photo": "../../../etc/passwd", "reactions": [1, {"recent": [3]}], "text": [1, {}]},
        "x", {"a": 1}, {"id": 5, "type": "message", "date_unixtime": "1684092645", "from": "A", "photo": "../../../etc/passwd", "text": ""}]})");
    REQUIRE(read.items.size() == 6);
    CHECK(has(read.items[0], IssueCode::InvalidDate));
    CHECK(has(read.items[1], IssueCode::MissingDate));
    CHECK(has(read.items[2], IssueCode::FutureDate));
    CHECK(has(read.items[3], IssueCode::InvalidCharacters));
    CHECK(has(read.items[3], IssueCode::MissingSender));
    CHECK(read.items[4].attachments.at(0).path == "../../../etc/passwd");
    CHECK(read.items[4].identity != read.items[5].identity);
}

TEST_CASE("a group of thousands names with each message only who wrote it") {
    std::string bytes = R"({"name": "Alle", "type": "public_supergroup", "id": 1, "messages": [)";
    for (int i = 0; i < 30'000; ++i)
        bytes += R"({"id": )" + std::to_string(i) +
                 R"(, "type": "message", "date_unixtime": "1684092645", "from": "A", "from_id": "user)" +
                 std::to_string(i % 3000 + 1) + R"(", "text": "x"},)";
    bytes += "{}]}";
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 30'000);
    CHECK(read.items[0].participants.size() == 1);
    CHECK(read.items[0].subject == "Alle");
    CHECK(read.items[29'999].index == 30'000);
}

TEST_CASE("files of Telegram are known, also where the messages stand far behind") {
    const TelegramReader reader;
    const auto probe = [&](std::string_view head) {
        return reader.probe({head, "result.json", head.size()});
    };
    CHECK(probe(file("result.json")) == Confidence::Certain);
    CHECK(probe(file("all.json")) == Confidence::Certain);
    CHECK(probe(file("old.json")) == Confidence::Certain);
    CHECK(probe(file("all.json").substr(0, 400)) == Confidence::Likely); // the owner, no message yet
    CHECK(probe(R"({"name": "A", "type": "personal_chat", "id": 1, "messages": []})") == Confidence::Likely);
    for (const char* other :
         {R"({"messages": [{"sender_name": "A", "timestamp_ms": 1690000000000, "type": "Generic"}]})",
          R"({"type": "message"})", R"({"type": "FeatureCollection", "messages": []})", "[]", "", "{}",
          R"({"messages": [{"type": "Default", "timestamp": "2023-05-14T21:30:45+02:00", "author": {}}]})"})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("exports of Telegram that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    for (const char* name : {"result.json", "all.json", "old.json"})
        tests::survivesDamage(TelegramReader(), file(name), how);
}
