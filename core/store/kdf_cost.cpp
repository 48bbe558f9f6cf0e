// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kdf_cost.h"

#include "core/store/secret_key.h"

#include <algorithm>
#include <chrono>

#include <sodium.h>
#include <unistd.h>

namespace core::store {

namespace {

constexpr double kTargetSeconds = 1.0;
constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
constexpr std::uint64_t kMostMemory = 256 * kMiB; // a small computer must open the case too
constexpr double kMostPasses = 32;

// The better of two: another program may have been at work meanwhile.
double measure(const KdfParameters& cost) {
    prepareCrypto();
    const unsigned char salt[crypto_pwhash_SALTBYTES] = {};
    unsigned char key[SecretKey::kSize];
    double best = kTargetSeconds;
    for (int i = 0; i < 2; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        if (crypto_pwhash(key, sizeof key, "measure", 7, salt, cost.passes,
                          static_cast<std::size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13) != 0)
            return kTargetSeconds; // no memory for more than the floor either
        best =
            std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

std::uint64_t quarterOfMemory() {
    const long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
    return pages > 0 && size > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(size) / 4
                                 : kFloor.memory;
}

} // namespace

KdfParameters calibrateKdf(double targetSeconds, std::uint64_t memoryLimit,
                           const std::function<double(const KdfParameters&)>& timeOf) {
    const double factor = targetSeconds / std::max(timeOf(kFloor), 0.001);
    if (factor <= 1) return kFloor;
    KdfParameters cost = kFloor;
    const std::uint64_t most = std::clamp(memoryLimit, kFloor.memory, kMostMemory);
    const auto wanted =
        static_cast<std::uint64_t>(static_cast<double>(kFloor.memory) * std::min(factor, 1000.0));
    cost.memory = std::min(wanted, most) / kMiB * kMiB;
    const double work = static_cast<double>(kFloor.passes * kFloor.memory) * factor;
    const double passes = std::min(work / static_cast<double>(cost.memory), kMostPasses);
    cost.passes = std::max(kFloor.passes, static_cast<std::uint64_t>(passes));
    return cost;
}

KdfParameters kdfParameters(KdfCost cost) {
    if (cost == KdfCost::Fast)
        return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
    static const KdfParameters standard = calibrateKdf(kTargetSeconds, quarterOfMemory(), measure);
    return standard;
}

} // namespace core::store
