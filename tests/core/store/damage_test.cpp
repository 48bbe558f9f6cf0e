// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite and its cipher would pass over in silence: damaged logs, old pages put back.
#include "core/store/wal_check.h"
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <fstream>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
using tests::finds;
using tests::kFrame;
using tests::kPage;
namespace fs = std::filesystem;

namespace {

// A case whose program died with changes in the log.
struct DeadCase : tests::TestCase {
    fs::path wal = folder / "case.logbog-wal";

    DeadCase() {
        close();
        REQUIRE(tests::runAndDie([&] {
            open();
            for (int i = 0; i < 30; ++i) {
                store->setSetting("number", std::to_string(i));
                appendCustody(store->database(), clock, "edit", "case", "{}");
            }
        }));
        REQUIRE(fs::file_size(wal) > 40 * kFrame);
    }
    bool keptAside() const { return fs::exists(folder / "case.logbog-wal.aside-1"); }
};

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
    CHECK(finds(t.store->openingFindings(), "orphan", orphan));
    CHECK(t.store->vault().objectIds().size() == 1); // rows may be missing, so no original is an orphan now
    CHECK(finds(t.store->verify(), "database", "case.logbog-wal.aside-1"));
    t.reopen();
    CHECK(finds(t.store->openingFindings(), "database", "case.logbog-wal")); // until it was seen
    t.store->markFindingsSeen();
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

TEST_CASE("a log torn at its end, and nothing that was told to be done in what was torn, is no damage") {
    DeadCase t;
    REQUIRE(tests::runAndDie([&] {
        t.open();
        t.store->setSetting("number", "30"); // no entry in the history, so the anchor does not know of it
    }));
    fs::resize_file(t.wal, fs::file_size(t.wal) - 1000);
    CHECK(inspectWal(t.wal) == WalState::Sound);
    t.open();
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->setting("number") == "29");
    CHECK_FALSE(t.keptAside());
}

TEST_CASE("a last transaction torn in its middle by a power cut, never told to be done, is no damage") {
    DeadCase t;
    // As the disk may have it: the last transaction was not synced, and one of its frames did not arrive.
    REQUIRE(tests::runAndDie([&] {
        t.open(); // moves the log into the file
        const std::int64_t source = tests::addSource(*t.store, "x");
        Transaction transaction(t.store->database());
        t.store->setSetting("number", "30");
        for (int i = 0; i < 100; ++i) tests::addItem(t.store->database(), source, tests::patternBytes(500));
        transaction.commit();
    }));
    const std::uint64_t after = fs::file_size(t.wal);
    REQUIRE((after - 32) / kFrame > 20);
    tests::flipByte(t.wal, after - 3 * kFrame + 100);
    CHECK(inspectWal(t.wal) == WalState::Suspect);
    t.open();
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->setting("number") == "29");
    CHECK_FALSE(t.keptAside());
}

TEST_CASE("a log cut off after a crash is found by the anchor, and the lost end is kept") {
    DeadCase t;
    const std::uint64_t frames = (fs::file_size(t.wal) - 32) / kFrame;
    fs::resize_file(t.wal, 32 + frames / 2 * kFrame);
    CHECK(inspectWal(t.wal) == WalState::Sound);
    t.open();
    CHECK(t.store->openingFindings().size() == 1);
    CHECK(finds(t.store->openingFindings(), "custody", "32"));
    CHECK(t.store->openingFindings()[0].detail.find("had come to entry 32 with hash ") != std::string::npos);
    CHECK(finds(t.store->verify(), "custody", "32"));
    CHECK(t.store->database().integer("SELECT count(*) FROM custody WHERE action = 'finding'") == 1);
    t.reopen();
    CHECK(t.store->openingFindings().size() == 1); // told once, kept until seen
}

TEST_CASE("a missing or damaged state or anchor is found") {
    tests::TestCase t;
    for (const char* name : {"state", "anchor"}) {
        INFO(name);
        t.close();
        fs::remove(t.folder / name);
        t.open();
        CHECK(finds(t.store->openingFindings(), "database", name));
        t.store->markFindingsSeen();
        t.close();
        t.temp.write(std::string("sag/") + name, "not it");
        t.open();
        CHECK(finds(t.store->openingFindings(), "database", name));
        t.store->markFindingsSeen();
        t.reopen();
        CHECK(t.store->openingFindings().empty());
    }
}

TEST_CASE("one torn slot of the anchor leaves the other after a crash, and is damage in a closed case") {
    for (const std::uint64_t at : {20U, 4096U + 20U, 4000U}) {
        DeadCase t;
        tests::flipByte(t.folder / "anchor", at);
        t.open();
        CHECK(t.store->openingFindings().empty());
        t.close();
        tests::flipByte(t.folder / "anchor", at);
        t.open();
        CHECK(finds(t.store->openingFindings(), "database", "anchor"));
    }
}

TEST_CASE("an opening that fails leaves the mark of the last closing") {
    tests::TestCase t;
    t.close();
    const std::string state = tests::readFile(t.folder / "state");
    const std::string page = tests::readFile(t.folder / "case.logbog").substr(0, kPage);
    tests::flipByte(t.folder / "case.logbog", 1000);
    CHECK(tests::codeThrown([&] { t.open(); }) == core::base::ErrorCode::Damaged);
    CHECK(tests::readFile(t.folder / "state") == state);
    put(t.folder / "case.logbog", 0, page);
    t.open();
    CHECK(t.store->openingFindings().empty());
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
        t.close();
        put(file, 0, now);
        fs::resize_file(file, now.size());
        break;
    }
    CHECK(changed == 1);

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
    const std::string anchor = tests::readFile(t.folder / "anchor");
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
        t.temp.write("sag/anchor", anchor);
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
    fs::remove(t.store->vault().pathOf(ids[1]));
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
