// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/voice/voice_reader.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/folder.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::GoogleVoiceReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::at;
using tests::has;

namespace {

const std::string kChat = "Jens Brandt - Text - 2022-03-09T08_00_32Z.html";
const std::string kMissed = " - Missed - 2022-03-10T02_15_00Z.html";
const std::string kVoicemail = "Jens Brandt - Voicemail - 2022-03-11T20_00_00Z.html";

std::string page(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/google-voice/" + name);
}

tests::Collected readBytes(const std::string& bytes, core::format::Surroundings* around = nullptr) {
    auto context = tests::contextFor(bytes);
    context.around = around;
    core::base::MemorySource source(bytes);
    tests::Collected out;
    GoogleVoiceReader().read(source, context, out);
    return out;
}

} // namespace

TEST_CASE("a conversation of Google Voice gives messages by number, with their offset") {
    const std::string bytes = page(kChat);
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 3);
    const auto& first = read.items[0];
    CHECK(first.kind == ItemKind::Sms);
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡\nL's op & svar");
    CHECK(at(first) == "2022-03-09T08:00:32.120Z");
    CHECK(first.times[0].time.offsetSeconds == 3600);
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).kind == IdentifierKind::Phone);
    CHECK(first.participants[0].id == "+4511223344");
    CHECK(first.participants[0].name == "Jens Brandt");
    CHECK(first.participants.at(1).id == "+4587654321");
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, first.length).starts_with("<div class=\"message\">"));
    CHECK(read.items[1].direction == Direction::Out);
    CHECK(read.items[2].kind == ItemKind::Mms);
    CHECK(read.items[2].attachments.at(0).path == "Jens Brandt - Text - 2022-03-09T08_00_32Z-3-1");
    tests::Folder around(
        std::map<std::string, std::string>{{"Jens Brandt - Text - 2022-03-09T08_00_32Z-3-1.jpg", "x"}});
    CHECK(readBytes(bytes, &around).items[2].attachments.at(0).path ==
          "Jens Brandt - Text - 2022-03-09T08_00_32Z-3-1.jpg");
}

TEST_CASE("a missed call without a number is one with a hidden number") {
    const auto read = readBytes(page(kMissed));
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].kind == ItemKind::Call);
    CHECK(read.items[0].call->type == CallType::Missed);
    CHECK(read.items[0].direction == Direction::In);
    CHECK(at(read.items[0]) == "2022-03-10T02:15:00Z");
    CHECK(has(read.items[0], IssueCode::HiddenNumber));
    CHECK(has(read.items[0], IssueCode::NotContained)); // she had deleted it
}

TEST_CASE("a voicemail has its words, its recording and how long it is") {
    const auto read = readBytes(page(kVoicemail));
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].call->type == CallType::Voicemail);
    CHECK(read.items[0].call->durationSeconds == 63);
    CHECK(read.items[0].text == "Ring til mig, eller jeg kommer forbi.");
    REQUIRE(read.items[0].attachments.size() == 1);
    CHECK(read.items[0].attachments[0].type == "audio/mpeg");
    CHECK(read.items[0].participants.at(0).id == "+4511223344");
}

TEST_CASE("pages of Google Voice are known by their classes") {
    const GoogleVoiceReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.html", head.size()}); };
    for (const std::string& name : {kChat, kMissed, kVoicemail})
        CHECK(probe(page(name)) == Confidence::Likely);
    for (const char* other : {"<html><div class=\"message\">", "hChatLog hfeed", ""})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("pages of Google Voice that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    for (const std::string& name : {kChat, kMissed, kVoicemail})
        tests::survivesDamage(GoogleVoiceReader(), page(name), how);
}
