// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Rows of an invented log for the benchmark of the PDF: the same for the same number, in the form's own
// columns. Not real language.

#include "core/report/log_document.h"

#include <array>
#include <string>
#include <vector>

namespace bench {

inline constexpr std::size_t kColumns = 10;
inline constexpr std::array<double, kColumns> kColumnWidthsMm = {10, 31, 31, 58, 19, 28, 18, 32, 21, 19};

enum class Script { Simple, Mixed }; // Latin, Greek, Cyrillic; or twelve scripts with emoji in 30 % of rows

using RowTexts = std::array<std::string, kColumns>;
RowTexts rowTexts(std::size_t number, Script script);
core::report::LogRow logRow(std::size_t number, Script script);
std::vector<core::report::Column> logColumns();

} // namespace bench
