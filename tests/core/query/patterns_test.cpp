// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"
#include "core/query/patterns.h"
#include "core/query/time_axis.h"
#include "tests/support/temp_case.h"

#include <numeric>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

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

TEST_CASE("weeks and months come without gaps, and their sum is the number of contacts") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(3, 1, 12), 1, "a"), smsLine(kHim, at(5, 31, 12), 1, "b"),
                          smsLine(kHim, at(5, 31, 13), 1, "c")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    const auto p = patternsOf(c);
    std::vector<core::query::Dated> points;
    for (const auto& contact : p.contacts) points.push_back({contact.timeMs, contact.channel});
    for (const auto unit : {core::query::AxisUnit::Fitting, core::query::AxisUnit::Month}) {
        const auto axis = core::query::timeAxis(*p.firstMs, *p.lastMs, {}, c.reader->zone(), unit);
        CHECK(axis.periods() == (unit == core::query::AxisUnit::Month ? 3 : 14));
        const auto series = core::query::seriesOf(points, axis);
        REQUIRE(series.size() == 1);
        CHECK(series[0].total == 3);
        CHECK(std::accumulate(series[0].counts.begin(), series[0].counts.end(), 0) == 3);
        CHECK(series[0].counts.front() == 1);
        CHECK(series[0].counts.back() == 2);
    }
    CHECK(p.peakDay == "2025-05-31");
    CHECK(p.peakCount == 2);
}

TEST_CASE("an empty log has no patterns and no division by zero") {
    TempCase c;
    addOrder(c, local(5, 12, 0, core::base::Precision::Day));
    const auto p = patternsOf(c);
    CHECK(p.contacts.empty());
    CHECK(p.beforeAfter.empty());
}

TEST_CASE("before and after are compared over windows of one length, and not where a side is too short") {
    TempCase c;
    std::vector<std::string> lines;
    for (int day = 1; day <= 28; ++day) lines.push_back(smsLine(kHim, at(3, day, 12), 1, "a"));
    for (int day = 2; day <= 20; day += 2) lines.push_back(smsLine(kHim, at(4, day, 12), 1, "b"));
    c.importFile("sms.xml", smsFile(lines));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    addOrder(c, local(4, 1, 12, core::base::Precision::Second));
    addOrder(c, local(3, 3, 12, core::base::Precision::Second));
    const auto p = patternsOf(c);
    REQUIRE(p.beforeAfter.size() == 2);
    CHECK(p.beforeAfter[0].windowDays == 0); // two days before
    const auto& around = p.beforeAfter[1];
    CHECK(around.before == 28);
    CHECK(around.after == 10);
    CHECK(around.windowDays == 19);
    CHECK(around.windowBefore == 16); // 13 to 28 March: nothing on the last three days of the month
    CHECK(around.windowAfter == 9);   // the last one falls on the end of the window
}

TEST_CASE("what is linked and not counted is counted by why") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, at(5, 1, 20), 1, "a"), smsLine(kHim, at(5, 1, 21), 1, "b"),
                                     smsLine(kHim, at(5, 1, 22), 2, "nej")}));
    c.sayWho({kHim}, {});
    core::model::Incident incident;
    incident.start = local(5, 1, 20, core::base::Precision::Minute);
    incident.channel = "sms";
    incident.items = c.reader->itemIds({});
    c.editor->saveIncident(incident);
    c.editor->setExcluded({incident.items.front()}, true);
    incident.items.clear();
    incident.start = local(5, 1, 0, core::base::Precision::Month);
    incident.placeType = "work";
    c.editor->saveIncident(incident);
    const auto p = patternsOf(c);
    CHECK(p.contacts.size() == 2);
    CHECK(p.ownItems == 1);
    CHECK(p.excludedItems == 1);
    CHECK(p.undatedItems == 0);
    CHECK(p.vague == 1);
    CHECK(p.places == std::map<std::string, int>{{"", 1}, {"work", 1}});
}

TEST_CASE("the longest pause is said with the day on which it began") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(3, 1, 12), 1, "a"), smsLine(kHim, at(3, 4, 12), 1, "b"),
                          smsLine(kHim, at(3, 30, 12), 1, "c"), smsLine(kHim, at(3, 30, 13), 1, "d")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    const auto p = patternsOf(c);
    CHECK(p.longestGapDays == 25);
    CHECK(p.gapBegin == core::base::civilToMs({2025, 3, 5, 0, 0, 0}) / 86'400'000);
    CHECK(p.days.size() == 3);
    CHECK(p.days.rbegin()->second == 2);
}

