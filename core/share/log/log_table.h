// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a log document as a table with one cell a column, milestones too: what CSV and DOCX are written
// from. Not the PDF's table, in which a milestone goes across the columns.

#include "core/base/catalog.h"
#include "core/report/log_document.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::share::log {

struct TableRow {
    bool isMilestone = false;
    bool afterOrder = false;
    std::vector<report::Cell> cells; // one a column
    std::string label = {};          // "45", "M5"
    int incident = 0;                // number; 0 for a milestone
    std::vector<int> exhibits = {};  // numbers
};

struct LogTable {
    std::vector<report::Column> columns; // headings on one line
    std::vector<TableRow> rows;
    int redactions = 0; // places struck out in these rows
};

// Throws base::Error(Internal) where something protected is left in a cell.
LogTable makeTable(const report::LogDocument& document);

// A text without the signs of core/report/marks.h and without what no file of text can hold: controls become
// their pictures (U+2400 on), line ends one '\n', U+FFFE and U+FFFF the sign for a broken character. All else
// stays as it was written.
std::string plainText(std::string_view text);
// The lines of a cell under one another.
std::string plainText(const report::Cell& cell);

// Throws base::Error(Internal) where something protected is left in a text.
void proveText(const report::LogDocument& document, std::string_view text);

} // namespace core::share::log
