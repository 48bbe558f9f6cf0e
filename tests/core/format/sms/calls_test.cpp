// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/sms/sms_support.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using model::CallType;
using model::Direction;
using model::IssueCode;

namespace {

format::ItemRecord call(const std::string& attributes) {
    const auto read = tests::readSms("<calls count=\"1\"><call " + attributes + " /></calls>");
    REQUIRE(read.items.size() == 1);
    return read.items[0];
}

} // namespace

TEST_CASE("a call has its number, time, type and duration") {
    const auto item = call("number=\"+4512345678\" duration=\"125\" date=\"1700000000123\" type=\"1\" "
                           "presentation=\"1\" readable_date=\"x\" contact_name=\"Bo\"");
    CHECK(item.kind == model::ItemKind::Call);
    REQUIRE(item.call);
    CHECK(item.call->type == CallType::Incoming);
    CHECK(item.call->durationSeconds == 125);
    CHECK(item.call->rawType == "1");
    REQUIRE(item.times.size() == 1);
    CHECK(item.times[0].source == model::TimeSource::CallLog);
    CHECK(item.times[0].time.utcMs == 1700000000123);
    REQUIRE(item.participants.size() == 1);
    CHECK(item.participants[0].role == model::ParticipantRole::From);
    CHECK(item.participants[0].name == "Bo");
    CHECK(item.issues.empty());
}

TEST_CASE("the six call types have their meaning and direction") {
    const CallType types[] = {CallType::Incoming,  CallType::Outgoing, CallType::Missed,
                              CallType::Voicemail, CallType::Rejected, CallType::Blocked};
    for (int i = 0; i < 6; ++i) {
        const auto item = call("number=\"1\" date=\"1700000000123\" type=\"" + std::to_string(i + 1) + "\"");
        CHECK(item.call->type == types[i]);
        CHECK(item.direction == (i == 1 ? Direction::Out : Direction::In));
        CHECK(item.participants[0].role ==
              (i == 1 ? model::ParticipantRole::To : model::ParticipantRole::From));
    }
}

TEST_CASE("a vendor's own call type is kept as written") {
    const auto item = call("number=\"1\" date=\"1700000000123\" type=\"1003\"");
    CHECK(item.call->type == CallType::Other);
    CHECK(item.call->rawType == "1003");
    CHECK(item.direction == Direction::Unknown);
    CHECK(tests::has(item, IssueCode::UnknownCode));
}

TEST_CASE("a withheld number is an empty one and is said to be withheld") {
    for (const char* number : {"", "-2", "null"}) {
        const auto item = call("number=\"" + std::string(number) +
                               "\" date=\"1700000000123\" type=\"3\" presentation=\"2\"");
        REQUIRE(item.participants.size() == 1);
        CHECK(item.participants[0].id.empty());
        CHECK(tests::has(item, IssueCode::HiddenNumber));
        CHECK_FALSE(tests::has(item, IssueCode::MissingSender));
    }
    CHECK(tests::has(call("number=\"\" date=\"1700000000123\" type=\"3\" presentation=\"3\""),
                     IssueCode::MissingSender));
}

TEST_CASE("a duration that is no number is none and is said") {
    CHECK(call("number=\"1\" date=\"1700000000123\" type=\"1\" duration=\"x\"").call->durationSeconds == 0);
    CHECK(tests::has(call("number=\"1\" date=\"1700000000123\" type=\"1\" duration=\"-4\""),
                     IssueCode::UnknownCode));
}

TEST_CASE("the same call in two exports is one, another duration is another") {
    const auto key = [](const std::string& attributes) { return call(attributes).identity; };
    const std::string base = key("number=\"12345678\" date=\"1700000000123\" type=\"1\" duration=\"5\"");
    CHECK(key("number=\"+45 12 34 56 78\" duration=\"5\" type=\"1\" date=\"1700000000123\" "
              "contact_name=\"Bo\"") == base);
    CHECK(key("number=\"12345678\" date=\"1700000000123\" type=\"1\" duration=\"6\"") != base);
}
