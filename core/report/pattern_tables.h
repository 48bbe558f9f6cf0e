// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of the figures that build_patterns.cpp puts in order. Internal to this folder.

#include "core/query/time_axis.h"
#include "core/report/pattern_document.h"

#include <set>
#include <string>
#include <vector>

namespace core::report {

struct Build;

inline const std::string kNone = "–";

std::vector<std::string> patternIntro(const Build& build); // how to read them, and what is not counted

// A row a period, a column a series, sums at both ends; periods without anything in one row together.
FigureTable periodTable(const Build& build, const query::TimeAxis& axis,
                        const std::vector<SeriesRow>& series);
// Adds up those columns into a last row.
void addSum(const Build& build, FigureTable& table, const std::set<int>& columns);

PatternFigure ladderFigure(const Build& build);
PatternFigure coverFigure(const Build& build);
PatternFigure calendarFigure(const Build& build);
PatternFigure hoursTable(const Build& build);

} // namespace core::report
