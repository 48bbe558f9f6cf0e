// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/store/secret_key.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <chrono>
#include <csignal>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <sys/resource.h>

using namespace core::store;
using core::base::ErrorCode;
using tests::codeThrown;

namespace {

struct TestDatabase {
    tests::TempFolder temp;
    SecretKey key = SecretKey::random();
    std::filesystem::path file = temp.path() / "d";
    std::unique_ptr<Database> database = std::make_unique<Database>(file, key, true);
};

} // namespace

TEST_CASE("every connection has the rules of the design") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (x)");
    const Database second(t.file, t.key, false);
    for (Database* d : {t.database.get(), const_cast<Database*>(&second)}) {
        CHECK(d->text("PRAGMA journal_mode") == "wal");
        CHECK(d->integer("PRAGMA synchronous") == 2);
        CHECK(d->integer("PRAGMA cache_size") == -49152);
        CHECK(d->integer("PRAGMA temp_store") == 2);
        CHECK(d->integer("PRAGMA foreign_keys") == 1);
        CHECK(d->integer("PRAGMA secure_delete") == 1);
        CHECK(d->integer("PRAGMA page_size") == 8192);
        CHECK(d->text("PRAGMA cipher_page_size") == "8192");
        CHECK(d->text("PRAGMA cipher_version").starts_with("4."));
    }
}

TEST_CASE("a long log is moved into the file by the commits themselves") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (x)");
    constexpr int kMegabyte = 1'000'000;
    for (int i = 0; i < 80; ++i) {
        Transaction transaction(*t.database);
        t.database->execute("INSERT INTO t VALUES (zeroblob(1000000))");
        transaction.commit();
    }
    CHECK(std::filesystem::file_size(t.file) > 60 * kMegabyte);
    CHECK(std::filesystem::file_size(t.temp.path() / "d-wal") < 36 * kMegabyte);
    CHECK(t.database->changeCount() == 80);
}

TEST_CASE("values go in and come back as they are") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (a, b, c, d, e, f)");
    const std::string blob("\0x\xFF", 3);
    std::string text("en\0to", 5);
    Statement insert = t.database->prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)");
    insert.with(INT64_MIN, 2.5, std::string_view(text), std::string_view(), std::optional<std::int64_t>(),
                true);
    insert.run();
    insert.reset();
    insert.bind(1, 1).bindBlob(2, blob).bindBlob(3, "").bindNull(4).bind(5, "æ").bind(
        6, std::optional<std::int64_t>(4));
    insert.run();
    Statement rows = t.database->prepare("SELECT * FROM t ORDER BY rowid");
    REQUIRE(rows.step());
    CHECK(rows.integer(0) == INT64_MIN);
    CHECK(rows.real(1) == 2.5);
    CHECK(rows.text(2) == text);
    CHECK_FALSE(rows.isNull(3));
    CHECK(rows.text(3).empty());
    CHECK(rows.isNull(4));
    CHECK_FALSE(rows.optionalInteger(4));
    CHECK(rows.integer32(5) == 1);
    REQUIRE(rows.step());
    CHECK(rows.blob(1) == blob);
    CHECK_FALSE(rows.isNull(2));
    CHECK(rows.textView(4) == "æ");
    CHECK(rows.optionalInteger(5) == 4);
    CHECK_FALSE(rows.step());
}

TEST_CASE("a transaction that is not committed leaves nothing, also after an error") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (x UNIQUE)");
    {
        const Transaction transaction(*t.database);
        t.database->execute("INSERT INTO t VALUES (1)");
    }
    CHECK(codeThrown([&] {
              const Transaction transaction(*t.database);
              t.database->execute("INSERT INTO t VALUES (2)");
              t.database->prepare("INSERT INTO t VALUES (?)").with(2).run();
          }) == ErrorCode::Internal);
    CHECK(t.database->integer("SELECT count(*) FROM t") == 0);
    Transaction transaction(*t.database);
    t.database->execute("INSERT INTO t VALUES (3)");
    transaction.commit();
    CHECK(t.database->integer("SELECT x FROM t") == 3);
    CHECK(t.database->changes() == 1);
}

