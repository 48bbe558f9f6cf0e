// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a key file whose plain checksum is right, so that the slots are reached: opens, or says why
// not.
#include "core/base/error.h"
#include "core/store/bytes.h"
#include "core/store/key_file.h"
#include "core/store/recovery_code.h"
#include "tests/fuzz/patched.h"

#include <algorithm>

#include <sodium.h>

using namespace core::store;

namespace {

constexpr std::size_t kSum = 32, kSlotsAt = 16, kSlotSize = 128;
constexpr std::uint64_t kFewPasses = 2, kLittleMemory = 64 * 1024;

// What the program would do, but in less time: only costs that no version refuses are made smaller.
void capCost(std::string& bytes) {
    for (std::size_t slot = kSlotsAt; slot + kSlotSize + kSum <= bytes.size(); slot += kSlotSize) {
        const auto passes = getNumber<std::uint64_t>(bytes, slot + 8);
        const auto memory = getNumber<std::uint64_t>(bytes, slot + 16);
        if (passes > 64 || memory > (std::uint64_t{4} << 30)) continue;
        std::string cost;
        putNumber(cost, std::min(passes, kFewPasses));
        putNumber(cost, std::min(memory, kLittleMemory));
        bytes.replace(slot + 8, cost.size(), cost);
    }
}

void setChecksum(std::string& bytes) {
    if (bytes.size() < kSum) return;
    const std::size_t body = bytes.size() - kSum;
    crypto_generichash(raw(bytes) + body, kSum, raw(bytes), body, nullptr, 0);
}

const std::string& code() {
    static const std::string text(makeRecoveryCode().view());
    return text;
}

std::string soundFile() {
    const SecretKey key = SecretKey::random();
    std::string bytes = withRecovery(sealKeyFile(key, "tre", KdfCost::Fast), key, code());
    return bytes;
}

template <typename Call>
bool works(Call call) {
    try {
        call();
        return true;
    } catch (const core::base::Error&) {
        return false;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string sound = soundFile();
    fuzz::Choices choices(data, size);
    std::string bytes = fuzz::rawOrPatched(sound, choices);
    capCost(bytes);
    setChecksum(bytes);
    works([&] { openKeyFile(bytes, "tre"); });
    const bool opens = works([&] { openKeyFile(bytes, code()); });
    works([&] {
        const std::string without = withoutRecovery(bytes);
        if (hasRecovery(without) || generationOf(without) != generationOf(bytes) + 1) std::abort();
        if (opens && works([&] { openKeyFile(without, code()); })) std::abort();
    });
    works([&] {
        if (!hasRecovery(withRecovery(bytes, SecretKey::random(), code()))) std::abort();
    });
    readRecoveryCode(choices.rest().substr(0, 200));
    return 0;
}
