// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/zone.h"
#include "core/edit/remove_source.h"
#include "tests/core/store/crash.h"
#include "tests/support/temp_case.h"
#include "tests/support/zip_bytes.h"

#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

using namespace tests;
using core::model::Id;

namespace {

const std::string kMother = "+4512345677";
const core::base::Progress kUnseen;

std::string phoneOf(const std::string& number, int count) {
    std::vector<std::string> lines;
    for (int i = 0; i < count; ++i)
        lines.push_back(
            smsLine(number, kMay3 + i * 1000, 1, "hilsen fra " + number + " nummer " + std::to_string(i)));
    return smsFile(lines);
}

// Hers, and one that came in by mistake.
struct TwoPhones : TempCase {
    TwoPhones() {
        importFile("hendes.xml", phoneOf(kHim, 30));
        importFile("mors.xml", phoneOf(kMother, 300));
        mothers = reader->sources().at(1).id;
    }
    std::int64_t number(const char* sql) const { return store->database().integer(sql); }
    std::size_t found(const std::string& words) const {
        core::query::ItemFilter filter;
        filter.search = words;
        return reader->itemIds(filter).size();
    }
    void reopen() {
        reader.reset();
        editor.reset();
        store.reset();
        store = core::store::CaseStore::open(folder.path() / "case", "en lang sætning her", clock);
        editor = std::make_unique<core::edit::Editor>(*store);
        reader = std::make_unique<core::query::CaseReader>(*store);
    }
    Id mothers = 0;
};

} // namespace

TEST_CASE("a removed source leaves nothing but the word of it, and the rest of the case as it was") {
    TwoPhones c;
    c.editor->tagItems(c.reader->itemIds({}), "set");
    c.editor->removeSource(c.mothers);
    CHECK(c.items().size() == 30);
    CHECK(c.found("mmer 299") == 0);
    CHECK(c.found(kHim) == 30);
    CHECK(c.reader->sources().size() == 1);
    CHECK(c.number("SELECT count(*) FROM item_participant") == 30);
    CHECK(c.number("SELECT count(*) FROM item_tag") == 30);
    CHECK(c.number("SELECT count(*) FROM identifier WHERE normal = '+4512345677'") == 0);
    CHECK(c.number("SELECT count(*) FROM original") == 2);
    CHECK(c.store->vault().objectIds().size() == 1);
    const auto last = c.reader->custody(0).at(0);
    CHECK(last.action == "remove-source");
    CHECK(last.detail.find("mors.xml") != std::string::npos);
    CHECK(last.detail.find("\"300\"") != std::string::npos);
    CHECK_FALSE(c.editor->undoable());
    CHECK(c.store->verify().empty());
    c.reopen();
    CHECK(c.store->openingFindings().empty());
    CHECK(c.store->verify().empty());
}

TEST_CASE("removing a source gives its space back") {
    TwoPhones c;
    c.importFile("stor.xml", phoneOf("+4598765432", 4000));
    c.store->database().checkpoint();
    const auto file = c.folder.path() / "case" / "case.logbog";
    const auto before = std::filesystem::file_size(file);
    c.editor->removeSource(c.reader->sources().at(2).id);
    CHECK(std::filesystem::file_size(file) < before / 2);
    CHECK(c.number("PRAGMA freelist_count") == 0);
}

TEST_CASE("a source that was removed comes in again when it is given again") {
    TwoPhones c;
    c.editor->removeSource(c.mothers);
    const auto report = c.importFile("mors.xml", phoneOf(kMother, 300));
    CHECK(report.files.at(0).items == 300);
    CHECK(c.found("mmer 299") == 1);
    CHECK(c.store->verify().empty());
    c.editor->removeSource(c.reader->sources().at(1).id);
    c.reopen();
    CHECK(c.items().size() == 30);
    CHECK(c.store->verify().empty());
}

TEST_CASE("a source that something stands on is not removed") {
    TwoPhones c;
    const auto items = c.reader->itemIds({});
    core::model::Incident incident;
    incident.start = core::base::fromLocal({2025, 5, 3, 12, 0, 0}, core::base::kDefaultZone,
                                           core::base::Precision::Minute);
    const Id id = c.editor->saveIncident(incident);
    for (const Id item : items)
        if (c.reader->item(item)->source.id == c.mothers) {
            c.editor->addToIncident(id, {item});
            break;
        }
    CHECK_THROWS_AS(c.editor->removeSource(c.mothers), core::base::Error);
    CHECK(c.reader->itemIds({}) == items);
    CHECK(c.store->verify().empty());
}

TEST_CASE("a source whose items stand in another one too is not removed before that") {
    TwoPhones c;
    c.importFile("mors2.xml", phoneOf(kMother, 301));
    CHECK_THROWS_AS(c.editor->removeSource(c.mothers), core::base::Error);
    c.editor->removeSource(c.reader->sources().at(2).id);
    c.editor->removeSource(c.mothers);
    CHECK(c.importFile("mors2.xml", phoneOf(kMother, 301)).files.at(0).items == 301);
    CHECK(c.store->verify().empty());
}

