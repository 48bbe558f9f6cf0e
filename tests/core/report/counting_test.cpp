// SPDX-License-Identifier: GPL-3.0-or-later
// What the log counts, and what it says of what it does not: orders, repeats of another export, groups,
// calls.
#include "tests/core/report/log_case.h"
#include "tests/support/messages.h"

#include <catch2/catch_test_macros.hpp>

using namespace core;
using tests::allText;
using tests::Case;
using tests::textOf;

TEST_CASE("a row on both sides of an order says how many of its contacts lie after it") {
    Case c(R"(<smses count="3">
  <sms protocol="0" address="+4520110917" date="1747051199000" type="1" body="foer" />
  <sms protocol="0" address="+4520110917" date="1747051230000" type="1" body="i minuttet" />
  <sms protocol="0" address="+4520110917" date="1747051260000" type="1" body="efter" />
</smses>)"); // 12 May 2025 13:59:59, 14:00:30, 14:01:00
    model::Milestone order = query::CaseReader(*c.store).milestones().at(0);
    order.time = base::fromLocal({2025, 5, 12, 14, 0, 0, 0}, base::kDefaultZone, base::Precision::Minute);
    c.editor->saveMilestone(order);
    const report::LogDocument d = c.build();
    REQUIRE(d.rows.size() == 2);
    CHECK(d.rows.at(0)->isMilestone); // the row began before the order: it stands below
    CHECK(textOf(*d.rows.at(1)).find("1 of 3 after the order") != std::string::npos);
    CHECK(allText(d).find("above: 1 contact after") != std::string::npos);
}

