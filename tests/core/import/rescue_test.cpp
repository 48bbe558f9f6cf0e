// SPDX-License-Identifier: GPL-3.0-or-later
// Cases damaged in every way there is: what is found, what is brought out, and that nothing of them changes.
#include "core/base/error.h"
#include "core/import/read_again.h"
#include "core/store/examine.h"
#include "core/store/rescue.h"
#include "tests/support/temp_case.h"

#include <algorithm>
#include <fstream>
#include <map>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
namespace fs = std::filesystem;

namespace {

constexpr const char* kSecret = "en lang sætning her";
constexpr std::uint64_t kPage = 8192;

void flipByte(const fs::path& file, std::uint64_t offset) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(offset));
    const char c = static_cast<char>(stream.get());
    stream.seekp(static_cast<std::streamoff>(offset));
    stream.put(static_cast<char>(c ^ 0x10));
    REQUIRE(stream);
}

std::map<std::string, std::string> bytesOf(const fs::path& folder) {
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        all[entry.path().string()] = entry.is_regular_file() ? tests::readFile(entry.path()) : "folder";
    return all;
}

// Three originals, what is read of them, and what she added: who is who, tags, incidents, an exhibit.
struct SmallCase : tests::TempCase {
    static constexpr int kMessages = 300;
    fs::path sick = folder.path() / "case";
    fs::path fresh = folder.path() / "new";
    std::string database; // the bytes of the whole one

    SmallCase() {
        std::vector<std::string> lines;
        for (int i = 0; i < kMessages; ++i)
            lines.push_back(tests::smsLine(i % 3 == 0 ? "+4520000002" : "+4520000001",
                                           1735732800000 + i * 3600000LL, 1 + i % 2,
                                           "besked " + std::to_string(i) + std::string(200, 'x')));
        importFile("sms.xml", tests::smsFile(lines));
        importFile("note.txt", "en seddel");
        importFile("mail.eml", tests::mailText("a@example.com", "b@example.com",
                                               "Wed, 01 Jan 2025 12:00:00 +0100", "Hej", "tekst"));
        sayWho({"+4520000001"}, {"+4520000002"});
        editor->tagItems({5, 6, 7}, "trussel");
        acceptAllEpisodes();
        close();
        database = tests::readFile(sick / "case.logbog");
    }
    void close() {
        reader.reset();
        editor.reset();
        store.reset();
    }
    // Damage, look, rescue; the damaged case stays byte for byte what it was.
    Rescued rescue() {
        const auto before = bytesOf(sick);
        core::base::Progress progress;
        found = examine(sick, kSecret, progress);
        Rescued rescued = rescueCase(sick, kSecret, fresh, "ny sætning", KdfCost::Fast, clock, progress);
        core::import::readAgain(rescued, progress);
        finishRescue(rescued);
        CHECK(bytesOf(sick) == before);
        for (const auto& finding : rescued.store->verify())
            FAIL_CHECK(finding.what << " " << finding.subject << " " << finding.detail);
        return rescued;
    }
    Examination found;
};

std::int64_t count(Rescued& rescued, const std::string& what) {
    return rescued.store->database().integer("SELECT count(*) FROM " + what);
}

// Every page from the first on in steps of `step`; how many of the tags came through.
std::int64_t tagsKeptOverPages(SmallCase& t, std::uint64_t step) {
    const std::uint64_t pages = t.database.size() / kPage;
    REQUIRE(pages > 60);
    std::int64_t tags = 0;
    for (std::uint64_t page = 0; page < pages; page += step) {
        INFO("page " << page + 1 << " of " << pages);
        t.folder.write("case/case.logbog", t.database);
        flipByte(t.sick / "case.logbog", page * kPage + 100 + (page * 397) % 8000);
        {
            Rescued rescued = t.rescue();
            CHECK_FALSE(t.found.findings.empty());
            CHECK(t.found.originalsGood == 3);
            CHECK(rescued.originals == 3);
            CHECK(count(rescued, "item") == 302);
            CHECK(count(rescued, "item WHERE from_id IS NULL AND other_id IS NULL AND kind = 'sms'") == 0);
            const std::int64_t kept = count(rescued, "item_tag");
            CHECK((kept == 3 || !rescued.lost.empty()));
            tags += kept;
        }
        fs::remove_all(t.fresh);
    }
    return tags;
}

} // namespace

