// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"

#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

using namespace core::store;
namespace fs = std::filesystem;

namespace {

constexpr int kRowsEach = 40; // of one transaction

// As an import works: an original, its row, a batch of items, the custody entry; then the next.
void importForever(const fs::path& folder, const core::base::Clock& clock,
                   const std::function<void()>& acknowledge) {
    const auto store = CaseStore::open(folder, tests::kPassphrase, clock);
    for (int round = 0;; ++round) {
        const std::int64_t source = tests::addSource(
            *store, std::to_string(getpid()) + "-" + std::to_string(round) + tests::patternBytes(20000));
        Transaction transaction(store->database());
        for (int i = 0; i < kRowsEach; ++i)
            tests::addItem(store->database(), source, tests::patternBytes(300));
        appendCustody(store->database(), clock, "import", "source", "{}");
        transaction.commit();
        acknowledge();
        if (round % 7 == 6) store->database().checkpoint();
    }
}

} // namespace

TEST_CASE("kill -9 in the middle of an import loses nothing that was committed", "[slow]") {
    tests::TestCase t;
    t.close();
    std::int64_t acknowledged = 0;
    for (int kill = 0; kill < 20; ++kill) {
        tests::Victim victim(
            [&](const std::function<void()>& ack) { importForever(t.folder, t.clock, ack); });
        acknowledged += victim.killAfter(1000 + kill * kill * 300);

        t.open();
        INFO("kill " << kill);
        Database& database = t.store->database();
        REQUIRE(t.store->openingFindings().empty());
        const std::int64_t items = database.integer("SELECT count(*) FROM item");
        const std::int64_t imports = database.integer("SELECT count(*) FROM custody WHERE action = 'import'");
        CHECK(items % kRowsEach == 0);
        CHECK(items / kRowsEach == imports);
        CHECK(imports >= acknowledged);
        CHECK(imports <= acknowledged + 1); // committed, but killed before it could say so
        acknowledged = imports;
        const auto findings = t.store->verify();
        for (const auto& finding : findings)
            UNSCOPED_INFO(finding.what << " " << finding.subject << " " << finding.detail);
        REQUIRE(findings.empty());
        t.close();
    }
    CHECK(acknowledged > 20);
}
