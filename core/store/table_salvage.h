// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads the rows of a damaged database table by table, passing over what cannot be read. Not what becomes of
// the rows. Inside core/store only.

#include "core/store/damaged_case.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::store {

struct SalvageTable {
    const char* name;
    const char* key; // the number by which its rows lie in order; empty: read through once
};

// All tables of a case that hold something of their own, what is pointed at before what points.
inline constexpr std::array<SalvageTable, 26> kSalvageTables{{
    {"setting", ""},
    {"custody_old", "id"},
    {"custody", "sequence"},
    {"time_anchor", "id"},
    {"time_anchor_old", "id"},
    {"finding", "id"},
    {"original", "id"},
    {"original_lost", "original_id"},
    {"import_run", "id"},
    {"source", "id"},
    {"party", "id"},
    {"identifier", "id"},
    {"item", "id"},
    {"item_time_later", "item_id"},
    {"item_sighting", "item_id"},
    {"attachment", "id"},
    {"issue", "id"},
    {"tag", "id"},
    {"item_tag", "id"},
    {"incident", "id"},
    {"incident_item", "id"},
    {"milestone", "id"},
    {"exhibit", "id"},
    {"exhibit_item", "id"},
    {"protected_term", "id"},
    {"table_template", "id"},
}};

// What older versions had beside these, now a part of the item's row.
inline constexpr std::array<SalvageTable, 2> kOldSalvageTables{
    {{"item_time", "item_id"}, {"item_participant", "item_id"}}};

// Rows that could not be read lie between these two; `before` none: to the end of the table.
struct Gap {
    std::int64_t after = 0;
    std::optional<std::int64_t> before;
};
std::string textOf(const Gap& gap); // "rows 11 to 36", "all rows from 11 on"

// False where not even the list of tables can be read.
bool canReadTables(const DamagedCase& damaged);
std::vector<std::string> columnsOf(Database& database,
                                   const std::string& table); // none: there is no such table

// Gives each readable row to `row`, column 0 the key (of any type where the table has none), then `columns`.
// What `row` throws is passed on.
std::vector<Gap> salvageRows(const DamagedCase& damaged, const SalvageTable& table,
                             const std::vector<std::string>& columns,
                             const std::function<void(const Statement&)>& row);

} // namespace core::store
