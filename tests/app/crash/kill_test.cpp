// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/crash/victim_run.h"
#include "tests/support/temp_folder.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

namespace {

void killMany(int kills, unsigned seed) {
    const tests::TempFolder temp;
    const core::base::Clock clock;
    const auto folder = temp.path() / "sag";
    core::store::CaseStore::create(folder, tests::kVictimPassphrase, "Sag", "Europe/Copenhagen",
                                   core::store::KdfCost::Fast, clock);
    std::mt19937 random(seed);
    std::vector<std::string> promises;
    for (int kill = 0; kill < kills; ++kill) {
        INFO("kill " << kill << " of seed " << seed);
        tests::VictimRun victim(folder, temp.path() / "exports", random() % 1'000'000, 1'000'000);
        // Short and long: opening, the first import, and what comes long after.
        const int longest = random() % 3 == 0 ? 200'000 : 20'000;
        for (auto& line : victim.killAfter(static_cast<int>(random() % static_cast<unsigned>(longest))))
            promises.push_back(std::move(line));
        REQUIRE(tests::faultAfter(folder, promises) == "");
        REQUIRE(tests::faultOfCopies(temp.path(), promises) == "");
    }
    CHECK(static_cast<int>(promises.size()) > 2 * kills);
}

} // namespace

TEST_CASE("20 kills during imports and edits lose nothing that was confirmed") { killMany(20, 4711); }

TEST_CASE("200 kills during imports and edits lose nothing that was confirmed", "[slow]") {
    killMany(200, std::random_device{}());
}
