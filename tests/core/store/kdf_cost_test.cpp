// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kdf_cost.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::store;

namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;

KdfParameters calibrated(double seconds, std::uint64_t limit) {
    return calibrateKdf(1.0, limit, [&](const KdfParameters& measured) {
        CHECK(measured == kFloor);
        return seconds;
    });
}

} // namespace

TEST_CASE("the cost grows in memory first, then in passes, and never falls below the floor") {
    CHECK(calibrated(0.25, 1024 * kMiB) == KdfParameters{3, 256 * kMiB});
    CHECK(calibrated(0.125, 256 * kMiB) == KdfParameters{6, 256 * kMiB});
    CHECK(calibrated(0.03125, 8192 * kMiB) == KdfParameters{24, 256 * kMiB}); // 256 MiB is the most
    CHECK(calibrated(1.0, 1024 * kMiB) == kFloor);
    CHECK(calibrated(30.0, 1024 * kMiB) == kFloor);
    CHECK(calibrated(0.25, 0) == KdfParameters{12, 64 * kMiB}); // a machine with little memory
    CHECK(calibrated(0.0, 1024 * kMiB).passes <= 64);
}
