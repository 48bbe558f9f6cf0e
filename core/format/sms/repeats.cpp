// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/repeats.h"

#include <functional>

namespace core::format::sms {

namespace {
constexpr std::size_t kMostRemembered =
    1'000'000; // some 40 MB at most; exports are in the order of their dates
constexpr std::size_t kFirst = 4096;

// The place of the key, or of nothing.
std::uint64_t& slotOf(std::vector<std::uint64_t>& keys, std::uint64_t key) {
    const std::size_t last = keys.size() - 1;
    std::size_t slot = key & last;
    while (keys[slot] != 0 && keys[slot] != key) slot = (slot + 1) & last;
    return keys[slot];
}
} // namespace

void Repeats::startExport() {
    keys_.assign(kFirst, 0);
    taken_ = 0;
    again_.clear();
}

void Repeats::tellApart(ItemRecord& record) {
    if (keys_.empty() || taken_ >= kMostRemembered) startExport();
    const auto kind = static_cast<std::size_t>(record.kind);
    const std::uint64_t key = std::hash<std::string>()(record.identity) ^ kind;
    if (isNew(key)) return;
    const std::uint32_t before = ++again_[key];
    record.identity += "#" + std::to_string(before + 1);
}

bool Repeats::isNew(std::uint64_t key) {
    if (key == 0) key = 1;
    std::uint64_t& slot = slotOf(keys_, key);
    if (slot == key) return false;
    slot = key;
    if (++taken_ * 2 > keys_.size()) grow();
    return true;
}

void Repeats::grow() {
    std::vector<std::uint64_t> keys(keys_.size() * 2);
    for (const std::uint64_t key : keys_)
        if (key != 0) slotOf(keys, key) = key;
    keys_.swap(keys);
}

} // namespace core::format::sms
