// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// packed_rows(bytes, fields), a table for statements: the rows that packed_rows.h says are in these bytes,
// with their place from 0 (sequence) and their fields (f0 to f6). Not made by hand: the views item_time and
// item_participant ask it.

struct sqlite3;

namespace core::store {

void registerPackedTable(sqlite3* db); // throws Error

} // namespace core::store
