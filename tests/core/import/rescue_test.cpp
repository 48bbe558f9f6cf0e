// SPDX-License-Identifier: GPL-3.0-or-later
// Cases damaged in every way there is: what is found, what is brought out, and that nothing of them changes.
#include "core/base/error.h"
#include "core/import/read_again.h"
#include "core/store/examine.h"
#include "core/store/rescue.h"
#include "tests/support/temp_case.h"

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
            lines.push_back(tests::smsLine(i % 3 == 0 ? "+4520000002" : "+4520000001", 1735732800000 + i * 3600000LL,
                                           1 + i % 2, "besked " + std::to_string(i) + std::string(200, 'x')));
        importFile("sms.xml", tests::smsFile(lines));
        importFile("note.txt", "en seddel");
        importFile("mail.eml", tests::mailText("a@example.com", "b@example.com", "Wed, 01 Jan 2025 12:00:00 +0100",
                                               "Hej", "tekst"));
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

} // namespace

TEST_CASE("a sound case is rescued whole, rows under their numbers, and the old history stands beside the new") {
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
    CHECK(rescued.store->database().text("SELECT group_concat(action, ' ') FROM (SELECT action FROM custody ORDER BY "
                                         "sequence LIMIT 2)") == "create rescue");
    CHECK(rescued.store->database().text("SELECT detail ->> '$.old_head' FROM custody WHERE action = 'rescue'") ==
          rescued.store->database().text("SELECT hash FROM custody_old ORDER BY id DESC LIMIT 1"));
    CHECK(rescued.store->database().integer("SELECT id FROM item WHERE text LIKE 'besked 4x%'") == 5);
    rescued.store.reset();
    CHECK(CaseStore::open(t.fresh, "ny sætning", t.clock)->openingFindings().empty());
}

TEST_CASE("whatever page of the database is damaged, it is found, and no item and no original is lost") {
    SmallCase t;
    const std::uint64_t pages = t.database.size() / kPage;
    REQUIRE(pages > 60);
    std::int64_t tags = 0;
    for (std::uint64_t page = 0; page < pages; ++page) {
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
    WARN(tags << " of " << 3 * pages << " tags kept");
}
