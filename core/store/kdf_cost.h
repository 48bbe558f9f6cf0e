// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What making a key of a passphrase costs: passes over memory of Argon2id. The figures stand in the key file,
// so that every machine opens what another one made.

#include "core/store/case_store.h"

#include <cstdint>
#include <functional>

namespace core::store {

struct KdfParameters {
    std::uint64_t passes = 0;
    std::uint64_t memory = 0; // bytes
    bool operator==(const KdfParameters&) const = default;
};

inline constexpr KdfParameters kFloor{3, std::uint64_t{64} << 20};

// Parameters that take about `targetSeconds`: memory first, as far as `memoryLimit` and 256 MiB allow, then
// passes; never below kFloor. `timeOf` measures kFloor, in seconds.
KdfParameters calibrateKdf(double targetSeconds, std::uint64_t memoryLimit,
                           const std::function<double(const KdfParameters&)>& timeOf);

// Of this machine. Standard is measured once a run (about half a second) for one second and a quarter of the
// memory. From any thread.
KdfParameters kdfParameters(KdfCost cost);

} // namespace core::store
