// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"

#include <catch2/catch_test_macros.hpp>
#include <unistd.h>

using namespace core::store;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMarker = "hemmelig-kanelsnegl-4711";

std::string utf16(std::string_view ascii) {
    std::string wide;
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return wide;
}

// Files of the folder in which anything readable stands.
std::vector<std::string> readableFiles(const fs::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string bytes = tests::readFile(entry.path());
        for (const std::string& secret :
             {std::string(kMarker), utf16(kMarker), std::string("SQLite format"), std::string("CREATE TABLE"),
              std::string("Notater"), std::string(tests::kPassphrase)})
            if (bytes.find(secret) != std::string::npos)
                found.push_back(entry.path().filename().string() + ": " + secret);
    }
    return found;
}

// Files of this process without a name any more: SQLite's temporary files, on any file system.
std::vector<std::string> openTemporaries() {
    std::vector<std::string> found;
    std::error_code closedMeanwhile;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        const std::string target = fs::read_symlink(entry.path(), closedMeanwhile).string();
        if (target.ends_with(" (deleted)")) found.push_back(target);
    }
    return found;
}

} // namespace

TEST_CASE("nothing readable is on the disk while a case is open, in the middle of a change, or afterwards") {
    tests::TestCase t;
    const std::string text = std::string(kMarker) + utf16(kMarker) + std::string(kMarker);
    const std::vector<std::string> before = openTemporaries(); // a sandbox may hand some down
    const std::int64_t source = tests::addSource(*t.store, text + tests::patternBytes(600000) + text);
    Database& database = t.store->database();
    database.execute("PRAGMA cache_size = 20"); // so that the open transaction is spilled into the log
    {
        Transaction transaction(database);
        for (int i = 0; i < 4000; ++i) tests::addItem(database, source, text + std::to_string(i));
        CHECK(readableFiles(t.folder).empty());
        database.execute("CREATE TEMP TABLE sorted AS SELECT text FROM item ORDER BY text DESC");
        CHECK(openTemporaries() == before);
        CHECK(readableFiles(t.folder).empty());
        transaction.commit();
    }
    CHECK(fs::file_size(t.folder / "case.logbog-wal") > 1'000'000);
    CHECK(readableFiles(t.folder).empty());
    database.checkpoint();
    CHECK(readableFiles(t.folder).empty());
    t.close();
    CHECK(readableFiles(t.folder).empty());

    // The scan itself finds what is readable.
    t.temp.write("sag/plain", text);
    CHECK(readableFiles(t.folder).size() == 2);
}

TEST_CASE("nothing readable is on the disk after a program died in the middle of a change") {
    tests::TestCase t;
    t.close();
    REQUIRE(tests::runAndDie([&] {
        t.open();
        const std::int64_t source = tests::addSource(*t.store, std::string(kMarker));
        const Transaction transaction(t.store->database());
        t.store->database().execute("PRAGMA cache_size = 20");
        for (int i = 0; i < 2000; ++i) tests::addItem(t.store->database(), source, std::string(kMarker));
        _exit(0);
    }));
    CHECK(fs::exists(t.folder / "case.logbog-wal"));
    CHECK(readableFiles(t.folder).empty());
    t.open();
    CHECK(t.store->database().integer("SELECT count(*) FROM item") == 0);
}
