// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An ItemFilter as the WHERE part of a query over the table `item`, with its parameters. For the .cpp files
// of this folder.

#include "core/query/item_filter.h"
#include "core/store/database.h"

#include <string>
#include <variant>
#include <vector>

namespace core::query {

struct FilterSql {
    std::string where; // always a condition, "1" for the empty filter that shows everything
    std::vector<std::variant<std::int64_t, std::string>> parameters;

    void bindTo(store::Statement& statement) const; // from index 1
};

FilterSql filterSql(const ItemFilter& filter);

} // namespace core::query
