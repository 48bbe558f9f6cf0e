// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The direction of items whose export does not say it (mail, some chats) follows from who is who:
// sent by the exposed person = out; to the exposed person, or by the offender = in; otherwise unknown.

#include "core/model/item.h"
#include "core/store/database.h"

#include <vector>

namespace core::edit {

// In the open transaction; only rows whose direction changes are touched. Items from that id on.
void updateDirections(store::Database& database, model::Id fromItem = 0);
// Of the items in which these identifiers occur: all that can change with who they belong to.
void updateDirectionsOf(store::Database& database, const std::vector<model::Id>& identifiers);

} // namespace core::edit
