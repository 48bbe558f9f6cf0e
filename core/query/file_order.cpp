// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/file_order.h"

namespace core::query {

// By the first thousand: a file may hold many conversations, each in its own order.
FileOrder::FileOrder(const CaseReader& reader)
    : sourceOf_(reader.database().prepare("SELECT source_id FROM item WHERE id = ?")) {
    auto query = reader.database().prepare(
        "SELECT s.id FROM source s WHERE (SELECT sum((time_ms < before) - (time_ms > before)) FROM "
        "(SELECT time_ms, lag(time_ms) OVER (ORDER BY id) AS before FROM "
        "(SELECT id, time_ms FROM item WHERE source_id = s.id AND time_ms IS NOT NULL ORDER BY id LIMIT "
        "1000))) > 0");
    while (query.step()) newestFirst_.insert(query.integer(0));
}

model::Id FileOrder::turn(model::Id item) const {
    if (newestFirst_.empty()) return item;
    const bool isTurned = sourceOf_.with(item).step() && newestFirst_.contains(sourceOf_.integer(0));
    sourceOf_.reset();
    return isTurned ? -item : item;
}

} // namespace core::query
