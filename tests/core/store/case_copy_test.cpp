// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <random>
#include <thread>

#include <catch2/catch_test_macros.hpp>
#include <sys/resource.h>
#include <unistd.h>

using namespace core::store;
using core::base::ErrorCode;
using core::base::Progress;
namespace fs = std::filesystem;

namespace {

struct CopyCase : tests::TestCase {
    fs::path target = temp.path() / "stick" / "sag";
    CopyCase() { fs::create_directories(target.parent_path()); }

    CaseStore::CopyResult copy() const {
        Progress progress;
        return store->saveCopy(target, progress);
    }
    std::int64_t count(const char* table) const {
        return store->database().integer(std::string("SELECT count(*) FROM ") + table);
    }
};

// Opens as a case on its own, and nothing is wrong with it.
void checkSound(const fs::path& folder, const core::base::Clock& clock) {
    const auto copy = CaseStore::open(folder, tests::kPassphrase, clock);
    for (const auto& finding : copy->openingFindings())
        UNSCOPED_INFO("opening: " << finding.what << " " << finding.subject << " " << finding.detail);
    REQUIRE(copy->openingFindings().empty());
    const auto findings = copy->verify();
    for (const auto& finding : findings)
        UNSCOPED_INFO(finding.what << " " << finding.subject << " " << finding.detail);
    REQUIRE(findings.empty());
}

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

void addSourceWithItems(CaseStore& store, int number, std::size_t size = 30000) {
    const auto source = tests::addSource(store, std::to_string(number) + tests::patternBytes(size));
    Transaction transaction(store.database());
    for (int i = 0; i < 20; ++i) tests::addItem(store.database(), source, "besked " + std::to_string(i));
    appendCustody(store.database(), store.clock(), "import", "case", "{}");
    transaction.commit();
}

} // namespace

TEST_CASE("a copy is an ordinary case that opens with the same passphrase and holds everything") {
    CopyCase t;
    for (int i = 0; i < 3; ++i) addSourceWithItems(*t.store, i);
    const auto head = custodyHead(t.store->database());
    const auto result = t.copy();
    CHECK(result.originals == 3);
    CHECK(result.copied == 3);
    CHECK(result.head == head);
    CHECK(result.faults.empty());
    CHECK(namesIn(t.target.parent_path()) == std::vector<std::string>{"sag"});
    CHECK(namesIn(t.target) == std::vector<std::string>{"LAESMIG.txt", "anchor", "case.logbog", "keys",
                                                        "keys.bak", "objects", "state"});
    checkSound(t.target, t.clock);
    const auto copy = CaseStore::open(t.target, tests::kPassphrase, t.clock);
    CHECK(copy->database().integer("SELECT count(*) FROM item") == 60);
}

TEST_CASE("the case remembers its last copy, with the name and not the path") {
    CopyCase t;
    CHECK_FALSE(t.store->lastCopyMs());
    t.copy();
    CHECK(t.store->lastCopyMs() == t.clock.nowMs());
    const auto events = custodyEvents(t.store->database(), 2, 10);
    REQUIRE(events.size() == 1);
    CHECK(events[0].action == "copy");
    CHECK(events[0].detail.find("\"name\":\"sag\"") != std::string::npos);
    CHECK(events[0].detail.find("stick") == std::string::npos);
}

TEST_CASE("a copy is due when the last one, or the case, is as old as was chosen") {
    constexpr std::int64_t kDay = 86'400'000;
    CopyCase t;
    CHECK(t.store->copyReminderDays() == 30);
    CHECK_FALSE(t.store->isCopyDue());
    t.clock.advance(30 * kDay);
    CHECK(t.store->isCopyDue());
    t.store->setCopyReminderDays(90);
    CHECK_FALSE(t.store->isCopyDue());
    t.store->setCopyReminderDays(7);
    t.copy();
    CHECK_FALSE(t.store->isCopyDue());
    t.clock.advance(7 * kDay);
    CHECK(t.store->isCopyDue());
    t.store->setCopyReminderDays(0);
    CHECK_FALSE(t.store->isCopyDue());
}

TEST_CASE("a copy made while others import holds all that was committed before it began") {
    CopyCase t;
    addSourceWithItems(*t.store, 0, 3'000'000);
    std::atomic<bool> stop{false};
    std::atomic<int> done{1};
    for (int round = 0; round < 4; ++round) {
        stop = false;
        std::jthread copying([&] {
            const auto head = t.store->connect()->integer("SELECT max(sequence) FROM custody");
            const auto result = t.copy();
            CHECK(result.entries >= head);
            CHECK(result.faults.empty());
            stop = true;
        });
        while (!stop) addSourceWithItems(*t.store, done++);
        copying.join();
        if (round == 0) {
            const auto copy = CaseStore::open(t.target, tests::kPassphrase, t.clock);
            CHECK(copy->openingFindings().empty());
        }
    }
    CHECK(done > 4);
    checkSound(t.target, t.clock);
    CHECK(t.store->verify().empty());
}

