// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Taking out of the case what was imported by mistake, somebody else's phone for example, so that its space
// is given back. Not the way to leave something out: that is to exclude it, and can be undone; this cannot.

#include "core/base/progress.h"
#include "core/model/item.h"
#include "core/store/case_store.h"

#include <string>

namespace core::edit {

// All that was read from the source, with its entry in the history, in one transaction. The rows of the
// source and of its original stay and say what was there. The file that is to go once this is on the disk;
// empty where another source has the same bytes. Throws Error: NotFound, Exists (an incident, a milestone or
// an exhibit stands on one of its items, or items of it stand in another source too), Cancelled; then nothing
// is changed.
std::string removeRows(store::CaseStore& store, store::Database& database, model::Id source,
                       const base::Progress& progress);

// The file, and the free pages of the database, in steps that let others write in between. Where it does not
// come to this, opening takes the file away, and the pages are used again.
void giveSpaceBack(store::CaseStore& store, store::Database& database, const std::string& objectId);

} // namespace core::edit
