// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/log_case.h"

#include <numeric>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

const report::PatternFigure& figure(const report::LogDocument& d, const std::string& heading) {
    for (const report::PatternFigure& f : d.patterns.figures)
        if (f.heading == heading) return f;
    FAIL("no figure " << heading);
    return d.patterns.figures.front();
}

int valueOf(const std::string& cell) { // "1,204"; a dash is nothing
    int value = 0;
    for (const char c : cell)
        if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
    return value;
}

int lastOf(const report::FigureTable& table) { return valueOf(table.rows.back().back()); }

int totalOf(const std::vector<report::SeriesRow>& series) {
    return std::accumulate(series.begin(), series.end(), 0,
                           [](int sum, const report::SeriesRow& row) { return sum + row.total; });
}

// Messages, a mail-like incident from memory, one with two kinds, one without a clock.
struct MixedCase : Case {
    MixedCase() {
        model::Incident n;
        n.type = "approach";
        n.extraTypes = {"threat"};
        n.channel = "physical";
        n.placeType = "work";
        n.targets = {"me", "children"};
        n.witnesses = "V1, colleague";
        addIncident(n);
        n = {};
        n.type = "gift";
        n.start = base::fromLocal({2025, 3, 2, 0, 0, 0, 0}, base::kDefaultZone, base::Precision::Day);
        n.reportNumber = "9999-1";
        addIncident(n);
        model::Milestone blocked;
        blocked.kind = model::MilestoneKind::NumberBlocked;
        blocked.time =
            base::fromLocal({2025, 5, 10, 12, 0, 0, 0}, base::kDefaultZone, base::Precision::Minute);
        editor->saveMilestone(blocked);
    }
};

} // namespace

TEST_CASE("every table of the patterns adds up, column by column") {
    MixedCase c;
    const auto d = c.build();
    REQUIRE(d.patterns.figures.size() == 9);
    for (const report::PatternFigure& f : d.patterns.figures) {
        CAPTURE(f.heading);
        REQUIRE(!f.table.rows.empty());
        for (const auto& row : f.table.rows) CHECK(row.size() == f.table.headings.size());
        if (!f.table.hasSum) continue;
        for (std::size_t column = 1; column < f.table.headings.size(); ++column) {
            if (f.table.rows.back()[column].empty()) continue;
            int sum = 0;
            for (std::size_t r = 0; r + 1 < f.table.rows.size(); ++r) sum += valueOf(f.table.rows[r][column]);
            CAPTURE(column);
            CHECK(valueOf(f.table.rows.back()[column]) == sum);
        }
    }
}

TEST_CASE("the figures agree with the overview and with each other") {
    MixedCase c;
    const auto d = c.build();
    REQUIRE(d.contacts == 6); // four messages of the offender, two incidents without any
    const auto& groups = figure(d, "Week by week, by kind");
    CHECK(totalOf(groups.series) == d.contacts);
    CHECK(lastOf(groups.table) == d.contacts);
    CHECK(groups.series.front().total == d.overview.barTotal);
    for (std::size_t i = 0; i < d.overview.bars.size(); ++i)
        CHECK(groups.series.front().counts[i] == d.overview.bars[i].contacts);
    for (const report::DotRow& row : d.overview.dotRows)
        for (const report::SeriesRow& series : groups.series)
            if (series.name == row.label) CHECK(series.total == static_cast<int>(row.dots.size()));

    const auto& channels = figure(d, "Month by month, by channel");
    CHECK(totalOf(channels.series) == d.contacts);
    for (const report::NamedCount& count : d.overview.channels)
        for (const report::SeriesRow& series : channels.series)
            if (series.name == count.name) CHECK(series.total == count.count);

    const auto& targets = figure(d, "Directed at");
    for (const report::NamedCount& count : d.overview.targets)
        for (const report::ShareRow& share : targets.shares)
            if (share.name == count.name) CHECK(share.count == count.count);

    CHECK(valueOf(figure(d, "Kind of place").table.rows.back()[2]) == d.contacts);
    CHECK(valueOf(figure(d, "Day by day").table.rows.back()[2]) == d.contacts);
    CHECK(lastOf(figure(d, "Weekday and time of day: the numbers").table) == 5); // one has no time of day
    CHECK(valueOf(figure(d, "What supports the incidents").table.rows.back()[5]) == d.incidents);
}

