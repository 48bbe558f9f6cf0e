// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the .cpp files of CaseReader share: the connection, and values out of their columns.

#include "core/base/timestamp.h"
#include "core/query/case_reader.h"
#include "core/store/case_store.h"
#include "core/store/database.h"

#include <memory>
#include <optional>

namespace core::query {

class ItemLoader;

struct CaseReader::State {
    const store::CaseStore* store = nullptr;
    store::Vault* vault = nullptr;
    std::unique_ptr<store::Database> own;
    store::Database* db = nullptr;
    std::shared_ptr<ItemLoader> loader; // made when it is first asked for; goes before the connection

    ItemLoader& items();
};

// A source without its counts, which would cost a walk over its items.
SourceRow plainSource(store::Database& database, model::Id id);
// The same for many: prepared once.
store::Statement prepareSource(store::Database& database);
SourceRow readSource(store::Statement& prepared, model::Id id);

// Columns time_ms, offset_s, zone, precision, basis, about from `first` on; none where time_ms is null.
std::optional<base::Timestamp> readTime(const store::Statement& row, int first);

// Columns code, severity, detail, position.
model::Issue readIssue(const store::Statement& row);

} // namespace core::query
