// SPDX-License-Identifier: GPL-3.0-or-later
// Whole flows on a disk that is full, cannot be written, or goes away: a clear error, and afterwards
// everything that was confirmed. Kills and power cuts: crash/.
#include "app/common/app_paths.h"
#include "core/share/export.h"
#include "core/share/log/log_file.h"
#include "tests/app/run_cli.h"
#include "tests/app/small_disk.h"
#include "tests/core/store/throws.h"
#include "tests/support/temp_case.h"

#include <fstream>
#include <random>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::base::ErrorCode;
using core::store::CaseStore;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPassphrase = "en lang sætning her";
constexpr int kMessages = 6000; // more than one batch

const core::base::Clock& systemClock() {
    static const core::base::Clock clock;
    return clock;
}
std::unique_ptr<CaseStore> create(const fs::path& folder) {
    return CaseStore::create(folder, kPassphrase, "Sag", "Europe/Copenhagen", core::store::KdfCost::Fast,
                             systemClock());
}
std::unique_ptr<CaseStore> open(const fs::path& folder) {
    return CaseStore::open(folder, kPassphrase, systemClock());
}

core::model::Incident incident(int number) {
    core::model::Incident one;
    one.start.utcMs = kMay3 + number * 1000;
    one.title = "Mødte op";
    one.description = std::string(3000, 'x');
    return one;
}

std::string randomBytes(std::size_t size) {
    std::mt19937 random(5);
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    return bytes;
}

std::string manyMessages() {
    std::vector<std::string> lines;
    for (int i = 0; i < kMessages; ++i)
        lines.push_back(smsLine("+4512345601", kMay3 + i * 1000, 1, "besked " + std::to_string(i)));
    return smsFile(lines);
}

// The code with which the import of that file ended; none where it went well.
std::optional<ErrorCode> import(CaseStore& store, const fs::path& file) {
    std::optional<ErrorCode> code;
    const auto thrown = codeThrown([&] {
        core::base::Progress progress;
        const auto report = core::import::importFiles(store, {file}, {}, progress);
        if (!report.files.at(0).error.empty()) code = report.files[0].errorCode;
    });
    return thrown ? thrown : code;
}

std::optional<ErrorCode> report(CaseStore& store, const fs::path& out) {
    core::share::ReportOptions options;
    options.localeFolder = app::localeFolder();
    options.assetsFolder = app::assetsFolder();
    return codeThrown([&] {
        core::base::Progress progress;
        core::share::writeReport(store, options, out, progress);
    });
}

// Incidents saved before the disk was full; -1 where it ended in another way.
int saveUntilFull(CaseStore& store) {
    core::edit::Editor editor(store);
    int saved = 0;
    const auto code = codeThrown([&] {
        for (;; ++saved) editor.saveIncident(incident(saved));
    });
    return code == ErrorCode::NoSpace ? saved : -1;
}

int incidents(CaseStore& store) {
    return static_cast<int>(store.database().integer("SELECT count(*) FROM incident"));
}

void verifyClean(CaseStore& store, Faults& faults, const std::string& when) {
    for (const auto& finding : store.openingFindings()) faults.add(when + ": opening: " + finding.detail);
    for (const auto& finding : store.verify()) faults.add(when + ": verify: " + finding.detail);
}

void creationWithoutSpace(const SmallDisk& disk, Faults& faults) {
    for (const std::size_t left : {0U, 30'000U, 90'000U}) {
        disk.fill(left);
        faults.unless(codeThrown([&] { create(disk.path() / "sag"); }) == ErrorCode::NoSpace,
                      "create with " + std::to_string(left));
        faults.unless(!fs::exists(disk.path() / "sag") || fs::is_empty(disk.path() / "sag"), "half a case");
    }
    disk.clear();
}

