// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/store/search.h"
#include "core/store/search_text.h"
#include "tests/core/store/store_support.h"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core::store;

namespace {

std::vector<std::int64_t> find(Database& database, const std::string& words) {
    const std::string word = core::base::foldForSearch(words);
    Statement rows =
        database.prepare("SELECT c.id FROM search_candidates(?) c WHERE c.sure OR instr((SELECT body "
                         "FROM item_folded WHERE id = c.id), ?) > 0 ORDER BY c.id");
    rows.with(word, word);
    std::vector<std::int64_t> ids;
    while (rows.step()) ids.push_back(rows.integer(0));
    return ids;
}

} // namespace

TEST_CASE("Danish letters are found in every spelling, in any part of a word") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    Transaction transaction(database);
    const std::int64_t aarhus = tests::addItem(database, source, "Vi ses i Århus i morgen");
    const std::int64_t old = tests::addItem(database, source, "Aarhus Banegård");
    const std::int64_t aero = tests::addItem(database, source, "færgen til Ærø sejler");
    const std::int64_t soeren = tests::addItem(database, source, "hilsen Søren 😀👍🏽");
    const bool isTaken = GENERATE(false, true);
    if (isTaken) takePending(database);
    transaction.commit();

    using Ids = std::vector<std::int64_t>;
    for (const char* word : {"århus", "aarhus", "ÅRH", "Aarhu", "rhus"})
        CHECK(find(database, word) == Ids{aarhus, old});
    for (const char* word : {"ærø", "ÆRØ", "aeroe"}) CHECK(find(database, word) == Ids{aero});
    for (const char* word : {"SØREN", "soeren", "øren", "😀"}) CHECK(find(database, word) == Ids{soeren});
    CHECK(find(database, "ban") == Ids{old});
    CHECK(find(database, "arhus").empty() == false); // it is part of "aarhus"
    CHECK(find(database, "odense").empty());
    CHECK(t.store->verify().empty());
}

TEST_CASE("each character of a folded text, whatever its script, is found by itself") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    std::map<char32_t, std::int64_t> folded; // and the first item that has it
    Transaction transaction(database);
    for (char32_t c = 1; c < 0x110000;) {
        std::string text;
        for (const char32_t end = c + 4096; c < end; ++c)
            if (c < 0xD800 || c > 0xDFFF) core::base::appendUtf8(text, c);
        const std::int64_t item = tests::addItem(database, source, text);
        const std::string fold = core::base::foldForSearch(text);
        for (std::size_t i = 0; i < fold.size();) folded.emplace(core::base::nextCodePoint(fold, i), item);
    }
    takePending(database);
    transaction.commit();
    const SearchLists search(database);
    std::string missing;
    for (const auto& [c, item] : folded) {
        std::string one;
        core::base::appendUtf8(one, c);
        const auto found = search.having({one});
        if (!std::binary_search(found.begin(), found.end(), item)) missing += one;
    }
    CHECK(missing.empty());
}

namespace {

// Words of few letters, so that many are alike.
std::string randomText(std::mt19937& random) {
    static const std::vector<std::string> kParts = {"a", "b",  "å", "ø", "ke", "ikk",
                                                    " ", "  ", "😀", "æ", "q"};
    std::string text;
    for (auto left = random() % 12; left > 0; --left) text += kParts[random() % kParts.size()];
    return text;
}

// What the lists say, held against the texts themselves.
void compareWithTexts(Database& database) {
    const SearchLists search(database);
    for (const char* word :
         {"a", "q", "ik", "😀", "ke", "ikk", "kke", "ikke", "keikk", "aaoe", "bbbb", "zz"}) {
        std::vector<std::int64_t> having;
        Statement rows = database.prepare("SELECT id FROM item_folded WHERE instr(body, ?) > 0 ORDER BY id");
        for (rows.with(word); rows.step();) having.push_back(rows.integer(0));
        INFO(word);
        CHECK(find(database, word) == having);
        const auto named = search.having({word});
        CHECK(std::includes(named.begin(), named.end(), having.begin(), having.end()));
        if (SearchLists::isSureOf(word))
            CHECK(std::all_of(named.begin(), named.end(), [&](std::int64_t id) {
                return search.isPending(id) || std::binary_search(having.begin(), having.end(), id);
            }));
        std::vector<std::int64_t> inRanges;
        for (const std::int64_t id : named)
            if ((id >= 5 && id <= 40) || (id >= 90 && id <= 200)) inRanges.push_back(id);
        CHECK(search.having({word}, std::vector<SearchLists::Range>{{5, 40}, {90, 200}}) == inRanges);
    }
    CHECK(search.having({"ikk", "q"}).size() <= search.having({"q"}).size());
    CHECK(fitsTexts(database));
}

} // namespace

