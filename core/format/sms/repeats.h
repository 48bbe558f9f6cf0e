// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Records of one export that are equal in everything we read: five times "svar" within one second are five
// messages. Counts them, so that the second and later ones have an identity of their own, the same one in
// every export that holds them. Not the search for what the case has already: core/import does that.

#include "core/format/item_record.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace core::format::sms {

class Repeats {
public:
    // A file may hold several exports one after the other; the same message in the next one is no repeat.
    void startExport();
    // Adds to the identity how many equal records came before; the first one's stays as it is.
    void tellApart(ItemRecord& record);

private:
    bool isNew(std::uint64_t key);
    void grow();

    // Hashes of kind and identity; 0: nothing is here. A power of two, at most half of them taken.
    std::vector<std::uint64_t> keys_;
    std::size_t taken_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> again_; // those that came again, how often
};

} // namespace core::format::sms
