// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log as CSV that Excel and LibreOffice of a Danish system open by a double click: UTF-8 with its mark,
// semicolons, CRLF, every cell in quotes, line ends inside a cell as LF.

#include "core/share/log/log_table.h"

#include <string>

namespace core::share::log {

// A cell that a spreadsheet would take for a formula gets an apostrophe in front. So that no text is altered
// silently, a last column then says in which columns of the row that was done; a file without such a cell has
// no such column.
std::string toCsv(const LogTable& table, const base::Catalog& catalog);

} // namespace core::share::log
