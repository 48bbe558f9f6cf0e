// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/import/importer.h"
#include "tests/support/temp_case.h"

#include <chrono>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <sys/stat.h>

using namespace tests;

namespace {} // namespace

TEST_CASE("what is imported can be read again, and the original stands byte for byte") {
    TempCase c;
    const std::string bytes =
        smsFile({smsLine(kHim, kMay3, 1, "Er du hjemme? 😀"), smsLine(kHim, kMay3 + 60000, 2, "Nej")});
    const auto report = c.importFile("sms.xml", bytes);
    REQUIRE(report.files.size() == 1);
    CHECK(report.files[0].format == "sms-backup");
    CHECK(report.files[0].items == 2);
    const auto items = c.items();
    REQUIRE(items.size() == 2);
    CHECK(items[0].text == "Er du hjemme? 😀");
    CHECK(items[0].direction == core::model::Direction::In);
    CHECK(items[0].time->utcMs == kMay3);
    CHECK(items[0].from.written == kHim);
    CHECK(items[1].direction == core::model::Direction::Out);
    CHECK(c.reader->sourceBytes(1, 0, 1U << 20U) == bytes);
    CHECK(c.reader->itemBytes(items[0].id).find("Er du hjemme?") != std::string::npos);
}

TEST_CASE("importing the same file again brings nothing new and says so") {
    TempCase c;
    const std::string bytes = smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 1000, 1, "b")});
    c.importFile("sms.xml", bytes);
    const auto again = c.importFile("copy of sms.xml", bytes);
    CHECK(again.files[0].knownFile);
    CHECK(again.files[0].items == 0);
    CHECK(again.files[0].duplicates == 2);
    CHECK(c.reader->itemCount() == 2);
    CHECK(c.reader->sources().size() == 1);
}

TEST_CASE("of an overlapping backup only what is new comes in") {
    TempCase c;
    c.importFile("old.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    const auto report = c.importFile(
        "new.xml", smsFile({smsLine("12 34 56 01", kMay3, 1, "a"), smsLine(kHim, kMay3 + 5, 1, "a")}));
    CHECK(report.files[0].items == 1);
    CHECK(report.files[0].duplicates == 1);
    CHECK(c.reader->itemCount() == 2);
}

TEST_CASE("equal messages are as many as the export has, whichever exports come again") {
    TempCase c;
    const std::string one = smsLine(kHim, kMay3, 1, "svar");
    const std::string three = smsFile({one, one, one});
    CHECK(c.importFile("three.xml", three).files[0].items == 3);
    CHECK(c.importFile("again.xml", three).files[0].items == 0);
    const auto more =
        c.importFile("more.xml", smsFile({one, one, one, one, smsLine(kHim, kMay3 + 9, 1, "ny")}));
    CHECK(more.files[0].items == 2);
    CHECK(more.files[0].duplicates == 3);
    CHECK(c.importFile("less.xml", smsFile({one, one})).files[0].items == 0);
    CHECK(c.reader->itemCount() == 5);
}

