// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter_sql.h"
#include "core/query/survey.h"
#include "tests/support/temp_case.h"

#include <algorithm>
#include <thread>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::model::ItemKind;
using core::query::ItemFilter;

namespace {

std::vector<std::string> texts(const TempCase& c, const ItemFilter& filter) {
    std::vector<std::string> list;
    for (const auto& row : c.items(filter)) list.push_back(row.text);
    return list;
}

std::vector<std::string> search(const TempCase& c, const std::string& words) {
    ItemFilter filter;
    filter.search = words;
    return texts(c, filter);
}

} // namespace

TEST_CASE("a search finds any part of a word, folded as a Dane expects, and takes signs as they are") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "Jeg er i Århus"),
                                     smsLine(kHim, kMay3 + 1, 1, "Søren kom 100% forbi"),
                                     smsLine(kHim, kMay3 + 2, 1, "ok 😀")}));
    CHECK(search(c, "aarhus").size() == 1);
    CHECK(search(c, "RHUS").size() == 1);
    CHECK(search(c, "soeren").size() == 1);
    CHECK(search(c, "århus søren").empty()); // both words, not one of them
    CHECK(search(c, "er søren").size() == 1);
    CHECK(search(c, "100%").size() == 1);
    CHECK(search(c, "%").size() == 1);
    CHECK(search(c, "ok").size() == 1);
    CHECK(search(c, "😀").size() == 1);
    CHECK(search(c, "34560").size() == 3); // the number of the sender
    CHECK(search(c, "").size() == 3);
}

TEST_CASE("a search for a number finds what was sent to it too") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 1, 2, "b"),
                                     smsLine("+4599887766", kMay3 + 2, 2, "c")}));
    CHECK(search(c, "34560") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("of a mail with several senders the first is its sender") {
    TempCase c;
    c.importFile("a.eml", mailText("him@example.com, other@example.com", "her@example.org",
                                   "Sat, 3 May 2025 22:04:17 +0200", "a", "x"));
    CHECK(c.items()[0].from.written == "him@example.com");
}

TEST_CASE("an attachment comes in pieces that are together what was attached") {
    TempCase c;
    std::string encoded;
    for (int i = 0; i < 40000; ++i)
        encoded += "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2\r\n";
    c.importFile(
        "a.eml",
        "Date: Sat, 3 May 2025 22:04:17 +0200\r\nFrom: a@b.dk\r\nTo: c@d.dk\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=\"q\"\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nhej\r\n"
        "--q\r\nContent-Type: application/octet-stream; name=\"a.bin\"\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\n" +
            encoded + "--q--\r\n");
    const auto item = *c.reader->item(c.reader->itemIds({}).at(0));
    REQUIRE(item.attachmentList.size() == 1);
    std::string bytes;
    std::size_t largest = 0;
    c.reader->readAttachment(item.attachmentList[0].id, [&](std::string_view piece) {
        bytes += piece;
        largest = std::max(largest, piece.size());
    });
    CHECK(bytes.size() == 40000 * 48);
    CHECK(bytes == c.reader->attachmentBytes(item.attachmentList[0].id));
    CHECK(largest < bytes.size());
}

TEST_CASE("every item is visited by time with its source, whatever the filter") {
    TempCase c;
    c.importFile("b.xml", smsFile({smsLine(kHim, kMay3 + 10, 1, "b")}));
    c.importFile("a.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    std::vector<std::string> seen;
    c.reader->eachItem({}, [&](const core::query::ItemDetail& item) {
        seen.push_back(item.fullText + " " + item.source.name);
        CHECK(item.source.sha256.size() == 64);
    });
    CHECK(seen == std::vector<std::string>{"a a.xml", "b b.xml"});
}

TEST_CASE("filters narrow together, and facets count each group without its own choice") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine("+4512345655", kMay3 + 1, 1, "b")}));
    c.importFile("calls.xml", callFile({callLine(kHim, kMay3 + 2, 3, 0)}));
    c.sayWho({kHim}, {});
    const auto party = c.reader->parties().at(0).id;
    ItemFilter filter;
    filter.party = party;
    CHECK(c.reader->itemCount(filter) == 2);
    filter.kinds = {ItemKind::Call};
    CHECK(c.reader->itemCount(filter) == 1);
    const auto counts = survey(*c.reader, filter).facets;
    CHECK(counts.all == 1);
    CHECK(counts.kinds.at(ItemKind::Sms) == 1);
    CHECK(counts.kinds.at(ItemKind::Call) == 1);
    CHECK(counts.parties.at(party) == 1);
    filter.search = "34560";
    CHECK(survey(*c.reader, filter).facets.kinds.at(ItemKind::Sms) == 1);
    filter.search = "nowhere";
    CHECK(survey(*c.reader, filter).facets.all == 0);
    filter.search.clear();
    c.editor->setExcluded(c.reader->itemIds(filter), true);
    CHECK(c.reader->itemCount(filter) == 0);
    filter.onlyExcluded = true;
    CHECK(c.reader->itemCount(filter) == 1);
}

