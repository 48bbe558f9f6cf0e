// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite and its cipher would pass over in silence: damaged logs, old pages put back.
#include "core/store/wal_check.h"
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <fstream>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kPage = 8192;
constexpr std::uint64_t kFrame = kPage + 24;

// A case whose program died with changes in the log.
struct DeadCase : tests::TestCase {
    fs::path wal = folder / "case.logbog-wal";

    DeadCase() {
        close();
        REQUIRE(tests::runAndDie([&] {
            open();
            for (int i = 0; i < 30; ++i) store->setSetting("number", std::to_string(i));
        }));
        REQUIRE(fs::file_size(wal) > 20 * kFrame);
    }
    bool keptAside() const { return fs::exists(folder / "case.logbog-wal.aside-1"); }
};

bool finds(const std::vector<CaseStore::Finding>& findings, const std::string& what,
           const std::string& subject) {
    for (const auto& finding : findings)
        if (finding.what == what && finding.subject == subject) return true;
    return false;
}

void put(const fs::path& file, std::uint64_t offset, const std::string& bytes) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(offset));
    stream << bytes;
    REQUIRE(stream);
}

} // namespace

TEST_CASE("changes in the log of a program that died are there at the next opening") {
    DeadCase t;
    CHECK(inspectWal(t.wal) == WalState::Sound);
    t.open();
    CHECK(t.store->setting("number") == "29");
    CHECK(t.store->openingFindings().empty());
    CHECK_FALSE(t.keptAside());
}

TEST_CASE("a log with a damaged header is kept and told of, not dropped in silence") {
    DeadCase t;
    const std::string orphan =
        t.temp.write("sag/objects/ab/ab345678901234567890123456789012", "x").filename();
    const std::string whole = tests::readFile(t.wal);
    tests::flipByte(t.wal, 17);
    CHECK(inspectWal(t.wal) == WalState::Suspect);
    const std::string damaged = tests::readFile(t.wal);
    t.open();
    CHECK(finds(t.store->openingFindings(), "database", "case.logbog-wal"));
    CHECK(tests::readFile(t.folder / "case.logbog-wal.aside-1") == damaged);
    CHECK(t.store->vault().objectIds().size() == 1); // rows may be missing, so no original is an orphan now
    CHECK(finds(t.store->verify(), "database", "case.logbog-wal.aside-1"));
    t.reopen();
    CHECK(t.store->openingFindings().empty());
    CHECK(finds(t.store->verify(), "database", "case.logbog-wal.aside-1")); // as long as it is there
}

TEST_CASE("a log damaged in its middle is kept and told of") {
    DeadCase t;
    tests::flipByte(t.wal, 32 + 12 * kFrame + 500);
    CHECK(inspectWal(t.wal) == WalState::Suspect);
    t.open();
    CHECK(t.store->setting("number") != "29");
    CHECK(t.keptAside());
    CHECK(finds(t.store->openingFindings(), "database", "case.logbog-wal"));
}

TEST_CASE("a log torn at its end is no damage") {
    DeadCase t;
    fs::resize_file(t.wal, fs::file_size(t.wal) - 1000);
    CHECK(inspectWal(t.wal) == WalState::Sound);
    t.open();
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->setting("number") == "28");
    CHECK_FALSE(t.keptAside());
}

TEST_CASE("an old log laid beside a closed case is put aside and not played back") {
    DeadCase t;
    const std::string old = tests::readFile(t.wal);
    t.open();
    t.store->setSetting("number", "final");
    t.close();
    REQUIRE_FALSE(fs::exists(t.wal));
    t.temp.write("sag/case.logbog-wal", old);
    t.open();
    CHECK(t.store->setting("number") == "final");
    CHECK(finds(t.store->openingFindings(), "database", "case.logbog-wal"));
    CHECK(tests::readFile(t.folder / "case.logbog-wal.aside-1") == old);
}

