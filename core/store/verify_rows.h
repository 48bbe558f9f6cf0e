// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of sources, originals and items held against what the history says was imported. Not the history
// itself: custody_log.h.

#include "core/store/case_store.h"

#include <vector>

namespace core::store {

// Obeys the cancellation of `progress`.
void checkRowsAgainstHistory(Database& database, const base::Progress& progress,
                             std::vector<CaseStore::Finding>& findings);

} // namespace core::store