TEST_CASE(
    "a sound case is rescued whole, rows under their numbers, and the old history stands beside the new") {
    SmallCase t;
    Rescued rescued = t.rescue();
    CHECK(t.found.findings.empty());
    CHECK(t.found.originalsGood == 3);
    CHECK(rescued.lost.empty());
    CHECK(rescued.originals == 3);
    CHECK(count(rescued, "item") == 302);
    CHECK(count(rescued, "item_tag") == 3);
    CHECK(count(rescued, "incident") > 0);
    CHECK(count(rescued, "custody_old") > 5);
    CHECK(rescued.store->database().text(
              "SELECT group_concat(action, ' ') FROM (SELECT action FROM custody ORDER BY "
              "sequence LIMIT 2)") == "create rescue");
    CHECK(rescued.store->database().text(
              "SELECT detail ->> '$.old_head' FROM custody WHERE action = 'rescue'") ==
          rescued.store->database().text("SELECT hash FROM custody_old ORDER BY id DESC LIMIT 1"));
    CHECK(rescued.store->database().integer("SELECT id FROM item WHERE text LIKE 'besked 4x%'") == 5);
    rescued.store.reset();
    CHECK(CaseStore::open(t.fresh, "ny sætning", t.clock)->openingFindings().empty());
}

TEST_CASE("whatever page of the database is damaged, it is found, and no item and no original is lost") {
    SmallCase t;
    tagsKeptOverPages(t, 9);
}

TEST_CASE("each single page may be damaged, and the tags go only with the page they are on", "[slow]") {
    SmallCase t;
    const auto pages = static_cast<std::int64_t>(t.database.size() / kPage);
    CHECK(tagsKeptOverPages(t, 1) >= 3 * (pages - 2)); // the page of item_tag and that of tag
}

TEST_CASE("what is lost of the times and people of items comes back from their original") {
    SmallCase t;
    const char* const parts =
        "SELECT group_concat(hex(times) || hex(people)) FROM (SELECT times, people FROM item ORDER BY id)";
    t.store = CaseStore::open(t.sick, kSecret, t.clock);
    Database& database = t.store->database();
    const std::string before = database.text(parts);
    const std::string guard = database.text("SELECT sql FROM sqlite_schema WHERE name = 'item_no_rewrite'");
    database.execute("DROP TRIGGER item_no_rewrite; UPDATE item SET times = x'' WHERE id IN (3, 4); "
                     "UPDATE item SET people = x'00000000' WHERE id IN (4, 5)");
    database.execute(guard);
    REQUIRE(database.text(parts) != before);
    t.store.reset();
    core::base::Progress progress;
    Rescued rescued = rescueCase(t.sick, kSecret, t.fresh, "ny sætning", KdfCost::Fast, t.clock, progress);
    rescued.mustReadAgain = true; // as where a page of an older version's tables is lost
    core::import::readAgain(rescued, progress);
    finishRescue(rescued);
    CHECK(rescued.store->database().text(parts) == before);
    CHECK(rescued.store->verify().empty());
    CHECK_THROWS(rescued.store->database().execute("UPDATE item SET times = x''"));
}

TEST_CASE("a rescue that was broken off says so when its case is opened, and is not mixed with another") {
    SmallCase t;
    core::base::Progress progress;
    const auto begin = [&] {
        return rescueCase(t.sick, kSecret, t.fresh, "ny sætning", KdfCost::Fast, t.clock, progress);
    };
    begin().store.reset(); // never finished
    CHECK_THROWS_AS(begin(), core::base::Error);
    const auto findings = CaseStore::open(t.fresh, "ny sætning", t.clock)->openingFindings();
    CHECK(std::any_of(findings.begin(), findings.end(),
                      [](const auto& finding) { return finding.subject == "rescue-unfinished"; }));
    fs::remove_all(t.fresh);
    t.rescue().store.reset();
    CHECK(CaseStore::open(t.fresh, "ny sætning", t.clock)->openingFindings().empty());
}

TEST_CASE("without a database all originals come back, and what is in them") {
    SmallCase t;
    fs::remove(t.sick / "case.logbog");
    Rescued rescued = t.rescue();
    CHECK(t.found.originalsGood == 3);
    CHECK(rescued.originals == 3);
    CHECK(count(rescued, "item") == 302);
    CHECK(count(rescued, "source WHERE complete = 1 AND format = 'sms-backup'") == 1);
    CHECK_FALSE(rescued.lost.empty());
}

TEST_CASE("damage in the first bytes, with which every page is read, loses no row") {
    SmallCase t;
    flipByte(t.sick / "case.logbog", 5);
    SECTION("alone") {
        Rescued rescued = t.rescue();
        CHECK(rescued.lost.size() == 2); // that it was not as closed, and what was
        CHECK(count(rescued, "item") == 302);
        CHECK(count(rescued, "item_tag") == 3);
        CHECK(count(rescued, "incident") > 0);
    }
    SECTION("and in the first page too") {
        flipByte(t.sick / "case.logbog", 4000);
        Rescued rescued = t.rescue();
        CHECK(count(rescued, "item") == 302);
        CHECK(count(rescued, "item_tag") == 3);
    }
}

TEST_CASE("a database cut off anywhere gives the rows before, and the originals the rest") {
    SmallCase t;
    for (const int part : {1, 3, 6, 9}) {
        INFO(part << " tenths");
        t.folder.write("case/case.logbog",
                       t.database.substr(0, t.database.size() * static_cast<unsigned>(part) / 10 + 77));
        {
            Rescued rescued = t.rescue();
            CHECK_FALSE(t.found.findings.empty());
            CHECK(rescued.originals == 3);
            CHECK(count(rescued, "item") == 302);
            CHECK_FALSE(rescued.lost.empty());
        }
        fs::remove_all(t.fresh);
    }
}

