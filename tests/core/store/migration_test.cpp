// SPDX-License-Identifier: GPL-3.0-or-later
// Cases of older versions, opened by this one.
#include "core/store/case_migration.h"
#include "core/store/key_file.h"
#include "core/store/rescue.h"
#include "core/store/schema.h"
#include "core/store/search.h"
#include "tests/core/store/store_support.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace core::store;
using tests::kPage;
namespace fs = std::filesystem;

namespace {

// As an earlier version left a case: its tables, no anchor, its seal missing.
struct OldCase : tests::TestCase {
    explicit OldCase(int version) : old(folder / ("case.logbog.v" + std::to_string(version))) {
        tests::addSource(*store, "the original");
        const std::string object = store->database().text("SELECT object_id FROM original");
        close();
        const SecretKey dataKey = openKeyFiles(folder, tests::kPassphrase).dataKey;
        for (const char* name : {"case.logbog", "state", "anchor"}) fs::remove(folder / name);
        Database database(folder / "case.logbog", dataKey.subkey(KeyPurpose::Database), true);
        if (version == 1) database.execute("PRAGMA auto_vacuum = NONE; VACUUM");
        database.execute(kSchemaSql);
        if (version > 1) database.execute(kSchema2Sql);
        if (version > 2) database.execute(kSchema3Sql);
        database.execute("PRAGMA user_version = " + std::to_string(version));
        database.execute("INSERT INTO setting VALUES ('label', 'Gammel'), ('fold_version', '1'), "
                         "('zone', 'Europe/Copenhagen'); INSERT INTO import_run(begun_ms) VALUES (5)");
        database.prepare("INSERT INTO original(object_id, sha256, size) VALUES (?, ?, 12)")
            .with(object, core::base::toHex(core::base::sha256("the original")))
            .run();
        database.execute(
            "INSERT INTO source(run_id, original_id, name, path, format, zone, imported_ms, complete) "
            "VALUES (1, 1, 'a', '/a', '', 'Europe/Copenhagen', 5, 1)");
        for (int i = 0; i < 20; ++i) tests::addItem(database, 1, "besked " + std::to_string(i));
        // Of item 3 nobody is known; of item 4 a row is lost; item 5 was given another time later.
        database.execute(
            "INSERT INTO identifier(id, kind, normal, written) VALUES (8, 'phone', '+4520304050', "
            "'20304050'), "
            "(9, 'email', 'a@b.dk', 'A@b.dk');"
            "INSERT INTO item_time SELECT id, 0, id * -7000, NULL, '', 1, 0, 'export', '' FROM item;"
            "INSERT INTO item_time SELECT id, 1, 1684092645000 + id, 7200, 'Europe/Copenhagen', 2, 1, "
            "'sent', "
            "'14. maj' || char(0) || 'æ' FROM item WHERE id < 6;"
            "INSERT INTO item_time VALUES (5, 1000, 7, NULL, '', 1, 0, 'file-name', 'IMG_1.jpg');"
            "INSERT INTO item_participant SELECT id, 0, 'from', 8, '20304050', 'Jens' FROM item WHERE id > 4;"
            "INSERT INTO item_participant VALUES (3, 0, 'from', NULL, '', ''), (4, 2, 'cc', 9, 'A@b.dk', "
            "''), "
            "(5, 1, 'to', 8, '20304050', ''), (5, 2, 'to', 8, '20304050', 'x')");
        appendCustody(database, clock, "create", "case", "{}");
        appendCustody(database, clock, "import", "source 1", R"({"format":""})");
        appendCustody(database, clock, "tag", "item 7",
                      R"({"changes":[{"table":"item_tag","after":{"id":1,"item_id":8,"tag_id":1}},)"
                      R"({"table":"item","before":{"id":9,"reviewed":0},"after":{"id":9,"reviewed":1}}]})");
        appendCustody(database, clock, "reason", "item 7", "no JSON at all");
        if (version > 1) database.execute("UPDATE item SET transcript = 'ring til mig' WHERE id = 7");
    }
    fs::path old;
};

// What belongs to the items, in the order of the columns of version 3.
std::string partsOf(Database& database) {
    return database.text(
               "SELECT group_concat(item_id || '|' || sequence || '|' || time_ms || '|' || "
               "coalesce(offset_s, '-') || '|' || zone || '|' || precision || '|' || basis || '|' || "
               "source || '|' || hex(as_written), char(10)) FROM (SELECT * FROM item_time ORDER BY 1, 2)") +
           database.text(
               "SELECT group_concat(item_id || '|' || sequence || '|' || role || '|' || "
               "coalesce(identifier_id, '-') || '|' || written || '|' || name, char(10)) FROM (SELECT * "
               "FROM item_participant ORDER BY 1, 2)");
}

struct FirstCase : OldCase {
    FirstCase() : OldCase(1) {}
};

} // namespace