TEST_CASE("one old page put back into a closed case is found at opening") {
    tests::TestCase t;
    t.store->setSetting("note", "before");
    t.close();
    const fs::path file = t.folder / "case.logbog";
    const std::string old = tests::readFile(file);
    t.open();
    t.store->setSetting("note", "after");
    t.close();
    const std::string now = tests::readFile(file);
    int changed = 0;
    for (std::uint64_t page = 1; (page + 1) * kPage <= old.size(); ++page) {
        const std::string oldPage = old.substr(page * kPage, kPage);
        if (now.substr(page * kPage, kPage) == oldPage) continue;
        ++changed;
        put(file, page * kPage, oldPage);
        t.open();
        CHECK(finds(t.store->openingFindings(), "database", "case.logbog"));
        t.store.reset();
        fs::remove(t.folder / "state");
        put(file, 0, now);
        fs::resize_file(file, now.size());
        t.reopen();
        t.close();
        break;
    }
    CHECK(changed == 1);
    t.open();
    CHECK(t.store->setting("note") == "after");
    t.close();

    put(file, 0, old); // the whole old database, with the keys and the state of today
    fs::resize_file(file, old.size());
    t.open();
    CHECK(finds(t.store->openingFindings(), "database", "case.logbog"));
    CHECK(finds(t.store->openingFindings(), "custody", "4"));
}

TEST_CASE("a changed byte in any page of the database is found") {
    tests::TestCase t;
    const std::int64_t source = tests::addSource(*t.store, "x");
    {
        Transaction transaction(t.store->database());
        for (int i = 0; i < 400; ++i) tests::addItem(t.store->database(), source, tests::patternBytes(500));
        transaction.commit();
    }
    t.close();
    const fs::path file = t.folder / "case.logbog";
    const std::string whole = tests::readFile(file);
    const std::string state = tests::readFile(t.folder / "state");
    for (std::uint64_t page = 0; (page + 1) * kPage <= whole.size(); page += 7) {
        INFO("page " << page);
        tests::flipByte(file, page * kPage + (page * 37) % kPage);
        bool isFound = false;
        try {
            t.open();
            isFound = !t.store->verify().empty();
        } catch (const core::base::Error& error) {
            isFound = error.code() == core::base::ErrorCode::Damaged;
        }
        CHECK(isFound);
        t.store.reset();
        fs::remove(t.folder / "case.logbog-wal");
        fs::remove(t.folder / "case.logbog-shm");
        put(file, 0, whole);
        fs::resize_file(file, whole.size());
        t.temp.write("sag/state", state);
    }
    t.open();
    CHECK(t.store->verify().empty());
}

TEST_CASE("verify names the original that is missing, changed, or not the one that was imported") {
    tests::TestCase t;
    tests::addSource(*t.store, tests::patternBytes(700000));
    tests::addSource(*t.store, "second");
    tests::addSource(*t.store, "third");
    const auto ids = [&] {
        std::vector<std::string> all;
        Statement rows = t.store->database().prepare("SELECT object_id FROM original ORDER BY id");
        while (rows.step()) all.push_back(rows.text(0));
        return all;
    }();
    REQUIRE(t.store->verify().empty());
    tests::flipByte(t.store->vault().pathOf(ids[0]), 300000);
    t.store->vault().remove(ids[1]);
    t.store->database().execute(
        "DROP TRIGGER original_no_update; UPDATE original SET sha256 = 'abc' WHERE id = 3");
    t.store->database().execute(
        "PRAGMA foreign_keys = OFF; INSERT INTO item_tag(item_id, tag_id) VALUES (77, 88)");
    core::base::Progress progress;
    const auto findings = t.store->verify(&progress);
    for (const std::string& id : ids) CHECK(finds(findings, "original", id));
    CHECK(finds(findings, "foreign-key", "item_tag 1"));
    CHECK(findings.size() == 5); // a row of item_tag points at two missing ones
    CHECK(progress.total() == 700000 + 6 + 5);

    std::stop_source stop;
    stop.request_stop();
    core::base::Progress stopped(stop.get_token());
    CHECK(tests::codeThrown([&] { t.store->verify(&stopped); }) == core::base::ErrorCode::Cancelled);
}
