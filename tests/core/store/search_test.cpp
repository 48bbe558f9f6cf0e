// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "tests/core/store/store_support.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;

namespace {

constexpr const char* kSearch = "SELECT rowid FROM item_search WHERE body LIKE ? ORDER BY rowid";

std::vector<std::int64_t> find(Database& database, const std::string& words) {
    Statement rows = database.prepare(kSearch);
    rows.with("%" + core::base::foldForSearch(words) + "%");
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

// Words of one or two characters are looked for among the trigrams that begin with them, so the tokenizer may
// not turn any character into another one.
TEST_CASE("each character of a folded text, whatever its script, begins a trigram as it is") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    std::set<char32_t> folded;
    Transaction transaction(database);
    for (char32_t c = 1; c < 0x110000;) {
        std::string text;
        for (const char32_t end = c + 4096; c < end; ++c)
            if ((c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF) // SQLite knows no such character
                core::base::appendUtf8(text, c);
        tests::addItem(database, source, text);
        const std::string fold = core::base::foldForSearch(text);
        for (std::size_t i = 0; i < fold.size();) folded.insert(core::base::nextCodePoint(fold, i));
    }
    transaction.commit();
    std::set<char32_t> begins;
    Statement terms = database.prepare("SELECT term FROM item_trigram");
    while (terms.step()) {
        std::size_t i = 0;
        begins.insert(core::base::nextCodePoint(terms.textView(0), i));
    }
    std::string missing;
    for (const char32_t c : folded)
        if (!begins.contains(c)) core::base::appendUtf8(missing, c);
    CHECK(missing.empty());
}

TEST_CASE("the search asks the index and does not read every row") {
    tests::TestCase t;
    Database& database = t.store->database();
    Statement plan = database.prepare(std::string("EXPLAIN QUERY PLAN ") + kSearch);
    plan.with("%abc%");
    REQUIRE(plan.step());
    // FTS5 writes the constraints it took after the index number: "L0" is LIKE on column 0.
    CHECK(plan.text(3).find(":L0") != std::string::npos);
    Statement escaped =
        database.prepare("EXPLAIN QUERY PLAN SELECT rowid FROM item_search WHERE body LIKE ? ESCAPE '!'");
    REQUIRE(escaped.step());
    CHECK(escaped.text(3).find(":L0") == std::string::npos); // why nobody should write it so
}

TEST_CASE("an index that does not fit the items is found by verify") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::int64_t source = tests::addSource(*t.store, "x");
    const std::int64_t id = tests::addItem(database, source, "hej med dig");
    REQUIRE(t.store->verify().empty());
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
    t.store->database().execute("INSERT INTO item_search(item_search) VALUES ('delete-all')");
    REQUIRE(find(t.store->database(), "med dig").empty());
    t.store->setSetting("fold_version", "0");
    t.reopen();
    CHECK(find(t.store->database(), "med dig").size() == 1);
    CHECK(t.store->setting("fold_version") == std::to_string(core::base::kFoldVersion));
}
