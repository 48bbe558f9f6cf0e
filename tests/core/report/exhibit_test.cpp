// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/report/file_case.h"
#include "tests/support/messages.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::Case;

namespace {

// Two evenings in April, one around midnight at the end of the month, one message in May, calls between.
const char* const kTwoMonths = R"(<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="6">
  <sms protocol="0" address="+4520110917" date="1743624000000" type="1" subject="null" body="den anden" read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1744228800000" type="1" subject="null" body="den niende" read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1746050100000" type="1" subject="null" body="sidst i april" read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1746050700000" type="1" subject="null" body="først i maj" read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1747200000000" type="1" subject="null" body="midt i maj" read="1" status="-1" />
  <sms protocol="0" address="+4520110917" date="1747900000000" type="1" subject="null" body="sent i maj" read="1" status="-1" />
</smses>
)";

std::string sms(std::int64_t timeMs, const std::string& text) {
    return "  <sms protocol=\"0\" address=\"+4520110917\" date=\"" + std::to_string(timeMs) +
           "\" type=\"1\" subject=\"null\" body=\"" + text + "\" read=\"1\" status=\"-1\" />\n";
}

constexpr std::int64_t kDayMs = 86'400'000, kSecondOfApril = 1743624000000, kFourteenthOfMay = 1747200000000;

// The same with so many more in each month that it has an exhibit of its own.
std::string twoFullMonths() {
    std::string xml = kTwoMonths;
    std::string more;
    for (int i = 1; i <= 5; ++i)
        for (const std::int64_t day : {kSecondOfApril, kFourteenthOfMay})
            more += sms(day + i * 60'000, "mere " + std::to_string(i));
    return xml.insert(xml.rfind("</smses>"), more);
}

std::vector<model::Id> itemsWith(const query::CaseReader& reader, const std::string& text) {
    std::vector<model::Id> ids;
    for (const query::ItemRow& row : reader.rows(reader.itemIds({})))
        if (row.text == text) ids.push_back(row.id);
    return ids;
}

const report::ExhibitPart& exhibitWith(const report::LogDocument& d, const std::string& text) {
    for (const report::ExhibitPart& e : d.exhibits)
        for (const report::Message& m : e.messages)
            if (m.text == text) return e;
    FAIL("no exhibit with " << text);
    return d.exhibits.front();
}

} // namespace

TEST_CASE("messages of accepted episodes stand together by the local calendar month") {
    Case c(twoFullMonths());
    const report::LogDocument d = c.build();
    REQUIRE(d.exhibits.size() == 2);
    CHECK(&exhibitWith(d, "den anden") == &exhibitWith(d, "sidst i april")); // 23.55 on 30 April in Denmark
    CHECK(&exhibitWith(d, "først i maj") == &exhibitWith(d, "sent i maj"));  // 00.05 on 1 May
    CHECK(&exhibitWith(d, "den anden") != &exhibitWith(d, "midt i maj"));
    CHECK(exhibitWith(d, "den anden").title == "Messages from the offender, April\u00a02025");
    for (const report::LogRow& row : d.rows)
        if (!row.isMilestone) CHECK(!row.exhibits.empty());
}

TEST_CASE("a month's exhibit is in the order of time and every message names its incident") {
    Case c(kTwoMonths);
    const report::LogDocument d = c.build();
    std::set<std::string> labels;
    for (const report::ExhibitPart& e : d.exhibits)
        for (const report::Message& m : e.messages) {
            REQUIRE(m.incidents.size() == 1);
            CHECK(m.label.rfind(std::to_string(m.incidents.front()) + ".", 0) == 0);
            CHECK(labels.insert(m.label).second);
        }
    CHECK(labels.size() == 6);
    const auto all = tests::listed(exhibitWith(d, "midt i maj").messages);
    REQUIRE(all.size() == 6);
    CHECK(all[3].text == "først i maj");
    CHECK(all[5].text == "sent i maj");
}

TEST_CASE("months of few messages share an exhibit with those beside them, if they are near enough") {
    Case few(kTwoMonths);
    const report::LogDocument together = few.build();
    REQUIRE(together.exhibits.size() == 1);
    CHECK(together.exhibits.front().messages.size() == 6);
    CHECK(together.exhibits.front().title.find("2\u00a0April") != std::string::npos);
    CHECK(together.exhibits.front().title.find("22\u00a0May 2025") != std::string::npos);

    // A full month, one of few after it, and one of few far off.
    std::string xml = twoFullMonths();
    Case later(xml.insert(xml.rfind("</smses>"), sms(kFourteenthOfMay + 30 * kDayMs, "juni") +
                                                     sms(kFourteenthOfMay + 300 * kDayMs, "marts")));
    const report::LogDocument d = later.build();
    REQUIRE(d.exhibits.size() == 3);
    CHECK(&exhibitWith(d, "juni") == &exhibitWith(d, "midt i maj"));
    CHECK(&exhibitWith(d, "den anden") != &exhibitWith(d, "midt i maj"));
    CHECK(exhibitWith(d, "marts").messages.size() == 1);
}

