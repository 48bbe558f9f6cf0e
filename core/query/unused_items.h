// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What of the case stands in no incident and shows no step: a log that does not say so seems to be all there
// is.

#include "core/query/case_reader.h"

#include <vector>

namespace core::query {

struct UnusedItem {
    model::Id id = 0;
    model::ItemKind kind = model::ItemKind::Document;
    bool isOwn = false, isFromOffender = false;
    bool isExcluded = false; // set aside by the exposed person
};

// Without what an app wrote itself (model::ItemKind::Notice). In no order.
std::vector<UnusedItem> unusedItems(const CaseReader& reader);

} // namespace core::query