TEST_CASE("a copy is brought up to date with what is new and nothing else") {
    CopyCase t;
    addSourceWithItems(*t.store, 1);
    t.copy();
    checkSound(t.target, t.clock); // looking at it is no change
    addSourceWithItems(*t.store, 2);
    const auto result = t.copy();
    CHECK(result.originals == 2);
    CHECK(result.copied == 1);
    CHECK(t.copy().copied == 0);
    checkSound(t.target, t.clock);
    CHECK(t.store->verify().empty());
}

TEST_CASE("a copy that somebody worked in is not written over") {
    CopyCase t;
    t.copy();
    addSourceWithItems(*CaseStore::open(t.target, tests::kPassphrase, t.clock), 7);
    CHECK(tests::codeThrown([&] { t.copy(); }) == ErrorCode::Exists);
    const auto copy = CaseStore::open(t.target, tests::kPassphrase, t.clock);
    CHECK(copy->database().integer("SELECT count(*) FROM item") == 20);
}

TEST_CASE("a copy that is open elsewhere is left alone") {
    CopyCase t;
    t.copy();
    const auto open = CaseStore::open(t.target, tests::kPassphrase, t.clock);
    CHECK(tests::codeThrown([&] { t.copy(); }) == ErrorCode::InUse);
}

TEST_CASE("a copy goes only where nothing is, or an earlier copy of the same case") {
    CopyCase t;
    const auto codeFor = [&](const fs::path& path) {
        return tests::codeThrown([&] {
            Progress progress;
            t.store->saveCopy(path, progress);
        });
    };
    CHECK(codeFor(t.folder) == ErrorCode::InvalidInput);
    CHECK(codeFor(t.folder / "kopi") == ErrorCode::InvalidInput);
    CHECK(codeFor(t.temp.path()) == ErrorCode::InvalidInput);
    fs::create_directory_symlink(t.folder, t.temp.path() / "link");
    CHECK(codeFor(t.temp.path() / "link" / "kopi") == ErrorCode::InvalidInput);
    CHECK(codeFor(t.temp.path() / "none" / "kopi") == ErrorCode::NotFound);
    CHECK(codeFor({}) == ErrorCode::NotFound);
    t.temp.write("other/file", "x");
    CHECK(codeFor(t.temp.path() / "other") == ErrorCode::Exists);
    CHECK(codeFor(t.temp.path() / "other" / "file") == ErrorCode::Exists);
    CaseStore::create(t.temp.path() / "case", tests::kPassphrase, "Anden", "Europe/Copenhagen", KdfCost::Fast,
                      t.clock);
    CHECK(codeFor(t.temp.path() / "case") == ErrorCode::Exists);
    checkSound(t.temp.path() / "case", t.clock);
    t.temp.write("stick/sag.unfinished/hers.txt", "x");
    CHECK(codeFor(t.target) == ErrorCode::Exists);
    CHECK(fs::exists(t.temp.path() / "stick/sag.unfinished/hers.txt"));
    CHECK(t.count("custody") == 1);
    fs::create_directory(t.temp.path() / "empty");
    Progress progress;
    t.store->saveCopy(t.temp.path() / "empty" / "", progress);
    checkSound(t.temp.path() / "empty", t.clock);
}

TEST_CASE("a copy that is not what was written is said, and gets no name") {
    CopyCase t;
    const auto first = tests::addSource(*t.store, tests::patternBytes(50000));
    const std::string id = t.store->database().text("SELECT object_id FROM original");
    for (int i = 0; i < 6; ++i)
        tests::addSource(*t.store, std::to_string(i) + tests::patternBytes(9'000'000));
    REQUIRE(first == 1);
    fs::path half = t.target;
    half += ".unfinished";
    const fs::path file = half / "objects" / "tmp" / id;
    std::jthread decay([&](const std::stop_token& stop) {
        std::error_code error;
        while (!fs::exists(file, error) && !stop.stop_requested()) continue;
        if (!stop.stop_requested()) tests::flipByte(file, 3000);
    });
    CHECK(tests::codeThrown([&] { t.copy(); }) == ErrorCode::Damaged);
    CHECK_FALSE(fs::exists(t.target));
    CHECK_FALSE(t.store->lastCopyMs());
}

