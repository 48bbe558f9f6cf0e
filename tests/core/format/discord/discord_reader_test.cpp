// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/discord/discord_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::DiscordReader;
using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::at;
using tests::has;

namespace {

std::string file() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/discord/chat.json"); }

tests::Collected readBytes(const std::string& bytes) { return tests::collect<DiscordReader>(bytes, 777); }

} // namespace

TEST_CASE("an export of Discord gives messages with their offset, by the number of the account") {
    const std::string bytes = file();
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 9);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    CHECK(at(first) == "2023-05-14T19:30:45.123Z");
    CHECK(first.times[0].time.offsetSeconds == 7200);
    CHECK(first.participants.at(0).id == "111");
    CHECK(first.participants[0].name == "Jens Brandt");
    CHECK(first.participants[0].service == "discord");
    CHECK(first.participants.at(1).id == "222");
    CHECK(first.direction == Direction::Unknown);
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, 1) == "{");
    CHECK(read.items[1].kind == ItemKind::Notice);
    CHECK(read.items[1].participants.at(0).id == "222");
    CHECK(read.items[2].text == "> Jens Brandt: “Jeg kan se, at du er hjemme 😡”\nLad mig være.");
    CHECK(read.items[3].attachments.at(0).path == "chat.json_Files/hoveddør-AB12.jpg");
    CHECK(read.items[3].attachments[0].name == "hoveddør.jpg");
    CHECK(has(read.items[3], IssueCode::MissingAttachment)); // the film is only an address
    CHECK(read.items[3].text == "https://cdn.discordapp.com/attachments/1/2/film.mp4?ex=1");
    CHECK(read.items[4].kind == ItemKind::Call);
    CHECK(read.items[4].call->durationSeconds == 124);
    CHECK(read.items[5].kind == ItemKind::Notice);
    CHECK(read.items[6].text == "rettet\nRød lade på Ærø\nTil salg\nhttps://example.com/lade");
    CHECK(has(read.items[6], IssueCode::Edited));
}

TEST_CASE("the number of a message tells its time too, and a difference is said") {
    const auto read = readBytes(file());
    CHECK(has(read.items[7], IssueCode::DateDisagrees));
    REQUIRE(read.items[7].times.size() == 2);
    CHECK(core::base::toRfc3339(read.items[7].times[1].time.utcMs) == "2023-05-14T19:36:45.123Z");
    CHECK(has(read.items[8], IssueCode::InvalidDate));
    CHECK(at(read.items[8]) == "2023-05-14T19:37:45.123Z");
}

TEST_CASE("a channel has its name as title, a forwarded message says that it is one") {
    const auto read = readBytes(
        R"({"guild": {"id": "5", "name": "Foreningen"}, "channel": {"id": "9", "type": "GuildTextChat", "name": "snak"}, "messages": [
        {"id": "1", "type": "Default", "timestamp": "2023-05-14T21:30:45Z", "content": "", "author": {"name": "a"}, "forwardedMessage": {"content": "Hun flytter"}},
        {"id": "2", "type": "Default", "timestamp": "2023-05-14T21:30:45Z", "content": "x", "author": {}}, {"id": "3"}]})");
    REQUIRE(read.items.size() == 2);
    CHECK(read.items[0].subject == "Foreningen #snak");
    CHECK(read.items[0].text == "» \nHun flytter");
    CHECK(has(read.items[0], IssueCode::DoubtfulSender));
    CHECK(has(read.items[1], IssueCode::MissingSender));
    CHECK(read.has(IssueCode::Malformed));
}

TEST_CASE("exports of Discord are known by guild, channel and messages") {
    const DiscordReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.json", head.size()}); };
    CHECK(probe(file()) == Confidence::Certain);
    CHECK(probe(file().substr(0, 600)) == Confidence::Certain);
    for (const char* other : {R"({"messages": [{"id": 1, "type": "message", "date": "x", "text": "y"}]})",
                              R"({"messages": [{"sender_name": "A", "timestamp_ms": 1}]})", "{}", "[]", ""})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("exports of Discord that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    tests::survivesDamage(DiscordReader(), file(), how);
}
