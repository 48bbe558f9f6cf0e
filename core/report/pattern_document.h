// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The figures of the part "patterns" as data: what is drawn, in the chosen language, and the table under it
// with the same numbers. No drawing (core/pdf/pages) and no counting (core/query/patterns).

#include <cstddef>
#include <string>
#include <vector>

namespace core::report {

struct MarkerLine {
    double position = 0; // on the axis, in bars from its left end
    std::string label;
    bool strong = false;         // tilhold
    std::string shortLabel = {}; // "M5": where there is no room for the label
};

struct FigureTable {
    std::vector<std::string> headings;          // "\n" breaks them; the first stands over the names
    std::vector<std::vector<std::string>> rows; // name, then numbers
    bool hasSum = false;                        // the last row
    int boldRow = -1;
    std::string note;
};

struct PairRow { // before and after a step, over windows of the same length
    std::string name;
    std::string window; // "2 × 125 dage"
    int before = 0, after = 0;
    bool isStrong = false;
};

struct SeriesRow { // one number a period
    std::string name;
    std::vector<int> counts;
    std::vector<int> fromMemory; // of `counts`
    int total = 0;
};

struct ShareRow {
    std::string name;
    int count = 0;
    int whole = 0; // drawn as a frame round the bar; 0: none
};

struct CalendarYear {
    int year = 0;
    int firstWeekday = 0;               // of 1 January; Monday = 0
    std::vector<int> contacts;          // one a day
    int firstDay = 0, lastDay = 0;      // of the period, as indexes; outside it nothing is drawn
    int pauseFirst = -1, pauseEnd = -1; // the longest pause, where it lies in this year
};

enum class FigureKind { Pairs, Bars, Ladder, Shares, Calendar, TableOnly };

struct PatternFigure {
    FigureKind kind = FigureKind::TableOnly;
    std::string heading;
    std::string counted; // what is counted, and what is left out
    std::vector<PairRow> pairs;
    std::vector<std::string> periodLabels; // of Bars and Ladder: one a period, or empty
    std::vector<SeriesRow> series;         // of Bars and Ladder
    std::vector<MarkerLine> markers;       // likewise
    std::vector<ShareRow> shares;
    std::vector<CalendarYear> years;
    std::vector<std::string> names;  // of a calendar: twelve months, then the letters of seven weekdays
    std::vector<std::string> legend; // in the order of the signs that the kind has
    FigureTable table;
};

struct Patterns {
    std::vector<std::string> intro; // how to read them
    std::vector<PatternFigure> figures;
};

} // namespace core::report