TEST_CASE("an incident with two kinds stands on both rungs, in the order of the file, violence on top") {
    MixedCase c;
    const auto d = c.build();
    const auto& ladder = figure(d, "Kinds over time, in a fixed order");
    REQUIRE(ladder.series.size() == 7);
    CHECK(ladder.series.front().name == "Violence");
    CHECK(ladder.series.front().total == 0);
    CHECK(ladder.series[1].name == "Threats");
    CHECK(ladder.series[1].total == 1);
    CHECK(ladder.series[3].total == 1);
    CHECK(ladder.series.back().name == "Calls and messages");
}

TEST_CASE("a channel that first appears after a number was blocked is named with both dates") {
    MixedCase c;
    const auto d = c.build();
    const auto& f = figure(d, "Month by month, by channel");
    CHECK(f.counted.find("In person: the first on 20\u00a0May 2025") != std::string::npos);
    CHECK(f.counted.find("10\u00a0May 2025") != std::string::npos);
    CHECK(f.counted.find("SMS/MMS:") == std::string::npos);
}

TEST_CASE("what a figure leaves out is said, and what is from memory is marked") {
    MixedCase c;
    model::Incident own;
    own.channel = "sms";
    own.items = query::CaseReader(*c.store).itemIds({}); // one of them is her own
    c.addIncident(own);
    const auto d = c.build();
    std::string intro;
    for (const std::string& text : d.patterns.intro) intro += text + "\n";
    CHECK(intro.find("Not counted: 1 own message") != std::string::npos);
    const auto& groups = figure(d, "Week by week, by kind");
    int remembered = 0;
    for (const report::SeriesRow& row : groups.series)
        remembered += std::accumulate(row.fromMemory.begin(), row.fromMemory.end(), 0);
    CHECK(remembered == 2);
}

TEST_CASE("one contact has neither peak nor pause, and nothing is said about how many of one have exhibits") {
    Case c("<smses count=\"0\"></smses>");
    model::Incident n;
    c.addIncident(n);
    const auto one = c.build().overview;
    for (const report::Figure& f : one.figures) {
        CHECK(f.caption.find("on one day") == std::string::npos);
        CHECK(f.caption.find("without contact") == std::string::npos);
    }
    CHECK(one.figures.size() == 3); // incidents, contacts, those after the order
    CHECK(one.subtitle.find("pause") == std::string::npos);
    CHECK(one.foot.empty());
    n.start = base::fromLocal({2025, 5, 24, 16, 0, 0, 0}, base::kDefaultZone, base::Precision::Minute);
    c.addIncident(n);
    const auto two = c.build().overview;
    CHECK(two.figures.size() == 4);
    CHECK(two.subtitle.find("longest pause 3 days") != std::string::npos);
    CHECK(two.foot.find("of 2 incidents") != std::string::npos);
}

TEST_CASE("nothing to count makes no figures, and a year mistyped by centuries no book") {
    Case c("<smses count=\"0\"></smses>");
    CHECK(c.build().patterns.figures.empty());
    model::Incident n;
    c.addIncident(n);
    CHECK(c.build().patterns.figures.empty()); // one contact is no pattern
    CHECK(c.build().overview.foot.find("Tables") == std::string::npos);
    for (const int year : {1900, 1900, 2025}) {
        n.start = base::fromLocal({year, 5, 1, 0, 0, 0, 0}, base::kDefaultZone, base::Precision::Day);
        c.addIncident(n);
    }
    const auto d = c.build();
    for (const report::PatternFigure& f : d.patterns.figures) {
        CHECK(f.table.rows.size() < 30);
        CHECK(f.years.size() < 3);
    }
}
