// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/custody_log.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::store;

namespace {

void addEvents(tests::TestCase& t, int count) {
    for (int i = 0; i < count; ++i) {
        t.clock.advance(1000);
        appendCustody(t.store->database(), t.clock, "edit", "item " + std::to_string(i),
                      R"({"old":"a","new":"æ"})");
    }
}

// What somebody with the passphrase and another program can do.
void changeChain(Database& database, const std::string& sql) {
    database.execute("DROP TRIGGER custody_no_update; DROP TRIGGER custody_no_delete;" + sql);
}

bool verifyFinds(CaseStore& store, const std::string& what) {
    for (const auto& finding : store.verify())
        if (finding.what == what) return true;
    return false;
}

} // namespace

TEST_CASE("each entry is bound to the one before and the sequence has no gaps") {
    tests::TestCase t;
    addEvents(t, 5);
    const auto events = custodyEvents(t.store->database(), 1, 100);
    REQUIRE(events.size() == 6);
    std::string previous;
    for (std::size_t i = 0; i < events.size(); ++i) {
        CHECK(events[i].sequence == static_cast<std::int64_t>(i) + 1);
        CHECK(events[i].hash == custodyHash(previous, events[i]));
        previous = events[i].hash;
    }
    CHECK(custodyHead(t.store->database()) == previous);
    CHECK(custodyEvents(t.store->database(), 3, 2).size() == 2);
    CHECK_FALSE(firstBrokenCustody(t.store->database()));
}

TEST_CASE("the hash is the one that the header describes") {
    // The bytes put together here by hand, field by field.
    const CustodyEvent event{1, 0, "a", "b", "c", {}};
    std::string bytes = "logbog-custody-1";
    bytes += std::string("\1\0\0\0\0\0\0\0", 8) + std::string(8, '\0');
    for (const char* field : {"a", "b", "c"}) bytes += std::string("\1\0\0\0\0\0\0\0", 8) + field;
    CHECK(custodyHash("", event) == core::base::toHex(core::base::sha256(bytes)));
    CHECK(custodyHash("", event) != custodyHash("x", event));
    CHECK(custodyHash("", {1, 0, "ab", "", "c", {}}) != custodyHash("", {1, 0, "a", "b", "c", {}}));
}

TEST_CASE("an entry stands or falls with the change it tells of") {
    tests::TestCase t;
    {
        const Transaction transaction(t.store->database());
        appendCustody(t.store->database(), t.clock, "edit", "x", "{}");
    }
    CHECK(custodyEvents(t.store->database(), 1, 10).size() == 1);
}

TEST_CASE("the chain cannot be changed in the ordinary way") {
    tests::TestCase t;
    addEvents(t, 2);
    CHECK(tests::codeThrown([&] { t.store->database().execute("UPDATE custody SET detail = 'x'"); }));
    CHECK(tests::codeThrown([&] { t.store->database().execute("DELETE FROM custody"); }));
    for (const char* sql : {"INSERT OR REPLACE INTO custody VALUES (2, 0, 'edit', 'x', '', 'abc')",
                            "INSERT INTO custody VALUES (9, 0, 'edit', 'x', '', 'abc')"})
        CHECK(tests::codeThrown([&] { t.store->database().execute(sql); }));
    CHECK_FALSE(firstBrokenCustody(t.store->database()));
}

TEST_CASE("an entry changed, removed, moved or put in by force is found") {
    const struct {
        const char* sql;
        std::int64_t broken;
    } changes[] = {
        {"UPDATE custody SET detail = 'x' WHERE sequence = 4", 4},
        {"UPDATE custody SET at_ms = at_ms + 1 WHERE sequence = 1", 1},
        {"UPDATE custody SET action = 'view' WHERE sequence = 6", 6},
        {"DELETE FROM custody WHERE sequence = 3", 3},
        {"DELETE FROM custody WHERE sequence = 1", 1},
        {"UPDATE custody SET hash = (SELECT hash FROM custody WHERE sequence = 2) WHERE sequence = 5", 5},
        {"INSERT INTO custody VALUES (7, 0, 'edit', 'x', '', 'abc')", 7},
    };
    for (const auto& change : changes) {
        INFO(change.sql);
        tests::TestCase t;
        addEvents(t, 5);
        changeChain(t.store->database(), change.sql);
        CHECK(firstBrokenCustody(t.store->database()) == change.broken);
        CHECK(verifyFinds(*t.store, "custody"));
    }
}

TEST_CASE("a chain cut off at its end is whole in itself, but not what it was at the last closing") {
    tests::TestCase t;
    addEvents(t, 5);
    t.reopen();
    changeChain(t.store->database(), "DELETE FROM custody WHERE sequence > 3");
    CHECK_FALSE(firstBrokenCustody(t.store->database()));
    CHECK(verifyFinds(*t.store, "custody"));
}