TEST_CASE(
    "a call that was turned away is called so, and the words of a service are not quoted as a caller's") {
    Case c;
    base::Progress progress;
    import::importFiles(
        *c.store,
        {c.folder.write("calls.xml", R"(<calls count="1">
  <call number="+4520110917" duration="0" date="1747300000000" type="5" presentation="1" />
</calls>)"),
         c.folder.write("WhatsApp chat med Jens Brandt.txt", "07.07.2025 22.21 - Jens Brandt: hej\n"
                                                             "07.07.2025 22.22 - Mette Lund: nej\n"
                                                             "07.07.2025 22.23 - Mistet opkald kl. 22.23\n")},
        {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers())
        if (row.normal == "whatsapp:jens brandt")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
    std::vector<edit::EpisodeToAccept> list;
    for (const query::Episode& e : query::episodes(reader)) list.push_back(query::toAccept(e, reader.zone()));
    c.editor->acceptEpisodes(list);
    std::string log;
    const report::LogDocument d = c.build();
    for (std::size_t i = 0; i < d.rows.size(); ++i) log += textOf(*d.rows.at(i)) + "\n";
    CHECK(log.find("Rejected call.") != std::string::npos);
    CHECK(log.find("Mistet opkald") == std::string::npos);
    CHECK(log.find("The call was not answered.") != std::string::npos);
}

namespace {
const char* const kTwoPhones[] = {
    "20.06.2025 21.00 - Jens Brandt: Tag den!!\n20.06.2025 21.01 - Mette Lund: Lad mig være\n"
    "20.06.2025 21.02 - Jens Brandt: Nu!\n",
    "[20.06.2025 21.00.02] Jens Brandt: Tag den!!\r\n[20.06.2025 21.01.09] Mette Lund: "
    "Lad mig være\r\n[20.06.2025 21.02.30] Jens Brandt: Nu!\r\n"};

// A chat from two phones, and one incident with the items of it that the test wants.
enum class Links { None, Once, Both };
report::LogDocument chatOfTwoPhones(Case& c, Links links) {
    base::Progress progress;
    import::importFiles(*c.store,
                        {c.folder.write("WhatsApp chat med Jens Brandt.txt", kTwoPhones[0]),
                         c.folder.write("_chat.txt", kTwoPhones[1])},
                        {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers()) {
        if (row.normal == "whatsapp:jens brandt")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
        if (row.normal == "whatsapp:mette lund")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Exposed);
    }
    const auto accepted = query::episodes(reader);
    REQUIRE(accepted.size() == 1);
    edit::EpisodeToAccept chat = query::toAccept(accepted[0], reader.zone());
    if (links == Links::Both) { // as a case may have it from before
        query::ItemFilter all;
        all.kinds = {model::ItemKind::Chat};
        all.direction = model::Direction::In;
        chat.items = reader.itemIds(all);
        REQUIRE(chat.items.size() == 4);
    }
    if (links != Links::None) c.editor->acceptEpisodes({chat});
    return c.build();
}

int shown(const report::LogDocument& d, const std::string& text) {
    int count = 0;
    for (const auto& exhibit : d.exhibits)
        for (const auto& message : exhibit.messages) count += message.text == text ? 1 : 0;
    return count;
}
} // namespace

TEST_CASE("what two exports have and no incident is counted once among what is not shown") {
    Case c;
    std::string about;
    for (const report::TextSection& section : chatOfTwoPhones(c, Links::None).about)
        for (const std::string& text : section.paragraphs) about += text + "\n";
    CHECK(about.find("2 messages and calls from the offender, 1 message or call of the exposed person, 1 "
                     "message or call from others") != std::string::npos);
}

TEST_CASE("a conversation that two exports have is shown and counted once, her own words too") {
    Case c;
    const int before = c.build().contacts;
    const report::LogDocument d = chatOfTwoPhones(c, Links::Once);
    CHECK(d.contacts == before + 2);
    CHECK(shown(d, "Tag den!!") == 1);
    CHECK(shown(d, "Lad mig være") == 1);
    CHECK(allText(d).find("2 messages and calls stand in another export too") != std::string::npos);
    CHECK(allText(d).find("Also in WhatsApp chat med Jens Brandt.txt, record 1; counted once") !=
          std::string::npos);
    CHECK(allText(d).find("Jens Brandt (WhatsApp)") != std::string::npos);
}

TEST_CASE("where both of two exports are in an incident, row, exhibit and figures still count one") {
    Case c;
    const int before = c.build().contacts;
    const report::LogDocument d = chatOfTwoPhones(c, Links::Both);
    CHECK(d.contacts == before + 2);
    CHECK(textOf(*d.rows.at(0)).find("2 chat messages") != std::string::npos);
    CHECK(allText(d).find("4 chat messages") == std::string::npos);
    CHECK(shown(d, "Tag den!!") == 2); // both originals, and one is said not to count
    int labelled = 0;
    for (const auto& exhibit : d.exhibits)
        for (const auto& message : exhibit.messages)
            labelled += message.text == "Tag den!!" && !message.label.empty() ? 1 : 0;
    CHECK(labelled == 1);
}

TEST_CASE("what was written to several people says so, in the row and in the exhibit") {
    Case c;
    base::Progress progress;
    import::importFiles(*c.store,
                        {c.folder.write("message_1.json", R"({"participants": [{"name": "Jens Brandt"},
        {"name": "Mette Lund"}, {"name": "Anna Holm"}], "messages": [{"sender_name": "Jens Brandt",
        "timestamp_ms": 1747760400000, "content": "til alle", "is_geoblocked_for_viewer": false}],
        "title": "Sommerhus", "thread_path": "inbox/sommerhus_99"})")},
                        {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers())
        if (row.normal == "messenger:jens brandt")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
    const auto found = query::episodes(reader);
    REQUIRE(found.size() == 1);
    c.editor->acceptEpisodes({query::toAccept(found[0], reader.zone())});
    const report::LogDocument d = c.build();
    CHECK(textOf(*d.rows.at(0)).find("in the group conversation “Sommerhus”") != std::string::npos);
    CHECK(allText(d).find("In the group conversation “Sommerhus”") != std::string::npos);
}

TEST_CASE("a quotation from right to left is kept apart from the marks around it, any other is as written") {
    for (const std::string words : {"لماذا لا تجيبين", "למה את לא עונה", "Svar \u2067לי"}) {
        Case c("<smses count=\"1\"><sms protocol=\"0\" address=\"+4520110917\" date=\"1747051199000\" "
               "type=\"1\" "
               "body=\"" +
               words + "\" /></smses>");
        const std::string row = textOf(*c.build().rows.at(0)) + textOf(*c.build().rows.at(1));
        CAPTURE(row);
        const std::string ends = words.find("\u2067") == std::string::npos ? "\u2069" : "\u2069\u2069";
        CHECK(row.find("“\u2068" + words + ends + "”") != std::string::npos);
    }
    CHECK(allText(Case().build()).find("\u2068") == std::string::npos);
}

namespace {

// The rows of a log of nothing but these calls, all of one evening: type and seconds of each.
std::string rowOfCalls(const std::vector<std::pair<int, int>>& calls) {
    std::string xml = "<calls count=\"" + std::to_string(calls.size()) + "\">\n";
    std::int64_t at = 1747300000000;
    for (const auto& [type, seconds] : calls)
        xml += "<call number=\"+4520110917\" duration=\"" + std::to_string(seconds) + "\" date=\"" +
               std::to_string(at += 60'000) + "\" type=\"" + std::to_string(type) +
               "\" presentation=\"1\" />\n";
    Case c("<smses count=\"0\"></smses>");
    base::Progress progress;
    import::importFiles(*c.store, {c.folder.write("calls.xml", xml + "</calls>")}, {}, progress);
    const query::CaseReader reader(*c.store);
    for (const auto& row : reader.identifiers())
        if (row.normal == "+4520110917")
            c.editor->assignIdentifiers({row.id}, model::PartyRole::Offender, "N.N.");
    std::vector<edit::EpisodeToAccept> list;
    for (const query::Episode& e : query::episodes(reader)) list.push_back(query::toAccept(e, reader.zone()));
    REQUIRE(list.size() == 1);
    c.editor->acceptEpisodes(list);
    std::string log;
    const report::LogDocument d = c.build();
    for (std::size_t i = 0; i < d.rows.size(); ++i) log += textOf(*d.rows.at(i)) + "\n";
    return log;
}

bool says(const std::string& row, const std::string& words) { return row.find(words) != std::string::npos; }

} // namespace

TEST_CASE("the row of calls counts those that were not answered and says how long the others were") {
    constexpr int kIncoming = 1, kMissed = 3, kRejected = 5, kUnheardOf = 99;
    const std::string missed = rowOfCalls({{kMissed, 0}, {kMissed, 0}, {kMissed, 0}});
    CAPTURE(missed);
    CHECK(says(missed, "3 unanswered calls"));
    CHECK(!says(missed, "None of the calls"));

    const std::string answered = rowOfCalls({{kIncoming, 60}, {kIncoming, 13}});
    CAPTURE(answered);
    CHECK(says(answered, "2 calls "));
    CHECK(says(answered, "Length in all: 1 min 13 s."));

    const std::string mixed = rowOfCalls({{kIncoming, 60}, {kMissed, 40}, {kRejected, 0}});
    CAPTURE(mixed);
    CHECK(says(mixed, "3 calls "));
    CHECK(says(mixed, "2 of the calls were not answered. Length in all: 1 min 0 s."));

    CHECK(says(rowOfCalls({{kMissed, 0}, {kRejected, 0}}), "None of the calls was answered."));
    const std::string unknown = rowOfCalls({{kUnheardOf, 0}, {kUnheardOf, 0}});
    CAPTURE(unknown);
    CHECK(says(unknown, "2 calls "));
    CHECK(says(unknown, "Whether the calls were answered is not stated."));

    // Those are not read as answered because others were not.
    const std::string some = rowOfCalls({{kMissed, 0}, {kUnheardOf, 0}, {kUnheardOf, 0}});
    CAPTURE(some);
    CHECK(says(some, "1 of the calls was not answered. Of 2 calls it is not stated whether they were "
                     "answered."));
    CHECK(says(rowOfCalls({{kIncoming, 60}, {kUnheardOf, 0}}),
               "Of 1 call it is not stated whether it was answered. Length in all: 1 min 0 s."));
}

TEST_CASE("the row of one call says what became of it") {
    CHECK(says(rowOfCalls({{1, 73}}), "Answered call, 1 min 13 s."));
    CHECK(says(rowOfCalls({{3, 0}}), "The call was not answered."));
    CHECK(says(rowOfCalls({{99, 0}}), "Call (whether answered is not stated)."));
}

TEST_CASE("a message of blanks is counted and not quoted") {
    Case c(R"(<smses count="2">
  <sms protocol="0" address="+4520110917" date="1747051199000" type="1" body="the words" />
  <sms protocol="0" address="+4520110917" date="1747051230000" type="1" body=" &#160;&#8203; " />
  <sms protocol="0" address="+4520110917" date="1747300000000" type="1" body="&#10;  &#10;" />
</smses>)");
    const report::LogDocument d = c.build();
    std::string log;
    for (std::size_t i = 0; i < d.rows.size(); ++i) log += textOf(*d.rows.at(i));
    CAPTURE(log);
    CHECK(says(log, "The last: “the words”"));
    CHECK(says(log, "1 text message "));
    CHECK(!says(log, "“ "));
}

namespace {

// As the row of a log of nothing but this message quotes it.
std::string quotedInRow(const std::string& body) {
    Case c(
        R"(<smses count="1"><sms protocol="0" address="+4520110917" date="1747051199000" type="1" body=")" +
        body + "\" /></smses>");
    const report::LogDocument d = c.build();
    std::string log;
    for (std::size_t i = 0; i < d.rows.size(); ++i) log += textOf(*d.rows.at(i));
    const std::size_t begin = log.find("“") + std::string_view("“").size();
    return log.substr(begin, log.find("”") - begin);
}

std::string times(int count, const std::string& words) {
    std::string all;
    for (int i = 0; i < count; ++i) all += words;
    return all;
}

} // namespace

TEST_CASE("a long message is quoted up to the end of a word, or of a sign where there are no blanks") {
    CHECK(quotedInRow("Svar mig nu.") == "Svar mig nu.");
    const std::string begin = times(10, "ti tegn... "); // 110
    CHECK(quotedInRow(begin + "Jeg står herude") == begin + "Jeg står\u00a0…");
    CHECK(quotedInRow(begin + "Jeg er der nu") == begin + "Jeg er der\u00a0…");
    CHECK(quotedInRow(begin + "Jeg er du  ved det") == begin + "Jeg er du\u00a0…"); // the 120th is a blank
    CHECK(quotedInRow(times(200, "你")) == times(120, "你") + "…");
    CHECK(quotedInRow("Se " + times(140, "👩‍👩‍👧")) ==
          "Se " + times(117, "👩‍👩‍👧") + "…");
}
