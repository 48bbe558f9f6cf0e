// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Brings all that is readable of a damaged case into a new one: originals, rows under the numbers they had,
// the old history beside the new one. The damaged case is not changed. In three steps, since what was read
// from an original and lost is read from it again: rescueCase(), import::readAgain(), finishRescue().

#include "core/store/case_store.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::store {

struct Rescued {
    std::unique_ptr<CaseStore> store; // the new case
    // What is not in it; `what` is "table" (rows that could not be read), "row" (rows that pointed at those),
    // "original", "key" or "database".
    std::vector<CaseStore::Finding> lost;
    std::int64_t originals = 0; // brought over
    std::uint64_t bytes = 0;    // of them
    std::int64_t rows = 0;
    bool mustReadAgain = false; // rows that come from the originals are lost
    // Items whose rows are lost and whose numbers are known all the same, by the index: identity, number.
    std::vector<std::pair<std::string, std::int64_t>> itemNumbers;
};

// `secret`: passphrase or recovery code of the damaged case. `to` is made; it may exist if it is empty.
// Throws Error: what examine() throws, and Exists, NoSpace, Permission, InvalidInput for the new case, of
// which nothing stays then. Where the program is killed before finishRescue() came to its end, opening the
// new case says so, and a rescue into its folder is refused.
Rescued rescueCase(const std::filesystem::path& from, std::string_view secret,
                   const std::filesystem::path& to, std::string_view newPassphrase, KdfCost cost,
                   const base::Clock& clock, base::Progress& progress);

// Gives the items back their numbers, drops rows that point at lost ones, makes the search index, and writes
// into the history what the case now holds.
void finishRescue(Rescued& rescued);

} // namespace core::store
