// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/crash/disk_replay.h"
#include "tests/app/crash/victim_run.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

namespace fs = std::filesystem;

namespace {

// A run of the victim over a case, written down.
struct Recording {
    tests::TempFolder temp;
    fs::path folder = temp.path() / "sag";

    Recording(unsigned seed, int rounds) {
        const core::base::Clock clock;
        core::store::CaseStore::create(folder, tests::kVictimPassphrase, "Sag", "Europe/Copenhagen",
                                       core::store::KdfCost::Fast, clock);
        fs::copy(folder, temp.path() / "before", fs::copy_options::recursive);
        tests::VictimRun victim(folder, temp.path() / "exports", seed, rounds,
                                {"LD_PRELOAD=" + tests::diskRecorder().string(),
                                 "RECORD_FOLDER=" + folder.string(),
                                 "RECORD_LOG=" + (temp.path() / "log").string()});
        REQUIRE(victim.waitForEnd().size() > static_cast<std::size_t>(rounds));
    }
    tests::DiskReplay replay() const {
        return {temp.path() / "before", temp.path() / "log", folder.string()};
    }
};

// Faults of so many power cuts, each at a random place of the run.
std::vector<std::string> cutPower(const tests::DiskReplay& replay, int cuts, unsigned seed) {
    const tests::TempFolder temp;
    std::mt19937 random(seed);
    std::vector<std::string> faults;
    for (int cut = 0; cut < cuts; ++cut) {
        const std::size_t at = random() % (replay.size() + 1);
        const auto promises = replay.acknowledged(at);
        replay.crash(at, random, temp.path() / "sag");
        const std::string fault = tests::faultAfter(temp.path() / "sag", promises);
        if (!fault.empty()) faults.push_back("cut at " + std::to_string(at) + ": " + fault);
    }
    return faults;
}

void powerFails(int cuts, unsigned seed) {
    INFO("seed " << seed);
    const Recording recording(seed, 60);
    const auto faults = cutPower(recording.replay(), cuts, seed);
    for (const std::string& fault : faults) UNSCOPED_INFO(fault);
    REQUIRE(faults.empty());
}

} // namespace

TEST_CASE("a power cut at any instant loses nothing that was confirmed, and breaks nothing") {
    powerFails(50, 7);
}

TEST_CASE("500 power cuts lose nothing that was confirmed, and break nothing", "[slow]") {
    const unsigned seed = std::random_device{}();
    for (unsigned run = 0; run < 5; ++run) powerFails(100, seed + run);
}

TEST_CASE("a sync that the disk does not obey is noticed, so the power cuts do bite") {
    const Recording recording(11, 60);
    auto replay = recording.replay();
    const auto without = [&](const std::string& part) {
        replay.obeySync([part](const std::string& name) { return name.find(part) == std::string::npos; });
        return cutPower(replay, 40, 5).size();
    };
    CHECK(without("case.logbog-wal") > 0); // the log of changes
    CHECK(without("objects/") > 0);        // the originals
}
