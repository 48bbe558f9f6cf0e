// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Records of one export that are equal in everything we read: five times "svar" within one second are five
// messages. Counts them, so that the second and later ones have an identity of their own, the same one in
// every export that holds them. Not the search for what the case has already: core/import does that.

#include "core/format/item_record.h"

#include <unordered_map>

namespace core::format::sms {

class Repeats {
public:
    // A file may hold several exports one after the other; the same message in the next one is no repeat.
    void startExport() { seen_.clear(); }
    // Adds to the identity how many equal records came before; the first one's stays as it is.
    void tellApart(ItemRecord& record);

private:
    std::unordered_map<std::size_t, std::uint32_t> seen_; // hash of kind and identity -> records so far
};

} // namespace core::format::sms
