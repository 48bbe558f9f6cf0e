// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One row of the log form, and the rows of a log as whoever sets or writes them reads them: one after
// another, few in memory at a time. Not where they are kept: packed_rows.h.

#include <cstddef>
#include <iterator>
#include <memory>
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

struct LogRow {
    bool isMilestone = false;
    std::string label;       // "45", or "M5" for a milestone
    int incident = 0;        // number; 0 for a milestone
    std::vector<Cell> cells; // one a column; for a milestone: [0] date and step, [1] details, [2] counts
    std::optional<TimeStrip> strip; // under the cell "what"
    bool afterOrder = false;        // an order was in force: bar at the left edge
    std::vector<int> exhibits;      // numbers; the pages of the exhibit column are added when they are known
};
using RowRef = std::shared_ptr<const LogRow>; // never null

// Rows that are made when they are asked for. Always the same for the same number.
class RowSource {
public:
    RowSource() = default;
    virtual ~RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;

    virtual std::size_t size() const = 0;
    virtual std::size_t longestNumber() const = 0; // digits of an incident's label; 0 without one
    // Of `first` to before `end`, which is at most size(). On any thread, on several at once. Dearer row for
    // row than all of a few dozen at once.
    virtual std::vector<RowRef> rows(std::size_t first, std::size_t end) const = 0;
};

class LogRows {
public:
    // For a loop over all; a row lives as long as the loop is at it or a little longer.
    class Iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using value_type = LogRow;
        using difference_type = std::ptrdiff_t;
        using pointer = const LogRow*;
        using reference = const LogRow&;

        Iterator(const LogRows& rows, std::size_t at) : rows_(&rows), at_(at) {}
        reference operator*() const;
        pointer operator->() const { return &**this; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        bool operator==(const Iterator& other) const { return at_ == other.at_; }

    private:
        const LogRows* rows_;
        std::size_t at_;
        mutable std::vector<RowRef> block_; // around `at_`
        mutable std::size_t first_ = 0;     // of the block
    };

    LogRows() = default; // none
    explicit LogRows(std::shared_ptr<const RowSource> source) : source_(std::move(source)) {}

    std::size_t size() const { return source_ ? source_->size() : 0; }
    bool empty() const { return size() == 0; }
    std::size_t longestNumber() const { return source_ ? source_->longestNumber() : 0; }
    std::vector<RowRef> some(std::size_t first, std::size_t end) const { return source_->rows(first, end); }
    RowRef at(std::size_t i) const { return source_->rows(i, i + 1).front(); }
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

private:
    std::shared_ptr<const RowSource> source_; // shared by copies of the document: it never changes
};

} // namespace core::report