TEST_CASE("a picture that comes again under a name with a time has that time, and both names stand") {
    TempCase c;
    const std::string bytes = readFile(std::string(LOGBOG_TEST_DATA) + "/photo/plain.jpg");
    const auto first = c.folder.write("billede.jpg", bytes);
    using FileClock = std::filesystem::file_time_type::clock;
    std::filesystem::last_write_time(
        first, FileClock::from_sys(std::chrono::sys_seconds(std::chrono::seconds(1'704'585'600))));
    c.import({first});
    CHECK(c.items()[0].timeSource == core::model::TimeSource::FileTime);
    const auto report = c.importFile("IMG_20230514_213045.jpg", bytes);
    CHECK(report.files[0].knownFile);
    REQUIRE(report.files[0].issues.size() == 1);
    CHECK(report.files[0].issues[0].code == core::model::IssueCode::OtherName);
    REQUIRE(c.items().size() == 1);
    CHECK(c.items()[0].timeSource == core::model::TimeSource::FileName);
    CHECK(core::base::toRfc3339(c.items()[0].time->utcMs) == "2023-05-14T19:30:45Z");
    // The third name is a claim among the others; a name that is known adds nothing.
    c.importFile("IMG_20230601_120000.jpg", bytes);
    c.importFile("IMG_20230601_120000 (1).jpg", bytes);
    c.importFile("IMG_20230514_213045.jpg", bytes);
    const auto item = c.reader->item(c.items()[0].id);
    REQUIRE(item->times.size() == 3);
    CHECK(item->times[0].asWritten == "IMG_20230514_213045.jpg");
    CHECK(item->times[1].source == core::model::TimeSource::FileTime);
    CHECK(item->times[2].asWritten == "IMG_20230601_120000.jpg");
    CHECK(core::base::toRfc3339(item->time->utcMs) == "2023-05-14T19:30:45Z");
    CHECK(item->issues.size() == 3);
    CHECK(c.store->verify().empty());
}

TEST_CASE("what was passed over in a folder stands in the report, and in the kept one") {
    TempCase c;
    c.folder.write("drop/.Signal/a.jpg", "x");
    c.folder.write("drop/.trashed-1684-IMG_1.jpg", "x");
    const auto report = c.import({c.folder.path() / "drop"});
    CHECK(report.files.size() == 1);
    REQUIRE(report.passedOver.size() == 1);
    CHECK(report.passedOver[0].path.filename() == ".Signal");
    const auto kept = core::import::reportFromJson(c.reader->importReport(report.run));
    CHECK(core::import::toJson(kept) == core::import::toJson(report));
}

TEST_CASE("a file nobody understands is kept as a document with its hash") {
    TempCase c;
    const auto report = c.importFile("noter.xyz", std::string("\x00\x01\x02 whatever", 12));
    CHECK(report.files[0].format.empty());
    CHECK(report.files[0].items == 1);
    const auto items = c.items();
    REQUIRE(items.size() == 1);
    CHECK(items[0].kind == core::model::ItemKind::Document);
    CHECK(items[0].timeSource == core::model::TimeSource::FileTime);
    CHECK(c.reader->itemBytes(items[0].id).size() == 12);
}

TEST_CASE("a file that is not there is a line of the report, and the others come in") {
    TempCase c;
    const auto good = c.folder.write("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    const auto report = c.import({c.folder.path() / "gone.xml", good});
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[0].errorCode == core::base::ErrorCode::NotFound);
    CHECK_FALSE(report.files[0].error.empty());
    CHECK(report.files[1].items == 1);
}

TEST_CASE("a pipe is a line of the report, and nobody waits for it") {
    TempCase c;
    const auto pipe = c.folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto report = c.import({pipe});
    REQUIRE(report.files.size() == 1);
    CHECK(report.files[0].errorCode == core::base::ErrorCode::Unsupported);
}

TEST_CASE("a file name that is no UTF-8 is repaired where it becomes text, and the file comes in") {
    TempCase c;
    const auto report = c.importFile("Bj\xF8rn.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    CHECK(report.files[0].items == 1);
    CHECK(c.reader->sources().at(0).name == "Bj\uFFFDrn.xml");
    CHECK(core::base::isValidUtf8(c.reader->importReport(report.run)));
    CHECK(core::base::isValidUtf8(c.reader->custody(0).front().detail));
}

TEST_CASE("a broken record is skipped with its place, and what stands round it comes in") {
    TempCase c;
    const auto report =
        c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), "<sms address=\"x\" date=\n",
                                         smsLine(kHim, kMay3 + 9, 1, "c")}));
    CHECK(report.files[0].items >= 2);
    CHECK(report.files[0].issueCount >= 1);
    CHECK(c.reader->issuesOfSource(1).size() == static_cast<std::size_t>(report.files[0].issueCount));
}

TEST_CASE("the same file twice in one folder is a repeat, and no import that was broken off") {
    TempCase c;
    const std::string mail = mailText("a@b.dk", "c@d.dk", "Sat, 3 May 2025 22:04:17 +0200", "a", "x");
    const auto first = c.folder.write("more/brev.eml", mail);
    c.folder.write("more/brev-igen.eml", mail);
    const auto report = c.import({first.parent_path()});
    REQUIRE(report.files.size() == 2);
    int items = 0, repeats = 0;
    for (const auto& file : report.files) {
        CHECK(file.continued == 0);
        items += file.items;
        repeats += file.duplicates;
    }
    CHECK(items == 1);
    CHECK(repeats == 1);
    CHECK(c.reader->itemCount() == 1);
    CHECK(c.store->verify().empty());
}

TEST_CASE("a cancelled import keeps whole batches, and giving the file again completes it") {
    TempCase c;
    std::vector<std::string> lines;
    for (int i = 0; i < 20000; ++i)
        lines.push_back(smsLine(kHim, kMay3 + i * 1000, 1, "besked " + std::to_string(i)));
    const auto path = c.folder.write("sms.xml", smsFile(lines));
    std::stop_source stop;
    core::base::Progress progress(stop.get_token());
    std::jthread watcher([&] {
        while (progress.done() * 4 < progress.total() * 3 || progress.total() == 0) std::this_thread::yield();
        stop.request_stop();
    });
    const auto first = core::import::importFiles(*c.store, {path}, {}, progress);
    watcher.join();
    CHECK(first.cancelled);
    CHECK(c.reader->itemCount() < 20000);
    REQUIRE(first.files.size() == 1); // what came in of the file it broke off is said
    CHECK(first.files[0].items == c.reader->itemCount());
    const auto second = c.import({path});
    CHECK_FALSE(second.cancelled);
    CHECK(c.reader->itemCount() == 20000);
    CHECK(second.files[0].continued == first.files[0].items);
    CHECK(second.files[0].duplicates == 0);
    CHECK(c.store->verify().empty());
    std::vector<std::string> actions;
    for (const auto& event : c.reader->custody(0)) actions.push_back(event.action);
    CHECK(actions == std::vector<std::string>{"import", "import-begin", "import", "import-begin", "create"});
    CHECK(c.reader->custody(0)[2].detail.find("\"state\":\"cancelled\"") != std::string::npos);
}

TEST_CASE("a report goes through its JSON and is the same") {
    TempCase c;
    const auto report =
        c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), "<sms address=\"x\" date=\n"}));
    const auto back = core::import::reportFromJson(c.reader->importReport(report.run));
    CHECK(core::import::toJson(back) == core::import::toJson(report));
    CHECK_THROWS_AS(core::import::reportFromJson("{"), core::base::Error);
}

