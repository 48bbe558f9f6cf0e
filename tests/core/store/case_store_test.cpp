// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <array>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace core::store;
using core::base::ErrorCode;
using tests::codeThrown;
namespace fs = std::filesystem;

TEST_CASE("a new case opens again with its settings and nothing wrong") {
    tests::TestCase t;
    CHECK(t.store->label() == "Notater");
    CHECK(t.store->zone() == "Europe/Copenhagen");
    CHECK(t.store->setting("created_ms") == std::to_string(t.clock.nowMs()));
    t.store->setSetting("own", "æ");
    t.store->setSetting("own", "ø");
    for (const char* name : {"keys", "keys.bak", "case.logbog", "objects", "LAESMIG.txt"})
        CHECK(fs::exists(t.folder / name));
    t.reopen();
    CHECK(t.store->setting("own") == "ø");
    CHECK(t.store->setting("none").empty());
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->verify().empty());
}

TEST_CASE("a case is not made where something is, nor without a passphrase") {
    tests::TestCase t;
    CHECK(codeThrown([&] { t.create(); }) == ErrorCode::Exists);
    const fs::path file = t.temp.write("file", "x");
    CHECK(codeThrown([&] { CaseStore::create(file, "p", "", "", KdfCost::Fast, t.clock); }) ==
          ErrorCode::Exists);
    CHECK(codeThrown([&] { CaseStore::create(t.temp.path() / "b", "", "", "", KdfCost::Fast, t.clock); }) ==
          ErrorCode::InvalidInput);
    fs::create_directory(t.temp.path() / "empty");
    CHECK_NOTHROW(CaseStore::create(t.temp.path() / "empty", "p", "", "", KdfCost::Fast, t.clock));
    CHECK_NOTHROW(CaseStore::create(t.temp.path() / "deep/er/case", "p", "", "", KdfCost::Fast, t.clock));
}

TEST_CASE(
    "a wrong passphrase is told apart, changes nothing but the count, and the next opening records it") {
    tests::TestCase t;
    t.close();
    const std::string before = tests::readFile(t.folder / "case.logbog");
    for (int i = 0; i < 3; ++i)
        CHECK(codeThrown([&] { CaseStore::open(t.folder, "forkert", t.clock); }) ==
              ErrorCode::WrongPassphrase);
    CHECK(tests::readFile(t.folder / "case.logbog") == before);
    t.open();
    const auto events = custodyEvents(t.store->database(), 1, 10);
    REQUIRE(events.size() == 2);
    CHECK(events[0].action == "create");
    CHECK(events[1].action == "open");
    CHECK(events[1].detail.find("\"failed\":\"3\"") != std::string::npos);
    CHECK_FALSE(fs::exists(t.folder / "attempts"));
}

TEST_CASE("the computer's name is not in the history, but can be recognised") {
    tests::TestCase t;
    t.reopen();
    t.reopen();
    std::array<char, 256> host{};
    REQUIRE(gethostname(host.data(), host.size() - 1) == 0);
    const auto events = custodyEvents(t.store->database(), 2, 10);
    REQUIRE(events.size() == 2);
    CHECK(events[0].detail == events[1].detail);
    CHECK(events[0].detail.find(host.data()) == std::string::npos);
}

TEST_CASE("a case without its key file is no case, without its database a damaged one") {
    tests::TestCase t;
    t.close();
    CHECK(codeThrown([&] { CaseStore::open(t.temp.path() / "none", "p", t.clock); }) == ErrorCode::NotFound);
    CHECK_FALSE(fs::exists(t.temp.path() / "none"));
    fs::rename(t.folder / "case.logbog", t.folder / "away");
    CHECK(codeThrown([&] { t.open(); }) == ErrorCode::Damaged);
    fs::rename(t.folder / "away", t.folder / "case.logbog");
    tests::flipByte(t.folder / "keys", 50);
    CHECK_NOTHROW(t.open());
    CHECK(t.store->verify().empty());
    t.close();
    tests::flipByte(t.folder / "keys", 50);
    tests::flipByte(t.folder / "keys.bak", 50);
    CHECK(codeThrown([&] { t.open(); }) == ErrorCode::Damaged);
}