TEST_CASE("a case of version 1 opens with all it had, and its old file stays until it was closed well") {
    FirstCase t;
    t.open();
    Database& database = t.store->database();
    CHECK(database.integer("PRAGMA user_version") == kSchemaVersion);
    CHECK(database.integer("PRAGMA auto_vacuum") == 2); // gives room back, as new ones do
    CHECK(t.store->label() == "Gammel");
    CHECK(database.integer("SELECT count(*) FROM item") == 20);
    CHECK(SearchLists(database).having({"besked"}).size() == 20);
    CHECK(SearchLists(database).pending().empty());
    CHECK(fs::exists(t.old));
    CHECK_FALSE(fs::exists(t.folder / "case.logbog.next"));
    CHECK(database.text("SELECT group_concat(item_id || '/' || sequence, ' ') FROM custody_item") ==
          "7/3 7/4 8/3 9/3");
    CHECK(t.store->openingFindings().size() == 1); // the seal that this test took away
    CHECK(tests::finds(t.store->openingFindings(), "database", "state"));
    t.store->markFindingsSeen();
    CHECK(t.store->verify().empty());
    t.close();
    CHECK_FALSE(fs::exists(t.old));
    t.open();
    CHECK(t.store->openingFindings().empty());
}

TEST_CASE("a case of version 2 opens with all it had, and is searched as before") {
    OldCase t(2);
    t.open();
    Database& database = t.store->database();
    CHECK(database.integer("PRAGMA user_version") == kSchemaVersion);
    CHECK(database.integer("SELECT count(*) FROM item") == 20);
    CHECK(database.integer("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'item_search%' OR name LIKE "
                           "'item_trigram%'") == 0);
    const SearchLists search(database);
    CHECK(search.having({"besked"}).size() == 20);
    CHECK(search.having({"til", "mig"}) == SearchLists::Ids{7}); // of a recording
    CHECK(search.pending().empty());
    CHECK(fs::exists(t.old));
    t.store->markFindingsSeen();
    CHECK(t.store->verify().empty());
}

TEST_CASE("the times and people of a case of version 3 are with its items, and found from both sides") {
    OldCase t(3);
    const SecretKey key = openKeyFiles(t.folder, tests::kPassphrase).dataKey.subkey(KeyPurpose::Database);
    const std::string before = partsOf(*std::make_unique<Database>(t.folder / "case.logbog", key, false));
    t.open();
    Database& database = t.store->database();
    CHECK(database.integer("PRAGMA user_version") == kSchemaVersion);
    CHECK(partsOf(database) == before);
    CHECK(database.integer("SELECT count(*) FROM item_time_later") == 1);
    CHECK(database.text("SELECT group_concat(identifier_id || ':' || item_id || ':' || is_sender, ' ') FROM "
                        "item_identifier WHERE item_id < 7") == "8:5:0 8:5:1 8:6:1 9:4:0");
    CHECK(database.integer("SELECT count(*) FROM item_identifier") == 18);
    CHECK(database.integer("PRAGMA freelist_count") == 0); // the old tables take no room any more
    t.store->markFindingsSeen();
    CHECK(t.store->verify().empty());
    database.execute("DELETE FROM item_identifier WHERE item_id = 6");
    CHECK(tests::finds(t.store->verify(), "database", "people"));
    database.execute("INSERT INTO item_identifier VALUES (8, 6, 1), (9, 6, 1)");
    CHECK(tests::finds(t.store->verify(), "database", "people"));
}

TEST_CASE("a program that ended while the databases changed places has lost nothing") {
    FirstCase t;
    fs::rename(t.folder / "case.logbog", t.old);
    t.temp.write("sag/case.logbog.next", "half");
    t.open();
    CHECK(t.store->database().integer("SELECT count(*) FROM item") == 20);
}

