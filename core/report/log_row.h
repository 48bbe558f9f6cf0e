// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of the log form, and the rows of a log as whoever sets or writes them reads them. Not where they
// are kept: packed_rows.h.

#include "core/base/timestamp.h"
#include "core/report/made_list.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace core::report {

enum class LineStyle { Plain, Small };

struct Run {
    std::string text;
    bool bold = false;
};

// A paragraph in a table cell.
struct Line {
    std::vector<Run> runs;
    LineStyle style = LineStyle::Plain;
};
using Cell = std::vector<Line>;

// Ticks on a scale of hours: when the messages of an episode came.
struct TimeStrip {
    int firstHour = 0; // local clock hours; the last may be 24
    int lastHour = 24;
    std::vector<double> hours;       // 22.07 = 22:04
    std::vector<std::string> labels; // one for each full hour from first to last: "kl. 22"
};

// When a row's incident began or its step was taken: the local day, no more exact than `precision`.
struct RowDay {
    int day = 0; // since 1 January 1970
    base::Precision precision = base::Precision::Day;
};

struct LogRow {
    bool isMilestone = false;
    std::string label;       // "45", or "M5" for a milestone
    int incident = 0;        // number; 0 for a milestone
    std::vector<Cell> cells; // one a column; for a milestone: [0] date and step, [1] details, [2] counts
    std::optional<TimeStrip> strip; // under the cell "what"
    bool afterOrder = false;        // an order was in force: bar at the left edge
    std::vector<int> exhibits;      // numbers; the pages of the exhibit column are added when they are known
    RowDay when = {};
};

class RowSource : public ListSource<LogRow> {
public:
    virtual std::size_t longestNumber() const = 0; // digits of an incident's label; 0 without one
};

class LogRows : public MadeList<LogRow, RowSource> {
public:
    using MadeList::MadeList;
    std::size_t longestNumber() const { return source_ ? source_->longestNumber() : 0; }
};
using RowRef = LogRows::Ref;

} // namespace core::report
