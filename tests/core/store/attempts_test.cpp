// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/attempts.h"
#include "tests/core/store/store_support.h"
#include "tests/core/store/throws.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::store;

TEST_CASE("failed passphrases are kept with their times and the next opening carries them into the history") {
    tests::TestCase t;
    t.close();
    CHECK(tests::codeThrown([&] { CaseStore::open(t.folder, "forkert", t.clock); }));
    t.clock.advance(90'000);
    CHECK(tests::codeThrown([&] { CaseStore::open(t.folder, "igen", t.clock); }));
    CHECK(tests::readFile(t.folder / "attempts") == "1760000000000\n1760000090000\n");
    t.open();
    const auto events = custodyEvents(t.store->database(), 2, 10);
    REQUIRE(events.size() == 1);
    CHECK(events[0].detail.find("\"failed\":\"2\"") != std::string::npos);
    CHECK(events[0].detail.find("2025-10-09T08:53:20") != std::string::npos);
    CHECK(events[0].detail.find("2025-10-09T08:54:50") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(t.folder / "attempts"));
}

TEST_CASE("lines that are no time are passed over, and the newest thousand are kept") {
    tests::TempFolder temp;
    FailedAttempts attempts(temp.path());
    CHECK(attempts.times().empty());
    temp.write("attempts",
               std::string("7\n\n-1\nabc\n1760000000000 x\n1760000000001\r\n99999999999999999999\n") +
                   std::string(3, '\0') + "\n1760000000002\n1760000000003");
    CHECK(attempts.times() == std::vector<std::int64_t>{1760000000002, 1760000000003});
    for (int i = 0; i < 1100; ++i) attempts.add(1760000001000 + i);
    CHECK(attempts.times().size() == 1000);
    CHECK(attempts.times().back() == 1760000002099);
    temp.write("attempts", std::string(300'000, '1'));
    CHECK(attempts.times().empty());
    attempts.add(1760000000005);
    CHECK(attempts.times() == std::vector<std::int64_t>{1760000000005});
}