TEST_CASE("whatever is added, changed and removed, the lists name what the texts have") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        Transaction transaction(database);
        std::optional<TrigramLists> lists;
        for (auto left = 1 + random() % 20; left > 0; --left) {
            const std::string text = randomText(random);
            const std::int64_t id = tests::addItem(database, source, text);
            if (random() % 8 == 0) continue; // it stays pending
            database.prepare("DELETE FROM search_pending WHERE item_id = ?").with(id).run();
            if (!lists) lists.emplace(id);
            lists->add(id, searchText("", text));
        }
        if (lists) addToSearch(database, std::move(*lists));
        const std::int64_t count = database.integer("SELECT max(id) FROM item");
        const auto anyItem = [&] {
            return static_cast<std::int64_t>(random() % static_cast<unsigned>(count)) + 1;
        };
        database.prepare("UPDATE item SET transcript = ? WHERE id = ?")
            .with(randomText(random), anyItem())
            .run();
        if (round % 7 == 0) {
            std::set<std::int64_t> gone{anyItem(), anyItem(), anyItem(), count};
            database.execute("UPDATE source SET removed_ms = 1 WHERE removed_ms IS NULL");
            for (const std::int64_t id : gone)
                database.prepare("DELETE FROM item WHERE id = ?").with(id).run();
            removeFromSearch(database, {gone.begin(), gone.end()});
        }
        if (round % 5 == 0) takePending(database);
        transaction.commit();
        if (round % 3 == 0) compareWithTexts(database);
    }
    CHECK(SearchLists(database).segments().size() < 12); // small ones become one
    {
        Transaction transaction(database);
        rebuildSearch(database);
        transaction.commit();
    }
    CHECK(SearchLists(database).pending().empty());
    compareWithTexts(database);
}

TEST_CASE("what was written down of a recording is found at once, and what it was before is not") {
    tests::TestCase t;
    const std::int64_t source = tests::addSource(*t.store, "x");
    const std::int64_t id = tests::addItem(t.store->database(), source, "");
    t.reopen();
    Database& database = t.store->database();
    REQUIRE(SearchLists(database).pending().empty());
    for (const bool isReopened : {false, true}) {
        database.execute("UPDATE item SET transcript = 'ring til mig'");
        if (isReopened) t.reopen();
        CHECK(find(t.store->database(), "til mig") == std::vector{id});
        t.store->database().execute("UPDATE item SET transcript = 'farvel'");
        if (isReopened) t.reopen();
        CHECK(find(t.store->database(), "til mig").empty());
        CHECK(find(t.store->database(), "l") == std::vector{id});
        CHECK(t.store->verify().empty());
        CHECK(SearchLists(t.store->database()).pending().size() == (isReopened ? 0 : 1));
    }
}

TEST_CASE("lists of many items go over several pages and are found from each of them") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    Transaction transaction(database);
    constexpr int kItems = 12'000;
    for (int i = 0; i < kItems; ++i)
        tests::addItem(database, source, "alle ord " + std::to_string(i * 7919 % kItems));
    takePending(database);
    transaction.commit();
    CHECK(database.integer("SELECT count(*) FROM search_page") > 5);
    CHECK(find(database, "alle").size() == kItems);
    CHECK(find(database, "ord 11999").size() == 1);
    CHECK(fitsTexts(database));
}

TEST_CASE("a search index that is no such thing is damage, and no more than that") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    for (int i = 0; i < 50; ++i) tests::addItem(database, source, "besked " + std::to_string(i));
    t.reopen();
    Database& again = t.store->database();
    REQUIRE(t.store->verify().empty());
    const char* harm = GENERATE(
        "DELETE FROM search_page", "DELETE FROM search_segment",
        "UPDATE search_page SET lists = x'FFFFFFFFFFFFFFFFFFFFFF'",
        "UPDATE search_page SET lists = substr(lists, 1, length(lists) - 1)",
        "UPDATE search_page SET lists = x''", "UPDATE search_segment SET begins = x''",
        "UPDATE search_segment SET last = last - 1", "UPDATE search_segment SET base = base + 1",
        "UPDATE search_segment SET last = base - 1", "INSERT INTO search_page VALUES (99 << 20, x'')",
        "UPDATE search_segment SET begins = begins || begins");
    again.execute(harm);
    INFO(harm);
    const auto findings = t.store->verify();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what == "search");
    for (const char* word : {"e", "be", "bes", "besked"}) {
        try {
            find(again, word);
        } catch (const core::base::Error& error) {
            CHECK(error.code() == core::base::ErrorCode::Damaged);
        }
    }
    t.store->setSetting("fold_version", "0");
    t.reopen();
    CHECK(find(t.store->database(), "besked").size() == 50);
    CHECK(t.store->verify().empty());
}

TEST_CASE("an index that does not fit the items is found by verify") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    const std::int64_t id = tests::addItem(database, source, "hej med dig");
    REQUIRE(t.store->verify().empty());
    {
        Transaction transaction(database);
        takePending(database);
        transaction.commit();
    }
    database.execute("DROP TRIGGER item_no_rewrite; UPDATE item SET text = 'noget andet' WHERE id = " +
                     std::to_string(id));
    const auto findings = t.store->verify();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what == "search");
}

TEST_CASE("the index is made anew where the case was folded by other rules") {
    tests::TestCase t;
    const std::int64_t source = tests::addSource(*t.store, "x");
    tests::addItem(t.store->database(), source, "hej med dig");
    t.store->database().execute(
        "DELETE FROM search_page; DELETE FROM search_segment; DELETE FROM search_pending");
    REQUIRE(find(t.store->database(), "med dig").empty());
    t.store->setSetting("fold_version", "0");
    t.reopen();
    CHECK(find(t.store->database(), "med dig").size() == 1);
    CHECK(t.store->setting("fold_version") == std::to_string(core::base::kFoldVersion));
}
