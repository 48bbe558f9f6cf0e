// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_index.h"
#include "core/report/packed_messages.h"

#include <set>

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

using Range = std::pair<std::string, std::string>;

} // namespace

TEST_CASE("what follows a page is named by the next message that counts and the last of its incident") {
    const ConversationIndex index(
        report::packedMessages({message("4.1", "a", {4}), message("", "a", {}), message("5.1", "a", {5}),
                                message("4.2", "b", {4}), message("5.2", "b", {5}), message("", "b", {})}));
    CHECK(index.following(0) == Range("4.1", "4.2"));
    CHECK(index.following(1) == Range("5.1", "5.2"));
    CHECK(index.following(3) == Range("4.2", "4.2"));
    CHECK(index.following(5) == Range());
    CHECK(index.following(6) == Range());
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
