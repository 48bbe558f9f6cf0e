// SPDX-License-Identifier: GPL-3.0-or-later
// What carries sound checks and is wrong all the same: another case's key, an old page, an old database, a
// whole old folder. Bytes that fail their own check: damage_test.cpp, flip_test.cpp.
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <fstream>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
using core::base::ErrorCode;
using tests::finds;
using tests::kPage;
namespace fs = std::filesystem;

namespace {

void overwrite(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

// Its last changes stand in the log alone.
struct OldStateCase : tests::TestCase {
    std::string oldDatabase; // of before the last closing
    fs::path file = folder / "case.logbog";
    fs::path wal = folder / "case.logbog-wal";

    OldStateCase() {
        store->setSetting("note", "before");
        const std::int64_t source = tests::addSource(*store, "x");
        for (int i = 0; i < 50; ++i) tests::addItem(store->database(), source, "old " + std::to_string(i));
        close();
        oldDatabase = tests::readFile(file);
        open();
        store->setSetting("note", "after");
        store->database().execute("UPDATE item SET excluded = 1");
        appendCustody(store->database(), clock, "exclude", "item 1", "{}");
        close();
        REQUIRE(tests::runAndDie([&] {
            open();
            for (int i = 0; i < 30; ++i) {
                store->setSetting("number", std::to_string(i));
                appendCustody(store->database(), clock, "edit", "case", "{}");
            }
        }));
    }
};

} // namespace

TEST_CASE("keys of another case beside a log of changes open nothing, and nothing is lost") {
    OldStateCase t;
    tests::TestCase other;
    other.store->changePassphrase(tests::kPassphrase, tests::kPassphrase,
                                  KdfCost::Fast); // a later generation
    const std::string right = tests::readFile(t.folder / "keys");
    const std::string wrong = tests::readFile(other.folder / "keys");
    SECTION("both copies") {
        overwrite(t.folder / "keys", wrong);
        overwrite(t.folder / "keys.bak", wrong);
        CHECK(tests::codeThrown([&] { t.open(); }) == ErrorCode::Damaged);
    }
    SECTION("one copy: the other is not made anew from it") {
        overwrite(t.folder / "keys", wrong);
        CHECK(tests::codeThrown([&] { t.open(); }) == ErrorCode::Damaged);
        CHECK((tests::readFile(t.folder / "keys.bak") == right)); // bytes, not for the screen
    }
    overwrite(t.folder / "keys", right);
    overwrite(t.folder / "keys.bak", right);
    t.open();
    CHECK(t.store->setting("number") == "29");
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->verify().empty());
}

TEST_CASE("an old database put back after a crash, without its log, is found") {
    OldStateCase t;
    overwrite(t.file, t.oldDatabase);
    fs::remove(t.wal);
    t.open();
    CHECK(finds(t.store->openingFindings(), "custody", "35"));
}

// What stands in the log, and with it the end of the history, is of today: only the first page of the file
// tells how old the rest is.
TEST_CASE("an old database put back under the log of a crash is found, once") {
    OldStateCase t;
    SECTION("whole") { overwrite(t.file, t.oldDatabase); }
    SECTION("its first page alone") {
        std::string mixed = tests::readFile(t.file);
        mixed.replace(0, kPage, t.oldDatabase, 0, kPage);
        overwrite(t.file, mixed);
    }
    SECTION("whole, after another closing and a moved log") {
        t.open();
        t.close();
        REQUIRE(tests::runAndDie([&] {
            t.open();
            appendCustody(t.store->database(), t.clock, "edit", "case", "{}");
            t.store->database().checkpoint();
            t.store->setSetting("number", "29");
        }));
        overwrite(t.file, t.oldDatabase);
    }
    t.open();
    CHECK(finds(t.store->openingFindings(), "database", "case.logbog"));
    t.store->markFindingsSeen();
    t.reopen();
    CHECK(t.store->openingFindings().empty());
}

TEST_CASE("a file as it was before the log was last moved into it is found under the log") {
    OldStateCase t;
    t.open();
    t.close();
    REQUIRE(tests::runAndDie([&] {
        t.open();
        const auto connection = t.store->connect();
        fs::copy_file(t.file, t.temp.path() / "before");
        for (int i = 0; i < 50; ++i) { // no entry in the history: that alone does not tell
            Transaction transaction(*connection);
            connection->prepare("INSERT OR REPLACE INTO setting VALUES ('big', ?)")
                .with(std::string(1'000'000, static_cast<char>('a' + i % 26)))
                .run();
            transaction.commit();
        }
    }));
    SECTION("untouched, nothing is found") {
        t.open();
        CHECK(t.store->openingFindings().empty());
    }
    SECTION("put back") {
        overwrite(t.file, tests::readFile(t.temp.path() / "before"));
        t.open();
        CHECK(finds(t.store->openingFindings(), "database", "case.logbog"));
    }
}

// The limit. Each page carries its own check and no mark of when it was written, and what the first page says
// it says of itself alone. The marks of all pages are of an ordinary closing; while the case is open they
// change, and a list of them that is right after a power cut would have to be on the disk between the moving
// of the log into the file and the first change of the next log, each time.
TEST_CASE("one old page but the first, put back under the log of a crash, is not seen") {
    OldStateCase t;
    const std::string now = tests::readFile(t.file);
    std::string mixed = t.oldDatabase;
    mixed.resize(now.size());
    mixed.replace(0, kPage, now, 0, kPage);
    overwrite(t.file, mixed);
    t.open();
    CHECK(t.store->setting("number") == "29");
    CHECK(t.store->database().integer("SELECT count(*) FROM item WHERE excluded = 1") == 0); // it was 50
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->verify().empty());
}

TEST_CASE("a whole old folder put back looks sound; only the head of the history, noted elsewhere, tells") {
    tests::TestCase t;
    t.store->setSetting("note", "before");
    t.close();
    fs::copy(t.folder, t.temp.path() / "old", fs::copy_options::recursive);
    t.open();
    appendCustody(t.store->database(), t.clock, "edit", "case", "{}");
    const std::string head = custodyHead(t.store->database()); // as it is printed
    t.close();
    fs::remove_all(t.folder);
    fs::rename(t.temp.path() / "old", t.folder);
    t.open();
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->verify().empty());
    Statement known = t.store->database().prepare("SELECT 1 FROM custody WHERE hash = ?");
    CHECK_FALSE(known.with(head).step());
}
