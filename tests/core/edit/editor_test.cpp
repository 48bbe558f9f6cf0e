// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"
#include "core/edit/editor.h"
#include "core/query/episodes.h"
#include "tests/support/temp_case.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::model::Direction;

namespace {

core::model::Incident incidentOn(int day) {
    core::model::Incident incident;
    incident.start = core::base::fromLocal({2025, 5, day, 12, 0, 0}, core::base::kDefaultZone,
                                           core::base::Precision::Minute);
    incident.title = "Mødte op";
    return incident;
}

} // namespace

TEST_CASE("the direction of a mail follows from who is who, and goes back when that is undone") {
    TempCase c;
    c.importFile("a.eml",
                 mailText("him@example.com", "her@example.org", "Sat, 3 May 2025 22:04:17 +0200", "a", "x"));
    c.importFile("b.eml",
                 mailText("her@example.org", "him@example.com", "Sat, 3 May 2025 23:04:17 +0200", "b", "y"));
    CHECK(c.items()[0].direction == Direction::Unknown);
    c.sayWho({"him@example.com"}, {"her@example.org"});
    CHECK(c.items()[0].direction == Direction::In);
    CHECK(c.items()[1].direction == Direction::Out);
    c.editor->undo();
    c.editor->undo();
    CHECK(c.items()[0].direction == Direction::Unknown);
    CHECK(c.items()[1].direction == Direction::Unknown);
}

TEST_CASE("a mail of several senders is hers where any of them is") {
    TempCase c;
    c.sayWho({"him@example.com"}, {"her@example.org"});
    c.importFile("a.eml", mailText("x@y.dk, her@example.org", "him@example.com",
                                   "Sat, 3 May 2025 22:04:17 +0200", "a", "x"));
    CHECK(c.items()[0].direction == Direction::Out);
}

TEST_CASE("a mail imported after she said who is who gets its direction at once") {
    TempCase c;
    c.sayWho({"him@example.com"}, {"her@example.org"});
    c.importFile("a.eml", mailText("HIM@example.com", "x@y.dk", "Sat, 3 May 2025 22:04:17 +0200", "a", "x"));
    CHECK(c.items()[0].direction == Direction::In);
}

TEST_CASE("every command can be undone and redone, and the history keeps all of it") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    const auto id = c.reader->itemIds({})[0];
    const auto before = c.reader->custody(0).size();
    c.editor->tagItems({id}, "kræver svar");
    CHECK(c.items()[0].tags == std::vector<std::string>{"kræver svar"});
    CHECK(c.editor->undoable()->action == "tag");
    c.editor->undo();
    CHECK(c.items()[0].tags.empty());
    CHECK(c.reader->tags().empty());
    CHECK(c.editor->redoable()->action == "tag");
    c.editor->redo();
    CHECK(c.items()[0].tags.size() == 1);
    CHECK(c.reader->custody(0).size() == before + 3);
    CHECK(c.store->verify().empty());
}

TEST_CASE("undoing who is who takes the items along that came in since, and keeps them") {
    TempCase c;
    c.sayWho({"him@example.com"}, {"her@example.org"});
    c.importFile("a.eml", mailText("Han <him@example.com>", "her@example.org",
                                   "Sat, 3 May 2025 22:04:17 +0200", "a", "x"));
    CHECK(c.items()[0].direction == Direction::In);
    while (c.editor->undoable()) c.editor->undo();
    CHECK(c.items()[0].direction == Direction::Unknown);
    CHECK(c.items()[0].from.written == "him@example.com");
    for (const auto& identifier : c.reader->identifiers())
        if (identifier.normal == "him@example.com") CHECK(identifier.name == "Han"); // from the mail
    while (c.editor->redoable()) c.editor->redo();
    CHECK(c.items()[0].direction == Direction::In);
    CHECK(c.store->verify().empty());
}