void editsWithoutSpace(const SmallDisk& disk, Faults& faults) {
    int saved = 0;
    {
        const auto store = create(disk.path() / "sag");
        disk.fill(200'000);
        saved = saveUntilFull(*store);
        faults.unless(saved > 0, "edits end with NoSpace");
        faults.unless(incidents(*store) == saved, "what is shown is what was saved");
        faults.unless(report(*store, disk.path() / "log.pdf") == ErrorCode::NoSpace, "report");
        faults.unless(!fs::exists(disk.path() / "log.pdf"), "half a report");
    }
    disk.fill(0);
    const auto code = codeThrown([&] { open(disk.path() / "sag"); });
    faults.unless(!code || code == ErrorCode::NoSpace, "open on a full disk");
    disk.clear();
    const auto store = open(disk.path() / "sag");
    faults.unless(incidents(*store) == saved, "all incidents are there");
    verifyClean(*store, faults, "edits");
    faults.unless(!report(*store, disk.path() / "log.pdf"), "report with space");
}

void importsWithoutSpace(const SmallDisk& disk, const fs::path& given, Faults& faults) {
    std::ofstream(given / "film.mp4", std::ios::binary) << randomBytes(9 << 20);
    std::ofstream(given / "sms.xml", std::ios::binary) << manyMessages();
    {
        const auto store = create(disk.path() / "sag2");
        faults.unless(import(*store, given / "film.mp4") == ErrorCode::NoSpace, "a large file");
        faults.unless(store->database().integer("SELECT count(*) FROM original") == 0, "no half original");
        disk.fill(2'500'000);
        faults.unless(import(*store, given / "sms.xml") == ErrorCode::NoSpace, "many messages");
    }
    disk.clear();
    const auto store = open(disk.path() / "sag2");
    verifyClean(*store, faults, "imports");
    const auto again = import(*store, given / "sms.xml");
    faults.unless(!again, "the same file given again");
    faults.unless(store->database().integer("SELECT count(*) FROM item") == kMessages, "all messages, once");
    verifyClean(*store, faults, "the import continued");
}

} // namespace

TEST_CASE("a case on a full disk: NoSpace, and with space again everything that was confirmed") {
    const TempFolder given;
    const auto faults = onSmallDisk(8 << 20, [&](const SmallDisk& disk, Faults& found) {
        creationWithoutSpace(disk, found);
        editsWithoutSpace(disk, found);
        fs::remove_all(disk.path() / "sag");
        importsWithoutSpace(disk, given.path(), found);
    });
    if (!faults) SKIP("no file system of one's own here");
    CHECK(*faults == "");
}

TEST_CASE(
    "a log on a disk that is full or cannot be written: the earlier file stays, and nothing beside it") {
    const TempFolder temp;
    const auto faults = onSmallDisk(1 << 20, [&](const SmallDisk& disk, Faults& found) {
        const auto store = create(temp.path() / "sag");
        core::edit::Editor(*store).saveIncident(incident(1));
        core::share::ReportOptions options;
        options.localeFolder = app::localeFolder();
        options.assetsFolder = app::assetsFolder();
        const auto write = [&](core::share::LogFormat format) {
            const fs::path out = disk.path() / (std::string("log") + core::share::endingOf(format));
            return codeThrown([&] {
                core::base::Progress progress;
                core::share::writeLog(*store, options, format, out, progress);
            });
        };
        using enum core::share::LogFormat;
        for (const auto format : {Csv, Json, Docx}) found.unless(!write(format), "with space");
        const auto before = readFile(disk.path() / "log.docx");
        disk.fill(0);
        for (const auto format : {Csv, Json, Docx})
            found.unless(write(format) == ErrorCode::NoSpace, std::string("full: ") + endingOf(format));
        disk.clear();
        disk.makeReadOnly();
        for (const auto format : {Csv, Json, Docx})
            found.unless(write(format) == ErrorCode::Permission,
                         std::string("read-only: ") + endingOf(format));
        found.unless(readFile(disk.path() / "log.docx") == before, "the earlier file");
        found.unless(std::distance(fs::directory_iterator(disk.path()), {}) == 3, "three files");
    });
    if (!faults) SKIP("no file system of one's own here");
    CHECK(*faults == "");
}