TEST_CASE("items are sorted by time in both directions and a range is half open") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3 + 10, 1, "b"), smsLine(kHim, kMay3, 1, "a")}));
    CHECK(texts(c, {}) == std::vector<std::string>{"a", "b"});
    CHECK(c.reader->rows(c.reader->itemIds({}, core::query::ItemSort::Time, true))[0].text == "b");
    ItemFilter filter;
    filter.fromMs = kMay3;
    filter.toMs = kMay3 + 10;
    CHECK(texts(c, filter) == std::vector<std::string>{"a"});
}

TEST_CASE("another thread reads on a connection of its own while the first one writes") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    int seen = 0;
    std::jthread([&] { seen = core::query::CaseReader::onOwnConnection(*c.store)->itemCount(); }).join();
    CHECK(seen == 1);
}

TEST_CASE("a snapshot is the case at one moment, whatever is written meanwhile") {
    TempCase c;
    c.importFile("a.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    const auto reader = core::query::CaseReader::onOwnConnection(*c.store);
    {
        const core::query::CaseReader::Snapshot snapshot(*reader);
        CHECK(reader->itemCount() == 1);
        c.importFile("b.xml", smsFile({smsLine(kHim, kMay3 + 9, 1, "b")}));
        CHECK(reader->itemCount() == 1);
        CHECK(reader->sources().size() == 1);
    }
    CHECK(reader->itemCount() == 2);
}

TEST_CASE("the first rows of a search are those of the whole search, whether its words are common or rare") {
    TempCase c;
    // So many, and so far from both ends, that it is neither common nor rare.
    const auto isMiddle = [](int place) { return place > 1600 && place < 2800; };
    std::vector<std::string> lines;
    for (int i = 0; i < 4000; ++i)
        lines.push_back(smsLine("+4512345601", kMay3 + (i * 7919 % 4000) * 1000, 1,
                                "Hvor er du " + std::to_string(i) + (i % 900 == 5 ? " gynækolog" : "") +
                                    (isMiddle(i * 7919 % 4000) ? " midtpunkt w" : "") +
                                    (i % 50 == 7 ? " hvæsende" : "") + (i == 2222 ? " zqå" : "")));
    c.importFile("sms.xml", smsFile(lines));
    c.importFile("Rapport.txt", "uden dato");
    for (const char* words :
         {"",        "hvor",        "GYNAEKOLOG",  "ækol",      "91",     "du 39",  "12345601",
          "rapport", "sms.xml 399", "findes ikke", "midtpunkt", "er\"e",  "ø",      "q",
          "Å",       "zq",          "yn",          "w",         "w hvor", "hvor q", "yn q",
          "hvæs",    "3 hvæsende",  "x",           "og q",      "ck",     "g"})
        for (const bool descending : {false, true}) {
            ItemFilter filter;
            filter.search = words;
            INFO(words << " " << descending);
            auto all = c.reader->itemIds(filter, core::query::ItemSort::Time, descending);
            const auto undated = std::stable_partition(
                all.begin(), all.end(), [&](auto id) { return c.reader->item(id)->time.has_value(); });
            CHECK(undated <= all.end());
            all.resize(std::min<std::size_t>(all.size(), 20));
            CHECK(c.reader->firstIds(filter, descending, 20) == all);
        }
}

TEST_CASE(
    "what one party wrote in a span is looked up in the span, not among all that the party ever wrote") {
    TempCase c;
    c.importFile("sms.xml",
                 smsFile({smsLine(kHim, kMay3, 1, "before"), smsLine(kHim, kMay3 + 10, 1, "in"),
                          smsLine("+4512345655", kMay3 + 11, 1, "another's"),
                          smsLine(kHim, kMay3 + 12, 2, "hers"), smsLine(kHim, kMay3 + 20, 1, "after")}));
    c.sayWho({kHim}, {});
    ItemFilter filter;
    filter.party = c.reader->parties().at(0).id;
    filter.fromMs = kMay3 + 10;
    CHECK(texts(c, filter) == std::vector<std::string>{"in", "hers", "after"});
    filter.toMs = kMay3 + 20;
    CHECK(texts(c, filter) == std::vector<std::string>{"in", "hers"});
    const auto sql = core::query::filterSql(filter);
    auto plan = c.reader->database().prepare("EXPLAIN QUERY PLAN SELECT item.id FROM item WHERE " +
                                             sql.where + " ORDER BY item.time_ms, item.id");
    sql.bindTo(plan);
    std::string steps;
    while (plan.step()) steps += plan.text(3) + "\n";
    CAPTURE(steps);
    CHECK(steps.find("item_by_time (time_ms>? AND time_ms<?)") != std::string::npos);
    CHECK(steps.find("SEARCH p USING PRIMARY KEY (identifier_id=? AND item_id=?)") != std::string::npos);
    CHECK(steps.find("SCAN p") == std::string::npos); // with every item
    CHECK(steps.find("TEMP B-TREE") == std::string::npos);
}
