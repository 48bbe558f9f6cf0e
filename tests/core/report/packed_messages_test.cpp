// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_messages.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::report;

namespace {

Message messageOf(int number) {
    Message m;
    m.label = number % 5 == 0 ? "" : "45." + std::to_string(number);
    m.day = "lørdag den " + std::to_string(1 + number % 28) + ". maj 2025";
    m.clock = "22.11." + std::to_string(10 + number % 50);
    m.zoneNote = "UTC+2 (sommertid)";
    m.sourceNote = "K1, post " + std::to_string(number);
    m.sender = "Fra udøver";
    m.text = "Hvor er du, nr. " + std::to_string(number) + "?\n🙏 من فضلك";
    for (int i = 0; i < number % 3; ++i) m.notes.push_back("note " + std::to_string(i));
    m.fromOffender = number % 2 == 0;
    m.isContext = number % 3 == 0;
    m.isNotice = number % 7 == 0;
    if (number % 4 == 0) m.pictures = {{number, true, 6}, {1'000'000'000'000 + number, false, 0}};
    for (int i = 0; i < number % 3; ++i) m.incidents.push_back(number + i);
    return m;
}

void checkSame(const Message& a, const Message& b) {
    CHECK(a.label == b.label);
    CHECK(a.day == b.day);
    CHECK(a.clock == b.clock);
    CHECK(a.zoneNote == b.zoneNote);
    CHECK(a.sourceNote == b.sourceNote);
    CHECK(a.sender == b.sender);
    CHECK(a.text == b.text);
    CHECK(a.notes == b.notes);
    CHECK(a.fromOffender == b.fromOffender);
    CHECK(a.isContext == b.isContext);
    CHECK(a.isNotice == b.isNotice);
    CHECK(a.incidents == b.incidents);
    REQUIRE(a.pictures.size() == b.pictures.size());
    for (std::size_t i = 0; i < a.pictures.size(); ++i) {
        CHECK(a.pictures[i].id == b.pictures[i].id);
        CHECK(a.pictures[i].isAttachment == b.pictures[i].isAttachment);
        CHECK(a.pictures[i].orientation == b.pictures[i].orientation);
    }
}

} // namespace

TEST_CASE("messages come out of their packing as they went in, in any pieces") {
    for (const int count : {0, 1, 70, 2000}) { // the last is packed, the others lie plain
        std::vector<Message> given;
        for (int i = 0; i < count; ++i) given.push_back(messageOf(i));
        const Messages messages = packedMessages(given);
        REQUIRE(messages.size() == given.size());
        std::size_t next = 0;
        for (const Message& message : messages) checkSame(message, given[next++]);
        CHECK(next == given.size());
        for (std::size_t first = 0; first + 7 < given.size(); first += 31) {
            const auto some = messages.some(first, first + 7);
            REQUIRE(some.size() == 7);
            for (std::size_t i = 0; i < some.size(); ++i) checkSame(*some[i], given[first + i]);
        }
    }
}

TEST_CASE("each further message of a long conversation takes less than half of its own words") {
    PackedMessages packed;
    constexpr int kShort = 1'000, kMessages = 20'000;
    std::size_t words = 0, before = 0;
    for (int i = 0; i < kMessages; ++i) {
        const Message m = messageOf(i);
        packed.add(m);
        if (i == kShort) before = packed.bytes();
        if (i <= kShort) continue;
        for (const std::string* text : {&m.day, &m.clock, &m.zoneNote, &m.sourceNote, &m.sender, &m.text})
            words += text->size();
    }
    CHECK(packed.bytes() - before < words / 2);
}
