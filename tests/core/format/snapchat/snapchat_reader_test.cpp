// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/snapchat/snapchat_reader.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/folder.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::SnapchatReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::at;
using tests::has;

namespace {

std::string file(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/snapchat/" + name);
}

tests::Collected readBytes(const std::string& bytes, core::format::Surroundings* around = nullptr) {
    auto context = tests::contextFor(bytes);
    context.around = around;
    tests::Dripping source(bytes, 333);
    tests::Collected out;
    SnapchatReader().read(source, context, out);
    return out;
}

} // namespace

TEST_CASE("a friend's list gives messages with milliseconds, whatever the field is called") {
    const std::string bytes = file("chat_history.json");
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 8);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se dig, søde 'Mette' 😡");
    CHECK(at(first) == "2025-02-24T21:09:12.345Z");
    REQUIRE(first.times.size() == 2);
    CHECK(first.times[1].asWritten == "2025-02-24 21:09:12 UTC");
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).id == "jensb_99");
    CHECK(first.participants.at(1).id == "mette.h");
    CHECK(first.participants[0].service == "snapchat");
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, 9) == "{\"From\": ");
    CHECK(read.items[1].direction == Direction::Out);
    CHECK(read.items[1].participants.at(1).id == "jensb_99");
    CHECK(has(read.items[5], IssueCode::DateDisagrees));
    CHECK(at(read.items[5]) == "2025-02-24T21:09:06Z"); // the one that says that it is UTC
    CHECK(read.items[6].subject == "Pigerne 🌸");
    CHECK(read.items[6].participants.size() == 2); // the group's number is nobody
    REQUIRE(read.issues.size() == 1);
    CHECK(read.issues[0].detail == "disappearing unsaved");
}

TEST_CASE("a message that was not saved still shows that he wrote") {
    const auto read = readBytes(file("chat_history.json"));
    CHECK(read.items[3].kind == ItemKind::Chat);
    CHECK(read.items[3].text == "[TEXT]");
    CHECK(has(read.items[3], IssueCode::NotContained));
    CHECK(read.items[3].participants.at(0).id == "jensb_99");
    CHECK(read.items[4].kind == ItemKind::Notice);
    CHECK(has(read.items[4], IssueCode::Withdrawn));
    CHECK(read.items[7].text == "[NOTE]");
}

TEST_CASE("files of Snapchat are named by day and id, and their ending by what is there") {
    const auto alone = readBytes(file("chat_history.json"));
    REQUIRE(alone.items[2].attachments.size() == 2);
    CHECK(alone.items[2].attachments[0].path == "chat_media/2025-02-24_b~EiASFAaa");
    tests::Folder around(std::map<std::string, std::string>{{"chat_media/2025-02-24_b~EiASFBbb.mp4", "x"}});
    CHECK(readBytes(file("chat_history.json"), &around).items[2].attachments.at(1).path ==
          "chat_media/2025-02-24_b~EiASFBbb.mp4");
}

TEST_CASE("the older layout says by its lists who wrote; her own name is in another file") {
    auto read = readBytes(file("old_chat_history.json"));
    REQUIRE(read.items.size() == 5);
    CHECK(read.items[0].text == "Godt nytår, <Mette>");
    CHECK(read.items[0].direction == Direction::In);
    CHECK(read.items[0].participants.at(0).id == "jensb_99");
    CHECK(read.items[1].text == "[MEDIA]");
    CHECK(read.items[2].direction == Direction::Out);
    REQUIRE(read.items[2].participants.size() == 1);
    CHECK(read.items[2].participants[0].role == core::model::ParticipantRole::To);
    CHECK(read.items[2].participants[0].id == "jensb_99");
    CHECK_FALSE(has(read.items[2], IssueCode::MissingSender));
    CHECK(read.items[3].participants.at(0).role == core::model::ParticipantRole::To);
    CHECK(read.items[4].text == "[TEXT]");

    tests::Folder around(std::map<std::string, std::string>{
        {"account.json", R"({"Basic Information": {"Username": "mette.h"}})"}});
    read = readBytes(file("old_chat_history.json"), &around);
    CHECK(read.items[2].participants.at(0).id == "mette.h");
    CHECK(read.items[2].participants.at(1).id == "jensb_99");
    CHECK(read.items[0].participants.at(1).id == "mette.h");
}

TEST_CASE("a message is the same in the older layout and in the newer one") {
    const auto old = readBytes(
        R"({"Received Saved Chat History": [{"From": "a", "Media Type": "TEXT", "Created": "2021-01-01 12:00:00 UTC", "Text": "x"}], "Sent Saved Chat History": [{"To": "a", "Media Type": "TEXT", "Created": "2021-01-01 12:00:01 UTC", "Text": "y"}]})");
    const auto now = readBytes(
        R"json({"a": [{"From": "a", "Media Type": "TEXT", "Created": "2021-01-01 12:00:00 UTC", "Content": "x", "IsSender": false, "Created(microseconds)": 1609502400777}, {"From": "me", "Media Type": "TEXT", "Created": "2021-01-01 12:00:01 UTC", "Content": "y", "IsSender": true, "Created(microseconds)": 1609502401777}]})json");
    CHECK(old.items.at(0).identity == now.items.at(0).identity);
    CHECK(old.items.at(1).identity == now.items.at(1).identity);
}

TEST_CASE("snaps are kept although nothing of them is there") {
    const auto read = readBytes(file("snap_history.json"));
    REQUIRE(read.items.size() == 2);
    CHECK(read.items[0].text == "[IMAGE]");
    CHECK(read.items[0].direction == Direction::In);
    CHECK(has(read.items[0], IssueCode::NotContained));
    CHECK(read.items[1].direction == Direction::Out);
}

TEST_CASE("calls have a direction and no other one, which is said") {
    const auto read = readBytes(file("talk_history.json"));
    REQUIRE(read.items.size() == 3);
    CHECK(read.items[0].kind == ItemKind::Call);
    CHECK(read.items[0].call->type == CallType::Outgoing);
    CHECK(read.items[0].call->durationSeconds == 312);
    CHECK(read.items[0].call->rawType == "VIDEO Call Succeeded");
    CHECK(read.items[1].call->type == CallType::Missed);
    CHECK(has(read.items[1], IssueCode::MissingSender));
    CHECK(read.items[2].call->type == CallType::Incoming);
    CHECK(at(read.items[2]) == "2025-03-03T00:10:00Z");
    for (const auto& item : read.items) CHECK(item.text.empty()); // where she was then is not about him
}

TEST_CASE("files of Snapchat are known by their fields") {
    const SnapchatReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.json", head.size()}); };
    for (const char* name :
         {"chat_history.json", "old_chat_history.json", "snap_history.json", "talk_history.json"})
        CHECK(probe(file(name)) == Confidence::Certain);
    for (const char* other :
         {R"({"Saved Media": [{"Date": "2023-01-01 10:00:00 UTC", "Media Type": "Image", "Location": "x"}]})",
          R"({"messages": [{"sender_name": "A", "timestamp_ms": 1}]})", "{}", "[]", "",
          R"({"Friends": [{"Username": "a", "Created": "x"}]})"})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("files of Snapchat that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 500;
    how.truncations = 1000;
    for (const char* name :
         {"chat_history.json", "old_chat_history.json", "snap_history.json", "talk_history.json"})
        tests::survivesDamage(SnapchatReader(), file(name), how);
}
