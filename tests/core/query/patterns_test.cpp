// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"
#include "core/query/patterns.h"
#include "tests/support/temp_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

const std::string kHim = "+4512345601";

core::base::Timestamp local(int month, int day, int hour, core::base::Precision precision) {
    return core::base::fromLocal({2025, month, day, hour, 0, 0}, core::base::kDefaultZone, precision);
}
std::int64_t at(int month, int day, int hour) {
    return local(month, day, hour, core::base::Precision::Second).utcMs;
}

core::query::Patterns patternsOf(const TempCase& c) {
    return core::query::patterns(*c.reader, c.reader->incidents());
}

void addOrder(TempCase& c, core::base::Timestamp time) {
    core::model::Milestone milestone;
    milestone.kind = core::model::MilestoneKind::RestrainingOrder;
    milestone.time = time;
    c.editor->saveMilestone(milestone);
}

} // namespace

TEST_CASE("before and after a tilhold are counted contact by contact") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 1, 22), 1, "a"), smsLine(kHim, at(5, 1, 23), 1, "b"),
                          smsLine(kHim, at(5, 12, 9), 1, "samme dag"), smsLine(kHim, at(5, 15, 7), 1, "c")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    addOrder(c, local(5, 12, 0, core::base::Precision::Day));
    const auto p = patternsOf(c);
    REQUIRE(p.beforeAfter.size() == 1);
    CHECK(p.beforeAfter[0].before ==
          3); // the hour of the tilhold is not known: that day's message is not "after"
    CHECK(p.beforeAfter[0].after == 1);
    CHECK(p.beforeAfter[0].firstAfterDays == 3);
}

TEST_CASE("with the hour known the same day is split at it") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 12, 9), 1, "før"), smsLine(kHim, at(5, 12, 11), 1, "efter")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    addOrder(c, local(5, 12, 10, core::base::Precision::Minute));
    const auto p = patternsOf(c);
    CHECK(p.beforeAfter[0].before == 1);
    CHECK(p.beforeAfter[0].after == 1);
    CHECK(p.beforeAfter[0].firstAfterDays == 0);
}

TEST_CASE("her own messages are no contacts, and one in two incidents is one contact") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 1, 22), 1, "a"), smsLine(kHim, at(5, 1, 23), 2, "nej")}));
    c.sayWho({kHim}, {});
    core::model::Incident incident;
    incident.start = local(5, 1, 22, core::base::Precision::Minute);
    incident.items = c.reader->itemIds({});
    c.editor->saveIncident(incident);
    c.editor->saveIncident(incident);
    CHECK(patternsOf(c).contacts.size() == 1);
}

TEST_CASE("an incident whose messages are all excluded is no contact, whatever its count says") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 1, 22), 1, "a"), smsLine(kHim, at(5, 1, 23), 1, "b")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    core::model::Incident door; // he came to the door; the message about it is excluded with the others
    door.start = local(5, 2, 22, core::base::Precision::Minute);
    door.channel = "physical";
    door.items = c.reader->itemIds({});
    c.editor->saveIncident(door);
    CHECK(patternsOf(c).contacts.size() == 2);
    c.editor->setExcluded({c.reader->itemIds({}).front()}, true);
    CHECK(patternsOf(c).contacts.size() == 1);
    core::query::ItemFilter all;
    all.withExcluded = true;
    c.editor->setExcluded(c.reader->itemIds(all), true);
    const auto p = patternsOf(c);
    REQUIRE(p.contacts.size() == 1);
    CHECK(p.contacts[0].channel == "physical");
}

TEST_CASE("weekday and hour leave out what has no clock time, and say how many") {
    TempCase c;
    core::model::Incident incident;
    incident.start = local(5, 3, 23, core::base::Precision::Minute); // a Saturday
    c.editor->saveIncident(incident);
    incident.start = local(5, 4, 0, core::base::Precision::Day);
    c.editor->saveIncident(incident);
    const auto p = patternsOf(c);
    CHECK(p.weekdayHour[5][23] == 1);
    CHECK(p.withoutClock == 1);
    CHECK(p.nightContacts == 1);
    CHECK(p.activeDays == 2);
    CHECK(p.longestGapDays == 0);
}

TEST_CASE("weeks come without gaps, and the sum of all weeks is the number of contacts") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(3, 1, 12), 1, "a"), smsLine(kHim, at(5, 31, 12), 1, "b"),
                          smsLine(kHim, at(5, 31, 13), 1, "c")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    const auto p = patternsOf(c);
    CHECK(p.weeks.size() == 14);
    int sum = 0;
    for (const auto& week : p.weeks) sum += week.messagesAndCalls;
    CHECK(sum == 3);
    CHECK(p.peakDay == "2025-05-31");
    CHECK(p.peakCount == 2);
}

TEST_CASE("an empty log has no patterns and no division by zero") {
    TempCase c;
    addOrder(c, local(5, 12, 0, core::base::Precision::Day));
    const auto p = patternsOf(c);
    CHECK(p.contacts.empty());
    CHECK(p.weeks.empty());
}