TEST_CASE("states of an item go back, many at once too") {
    TempCase c;
    std::vector<std::string> lines;
    for (int i = 0; i < 700; ++i) lines.push_back(smsLine(kHim, kMay3 + i, 1, std::to_string(i)));
    c.importFile("sms.xml", smsFile(lines));
    const auto ids = c.reader->itemIds({});
    c.editor->setReviewed({ids[0]}, true);
    c.editor->setExcluded(ids, true);
    CHECK(c.items().empty());
    c.editor->undo();
    CHECK(c.items().size() == 700);
    CHECK(c.items()[0].reviewed);
    c.editor->undo();
    CHECK_FALSE(c.items()[0].reviewed);
}

TEST_CASE("what has left the case is not undone under it, whoever made the export") {
    TempCase c;
    const auto incident = c.editor->saveIncident(incidentOn(4));
    core::edit::Editor other(*c.store, c.store->connect());
    core::model::Exhibit exhibit;
    exhibit.incident = incident;
    other.freezeExhibits({exhibit});
    c.editor->undo();
    CHECK(c.reader->incidents().size() == 1);
    CHECK_FALSE(c.editor->undoable());
}

TEST_CASE("the history of an item has the changes to many items at once") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 1, 1, "b"),
                                     smsLine(kHim, kMay3 + 2, 1, "c")}));
    const auto ids = c.reader->itemIds({});
    c.editor->setExcluded({ids[0], ids[1]}, true);
    c.editor->tagItems({ids[0], ids[1]}, "mærke");
    const auto actions = [&](core::model::Id id) {
        std::vector<std::string> list;
        for (const auto& event : c.reader->custody(id)) list.push_back(event.action);
        return list;
    };
    CHECK(actions(ids[1]) == std::vector<std::string>{"tag", "exclude", "import", "import-begin"});
    CHECK(actions(ids[2]) == std::vector<std::string>{"import", "import-begin"});
}

TEST_CASE("a new incident stands in the history under its own number") {
    TempCase c;
    const auto id = c.editor->saveIncident(incidentOn(4));
    CHECK(c.reader->custody(0).front().subject == "incident " + std::to_string(id));
    core::model::Milestone milestone;
    milestone.time = incidentOn(5).start;
    const auto step = c.editor->saveMilestone(milestone);
    CHECK(c.reader->custody(0).front().subject == "milestone " + std::to_string(step));
}

TEST_CASE("the same episodes accepted twice are incidents once") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 1, 1, "b")}));
    c.sayWho({kHim}, {});
    core::edit::EpisodeToAccept accept;
    accept.first.utcMs = accept.last.utcMs = kMay3;
    accept.items = c.reader->itemIds({});
    accept.count = 2;
    CHECK(c.editor->acceptEpisodes({accept}).size() == 1);
    CHECK(c.editor->acceptEpisodes({accept}).empty());
    CHECK(c.reader->incidents().size() == 1);
}

TEST_CASE("an accepted day says by what its sender is known: a name in a chat is no known number") {
    TempCase c;
    c.importFile("WhatsApp-chat med Kasper.txt",
                 "01.06.2025 09.12 - Kasper: Hej\n01.06.2025 09.14 - Kasper: Svar mig\n");
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    for (const auto kind : {core::model::ItemKind::Chat, core::model::ItemKind::Sms}) {
        core::query::ItemFilter filter;
        filter.kinds = {kind};
        core::edit::EpisodeToAccept accept;
        accept.key = core::model::codeOf(kind);
        accept.first.utcMs = accept.last.utcMs = kMay3;
        accept.items = c.reader->itemIds(filter);
        accept.count = static_cast<int>(accept.items.size());
        c.editor->acceptEpisodes({accept});
    }
    const auto incidents = c.reader->incidents();
    REQUIRE(incidents.size() == 2);
    std::set<std::vector<std::string>> known;
    for (const auto& incident : incidents) known.insert(incident.identifiedBy);
    CHECK(known == std::set<std::vector<std::string>>{{"number"}, {"profile"}});
}

