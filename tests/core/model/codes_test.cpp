// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/incident.h"
#include "core/model/item.h"
#include "core/model/milestone.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::model;

TEST_CASE("every code leads back to its value") {
    for (int i = 0; i <= static_cast<int>(ItemKind::Notice); ++i)
        CHECK(itemKindOf(codeOf(static_cast<ItemKind>(i))) == static_cast<ItemKind>(i));
    for (int i = 0; i <= static_cast<int>(TimeSource::Unknown); ++i)
        CHECK(timeSourceOf(codeOf(static_cast<TimeSource>(i))) == static_cast<TimeSource>(i));
    for (int i = 0; i < kMilestoneKinds; ++i)
        CHECK(milestoneKindOf(codeOf(static_cast<MilestoneKind>(i))) == static_cast<MilestoneKind>(i));
    for (int i = 0; i <= static_cast<int>(IssueCode::UnsafeName); ++i) {
        const auto code = static_cast<IssueCode>(i);
        CHECK(issueCodeOf(codeOf(code)) == code);
        CHECK(std::string(describe(code)).ends_with("."));
    }
    CHECK_FALSE(itemKindOf("letter"));
}

TEST_CASE("the words that the command line promises are these") {
    CHECK(std::string(codeOf(ItemKind::Sms)) == "sms");
    CHECK(std::string(codeOf(ItemKind::Email)) == "email");
    CHECK(std::string(codeOf(Direction::In)) == "in");
    CHECK(std::string(codeOf(TimeSource::MailDate)) == "mail-date");
}