TEST_CASE("an exhibit that has its number takes no month that comes later, however few it holds") {
    Case c(kTwoMonths);
    const auto before = c.build().exhibits.front().items;
    base::Progress progress;
    const auto more = "<smses count=\"1\">\n" + sms(kFourteenthOfMay + 30 * kDayMs, "juni") + "</smses>\n";
    import::importFiles(*c.store, {c.folder.write("more.xml", more)}, {}, progress);
    const query::CaseReader reader(*c.store);
    std::vector<edit::EpisodeToAccept> accepted;
    for (const query::Episode& e : query::episodes(reader))
        if (e.firstMs > kFourteenthOfMay + 20 * kDayMs) accepted.push_back(query::toAccept(e, reader.zone()));
    REQUIRE(accepted.size() == 1);
    c.editor->acceptEpisodes(accepted);
    const report::LogDocument d = c.build();
    REQUIRE(d.exhibits.size() == 2);
    CHECK(d.exhibits[0].items == before);
    CHECK(exhibitWith(d, "juni").messages.size() == 1);
}

TEST_CASE("who is behind which number stands on every page, that hers is left out on the first alone") {
    const std::string intro = Case(kTwoMonths).build().exhibits.front().intro;
    const std::size_t end = intro.find('\n'); // what stands before it is said on the first page
    REQUIRE(end != std::string::npos);
    CHECK(intro.find("number left out in this edition.") < end);
    CHECK(intro.substr(end + 1) == "The offender: +4520110917.");
}

TEST_CASE("an incident written by hand keeps an exhibit of its own") {
    Case c(kTwoMonths);
    const query::CaseReader reader(*c.store);
    model::Incident n;
    n.title = "By hand";
    n.items = itemsWith(reader, "midt i maj");
    REQUIRE(n.items.size() == 1);
    const model::Id id = c.addIncident(n);
    c.editor->addToIncident(id, n.items);
    const report::LogDocument d = c.build();
    const report::ExhibitPart& own = exhibitWith(d, "midt i maj");
    CHECK(own.messages.size() == 1);
    CHECK(own.title.find("14\u00a0May 2025") != std::string::npos);
    CHECK(&exhibitWith(d, "sent i maj") != &own);
}

TEST_CASE("very many files of one incident stand in several exhibits, each of them once and by time") {
    tests::FileCase::Files files;
    for (int i = 0; i < 230; ++i)
        files.emplace_back("note-" + std::to_string(i) + ".txt", "Note number " + std::to_string(i));
    const tests::FileCase c(files);
    const auto plan = report::planExhibits(query::CaseReader(*c.store));
    std::vector<std::size_t> sizes;
    std::set<model::Id> seen;
    for (const model::Exhibit& exhibit : plan) {
        if (exhibit.kind != model::ExhibitKind::Documents) continue;
        sizes.push_back(exhibit.items.size());
        seen.insert(exhibit.items.begin(), exhibit.items.end());
    }
    CHECK(sizes == std::vector<std::size_t>{100, 100, 30});
    CHECK(seen.size() == files.size());
}

TEST_CASE("an excluded item leaves the exhibit and the other messages keep their numbers") {
    Case c(kTwoMonths);
    c.build();
    const query::CaseReader reader(*c.store);
    c.editor->setExcluded(itemsWith(reader, "sent i maj"), true);
    const report::LogDocument d = c.build();
    CHECK(exhibitWith(d, "midt i maj").messages.size() == 5);
    CHECK(exhibitWith(d, "midt i maj").intro.find("1 item was taken out") != std::string::npos);
}

TEST_CASE("the front page keeps apart what a person has gone through and what was searched") {
    tests::Case c;
    CHECK(tests::allText(c.build()).find("Not read through by a person. Nothing is entered as protected.") !=
          std::string::npos);
    c.editor->addProtectedTerm("Lærkebakken 27", "address");
    CHECK(tests::allText(c.build()).find(
              "Not read through by a person. Searched for what is protected: nothing found.") !=
          std::string::npos);
    c.editor->addProtectedTerm("Birkevej 12", "address");
    c.reviewed = true;
    const auto d = c.build();
    CHECK(tests::allText(d).find("Read through by a person on ") != std::string::npos);
    CHECK(tests::allText(d).find("redacted in ") != std::string::npos);
    CHECK(d.redactions > 0);
}
