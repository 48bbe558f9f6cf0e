// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/repeats.h"

#include <functional>

namespace core::format::sms {

namespace {
constexpr std::size_t kMostRemembered = 1'000'000; // some 25 MB; exports are in the order of their dates
constexpr std::size_t kFirst = 4096;
} // namespace

void Repeats::startExport() {
    keys_.assign(kFirst, 0);
    counts_.assign(kFirst, 0);
    taken_ = 0;
}

void Repeats::tellApart(ItemRecord& record) {
    if (keys_.empty() || taken_ >= kMostRemembered) startExport();
    const auto kind = static_cast<std::size_t>(record.kind);
    const std::uint32_t before = countOf(std::hash<std::string>()(record.identity) ^ kind)++;
    if (before > 0) record.identity += "#" + std::to_string(before + 1);
}

std::uint32_t& Repeats::countOf(std::uint64_t key) {
    if (key == 0) key = 1;
    if (taken_ * 2 >= keys_.size()) grow();
    const std::size_t last = keys_.size() - 1;
    std::size_t slot = key & last;
    while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & last;
    if (keys_[slot] == 0) ++taken_;
    keys_[slot] = key;
    return counts_[slot];
}

void Repeats::grow() {
    std::vector<std::uint64_t> keys(keys_.size() * 2);
    std::vector<std::uint32_t> counts(keys.size());
    const std::size_t last = keys.size() - 1;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if (keys_[i] == 0) continue;
        std::size_t slot = keys_[i] & last;
        while (keys[slot] != 0) slot = (slot + 1) & last;
        keys[slot] = keys_[i];
        counts[slot] = counts_[i];
    }
    keys_.swap(keys);
    counts_.swap(counts);
}

} // namespace core::format::sms