TEST_CASE("the window's changes get their turn in the middle of a long import", "[slow]") {
    TempCase c;
    std::vector<std::string> lines;
    for (int i = 0; i < 80000; ++i)
        lines.push_back(smsLine(kHim, kMay3 + i * 1000, 1, "besked " + std::to_string(i)));
    const auto path = c.folder.write("sms.xml", smsFile(lines));
    std::atomic<bool> running{true};
    std::jthread importing([&] {
        core::base::Progress progress;
        core::import::importFiles(*c.store, {path}, {}, progress);
        running = false;
    });
    int saved = 0;
    auto longest = std::chrono::steady_clock::duration::zero();
    while (running) {
        const auto begin = std::chrono::steady_clock::now();
        c.editor->saveIncident(incidentOn(1 + saved++ % 28));
        longest = std::max(longest, std::chrono::steady_clock::now() - begin);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    importing.join();
    CHECK(saved > 10);
    CHECK(std::chrono::duration_cast<std::chrono::milliseconds>(longest).count() < 1000);
    CHECK(c.reader->itemCount() == 80000);
    CHECK(static_cast<int>(c.reader->incidents().size()) == saved);
}

TEST_CASE("a command that changes nothing leaves no trace") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    const auto id = c.reader->itemIds({})[0];
    c.editor->setExcluded({id}, true);
    const auto events = c.reader->custody(0).size();
    c.editor->setExcluded({id}, true);
    CHECK(c.reader->custody(0).size() == events);
    const auto incident = c.editor->saveIncident(incidentOn(4));
    const auto after = c.reader->custody(0).size();
    c.clock.advance(60000);
    c.editor->saveIncident(*c.reader->incident(incident));
    CHECK(c.reader->custody(0).size() == after);
}

TEST_CASE("the old value of an edit stands in the history") {
    TempCase c;
    auto incident = incidentOn(4);
    incident.id = c.editor->saveIncident(incident);
    incident.title = "Holdt i bil";
    c.editor->saveIncident(incident);
    const std::string detail = c.reader->custody(0).front().detail;
    CHECK(detail.find("Mødte op") != std::string::npos);
    CHECK(detail.find("Holdt i bil") != std::string::npos);
    CHECK(detail.find("private_note") == std::string::npos); // only what differs
}

TEST_CASE("an incident needs its date and nothing else") {
    TempCase c;
    core::model::Incident incident;
    incident.start.utcMs = -3'000'000'000'000;
    CHECK_THROWS_AS(c.editor->saveIncident(incident), core::base::Error);
    CHECK(c.reader->incidents().empty());
    CHECK(c.editor->saveIncident(incidentOn(4)) > 0);
}

TEST_CASE("all fields of an incident come back as they were saved") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    auto n = incidentOn(4);
    n.end = n.start;
    n.end->utcMs += 1200000;
    n.start.about = true;
    n.type = "watching";
    n.extraTypes = {"threat", "approach"};
    n.channel = "physical";
    n.description = "Linje 1\nLinje 2 \"citat\" 😀";
    n.placeType = "home";
    n.placeText = "vejen";
    n.targets = {"me", "children"};
    n.identifiedBy = {"seen", "voice"};
    n.witnesses = "V1";
    n.response = "none";
    n.fear = 4;
    n.reported = true;
    n.reportNumber = "9999-1";
    n.highlight = true;
    n.privateNote = "kun mig";
    n.status = core::model::IncidentStatus::Ready;
    n.items = c.reader->itemIds({});
    const auto saved = *c.reader->incident(c.editor->saveIncident(n));
    CHECK(saved.number == 1);
    CHECK(saved.start.utcMs == n.start.utcMs);
    CHECK(saved.start.about);
    CHECK(saved.end->utcMs == n.end->utcMs);
    CHECK(saved.extraTypes == n.extraTypes);
    CHECK(saved.description == n.description);
    CHECK(saved.targets == n.targets);
    CHECK(saved.identifiedBy == n.identifiedBy);
    CHECK(saved.fear == 4);
    CHECK(saved.highlight);
    CHECK(saved.privateNote == "kun mig");
    CHECK(saved.status == core::model::IncidentStatus::Ready);
    CHECK(saved.items == n.items);
}

