// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The figures of the part "patterns" drawn: black, grey and white only, each bar with its number. Not their
// tables and not where pages break: pattern_pages.cpp.

#include "core/pdf/pages/stack.h"

namespace core::pdf::pages {

// Pieces that are never cut; empty for a figure that is a table only or whose bars stand in its table.
Stack figureStack(Sheet& sheet, const report::PatternFigure& figure);

// The bars of the figure stand in the rows of its table.
bool hasBarsInTable(const report::PatternFigure& figure);

} // namespace core::pdf::pages
