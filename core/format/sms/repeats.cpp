// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/sms/repeats.h"

#include <functional>

namespace core::format::sms {

namespace {
constexpr std::size_t kMostRemembered = 1'000'000; // some 40 MB; exports are in the order of their dates
} // namespace

void Repeats::tellApart(ItemRecord& record) {
    if (seen_.size() >= kMostRemembered) seen_.clear();
    const auto kind = static_cast<std::size_t>(record.kind);
    const std::uint32_t before = seen_[std::hash<std::string>()(record.identity) ^ kind]++;
    if (before > 0) record.identity += "#" + std::to_string(before + 1);
}

} // namespace core::format::sms
