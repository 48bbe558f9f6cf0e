// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Looks at a case that cannot be opened: what is damaged, and what is still good. Changes nothing in it.
// Not for a case that opens: CaseStore::verify. Bringing out what is good: rescue.h.

#include "core/store/case_store.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::store {

struct Examination {
    std::vector<CaseStore::Finding> findings;
    // Rows that can be read; only tables that have any.
    std::vector<std::pair<std::string, std::int64_t>> rows;
    std::int64_t originalsGood = 0; // files that are whole
    std::int64_t originalsDamaged = 0;
    std::int64_t originalsMissing = 0; // as far as their rows can be read
    std::uint64_t bytesGood = 0;
};

// `secret`: passphrase or recovery code. Throws Error: NotFound, Damaged (no copy of the key file is sound),
// WrongPassphrase, NewerVersion, InUse, Cancelled.
Examination examine(const std::filesystem::path& folder, std::string_view secret, base::Progress& progress);

} // namespace core::store
