// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/skype/skype_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::SkypeReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::has;

namespace {

std::string file() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/skype/messages.json"); }

tests::Collected readBytes(const std::string& bytes) { return tests::collect<SkypeReader>(bytes, 777); }

} // namespace

TEST_CASE("an export of Skype gives the words out of the markup, with quotations and addresses") {
    const auto read = readBytes(file());
    REQUIRE(read.items.size() == 10);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡 & låser her (https://example.com/d%C3%B8r) (angry)");
    CHECK(core::base::toRfc3339(first.times.at(0).time.utcMs) == "2019-05-14T19:30:45.123Z");
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).id == "live:jensb");
    CHECK(first.participants[0].name == "Jens Brandt");
    CHECK(first.participants[0].service == "skype");
    CHECK(first.participants.at(1).id == "live:mette.h");
    CHECK(first.issues.empty());
    CHECK(read.items[1].direction == Direction::Out);
    CHECK(read.items[1].text == "> Jens Brandt: “Jeg kan se dig”\nLad mig være");
    CHECK(has(read.items[5], IssueCode::Withdrawn));
    CHECK(has(read.items[6], IssueCode::MissingAttachment));
    CHECK(has(read.items[6], IssueCode::Edited));
    CHECK(read.items[6].text == "Billede (https://api.asm.skype.com/v1/objects/0-weu)");
}

TEST_CASE("a call of Skype is the line of its end, which is said") {
    const auto read = readBytes(file());
    CHECK(read.items[2].kind == ItemKind::Notice);
    CHECK(read.items[3].kind == ItemKind::Call);
    CHECK(read.items[3].call->type == CallType::Incoming);
    CHECK(read.items[3].call->durationSeconds == 83);
    CHECK(has(read.items[3], IssueCode::DoubtfulTime));
    CHECK(read.items[4].call->type == CallType::Missed);
    CHECK_FALSE(has(read.items[4], IssueCode::DoubtfulTime));
}

TEST_CASE("a group of Skype has its title, plain text stays as it is, and a telephone is a number") {
    const auto read = readBytes(file());
    CHECK(read.items[7].text == "Hvor er hun? <3");
    CHECK(read.items[7].subject == "Pigerne");
    CHECK(read.items[8].kind == ItemKind::Notice);
    CHECK(read.items[8].text == "ThreadActivity/AddMember\nsoes_89\nlive:mette.h");
    for (const auto& one : read.items[8].participants) CHECK(one.id.find("thread") == std::string::npos);
    CHECK(read.items[9].participants.at(0).kind == IdentifierKind::Phone);
    CHECK(read.items[9].participants[0].id == "+4511223344");
}

TEST_CASE("exports of Skype are known by their messages") {
    const SkypeReader reader;
    const auto probe = [&](std::string_view head) {
        return reader.probe({head, "messages.json", head.size()});
    };
    CHECK(probe(file()) == Confidence::Certain);
    for (const char* other :
         {R"({"messages": [{"creator": {"name": "A"}, "created_date": "x", "text": "y"}]})",
          R"({"userId": "x"})", R"({"conversations": [{"messages": []}]})", "{}", "[]", ""})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("exports of Skype that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    tests::survivesDamage(SkypeReader(), file(), how);
}