TEST_CASE("what has decayed in an earlier copy is copied again") {
    CopyCase t;
    addSourceWithItems(*t.store, 1);
    t.copy();
    const std::string id = t.store->database().text("SELECT object_id FROM original");
    tests::flipByte(t.target / "objects" / id.substr(0, 2) / id, 3000);
    CHECK(t.copy().copied == 1);
    checkSound(t.target, t.clock);
}

TEST_CASE("what is damaged in the case is said, and does not spoil what an earlier copy has") {
    CopyCase t;
    addSourceWithItems(*t.store, 1);
    t.copy();
    tests::flipByte(t.store->vault().pathOf(t.store->database().text("SELECT object_id FROM original")),
                    3000);
    CHECK(t.copy().faults.empty());
    checkSound(t.target, t.clock);
    Progress progress;
    const auto fresh = t.store->saveCopy(t.temp.path() / "frisk", progress);
    REQUIRE(fresh.faults.size() == 1);
    CHECK(fresh.faults[0].what == "original");
}

TEST_CASE("a copy that is stopped leaves nothing, and an earlier one as it was") {
    CopyCase t;
    addSourceWithItems(*t.store, 1);
    std::stop_source stop;
    stop.request_stop();
    Progress stopped(stop.get_token());
    CHECK(tests::codeThrown([&] { t.store->saveCopy(t.target, stopped); }) == ErrorCode::Cancelled);
    CHECK(namesIn(t.target.parent_path()).empty());
    t.copy();
    addSourceWithItems(*t.store, 2);
    CHECK(tests::codeThrown([&] { t.store->saveCopy(t.target, stopped); }) == ErrorCode::Cancelled);
    checkSound(t.target, t.clock);
}

TEST_CASE("a disk that cannot take the copy leaves nothing there, and an earlier one whole") {
    CopyCase t;
    addSourceWithItems(*t.store, 1);
    t.copy();
    tests::addSource(*t.store, tests::patternBytes(20'000'000));
    t.close();
    REQUIRE(tests::runAndDie([&] {
        t.open();
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{8'000'000, 8'000'000}; // the database still fits
        setrlimit(RLIMIT_FSIZE, &limit);
        for (const fs::path& place : {t.target, t.temp.path() / "ny"}) {
            try {
                Progress progress;
                t.store->saveCopy(place, progress);
                _exit(1);
            } catch (const core::base::Error& error) {
                if (error.code() != ErrorCode::NoSpace) _exit(2);
            }
        }
    }));
    CHECK_FALSE(fs::exists(t.temp.path() / "ny"));
    CHECK_FALSE(fs::exists(t.temp.path() / "ny.unfinished"));
    checkSound(t.target, t.clock);
}

namespace {

// Copies over and over, with something new each time, to a place of its own and to an earlier copy.
void copyForever(const CopyCase& t, const std::function<void()>& acknowledge) {
    const auto store = CaseStore::open(t.folder, tests::kPassphrase, t.clock);
    for (int round = 0;; ++round) {
        addSourceWithItems(*store, getpid() * 1000 + round, 400'000);
        Progress progress;
        store->saveCopy(t.target, progress);
        std::error_code notThere; // a removal that is cut off is no fault of the copy
        fs::remove_all(t.temp.path() / "gammel");
        fs::rename(t.temp.path() / "ny", t.temp.path() / "gammel", notThere);
        store->saveCopy(t.temp.path() / "ny", progress);
        acknowledge();
    }
}

void killCopies(int kills, unsigned seed) {
    CopyCase t;
    addSourceWithItems(*t.store, 1, 2'000'000);
    t.copy();
    t.close();
    std::mt19937 random(seed);
    for (int kill = 0; kill < kills; ++kill) {
        INFO("kill " << kill << " of seed " << seed);
        tests::Victim victim([&](const auto& acknowledge) { copyForever(t, acknowledge); });
        victim.killAfter(static_cast<int>(random() % 500'000));
        checkSound(t.folder, t.clock);
        checkSound(t.target, t.clock);
        if (fs::exists(t.temp.path() / "ny")) checkSound(t.temp.path() / "ny", t.clock);
    }
    t.open();
    fs::remove_all(t.temp.path() / "ny");
    Progress progress;
    t.store->saveCopy(t.temp.path() / "ny", progress); // what was left there is no hindrance
    checkSound(t.temp.path() / "ny", t.clock);
    CHECK_FALSE(fs::exists(t.temp.path() / "ny.unfinished"));
}

} // namespace

TEST_CASE("kill -9 during copies leaves the case and the earlier copy whole") { killCopies(12, 4711); }

TEST_CASE("150 kills during copies leave the case and the earlier copy whole", "[slow]") {
    killCopies(150, std::random_device{}());
}
