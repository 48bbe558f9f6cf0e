// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imazing/own_tables.h"

#include "core/base/error.h"

namespace core::format::imazing {

std::vector<OwnTable> ownTables(table::TableFile& file) {
    std::vector<OwnTable> found;
    for (std::size_t i = 0; i < file.tables(); ++i) {
        const auto rows = file.rows(i);
        for (table::Row row; rows->next(row) && row.number <= kMostAbove;) {
            const Columns columns = columnsOf(row);
            if (columns.kind == Kind::None) continue;
            found.push_back({i, std::move(row), columns});
            break;
        }
    }
    return found;
}

bool isOwnBook(const ProbeInput& input) {
    if (!input.whole || !table::looksLikeXlsx(input.head)) return false;
    try {
        const auto source = input.whole();
        table::TableFile file(*source);
        return !ownTables(file).empty();
    } catch (const base::Error&) {
        return false; // whoever reads it will say what is wrong with it
    }
}

} // namespace core::format::imazing
