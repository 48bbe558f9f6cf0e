// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/signal_reader.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/folder.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::SignalReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::TimeSource;
using tests::has;

namespace {

constexpr std::int64_t kFirst = 1'684'092'645'123;
// The name that the app gives the picture: computed by hand from hash and key.
const std::string kPicture = "files/cd/cd7b8360f615e978a8d041050e8c30d2adad833a3d1a2a61d0fbf761a9494187";

std::string file() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/signal/main.jsonl"); }

tests::Collected readBytes(const std::string& bytes, core::format::Surroundings* around = nullptr) {
    auto context = tests::contextFor(bytes, "main.jsonl");
    context.around = around;
    tests::Dripping source(bytes, 777);
    tests::Collected out;
    SignalReader().read(source, context, out);
    return out;
}

} // namespace

TEST_CASE("Signal's own export gives messages with all their times, their sender and what they answer") {
    const std::string bytes = file();
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 13);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    REQUIRE(first.times.size() == 3);
    CHECK(first.times[0].time.utcMs == kFirst);
    CHECK(first.times[0].source == TimeSource::MessageSent);
    CHECK(first.times[1].time.utcMs == kFirst + 100);
    CHECK(first.times[2].time.utcMs == kFirst + 300);
    CHECK(first.times[2].source == TimeSource::MessageExport);
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).id == "+4511223344");
    CHECK(first.participants[0].kind == IdentifierKind::Phone);
    CHECK(first.participants[0].name == "Jens B"); // as her address book has him
    CHECK(first.participants[0].service.empty());
    CHECK(first.participants.at(1).id == "Mette Højgaard");
    CHECK(first.participants[1].service == "signal");
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, 10) == "{\"chatId\":");

    CHECK(read.items[1].kind == ItemKind::Notice);
    CHECK(read.items[1].text.starts_with("👎 “Jeg kan"));
    CHECK(read.items[1].times.at(0).time.utcMs == kFirst + 5000);
    CHECK(read.items[1].direction == Direction::Out);
    CHECK(read.items[2].text == "> Jens B: “Jeg kan se, at du er hjemme 😡”\nLad mig være.");
    CHECK(read.items[2].direction == Direction::Out);
    CHECK(read.items[2].times.at(0).source == TimeSource::MessageExport);
    CHECK(has(read.items[3], IssueCode::NotContained)); // it would have disappeared
    CHECK(has(read.items[4], IssueCode::Withdrawn));
    CHECK(read.items[5].text == "Jeg savner dig\n< Jeg slår dig");
    CHECK(has(read.items[5], IssueCode::Edited));
    CHECK(has(read.items[11], IssueCode::NotSent));
    CHECK(has(read.items[12], IssueCode::DateDisagrees)); // sent after it was received
}

TEST_CASE("an attachment of Signal is found under the hash that the app calls it by") {
    const auto alone = readBytes(file());
    CHECK(alone.items[3].attachments.at(0).path == kPicture + ".jpg");
    CHECK(alone.items[3].attachments[0].name == "hoveddør.jpg");
    CHECK(has(alone.items[3], IssueCode::MissingAttachment)); // the second was never downloaded
    tests::Folder around(std::map<std::string, std::string>{{kPicture + ".jpeg", "x"}});
    CHECK(readBytes(file(), &around).items[3].attachments.at(0).path == kPicture + ".jpeg");
}

TEST_CASE("a long message of Signal begins in the text and is whole in a file") {
    const auto read = readBytes(
        R"({"version":"1","backupTimeMs":"1"}
{"chatItem":{"chatId":"1","authorId":"9","dateSent":"1684092645123","incoming":{},"standardMessage":{"text":{"body":"Kære Mette"},"longText":{"contentType":"text/x-signal-plain","locatorInfo":{"plaintextHash":"AQ==","localKey":"Ag=="}}}}}
)");
    CHECK(read.items.at(0).text == "Kære Mette");
    CHECK(has(read.items[0], IssueCode::NotContained));
    CHECK(read.items[0].attachments.at(0).path.starts_with("files/"));
}

TEST_CASE("a call of Signal is from whoever called, although its line is always the other one's") {
    const auto read = readBytes(file());
    CHECK(read.items[6].kind == ItemKind::Call);
    CHECK(read.items[6].call->type == CallType::Missed);
    CHECK(read.items[6].direction == Direction::In);
    CHECK(read.items[6].participants.at(0).id == "+4511223344");
    CHECK(read.items[6].times.at(0).time.utcMs == kFirst + 299000);
    CHECK(read.items[7].call->type == CallType::Outgoing);
    CHECK(read.items[7].participants.at(0).id == "Mette Højgaard");
    CHECK(read.items[7].participants.at(1).id == "+4511223344");
}

TEST_CASE("lines of the service are notices, and a group names its members") {
    const auto read = readBytes(file());
    CHECK(read.items[8].kind == ItemKind::Notice);
    CHECK(read.items[8].text == "simpleUpdate\nIDENTITY_UPDATE");
    CHECK(read.items[9].text == "profileChange\nJens Brandt\nEn Ven");
    const auto& group = read.items[10];
    CHECK(group.subject == "Pigerne 🌸");
    CHECK(group.participants.size() == 3);
    CHECK(group.participants.at(0).id == "03030303-0303-0303-0303-030303030303");
    CHECK(group.participants[0].name == "Søs");
}

TEST_CASE("who is not introduced is a number, and that is said") {
    const auto read = readBytes(
        R"({"version":"1","backupTimeMs":"1"}
{"chatItem":{"chatId":"1","authorId":"9","dateSent":"1684092645123","incoming":{},"standardMessage":{"text":{"body":"x"}}}}
{"chatItem":{"chatId":"1","dateSent":1684092645123,"incoming":{},"standardMessage":{"text":{"body":"x"}}}}
not json
{"chatItem":{"chatId":"1","authorId":"9","dateSent":"x","incoming":{},"newKindOfMessage":{}}}
)");
    REQUIRE(read.items.size() == 3);
    CHECK(read.items[0].participants.at(0).id == "#9");
    CHECK(has(read.items[0], IssueCode::DoubtfulSender));
    CHECK(has(read.items[1], IssueCode::MissingSender));
    CHECK(has(read.items[2], IssueCode::InvalidDate));
    CHECK(has(read.items[2], IssueCode::NotContained));
    CHECK(read.has(IssueCode::Malformed));
}

TEST_CASE("the export of Signal is known by its first lines") {
    const SignalReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "main.jsonl", head.size()}); };
    CHECK(probe(file()) == Confidence::Certain);
    CHECK(probe(file().substr(0, 100)) == Confidence::No); // not one whole line
    for (const char* other : {"{\"date\": \"x\"}\n{\"date\": \"y\"}\n", "[]", "", "{}", "{\"version\": 1}\n"})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("exports of Signal that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    tests::survivesDamage(SignalReader(), file(), how);
}