TEST_CASE("every incident stands once in how the incidents are shown") {
    std::vector<core::model::Incident> incidents(5);
    incidents[0].witnesses = "V1";
    incidents[0].number = 1;
    incidents[1].number = 1;
    incidents[2].witnesses = "V2";
    incidents[3].reportNumber = "9999";
    incidents[4].reported = true;
    incidents[4].timeSource = core::model::TimeSource::CallLog;
    const auto cover = core::query::evidenceCover(incidents, [](const auto& n) { return n.number == 1; });
    CHECK(cover.exhibitAndWitness == 1);
    CHECK(cover.exhibitOnly == 1);
    CHECK(cover.witnessOnly == 1);
    CHECK(cover.ownStatementOnly == 2);
    CHECK(cover.incidents() == 5);
    CHECK(cover.reported == 2);
    CHECK(cover.reportedWithNumber == 1);
    CHECK(cover.fromMemory == 4);
}

TEST_CASE("nothing in the minute of an order is counted as after it") {
    TempCase c;
    const std::int64_t minute = at(6, 15, 14);
    c.importFile(
        "sms.xml",
        smsFile({smsLine(kHim, minute - 1000, 1, "før"), smsLine(kHim, minute, 1, "i den"),
                 smsLine(kHim, minute + 30'000, 1, "i den"), smsLine(kHim, minute + 60'000, 1, "efter")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    addOrder(c, local(6, 15, 14, core::base::Precision::Minute));
    const auto p = patternsOf(c);
    CHECK(p.beforeAfter[0].before == 3);
    CHECK(p.beforeAfter[0].after == 1);
}

TEST_CASE("what a third party wrote beside the offender's messages is not counted as his") {
    TempCase c;
    const std::string kFriend = "+4561223344";
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, at(5, 1, 20), 1, "a"), smsLine(kFriend, at(5, 1, 21), 1, "b"),
                          smsLine(kFriend, at(5, 2, 21), 1, "han beder mig sige"),
                          smsLine(kFriend, at(5, 2, 22), 1, "at du skal svare")}));
    c.sayWho({kHim}, {});
    c.editor->assignIdentifiers({c.editor->ensureIdentifier(core::model::IdentifierKind::Phone, kFriend)},
                                core::model::PartyRole::ThirdParty);
    const auto ids = c.reader->itemIds({});
    core::model::Incident group, through;
    group.start = local(5, 1, 20, core::base::Precision::Minute);
    group.items = {ids[0], ids[1]};
    through.start = local(5, 2, 21, core::base::Precision::Minute);
    through.items = {ids[2], ids[3]}; // he wrote through her
    c.editor->saveIncident(group);
    c.editor->saveIncident(through);
    const auto p = patternsOf(c);
    CHECK(p.contacts.size() == 3);
    CHECK(p.others == std::set<core::model::Id>{ids[1]});
}

TEST_CASE("windows before and after a step are whole days of the calendar, also over a change of the clock") {
    TempCase c;
    std::vector<std::string> lines;
    for (int day = 20; day <= 29; ++day) lines.push_back(smsLine(kHim, at(3, day, 0) + 20 * 60'000, 1, "a"));
    for (int day = 1; day <= 11; ++day) lines.push_back(smsLine(kHim, at(4, day, 23) + 40 * 60'000, 1, "b"));
    c.importFile("sms.xml", smsFile(lines)); // summer time begins on 30 March 2025
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    addOrder(c, local(4, 1, 0, core::base::Precision::Day));
    const auto p = patternsOf(c);
    REQUIRE(p.beforeAfter.size() == 1);
    const auto& around = p.beforeAfter[0];
    const std::string zone = core::base::kDefaultZone;
    CHECK(around.windowDays == 9); // 24 March to 1 April, 2 to 10 April
    CHECK(core::base::toLocal(around.windowFromMs, zone).day == 24);
    CHECK(core::base::toLocal(around.windowFromMs, zone).hour == 0);
    CHECK(core::base::toLocal(around.windowToMs, zone).day == 11);
    CHECK(core::base::toLocal(around.windowToMs, zone).hour == 0);
    CHECK(around.windowBefore == 7); // 24 to 29 March, twenty past midnight, and 1 April
    CHECK(around.windowAfter == 9);
}
