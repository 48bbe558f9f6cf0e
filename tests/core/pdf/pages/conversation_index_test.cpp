// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_index.h"
#include "core/report/packed_messages.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using pdf::pages::ConversationIndex;

namespace {

report::Message message(const std::string& label, const std::string& day, std::vector<int> incidents) {
    report::Message m;
    m.label = label;
    m.day = day;
    m.incidents = std::move(incidents);
    return m;
}

} // namespace

TEST_CASE("the first message that counts is looked for in the rest of the day alone") {
    const ConversationIndex index(
        report::packedMessages({message("", "a", {}), message("", "a", {}), message("5.1", "a", {5}),
                                message("", "b", {}), message("", "c", {}), message("4.2", "c", {4})}));
    CHECK(index.firstCounted(0) == 2);
    CHECK(index.firstCounted(2) == 2);
    CHECK(index.firstCounted(3) == 6);
    CHECK(index.firstCounted(4) == 5);
}

TEST_CASE("a day is as long as its line stands, and names its incidents only where there are several") {
    const ConversationIndex index(
        report::packedMessages({message("4.1", "a", {4, 6}), message("5.1", "a", {5}),
                                message("4.2", "b", {4}), message("4.3", "a", {4})}));
    CHECK(index.isMixed());
    CHECK(index.incidentsOfDay(0) == std::vector<int>{4, 5, 6});
    CHECK(index.incidentsOfDay(1) == std::vector<int>{5});
    CHECK(index.incidentsOfDay(2) == std::vector<int>{4});
    CHECK(index.incidentsOfDay(3) == std::vector<int>{4});
    CHECK_FALSE(ConversationIndex(report::packedMessages({message("4.1", "", {4})})).isMixed());
    CHECK_FALSE(ConversationIndex({}).isMixed());
}
