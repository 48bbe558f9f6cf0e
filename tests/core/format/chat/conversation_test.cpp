// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/chat/conversation.h"
#include "core/format/chat/lines.h"
#include "tests/core/format/collected.h"

#include <catch2/catch_test_macros.hpp>

using core::format::chat::Conversation;
using core::format::chat::Lines;
using core::format::chat::Message;
using core::model::CallType;
using core::model::Direction;
using core::model::ParticipantRole;

namespace {

core::model::Participant person(const std::string& name) {
    return core::format::chat::person(ParticipantRole::From, name, "test");
}

Message from(const std::string& name, const std::string& text = "x") {
    Message message;
    message.from = person(name);
    message.record.text = text;
    message.record.identity = name + text;
    return message;
}

} // namespace

TEST_CASE("a message names everybody of its chat, also who wrote later, and nobody of the next one") {
    tests::Collected out;
    Conversation chat(out);
    chat.add(from("A"));
    chat.add(from("B"));
    chat.end();
    chat.setTitle("Gruppe");
    chat.setGroup();
    chat.add(from("C"));
    chat.end();
    REQUIRE(out.items.size() == 3);
    REQUIRE(out.items[0].participants.size() == 2);
    CHECK(out.items[0].participants[1].id == "B");
    CHECK(out.items[0].participants[1].role == ParticipantRole::To);
    CHECK(out.items[0].subject.empty());
    CHECK(out.items[2].participants.size() == 1);
    CHECK(out.items[2].subject == "Gruppe");
    CHECK(out.items[2].index == 3);
}

TEST_CASE("directions follow the owner where he is known, and what the export said goes before") {
    tests::Collected out;
    Conversation chat(out);
    chat.add(from("A"));
    chat.end();
    CHECK(out.items[0].direction == Direction::Unknown);
    chat.setOwner("A");
    chat.add(from("A"));
    chat.add(from("B"));
    chat.add(from(""));
    Message said = from("A", "y");
    said.record.direction = Direction::In;
    chat.add(std::move(said));
    Message call = from("B", "call");
    call.record.call.emplace();
    chat.add(std::move(call));
    chat.end();
    CHECK(out.items[1].direction == Direction::Out);
    CHECK(out.items[2].direction == Direction::In);
    CHECK(out.items[3].direction == Direction::Unknown);
    CHECK(out.items[4].direction == Direction::In);
    CHECK(out.items[5].call->type == CallType::Incoming);
}

TEST_CASE("equal messages of one file stay so many, and a long chat comes out whole and in order") {
    tests::Collected out;
    Conversation chat(out);
    for (int i = 0; i < 45'000; ++i) chat.add(from("A", std::to_string(i / 2)));
    chat.end();
    REQUIRE(out.items.size() == 45'000);
    CHECK(out.items[0].identity != out.items[1].identity);
    CHECK(out.items[44'999].text == "22499");
    CHECK(chat.given() == 45'000);
}

TEST_CASE("lines have their places, whatever their ends and the borders of what is read") {
    const std::string bytes = "\xEF\xBB\xBF"
                              "en\r\nto\n\ntre";
    for (const std::size_t most : {1U, 2U, 5U, 100U}) {
        tests::Collected out;
        tests::Dripping source(bytes, most);
        Lines lines(source, out);
        std::string line;
        REQUIRE(lines.next(line));
        CHECK(line == "en");
        CHECK(lines.begin() == 0);
        REQUIRE(lines.next(line));
        CHECK(line == "to");
        CHECK(lines.begin() == 7);
        CHECK(lines.end() == 10);
        REQUIRE(lines.next(line));
        CHECK(line.empty());
        REQUIRE(lines.next(line));
        CHECK(line == "tre");
        CHECK(lines.end() == bytes.size());
        CHECK_FALSE(lines.next(line));
    }
}

TEST_CASE("a line without end takes no more memory than its limit") {
    const std::string bytes = std::string(3 * Lines::kLongest, 'x') + "\nefter";
    tests::Collected out;
    core::base::MemorySource source(bytes);
    Lines lines(source, out);
    std::string line;
    REQUIRE(lines.next(line));
    CHECK(line.size() == Lines::kLongest);
    CHECK(lines.wasCut());
    REQUIRE(lines.next(line));
    CHECK(line == "efter");
    CHECK_FALSE(lines.wasCut());
}