TEST_CASE("a scan counts what an import would find and stores nothing") {
    TempCase c;
    const auto path = c.folder.write(
        "sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 5000, 1, "b")}));
    core::base::Progress progress;
    const auto found = core::import::scan({path}, {}, progress);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kinds.at(core::model::ItemKind::Sms) == 2);
    CHECK(found[0].firstMs == kMay3);
    CHECK(found[0].lastMs == kMay3 + 5000);
    CHECK(c.reader->sources().empty());
}

TEST_CASE("the history has an entry for every import, with the hash of the file") {
    TempCase c;
    const auto report = c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a")}));
    const auto events = c.reader->custody(0);
    REQUIRE_FALSE(events.empty());
    CHECK(events.front().action == "import");
    CHECK(events.front().detail.find(report.files[0].sha256) != std::string::npos);
}

TEST_CASE("a file given again is entered too, and an item met in another file is noted there") {
    TempCase c;
    const std::string bytes = smsFile({smsLine(kHim, kMay3, 1, "a")});
    c.importFile("sms.xml", bytes);
    c.importFile("copy.xml", bytes);
    CHECK(c.reader->custody(0).front().action == "import-again");
    c.importFile("new.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 5, 1, "b")}));
    auto& db = c.store->database();
    CHECK(db.text("SELECT item_id || '/' || source_id || '/' || record_index FROM item_sighting") == "1/2/1");
    CHECK(c.store->verify().empty());
}

TEST_CASE("an original that is damaged or missing is made good by giving the file again") {
    TempCase c;
    const std::string bytes = smsFile({smsLine(kHim, kMay3, 1, "a")});
    c.importFile("sms.xml", bytes);
    const std::string old = c.store->database().text("SELECT object_id FROM original");
    const auto file = c.store->vault().pathOf(old);
    SECTION("damaged") {
        std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
        REQUIRE_FALSE(c.store->verify().empty());
        c.importFile("sms.xml", bytes);
        CHECK(std::filesystem::exists(c.store->folder() / "objects/lost" / old));
    }
    SECTION("missing") {
        std::filesystem::remove(file);
        REQUIRE_FALSE(c.store->verify().empty());
        c.importFile("sms.xml", bytes);
    }
    CHECK(c.store->verify().empty());
    CHECK(c.reader->sourceBytes(1, 0, 1U << 20U) == bytes);
    CHECK(c.reader->custody(0)[1].action == "restored");
}

TEST_CASE(
    "what an import writes down of its rows while it writes them is what the rows say, whatever the format") {
    TempCase c;
    c.import({LOGBOG_TEST_DATA, std::filesystem::path(LOGBOG_TEST_DATA) / "../../assets/sample/exports"});
    core::store::Database& db = c.store->database();
    REQUIRE(db.integer("SELECT count(*) FROM item WHERE latitude IS NOT NULL") > 0);
    REQUIRE(db.integer("SELECT count(*) FROM item WHERE call_type IS NOT NULL") > 0);
    REQUIRE(db.integer("SELECT count(*) FROM item_participant WHERE identifier_id IS NULL") > 0);
    REQUIRE(db.integer("SELECT count(*) FROM attachment WHERE path <> ''") > 0);
    for (const auto& finding : c.store->verify()) FAIL_CHECK(finding.subject << ": " << finding.detail);
}

TEST_CASE("rows of an import that are not as its entry says are found") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "a"), smsLine(kHim, kMay3 + 5, 2, "b")}));
    REQUIRE(c.store->verify().empty());
    const auto finds = [&](const char* sql) {
        c.store->database().execute(sql);
        for (const auto& finding : c.store->verify())
            if (finding.what == "source" && finding.subject == "source 1") return true;
        return false;
    };
    CHECK_FALSE(finds("UPDATE item SET reviewed = 1, excluded = 1, time_ms = 5, direction = 'in'"));
    SECTION("text") { CHECK(finds("DROP TRIGGER item_no_rewrite; UPDATE item SET text = 'c' WHERE id = 1")); }
    SECTION("time") {
        CHECK(finds("DROP TRIGGER item_no_rewrite; UPDATE item SET times = x'' WHERE id = 1"));
    }
    SECTION("sender") {
        CHECK(finds("DROP TRIGGER identifier_no_rewrite; UPDATE identifier SET normal = '+4599999999'"));
    }
    SECTION("hash") { CHECK(finds("DROP TRIGGER original_no_update; UPDATE original SET sha256 = 'abc'")); }
    SECTION("complete without an entry") {
        c.store->database().execute(
            "INSERT INTO source(run_id, original_id, name, path, format, zone, imported_ms, "
            "complete) VALUES (1, 1, 'x', '/x', '', '', 0, 1)");
        CHECK(c.store->verify().size() == 1);
    }
}

TEST_CASE("a verify beside a running import says nothing false") {
    TempCase c;
    std::vector<std::filesystem::path> paths;
    for (int i = 0; i < 150; ++i)
        paths.push_back(
            c.folder.write("n" + std::to_string(i) + ".xyz", std::string(3000, 'x') + std::to_string(i)));
    std::jthread importing([&] {
        core::base::Progress progress;
        core::import::importFiles(*c.store, paths, {}, progress);
    });
    for (int i = 0; i < 8; ++i) {
        const auto findings = c.store->verify();
        for (const auto& finding : findings)
            UNSCOPED_INFO(finding.what << " " << finding.subject << " " << finding.detail);
        CHECK(findings.empty());
    }
}
