// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The tables of a file that have a header of ours: a text with delimiters is one table, a workbook has one a
// sheet, some of them not ours.

#include "core/format/imazing/columns.h"
#include "core/format/table/table_file.h"

#include <vector>

namespace core::format::imazing {

inline constexpr std::uint64_t kMostAbove = 10; // rows above the header

struct OwnTable {
    std::size_t at = 0; // in the file
    table::Row header;
    Columns columns;
};

// Throws Error(Unsupported) for a workbook that cannot be read.
std::vector<OwnTable> ownTables(table::TableFile& file);

// A workbook is packed: the head of the file does not show its rows.
bool isOwnBook(const ProbeInput& input);

} // namespace core::format::imazing
