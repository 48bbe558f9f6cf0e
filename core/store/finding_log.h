// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What opening or closing found to be wrong, kept in the case until it was seen: a row of table finding, and
// an entry in the history with the full text. Not what verify finds: that can be found again at any time.

#include "core/base/clock.h"
#include "core/store/case_store.h"

#include <vector>

namespace core::store {

// All in one transaction. A finding that stands there unseen already is not written again; an orphan that
// was seen is not either, for it lies there at every opening.
void recordFindings(Database& database, const base::Clock& clock,
                    const std::vector<CaseStore::Finding>& findings);
std::vector<CaseStore::Finding> unseenFindings(Database& database); // oldest first
// In the transaction that is open; false where there was none to mark.
bool markFindingsSeen(Database& database, const base::Clock& clock);

} // namespace core::store