TEST_CASE("another key or another file is no database of ours") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (x)");
    t.database.reset();
    const SecretKey other = SecretKey::random();
    CHECK(codeThrown([&] { Database(t.file, other, false); }) == ErrorCode::Damaged);
    CHECK(codeThrown([&] { Database(t.temp.write("junk", tests::patternBytes(20000)), t.key, false); }) ==
          ErrorCode::Damaged);
    CHECK(codeThrown([&] { Database(t.temp.path() / "none", t.key, false); }) == ErrorCode::NotFound);
    CHECK_FALSE(std::filesystem::exists(t.temp.path() / "none"));
    CHECK(codeThrown([&] { Database(t.temp.path() / "no/where", t.key, true); }) == ErrorCode::Permission);
    CHECK_NOTHROW(Database(t.file, t.key, false));
}

TEST_CASE("a running statement can be interrupted from another thread") {
    TestDatabase t;
    std::thread breaker([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        t.database->interrupt();
    });
    const auto code = codeThrown([&] {
        t.database->integer(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n");
    });
    breaker.join();
    CHECK(code == ErrorCode::Cancelled);
    CHECK(t.database->integer("SELECT 1") == 1);
}

TEST_CASE("a reader sees the last committed state while another connection writes") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    Database reader(t.file, t.key, false);
    Transaction transaction(*t.database);
    t.database->execute("INSERT INTO t VALUES (2)");
    CHECK(reader.integer("SELECT count(*) FROM t") == 1);
    transaction.commit();
    CHECK(reader.integer("SELECT count(*) FROM t") == 2);
    t.database->checkpoint();
    CHECK(std::filesystem::file_size(t.temp.path() / "d-wal") == 0);
}

TEST_CASE("a full disk is NoSpace, undoes the transaction and harms nothing") {
    TestDatabase t;
    t.database->execute("CREATE TABLE t (x); INSERT INTO t VALUES (1)");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 1'000'000;
    setrlimit(RLIMIT_FSIZE, &small);
    const auto code = codeThrown([&] {
        Transaction transaction(*t.database);
        t.database->prepare("INSERT INTO t VALUES (?)").with(tests::patternBytes(3'000'000)).run();
        transaction.commit();
    });
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(code == ErrorCode::NoSpace);
    CHECK_FALSE(t.database->inTransaction());
    CHECK(t.database->integer("SELECT count(*) FROM t") == 1);
    CHECK(t.database->text("PRAGMA integrity_check") == "ok");
}

TEST_CASE("what was read from an original cannot be rewritten or removed, only marked") {
    tests::TestCase t;
    Database& database = t.store->database();
    tests::addItem(database, tests::addSource(*t.store, "x"), "hej");
    for (const char* sql : {"UPDATE item SET text = 'x'", "UPDATE item SET record_offset = 1",
                            "DELETE FROM item", "UPDATE original SET sha256 = 'x'", "DELETE FROM original"})
        CHECK(codeThrown([&] { database.execute(sql); }) == ErrorCode::Internal);
    CHECK_NOTHROW(
        database.execute("UPDATE item SET excluded = 1, time_ms = 5, direction = 'out', reviewed = 1"));
}

TEST_CASE("fold() of SQL is foldForSearch") {
    TestDatabase t;
    Statement fold = t.database->prepare("SELECT fold(?)");
    for (const char* text : {"ÅRHUS", "Ærø", "SØREN", "", "müll 😀"}) {
        REQUIRE(fold.with(text).step());
        CHECK(fold.text(0) == core::base::foldForSearch(text));
    }
    CHECK(t.database->prepare("SELECT fold(NULL)").step());
}