TEST_CASE("a damaged case of an older version is rescued, whichever page it is") {
    OldCase t(GENERATE(1, 2, 3));
    const std::string whole = tests::readFile(t.folder / "case.logbog");
    const fs::path fresh = t.temp.path() / "ny";
    int lostPages = 0;
    for (std::uint64_t page = 0; page < whole.size() / kPage; page += 3) {
        INFO("page " << page + 1 << " of " << whole.size() / kPage);
        t.temp.write("sag/case.logbog", whole);
        tests::flipByte(t.folder / "case.logbog", page * kPage + 3000);
        core::base::Progress progress;
        Rescued rescued =
            rescueCase(t.folder, tests::kPassphrase, fresh, "ny", KdfCost::Fast, t.clock, progress);
        finishRescue(rescued);
        Database& database = rescued.store->database();
        CHECK(rescued.originals == 1);
        const bool isItemLost = database.integer("SELECT count(*) FROM item") < 20;
        CHECK((!isItemLost || !rescued.lost.empty()));
        CHECK(rescued.store->verify().empty());
        lostPages += isItemLost ? 1 : 0;
        rescued.store.reset();
        fs::remove_all(fresh);
    }
    CHECK(lostPages <= 2); // the one with the items on it, and their source's: the original has them all
}

TEST_CASE("old and new cases have the same tables") {
    OldCase t(GENERATE(1, 2, 3));
    t.open();
    const char* const all =
        "SELECT group_concat(sql, char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
    const std::string migrated = t.store->database().text(all);
    tests::TestCase fresh;
    CHECK(migrated == fresh.store->database().text(all));
}

TEST_CASE("what was read from an original can be neither changed nor removed") {
    tests::TestCase t;
    const std::int64_t source = tests::addSource(*t.store, "x");
    Database& d = t.store->database();
    const std::string item = std::to_string(tests::addItem(d, source, "x"));
    d.execute(
        "INSERT INTO identifier(kind, normal, written) VALUES ('phone', '+45', '45');"
        "INSERT INTO item_time_later VALUES (" +
        item +
        ", 0, 1, NULL, '', 1, 0, 'export', '');"
        "INSERT INTO attachment(item_id, sequence, name, type, size, sha256, encoded_offset, encoded_length, "
        "encoding, is_inline) VALUES (" +
        item + ", 0, '', '', 0, '', 0, 0, 0, 0)");
    for (const char* sql :
         {"UPDATE original SET sha256 = 'a'", "UPDATE original SET size = 9", "DELETE FROM original",
          "UPDATE source SET name = 'b'", "UPDATE source SET zone = 'b'", "DELETE FROM source",
          "UPDATE item SET text = 'b'", "UPDATE item SET width = 7", "DELETE FROM item",
          "UPDATE item SET times = x''", "UPDATE item SET people = x'00'",
          "UPDATE item_time_later SET time_ms = 3", "DELETE FROM item_time_later",
          "UPDATE attachment SET name = 'b'", "DELETE FROM attachment",
          "UPDATE identifier SET normal = '+46'", "DELETE FROM custody"}) {
        INFO(sql);
        CHECK_THROWS_AS(d.execute(sql), core::base::Error);
    }
    CHECK_NOTHROW(d.execute("UPDATE original SET object_id = 'another'; UPDATE source SET complete = 1;"
                            "UPDATE item SET reviewed = 1; UPDATE identifier SET name = 'n'"));
}

TEST_CASE("a case of version 4 opens, and how its dates are to be read was not asked then") {
    tests::TestCase t;
    tests::addSource(*t.store, "the original");
    t.store->database().execute("DROP TRIGGER source_date_order_no_update; "
                                "ALTER TABLE source DROP COLUMN date_order; PRAGMA user_version = 4");
    t.close();
    t.open();
    Database& database = t.store->database();
    CHECK(database.integer("PRAGMA user_version") == kSchemaVersion);
    CHECK(database.text("SELECT group_concat(name || ':' || date_order) FROM source").find(":") !=
          std::string::npos);
    CHECK_THROWS(database.execute("UPDATE source SET date_order = 'month'"));
    t.store->markFindingsSeen();
    CHECK(t.store->verify().empty());
}