TEST_CASE("a case on a medium that cannot be written is Permission, and nothing is changed") {
    const auto faults = onSmallDisk(8 << 20, [&](const SmallDisk& disk, Faults& found) {
        create(disk.path() / "sag");
        disk.makeReadOnly();
        found.unless(codeThrown([&] { open(disk.path() / "sag"); }) == ErrorCode::Permission, "open");
        found.unless(codeThrown([&] { create(disk.path() / "ny"); }) == ErrorCode::Permission, "create");
    });
    if (!faults) SKIP("no file system of one's own here");
    CHECK(*faults == "");
}

TEST_CASE("a folder that may not be written is Permission, and nothing is changed") {
    const auto faults = onSmallDisk(8 << 20, [&](const SmallDisk& disk, Faults& found) {
        create(disk.path() / "sag");
        fs::permissions(disk.path() / "sag", fs::perms::owner_read | fs::perms::owner_exec);
        fs::remove(disk.path() / "sag/lock");
        disk.dropRights();
        found.unless(codeThrown([&] { open(disk.path() / "sag"); }) == ErrorCode::Permission, "open");
        found.unless(codeThrown([&] { create(disk.path() / "sag/ny"); }) == ErrorCode::Permission, "create");
        fs::permissions(disk.path() / "sag", fs::perms::owner_all);
        verifyClean(*open(disk.path() / "sag"), found, "allowed again");
    });
    if (!faults) SKIP("no file system of one's own here");
    CHECK(*faults == "");
}

TEST_CASE("a limit of the size of files under an open case: NoSpace, and what was confirmed stays") {
    const auto faults = onSmallDisk(8 << 20, [&](const SmallDisk& disk, Faults& found) {
        {
            const auto store = create(disk.path() / "sag");
            core::edit::Editor(*store).saveIncident(incident(1));
            const auto code = [&] {
                disk.limitFiles(); // no file may grow from here on
                return codeThrown([&] { core::edit::Editor(*store).saveIncident(incident(2)); });
            }();
            found.unless(code == ErrorCode::NoSpace, "edit");
        }
        disk.unlimitFiles();
        const auto store = open(disk.path() / "sag");
        found.unless(incidents(*store) == 1, "the first incident, and nothing half");
        verifyClean(*store, found, "afterwards");
    });
    if (!faults) SKIP("no file system of one's own here");
    CHECK(*faults == "");
}

TEST_CASE("a folder that goes away under an open case: nothing half, and nothing lost when it is back") {
    const TempFolder temp;
    const fs::path folder = temp.path() / "sag";
    int saved = 0;
    {
        const auto store = create(folder);
        core::edit::Editor editor(*store);
        editor.saveIncident(incident(saved++));
        fs::rename(folder, temp.path() / "væk");
        // The open files are still there; what needs a name is not.
        if (!codeThrown([&] { editor.saveIncident(incident(1)); })) ++saved;
        CHECK(import(*store, temp.write("sms.xml", smsFile({smsLine("+4512345601", kMay3, 1, "hej")}))) ==
              ErrorCode::NotFound);
        CHECK_FALSE(fs::exists(folder)); // nothing was made in its place
    }
    CHECK_FALSE(fs::exists(folder));
    fs::rename(temp.path() / "væk", folder);
    const auto store = open(folder);
    CHECK(incidents(*store) == saved);
    CHECK(store->database().integer("SELECT count(*) FROM item") == 0);
    CHECK(store->openingFindings().empty());
    CHECK(store->verify().empty());
}

TEST_CASE("a second program that opens the same case is told so") {
    const TempFolder temp;
    const auto pass = temp.write("pass", std::string(kPassphrase) + "\n");
    const auto store = create(temp.path() / "sag");
    const auto ran = runCli("items '" + (temp.path() / "sag").string() + "' --passphrase-file '" +
                            pass.string() + "' 2>&1");
    CHECK(ran.code == 1);
    CHECK(ran.out.find("in-use: another program has the case open") != std::string::npos);
}
