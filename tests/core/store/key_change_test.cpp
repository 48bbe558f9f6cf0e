// SPDX-License-Identifier: GPL-3.0-or-later
// Passphrase and recovery sheet of a whole case, and a kill at each step of a change.
#include "core/store/key_file.h"
#include "core/store/recovery_code.h"
#include "tests/core/store/crash.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <csignal>
#include <cstdio>

#include <catch2/catch_test_macros.hpp>
#include <fcntl.h>
#include <unistd.h>

using namespace core::store;
using core::base::ErrorCode;
using tests::codeThrown;

namespace {

int renamesToLive = -1; // -1: for ever

constexpr const char* kNext = "fire røde heste";

bool opens(tests::TestCase& t, std::string_view secret) {
    return !codeThrown([&] { CaseStore::open(t.folder, secret, t.clock); });
}

std::string lastDetail(CaseStore& store, const std::string& action) {
    Statement row = store.database().prepare(
        "SELECT detail FROM custody WHERE action = ? ORDER BY sequence DESC LIMIT 1");
    return row.with(action).step() ? row.text(0) : "";
}

} // namespace

// The program's files get their names by this call: before the one that is told, the process is killed.
extern "C" int rename(const char* from, const char* to) {
    if (renamesToLive == 0) raise(SIGKILL);
    if (renamesToLive > 0) --renamesToLive;
    return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

TEST_CASE("a changed passphrase opens the case, the old one does not, and the history tells") {
    tests::TestCase t;
    const std::string database = tests::readFile(t.folder / "case.logbog");
    CHECK(codeThrown([&] { t.store->changePassphrase("forkert", kNext, KdfCost::Fast); }) ==
          ErrorCode::WrongPassphrase);
    CHECK(codeThrown([&] { t.store->changePassphrase(tests::kPassphrase, "", KdfCost::Fast); }) ==
          ErrorCode::InvalidInput);
    t.store->changePassphrase(tests::kPassphrase, kNext, KdfCost::Fast);
    CHECK(lastDetail(*t.store, "passphrase").find("\"generation\":\"2\"") != std::string::npos);
    CHECK(t.store->verify().empty());
    t.close();
    CHECK_FALSE(opens(t, tests::kPassphrase));
    t.store = CaseStore::open(t.folder, kNext, t.clock);
    CHECK(t.store->openingFindings().empty());
    CHECK(lastDetail(*t.store, "open").find("\"failed\":\"2\"") !=
          std::string::npos); // one while it was open
}

TEST_CASE("a kill at any step of a change leaves a case that opens with exactly one of the two passphrases") {
    for (int step = 0; step < 2; ++step) {
        tests::TestCase t;
        t.close();
        CHECK_FALSE(tests::runAndDie([&] {
            t.open();
            renamesToLive = step; // keys, then keys.bak
            t.store->changePassphrase(tests::kPassphrase, kNext, KdfCost::Fast);
        }));
        INFO("killed before file " << step);
        const bool isChanged = step == 1;
        CHECK((tests::readFile(t.folder / "keys") == tests::readFile(t.folder / "keys.bak")) == !isChanged);
        CHECK(opens(t, tests::kPassphrase) == !isChanged);
        CHECK(opens(t, kNext) == isChanged);
        CHECK(keyFilesSound(t.folder));
        CHECK(opens(t, tests::kPassphrase) == !isChanged);
        t.store = CaseStore::open(t.folder, isChanged ? kNext : tests::kPassphrase, t.clock);
        CHECK(t.store->openingFindings().empty());
        CHECK(t.store->verify().empty());
        CHECK(
            lastDetail(*t.store, "open").find(isChanged ? "\"generation\":\"2\"" : "\"generation\":\"1\"") !=
            std::string::npos);
    }
}

TEST_CASE("a recovery code opens the case, says so, and gives it a new passphrase") {
    tests::TestCase t;
    CHECK_FALSE(t.store->hasRecovery());
    CHECK(codeThrown([&] { t.store->withdrawRecovery(tests::kPassphrase); }) == ErrorCode::NotFound);
    const auto code = makeRecoveryCode(), later = makeRecoveryCode();
    CHECK(codeThrown([&] { t.store->setRecovery("forkert", code.view()); }) == ErrorCode::WrongPassphrase);
    t.store->setRecovery(tests::kPassphrase, code.view());
    CHECK(t.store->hasRecovery());
    CHECK(lastDetail(*t.store, "recovery").find("\"made\"") != std::string::npos);
    t.reopen();
    CHECK_FALSE(t.store->openedWithRecovery());
    t.close();

    t.store = CaseStore::open(t.folder, code.view(), t.clock);
    CHECK(t.store->openedWithRecovery());
    CHECK(lastDetail(*t.store, "open").find("\"with\":\"recovery\"") != std::string::npos);
    t.store->changePassphrase(code.view(), kNext, KdfCost::Fast);
    CHECK_FALSE(t.store->openedWithRecovery());
    t.store->setRecovery(kNext, later.view());
    CHECK(lastDetail(*t.store, "recovery").find("\"renewed\"") != std::string::npos);
    t.close();
    CHECK_FALSE(opens(t, code.view()));
    CHECK(opens(t, later.view()));

    t.store = CaseStore::open(t.folder, kNext, t.clock);
    t.store->withdrawRecovery(kNext);
    CHECK_FALSE(t.store->hasRecovery());
    CHECK(lastDetail(*t.store, "recovery").find("\"withdrawn\"") != std::string::npos);
    t.close();
    CHECK_FALSE(opens(t, later.view()));
    CHECK(opens(t, kNext));
}

TEST_CASE("an older key file that was put back is noticed") {
    tests::TestCase t;
    const std::string before = tests::readFile(t.folder / "keys");
    t.store->changePassphrase(tests::kPassphrase, kNext, KdfCost::Fast);
    t.close();
    t.temp.write("sag/keys", before);
    t.temp.write("sag/keys.bak", before);
    t.open();
    REQUIRE(t.store->openingFindings().size() == 1);
    CHECK(t.store->openingFindings()[0].what == "keys");
}

TEST_CASE("the key file of another case is not given a new passphrase") {
    tests::TestCase t, other;
    for (const char* name : {"keys", "keys.bak"})
        t.temp.write(std::string("sag/") + name, tests::readFile(other.folder / name));
    CHECK(codeThrown([&] { t.store->changePassphrase(tests::kPassphrase, kNext, KdfCost::Fast); }) ==
          ErrorCode::Damaged);
}