TEST_CASE("of an original that is missing or damaged what was read is kept, and it is named") {
    SmallCase t;
    std::vector<fs::path> objects;
    for (const auto& entry : fs::recursive_directory_iterator(t.sick / "objects"))
        if (entry.is_regular_file()) objects.push_back(entry.path());
    REQUIRE(objects.size() == 3);
    fs::remove(objects[0]);
    flipByte(objects[1], 30000);
    Rescued rescued = t.rescue();
    CHECK(t.found.originalsGood == 1);
    CHECK(t.found.originalsDamaged == 1);
    CHECK(t.found.originalsMissing == 1);
    CHECK(rescued.originals == 1);
    CHECK(count(rescued, "item") == 302);
    CHECK(count(rescued, "original_lost") == 2);
    REQUIRE(rescued.lost.size() == 2);
    for (const auto& lost : rescued.lost) CHECK(lost.what == "original");
    // The file given again takes its place.
    core::base::Progress progress;
    core::import::importFiles(*rescued.store, {t.folder.path() / "exports"}, {}, progress);
    CHECK(count(rescued, "item") == 302);
    CHECK(count(rescued, "original") == 3);
    CHECK(rescued.store->verify().empty());
    CHECK(rescued.store->vault().objectIds().size() == 3);
}

TEST_CASE("changes that are only in the log are brought over, and the log is not touched") {
    SmallCase t;
    t.store = CaseStore::open(t.sick, kSecret, t.clock);
    t.store->setSetting("number", "17");
    appendCustody(t.store->database(), t.clock, "edit", "case", "{}");
    const fs::path copy = t.folder.path() / "copy";
    fs::copy(t.sick, copy, fs::copy_options::recursive);
    t.store.reset();
    REQUIRE(fs::file_size(copy / "case.logbog-wal") > kPage);
    t.sick = copy;
    {
        Rescued rescued = t.rescue();
        CHECK(rescued.store->setting("number") == "17");
        CHECK(rescued.lost.empty());
    }
    fs::remove_all(t.fresh);
    flipByte(copy / "case.logbog-wal", 17);
    Rescued rescued = t.rescue();
    CHECK(count(rescued, "item") == 302);
    CHECK(rescued.store->setting("number").empty());
    CHECK_FALSE(rescued.lost.empty());
}

TEST_CASE("a rescued case may be rescued again, with both old histories") {
    SmallCase t;
    t.rescue();
    t.sick = t.fresh;
    t.fresh = t.folder.path() / "newer";
    const auto before = bytesOf(t.sick);
    core::base::Progress progress;
    Rescued rescued =
        rescueCase(t.sick, "ny sætning", t.fresh, "ny sætning", KdfCost::Fast, t.clock, progress);
    core::import::readAgain(rescued, progress);
    finishRescue(rescued);
    CHECK(rescued.lost.empty());
    CHECK(rescued.store->verify().empty());
    CHECK(count(rescued, "custody_old WHERE rescue = 1 AND action = 'create'") == 1);
    CHECK(count(rescued, "custody_old WHERE rescue = 2 AND action = 'create'") == 1);
    CHECK(bytesOf(t.sick) == before);
}

TEST_CASE("without a sound copy of the key file nothing can be read, and that is said") {
    SmallCase t;
    const auto said = [&] {
        core::base::Progress progress;
        try {
            examine(t.sick, kSecret, progress);
        } catch (const core::base::Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    flipByte(t.sick / "keys", 100);
    const auto before = bytesOf(t.sick);
    CHECK(said().empty()); // the other copy does
    CHECK(bytesOf(t.sick) == before);
    flipByte(t.sick / "keys.bak", 200);
    CHECK(said().find("both copies of the key file") != std::string::npos);
    fs::remove(t.sick / "keys");
    fs::remove(t.sick / "keys.bak");
    CHECK(said().find("there is no key file") != std::string::npos);
    core::base::Progress progress;
    CHECK_THROWS_AS(rescueCase(t.sick, kSecret, t.fresh, "ny", KdfCost::Fast, t.clock, progress),
                    core::base::Error);
    CHECK_FALSE(fs::exists(t.fresh));
}

TEST_CASE("the new case is not made in the damaged one, nor where something is") {
    SmallCase t;
    core::base::Progress progress;
    const auto before = bytesOf(t.sick);
    for (const fs::path& place : {t.sick / "new", t.folder.path() / "exports"})
        CHECK_THROWS_AS(rescueCase(t.sick, kSecret, place, "ny", KdfCost::Fast, t.clock, progress),
                        core::base::Error);
    CHECK(bytesOf(t.sick) == before);
    CHECK(fs::exists(t.folder.path() / "exports" / "sms.xml"));
}