TEST_CASE("accepted episodes are numbered by time and are no episodes any more") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, kMay3 + 86'400'000, 1, "b"), smsLine(kHim, kMay3, 1, "a"),
                          smsLine(kHim, kMay3 + 1000, 1, "c"), smsLine(kHim, kMay3 + 2000, 2, "svar")}));
    c.sayWho({kHim}, {});
    CHECK(core::query::episodes(*c.reader).size() == 2);
    c.acceptAllEpisodes();
    const auto incidents = c.reader->incidents();
    REQUIRE(incidents.size() == 2);
    CHECK(incidents[0].number == 1);
    CHECK(incidents[0].count == 2);
    CHECK(incidents[0].items.size() == 2);
    CHECK(core::query::episodes(*c.reader).empty());
    c.editor->undo();
    CHECK(c.reader->incidents().empty());
    CHECK(core::query::episodes(*c.reader).size() == 2);
}

TEST_CASE("exhibits planned before another export gave numbers are not numbered a second time") {
    TempCase c;
    const auto incident = c.editor->saveIncident(incidentOn(4));
    core::model::Exhibit exhibit;
    exhibit.incident = incident;
    core::edit::Editor other(*c.store, c.store->connect());
    const auto first = other.freezeExhibits({exhibit});
    CHECK_THROWS_AS(c.editor->freezeExhibits({exhibit}), core::base::Error);
    CHECK(c.reader->exhibits().size() == 1);
    CHECK(c.editor->freezeExhibits({first[0], exhibit})[1].number == 2);
}

TEST_CASE("an exhibit keeps its number, and numbers are never used again") {
    TempCase c;
    const auto incident = c.editor->saveIncident(incidentOn(4));
    core::model::Exhibit exhibit;
    exhibit.incident = incident;
    auto frozen = c.editor->freezeExhibits({exhibit, exhibit});
    CHECK(frozen[0].number == 1);
    CHECK(frozen[1].number == 2);
    auto more = c.editor->freezeExhibits({frozen[0], frozen[1], exhibit});
    CHECK(more[0].number == 1);
    CHECK(more[2].number == 3);
    CHECK(c.reader->exhibits().size() == 3);
    CHECK_FALSE(c.editor->undoable());
}

TEST_CASE("a time she states herself is used, and the read ones stay beside it") {
    TempCase c;
    c.importFile("a.eml", mailText("a@b.dk", "c@d.dk", "Sat, 3 May 2025 22:04:17 +0200", "a", "x"));
    const auto id = c.reader->itemIds({})[0];
    const auto time =
        core::base::fromLocal({2025, 5, 2, 9, 0, 0}, core::base::kDefaultZone, core::base::Precision::Minute);
    c.editor->setTime(id, time, core::model::TimeSource::Witness, "Sofie så den komme");
    const auto item = c.reader->item(id);
    CHECK(item->time->utcMs == time.utcMs);
    REQUIRE(item->times.size() == 2);
    CHECK(item->times[1].source == core::model::TimeSource::MailDate);
    bool said = false;
    for (const auto& event : c.reader->custody(id)) said = said || event.detail == "Sofie så den komme";
    CHECK(said);
}

TEST_CASE("a change to thousands of items is in the history of each, with its old value") {
    TempCase c;
    std::vector<std::string> lines;
    for (int i = 0; i < 1200; ++i)
        lines.push_back(smsLine("+4512345601", 1'746'302'657'000 + i * 1000, 1, std::to_string(i)));
    c.importFile("sms.xml", smsFile(lines));
    std::vector<core::model::Id> all;
    for (int i = 1; i <= 1200; ++i) all.push_back(i);
    c.editor->setReviewed(all, true);
    for (const core::model::Id id : {1, 700, 1200}) {
        const auto events = c.reader->custody(id);
        REQUIRE(events.front().action == "review");
        CHECK(events.front().detail.find("\"before\":{\"id\":" + std::to_string(id) + ",\"reviewed\":0}") !=
              std::string::npos);
    }
    c.editor->undo();
    CHECK(c.reader->custody(700).front().action == "undo");
}
