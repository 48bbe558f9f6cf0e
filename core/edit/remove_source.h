// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Taking out of the case what was imported by mistake, somebody else's phone for example, so that its space
// is given back. Not the way to leave something out: that is to exclude it, and can be undone; this cannot.

#include "core/base/progress.h"
#include "core/model/item.h"
#include "core/store/case_store.h"

#include <string>
#include <vector>

namespace core::edit {

// All that was read from the source and from the files inside it that came in no other way, with an entry in
// the history each, in one transaction. The rows of the sources and of their originals stay and say what was
// there. The files that are to go once this is on the disk: not those whose bytes another source has too.
// Throws Error: NotFound, Exists (an incident, a milestone or an exhibit stands on one of the items, or items
// stand in another source too, or another source's messages show one of the files), Cancelled; then nothing
// is changed.
std::vector<std::string> removeRows(store::CaseStore& store, store::Database& database, model::Id source,
                                    const base::Progress& progress);

// The rows of one source alone, within a transaction of the caller, who has given its files inside and its
// place among the members to another: its original is read anew as source `now`, with an entry "read-table".
// Throws as removeRows, but for what shows the file: it stays.
void removeReread(store::CaseStore& store, store::Database& database, model::Id source, model::Id now,
                  const base::Progress& progress);

// The files, and the free pages of the database, in steps that let others write in between. Where it does not
// come to this, opening takes the file away, and the pages are used again.
void giveSpaceBack(store::CaseStore& store, store::Database& database,
                   const std::vector<std::string>& objectIds);

} // namespace core::edit
