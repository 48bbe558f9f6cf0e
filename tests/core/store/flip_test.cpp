// SPDX-License-Identifier: GPL-3.0-or-later
// One flipped bit anywhere in the folder of a case: told of, or in a place whose bytes mean nothing.
// Nothing is passed over in silence, and nothing crashes. Whole files and pages that are put back:
// damage_test.cpp.
#include "core/base/error.h"
#include "core/store/bytes.h"
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"

#include <fstream>
#include <map>
#include <set>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;
using tests::kFrame;
using tests::kPage;
using tests::kWalHeader;
namespace fs = std::filesystem;

namespace {

using Files = std::map<std::string, std::string>; // path in the folder -> bytes

Files filesOf(const fs::path& folder) {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[entry.path().lexically_relative(folder).string()] = tests::readFile(entry.path());
    return files;
}

// A case with an original, items, a recovery code; closed, or left with changes in its log.
struct FlipCase : tests::TestCase {
    fs::path root = temp.path() / "prøve"; // where it is tried
    Files whole;
    std::string content;
    std::set<std::uint32_t> pagesInLog; // the database's own copy of them is never read again

    explicit FlipCase(bool isLive) {
        const std::int64_t source = tests::addSource(*store, "original");
        for (int i = 0; i < 5; ++i) tests::addItem(store->database(), source, "besked " + std::to_string(i));
        appendCustody(store->database(), clock, "edit", "case", "{}");
        close();
        if (isLive)
            REQUIRE(tests::runAndDie([&] {
                open();
                store->setSetting("note", "efter");
                for (int i = 0; i < 3; ++i) appendCustody(store->database(), clock, "edit", "case", "{}");
            }));
        temp.write("sag/attempts", "1746302657000\n");
        whole = filesOf(folder);
        REQUIRE(whole.contains("case.logbog-wal") == isLive);
        if (isLive) {
            const std::string& wal = whole["case.logbog-wal"];
            for (std::uint64_t at = kWalHeader; at + kFrame <= wal.size(); at += kFrame)
                pagesInLog.insert(__builtin_bswap32(getNumber<std::uint32_t>(wal, at)));
        }
        restore();
        REQUIRE(told() == "");
        content = readContent();
        REQUIRE(content.find("besked 4") != std::string::npos);
        store.reset();
    }
    void restore() const {
        fs::remove_all(root);
        for (const auto& [name, bytes] : whole) {
            fs::create_directories((root / name).parent_path());
            std::ofstream(root / name, std::ios::binary) << bytes;
        }
    }
    // What is said of the damage; empty for nothing.
    std::string told() {
        try {
            store = CaseStore::open(root, tests::kPassphrase, clock);
            if (!store->openingFindings().empty()) return "opening: " + store->openingFindings()[0].detail;
            // A copy of the key file that is not sound is made anew from the other one.
            if (store->database()
                    .text("SELECT detail FROM custody ORDER BY sequence DESC LIMIT 1")
                    .find(R"("keys":"restored")") != std::string::npos)
                return "the history";
            const auto findings = store->verify();
            return findings.empty() ? std::string() : "verify: " + findings[0].detail;
        } catch (const core::base::Error& error) {
            store.reset();
            if (error.code() != core::base::ErrorCode::Damaged) return {};
            return error.what();
        }
    }
    std::string readContent() {
        std::string all;
        for (const char* sql :
             {"SELECT key || value FROM setting ORDER BY key", "SELECT text FROM item ORDER BY id",
              "SELECT sha256 FROM original ORDER BY id",
              "SELECT hash FROM custody WHERE action <> 'open' ORDER BY sequence"}) {
            Statement rows = store->database().prepare(sql);
            while (rows.step()) all += rows.text(0) + "\n";
        }
        return all;
    }
    // Places whose bytes protect nothing and decide nothing: here a flip is passed over, and changes nothing.
    const char* meaningless(const std::string& name, std::uint64_t offset) const {
        if (name == "lock") return "a file to lock, without content";
        if (name == "attempts") return "a hint of wrong passphrases, readable on purpose";
        if (name == "LAESMIG.txt") return "a text for people";
        if (name == "case.logbog-shm") return "the index of the log, made anew at opening";
        if (pagesInLog.empty()) return nullptr;
        if (name == "anchor") return "of two slots one may be torn by a power cut; the other stands";
        if (name == "case.logbog" && pagesInLog.contains(static_cast<std::uint32_t>(offset / kPage) + 1))
            return "a page that the log holds anew";
        return nullptr;
    }
    // What went wrong; empty where all is well.
    std::string faultOfFlip(const std::string& name, std::uint64_t offset) {
        restore();
        std::string changed = whole[name];
        changed[offset] = static_cast<char>(changed[offset] ^ (1 << (offset % 8)));
        std::ofstream(root / name, std::ios::binary) << changed;
        const std::string what = told();
        std::string fault;
        if (what.empty()) {
            if (meaningless(name, offset) == nullptr)
                fault = "not told of";
            else if (!store)
                fault = "the case does not open";
            else if (name != "attempts" && readContent().find(content) == std::string::npos)
                fault = "other content";
        }
        store.reset();
        return fault.empty() ? fault : name + " at " + std::to_string(offset) + ": " + fault;
    }
};

// About that many places of each small and each large file; 0: each byte, and every 64th of the large.
int flipAll(FlipCase& t, std::uint64_t small, std::uint64_t large) {
    int flips = 0;
    std::vector<std::string> faults;
    for (const auto& [name, bytes] : t.whole) {
        const bool isSmall = bytes.size() < 2 * kPage;
        const std::uint64_t places = isSmall ? small : large;
        const std::uint64_t step = places == 0 ? (isSmall ? 1 : 64) : bytes.size() / places + 1;
        for (std::uint64_t at = step / 3; at < bytes.size(); at += step, ++flips)
            if (const std::string fault = t.faultOfFlip(name, at); !fault.empty()) faults.push_back(fault);
    }
    for (const std::string& fault : faults) UNSCOPED_INFO(fault);
    CHECK(faults.empty());
    return flips;
}

} // namespace

TEST_CASE("a flipped bit in any file of a closed case is told of") {
    FlipCase t(false);
    CHECK(flipAll(t, 12, 40) > 100);
}

TEST_CASE("a flipped bit in any file of a case that was left with a log is told of") {
    FlipCase t(true);
    CHECK(flipAll(t, 12, 40) > 100);
}

TEST_CASE("a flipped bit in any byte of the small files of a closed case is told of", "[slow]") {
    FlipCase t(false);
    CHECK(flipAll(t, 0, 0) > 5000);
}

TEST_CASE("a flipped bit in any byte of the small files of a case with a log is told of", "[slow]") {
    FlipCase t(true);
    CHECK(flipAll(t, 0, 0) > 5000);
}