TEST_CASE("a second opening is refused while the case is open, in this program and in another") {
    tests::TestCase t;
    CHECK(codeThrown([&] { CaseStore::open(t.folder, tests::kPassphrase, t.clock); }) == ErrorCode::InUse);
    const pid_t child = fork();
    if (child == 0) {
        const auto code = codeThrown([&] { CaseStore::open(t.folder, tests::kPassphrase, t.clock); });
        _exit(code == ErrorCode::InUse ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    t.close();
    CHECK_NOTHROW(t.open());
}

TEST_CASE("a case of a newer version is refused and left as it is") {
    tests::TestCase t;
    t.store->database().execute("PRAGMA user_version = " + std::to_string(kSchemaVersion + 1));
    t.close();
    CHECK(codeThrown([&] { t.open(); }) == ErrorCode::NewerVersion);
    CHECK(codeThrown([&] { t.open(); }) == ErrorCode::NewerVersion);
}

TEST_CASE("a case of an unfinished version is refused at opening, in plain words, and left as it is") {
    tests::TestCase t;
    const std::string change =
        GENERATE(as<std::string>(), "DROP TABLE source_member", "ALTER TABLE item ADD COLUMN early TEXT",
                 "DROP INDEX custody_subject", "DROP TRIGGER finding_no_delete");
    CAPTURE(change);
    t.store->database().execute(change);
    t.close();
    const std::string before = tests::readFile(t.folder / "case.logbog");
    for (int i = 0; i < 2; ++i)
        CHECK_THROWS_WITH(t.open(), Catch::Matchers::ContainsSubstring("unfinished version"));
    CHECK((tests::readFile(t.folder / "case.logbog") == before)); // bytes, not for the screen
    CHECK(codeThrown([&] { t.open(); }) == ErrorCode::Unsupported);
}

TEST_CASE("migrations run forward one by one, each whole or not at all") {
    tests::TestCase t;
    Database& database = t.store->database();
    const std::array<Migration, 3> steps{
        Migration{kSchemaVersion + 1, [](Database& d) { d.execute("CREATE TABLE a (x)"); }},
        Migration{kSchemaVersion + 2, [](Database& d) { d.execute("INSERT INTO a VALUES (7)"); }},
        Migration{kSchemaVersion + 3,
                  [](Database& d) { d.execute("INSERT INTO a VALUES (8); INSERT INTO none VALUES (1)"); }}};
    CHECK_THROWS(migrate(database, steps, kSchemaVersion + 3));
    CHECK(database.integer("PRAGMA user_version") == kSchemaVersion + 2);
    CHECK(database.integer("SELECT sum(x) FROM a") == 7);
    CHECK_FALSE(database.inTransaction());
    CHECK_NOTHROW(migrate(database, steps, kSchemaVersion + 2));
}

TEST_CASE("what a killed import had not come to a row with is cleared without an alarm") {
    tests::TestCase t;
    tests::addSource(*t.store, "kept");
    tests::storeBytes(t.store->vault(), "left behind");
    t.temp.write("sag/objects/tmp/ab345678901234567890123456789012.part", "half");
    CHECK(t.store->verify().empty());
    t.reopen();
    CHECK(t.store->openingFindings().empty());
    CHECK(t.store->vault().objectIds().size() == 1);
    CHECK(fs::is_empty(t.folder / "objects/tmp"));
    CHECK(t.store->verify().empty());
}

TEST_CASE("2,000 broken imports have an entry each, in one change, and once") {
    tests::TestCase t;
    const std::int64_t source = tests::addSource(*t.store, "x");
    t.store->database().execute(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO "
        "source(run_id, original_id, name, path, format, zone, imported_ms) SELECT run_id, original_id, "
        "name, "
        "path || i, format, zone, imported_ms FROM source, n");
    const std::int64_t before = t.store->database().changeCount();
    t.reopen();
    Database& database = t.store->database();
    CHECK(database.changeCount() == before + 2); // the other one is of the opening itself
    const char* const told = "SELECT count(*) FROM custody WHERE action = 'import-broken-off'";
    CHECK(database.integer(told) == 2000);
    CHECK(firstBrokenCustody(database) == std::nullopt);
    CHECK(database.text("SELECT subject FROM custody WHERE action = 'import-broken-off' LIMIT 1") ==
          "source " + std::to_string(source));
    t.reopen();
    CHECK(t.store->database().integer(told) == 2000);
}

TEST_CASE("a row that was committed before its file had its place finds it at the next opening") {
    tests::TestCase t;
    const std::int64_t source = tests::addSource(*t.store, "kept");
    const std::string id = t.store->database().text("SELECT object_id FROM original");
    const fs::path place = t.store->vault().pathOf(id);
    fs::rename(place, t.folder / "objects/tmp" / id);
    CHECK(t.store->verify().empty());
    t.reopen();
    CHECK(source == 1);
    CHECK(fs::exists(place));
    CHECK(t.store->verify().empty());
}

TEST_CASE("after an older database was put back the newer originals stay, and are told of until seen") {
    tests::TestCase t;
    t.close();
    const auto files = {"case.logbog", "state", "anchor", "keys", "keys.bak"};
    fs::create_directory(t.temp.path() / "backup");
    for (const char* name : files) fs::copy_file(t.folder / name, t.temp.path() / "backup" / name);
    t.open();
    tests::addSource(*t.store, "the newer one");
    const std::string id = t.store->database().text("SELECT object_id FROM original");
    t.close();
    for (const char* name : files)
        fs::copy_file(t.temp.path() / "backup" / name, t.folder / name, fs::copy_options::overwrite_existing);
    for (int opening = 0; opening < 2; ++opening) {
        t.open();
        CHECK(t.store->vault().readRange(id, 0, 99) == "the newer one");
        CHECK(tests::finds(t.store->openingFindings(), "orphan", id));
        CHECK(tests::finds(t.store->verify(), "orphan", id));
        CHECK(t.store->verify().size() == 1);
        t.close();
    }
    t.open();
    t.store->markFindingsSeen();
    CHECK(t.store->openingFindings().empty());
    t.reopen();
    CHECK(t.store->openingFindings().empty());
    CHECK(tests::finds(t.store->verify(), "orphan", id)); // as long as it is there
    CHECK(t.store->database().integer("SELECT count(*) FROM custody WHERE action = 'finding'") == 1);
    CHECK(t.store->database().integer("SELECT count(*) FROM custody WHERE action = 'finding-seen'") == 1);
}

TEST_CASE("a lock file that was removed lets no second program in") {
    tests::TestCase t;
    fs::remove(t.folder / "lock");
    CHECK(codeThrown([&] { CaseStore::open(t.folder, tests::kPassphrase, t.clock); }) == ErrorCode::InUse);
    t.reopen();
    CHECK(t.store->verify().empty());
}

TEST_CASE("a case is opened through a symbolic link") {
    tests::TestCase t;
    t.close();
    fs::create_directory_symlink(t.folder, t.temp.path() / "link");
    t.store = CaseStore::open(t.temp.path() / "link", tests::kPassphrase, t.clock);
    CHECK(t.store->folder() == fs::canonical(t.folder));
    CHECK(t.store->verify().empty());
}

TEST_CASE("whatever lies under the name of the count of attempts, the case opens") {
    tests::TestCase t;
    t.close();
    t.temp.write("sag/attempts", std::string(10000, 'x'));
    CHECK_NOTHROW(t.open());
    t.close();
    t.temp.write("sag/attempts/in/the/way", "x");
    CHECK_NOTHROW(t.open());
}

TEST_CASE("a verify without the folder of the originals names each and does not throw") {
    tests::TestCase t;
    tests::addSource(*t.store, "kept");
    const std::string id = t.store->database().text("SELECT object_id FROM original");
    fs::remove_all(t.folder / "objects");
    CHECK(tests::finds(t.store->verify(), "original", id));
}

TEST_CASE("a new case gives room back") {
    tests::TestCase t;
    CHECK(t.store->database().integer("PRAGMA auto_vacuum") == 2);
}

TEST_CASE("only the owner may read the folder") {
    tests::TestCase t;
    CHECK((fs::status(t.folder).permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
          fs::perms::none);
}

TEST_CASE("the note in the folder says in two languages what it is, and not what it is about") {
    tests::TestCase t;
    const std::string text = tests::readFile(t.folder / "LAESMIG.txt");
    CHECK(text.find("krypteret") != std::string::npos);
    CHECK(text.find("encrypted") != std::string::npos);
    CHECK(text.find("talk") == std::string::npos);
    CHECK(text.find("forfølg") == std::string::npos);
}