TEST_CASE("a step from before a source was removed is not undone after it") {
    TwoPhones c;
    core::edit::Editor window(*c.store, c.store->connect());
    window.tagItems(c.reader->itemIds({}), "set");
    c.editor->removeSource(c.mothers);
    window.undo();
    CHECK(c.items().at(0).tags.size() == 1);
    CHECK(c.store->verify().empty());
}

TEST_CASE("an archive goes with the files inside it, in one step, where nothing stands on them") {
    TempCase c;
    const std::string thread =
        "{\"participants\":[{\"name\":\"Bo\"},{\"name\":\"Anna\"}],\"messages\":[{\"sender_name\":\"Bo\","
        "\"timestamp_ms\":1746302657000,\"content\":\"Se her\",\"photos\":[{\"uri\":\"photos/1.jpg\"}]}],"
        "\"title\":\"Bo\",\"thread_path\":\"inbox/bo_1\"}";
    const ZipFiles files{{"inbox/bo_1/message_1.json", thread},
                         {"inbox/bo_1/photos/1.jpg", "et billede"},
                         {"inner.zip", zipBytes({{"sms.xml", phoneOf(kMother, 3)}})}};
    c.importFile("hendes.xml", phoneOf(kHim, 3));
    c.importFile("fejl.zip", zipBytes(files));
    REQUIRE(c.reader->sources().size() == 6);
    const auto sources = c.reader->sources();
    const auto idOf = [&](const std::string& name) {
        for (const auto& source : sources)
            if (source.name == name) return source.id;
        return Id{0};
    };
    SECTION("all of it") {
        c.editor->removeSource(idOf("fejl.zip"));
        CHECK(c.reader->sources().size() == 1);
        CHECK(c.items().size() == 3);
        CHECK(c.store->vault().objectIds().size() == 1);
        CHECK(c.store->database().integer("SELECT count(*) FROM source_member") == 0);
        CHECK(c.store->database().integer("SELECT count(*) FROM custody WHERE action = 'remove-source'") ==
              5);
        CHECK(c.store->verify().empty());
    }
    SECTION("nothing of it, where an incident stands on one file inside") {
        core::model::Incident incident;
        incident.start.utcMs = kMay3;
        for (const auto& row : c.items())
            if (row.text == "Se her") c.editor->addToIncident(c.editor->saveIncident(incident), {row.id});
        CHECK_THROWS_AS(c.editor->removeSource(idOf("fejl.zip")), core::base::Error);
        CHECK(c.reader->sources().size() == 6);
    }
    SECTION("not one file alone that messages of another show") {
        try {
            c.editor->removeSource(idOf("1.jpg"));
            FAIL("it was removed");
        } catch (const core::base::Error& error) {
            CHECK(std::string(error.what()).find("the messages of another source show it") !=
                  std::string::npos);
        }
        CHECK(c.reader->sources().size() == 6);
    }
    SECTION("not what another archive holds too") {
        c.importFile("anden.zip", zipBytes({{"sms.xml", phoneOf(kMother, 3)}, {"a.txt", "en seddel"}}));
        c.editor->removeSource(idOf("fejl.zip"));
        CHECK(c.reader->sources().size() == 4);
        CHECK(c.items().size() == 7);
        CHECK(c.store->verify().empty());
    }
}

TEST_CASE(
    "a program that ends before the file of a removed source is gone takes it away at the next opening") {
    TwoPhones c;
    c.reader.reset();
    c.editor.reset();
    c.store.reset();
    REQUIRE(runAndDie([&] {
        const auto store =
            core::store::CaseStore::open(c.folder.path() / "case", "en lang sætning her", c.clock);
        const auto connection = store->connect();
        core::edit::removeRows(*store, *connection, c.mothers, kUnseen);
    }));
    c.reopen();
    CHECK(c.store->openingFindings().empty());
    CHECK(c.store->vault().objectIds().size() == 1);
    CHECK(c.items().size() == 30);
    CHECK(c.store->verify().empty());
}

TEST_CASE("kill -9 at any instant of a removal leaves all of the source or nothing") {
    for (int kill = 0; kill < 8; ++kill) {
        TwoPhones c;
        c.reader.reset();
        c.editor.reset();
        c.store.reset();
        {
            Victim victim([&](const std::function<void()>& acknowledge) {
                const auto store =
                    core::store::CaseStore::open(c.folder.path() / "case", "en lang sætning her", c.clock);
                acknowledge();
                core::edit::Editor(*store).removeSource(c.mothers);
                acknowledge();
                pause();
            });
            victim.killAfter(500 + kill * kill * 700);
        }
        c.reopen();
        const auto items = c.items().size();
        INFO("kill " << kill << ", " << items << " items");
        CHECK((items == 330 || items == 30));
        CHECK(c.store->vault().objectIds().size() == (items == 330 ? 2 : 1));
        CHECK(c.store->verify().empty());
    }
}
