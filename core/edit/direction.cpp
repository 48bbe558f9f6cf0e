// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/edit/direction.h"

namespace core::edit {

namespace {

// `?1` stands in `which`. Few are known, so each is looked up in the items it is in (CROSS JOIN), not the
// other way round.
std::string directionSql(const std::string& which) {
    return R"(
        WITH known AS (
            SELECT i.id AS identifier, y.role AS role FROM identifier i JOIN party y ON y.id = i.party_id
        ), derived AS (
            SELECT item.id AS id, CASE
                WHEN EXISTS (SELECT 1 FROM known k CROSS JOIN item_identifier p ON p.identifier_id = k.identifier
                             WHERE p.item_id = item.id AND p.is_sender AND k.role = 'exposed') THEN 'out'
                WHEN item.from_id IN (SELECT identifier FROM known WHERE role = 'offender') THEN 'in'
                WHEN EXISTS (SELECT 1 FROM known k CROSS JOIN item_identifier p ON p.identifier_id = k.identifier
                             WHERE p.item_id = item.id AND NOT p.is_sender AND k.role = 'exposed') THEN 'in'
                ELSE 'unknown' END AS direction
            FROM item WHERE item.written_direction = 'unknown' AND item.kind IN ('email', 'chat') AND )" +
           which + R"(
        )
        UPDATE item SET direction = derived.direction FROM derived
        WHERE derived.id = item.id AND item.direction <> derived.direction)";
}

} // namespace

void updateDirections(store::Database& database, model::Id fromItem) {
    database.prepare(directionSql("item.id >= ?1")).with(fromItem).run();
}

void updateDirectionsOf(store::Database& database, const std::vector<model::Id>& identifiers) {
    auto update = database.prepare(
        directionSql("item.id IN (SELECT item_id FROM item_identifier WHERE identifier_id = ?1)"));
    for (const model::Id identifier : identifiers) update.with(identifier).run();
}

} // namespace core::edit
