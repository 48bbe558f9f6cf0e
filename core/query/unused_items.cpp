// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/unused_items.h"

#include "core/store/database.h"

namespace core::query {

std::vector<UnusedItem> unusedItems(const CaseReader& reader) {
    auto query = reader.database().prepare(
        "SELECT i.id, i.kind, i.direction, i.excluded, "
        "(SELECT y.role FROM identifier f JOIN party y ON y.id = f.party_id WHERE f.id = i.from_id) "
        "FROM item i WHERE i.kind <> 'notice' "
        "AND NOT EXISTS (SELECT 1 FROM incident_item l WHERE l.item_id = i.id) "
        "AND i.id NOT IN (SELECT item_id FROM milestone WHERE item_id IS NOT NULL)");
    std::vector<UnusedItem> list;
    while (query.step()) {
        const auto kind = model::itemKindOf(query.textView(1));
        if (!kind) continue;
        const bool isOwn = query.textView(2) == "out";
        list.push_back({query.integer(0), *kind, isOwn, !isOwn && query.textView(4) == "offender",
                        query.integer(3) != 0});
    }
    return list;
}

} // namespace core::query
