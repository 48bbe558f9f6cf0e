// SPDX-License-Identifier: GPL-3.0-or-later
// What the document says of what it does not show, and of times that do not agree with their evidence.
#include "tests/core/report/log_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::allText;
using tests::Case;
using tests::textOf;

namespace {

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string aboutText(const report::LogDocument& document) {
    std::string all;
    for (const report::TextSection& section : document.about)
        for (const std::string& text : section.paragraphs) all += text + "\n";
    return all;
}

model::Id itemWith(const Case& c, const std::string& words) {
    query::ItemFilter filter;
    filter.search = words;
    const auto ids = query::CaseReader(*c.store).itemIds(filter);
    REQUIRE(ids.size() == 1);
    return ids.front();
}

} // namespace

TEST_CASE("a document says how much of the case stands in no incident") {
    Case c;
    const std::string about = aboutText(c.build());
    // Her own message stands in the exhibit as context; that of another number stands nowhere.
    CHECK(says(about, "not shown here: 1 message or call from others or an unknown number."));
    CHECK_FALSE(says(about, "of the exposed person:"));
    CHECK_FALSE(says(about, "Set aside"));
}

TEST_CASE("messages of the offender that became no incident are counted as left out") {
    Case c;
    const query::CaseReader reader(*c.store);
    for (const model::Incident& incident : reader.incidents()) {
        if (incident.items.size() != 1) continue;
        c.editor->removeFromIncident(incident.id, incident.items);
        break;
    }
    CHECK(says(aboutText(c.build()), "not shown here: 1 message or call from the offender, 1 message"));
}

TEST_CASE("what she has set aside is said apart, and only in numbers") {
    Case c;
    c.editor->setExcluded({itemWith(c, "anden")}, true);
    const report::LogDocument d = c.build();
    CHECK(says(aboutText(d), "Set aside by the exposed person as not belonging to it, and not shown here: 1 "
                             "message or call from others"));
    CHECK_FALSE(says(aboutText(d), "in none of its incidents"));
    CHECK_FALSE(says(allText(d), "Hej fra en anden"));
}

TEST_CASE("a message that shows a step is an exhibit of its own and not left out") {
    Case c;
    model::Milestone no;
    no.kind = model::MilestoneKind::ClearNo;
    no.time = base::fromLocal({2025, 5, 3, 22, 0, 0, 0}, base::kDefaultZone, base::Precision::Minute);
    no.item = itemWith(c, "anden");
    c.editor->saveMilestone(no);
    const report::LogDocument d = c.build();
    CHECK_FALSE(says(aboutText(d), "in none of its incidents"));
    CHECK(says(allText(d), "Hej fra en anden"));
}

TEST_CASE("a time that is said to come from a file and does not agree with it is shown with the file's own") {
    Case c;
    const model::Id item = itemWith(c, "vågen"); // 2025-05-14 07:20
    model::Incident n;
    n.type = "sms";
    n.timeSource = model::TimeSource::MessageExport;
    n.items = {item};
    const auto at = [](int hour, int minute) {
        return base::fromLocal({2025, 5, 14, hour, minute, 0, 0}, base::kDefaultZone,
                               base::Precision::Minute);
    };
    const auto rowsWith = [&](const std::string& words) {
        const report::LogDocument document = c.build();
        int found = 0;
        for (const report::LogRow& row : document.rows) found += says(textOf(row), words) ? 1 : 0;
        return found;
    };
    n.start = at(7, 20);
    n.id = c.addIncident(n);
    CHECK(rowsWith("but the exhibit says") == 0);
    n.start = at(6, 55);
    c.editor->saveIncident(n);
    CHECK(rowsWith("but the exhibit says 07:20") == 1);
    n.start.about = true; // she does not claim to know
    c.editor->saveIncident(n);
    CHECK(rowsWith("but the exhibit says") == 0);
    n.start.about = false;
    n.timeSource = model::TimeSource::OwnMemory;
    c.editor->saveIncident(n);
    CHECK(rowsWith("but the exhibit says") == 0);
}

TEST_CASE("a time that is only known to the hour, or was set aside, contradicts nothing") {
    Case c;
    const model::Id item = itemWith(c, "vågen");
    model::Incident n;
    n.type = "sms";
    n.timeSource = model::TimeSource::MessageExport;
    n.items = {item};
    n.start = base::fromLocal({2025, 5, 14, 6, 55, 0, 0}, base::kDefaultZone, base::Precision::Minute);
    c.addIncident(n);
    CHECK(says(allText(c.build()), "but the exhibit says"));
    c.editor->setExcluded({item}, true);
    CHECK_FALSE(says(allText(c.build()), "but the exhibit says"));
}

TEST_CASE("how much was written down long after is counted, not guessed from the step") {
    Case c;
    model::Milestone begun;
    begun.kind = model::MilestoneKind::LoggingBegun;
    begun.time = base::fromLocal({2025, 5, 1, 0, 0, 0, 0}, base::kDefaultZone, base::Precision::Day);
    c.editor->saveMilestone(begun);
    CHECK(says(c.build().overview.barNote, "The log was begun on "));
    CHECK_FALSE(says(c.build().overview.barNote, "written down more than a week after"));
    model::Incident n;
    n.type = "gift";
    n.title = "Flowers";
    c.addIncident(n); // months before the clock of this test
    CHECK(
        says(c.build().overview.barNote, "1 incident was written down more than a week after it happened."));
}
