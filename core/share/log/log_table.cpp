// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/log_table.h"

#include "core/base/error.h"
#include "core/base/utf8.h"
#include "core/report/marks.h"

#include <algorithm>

namespace core::share::log {

namespace {

using report::Cell;
using report::Line;

std::string numbersOf(const std::vector<int>& numbers) {
    std::string text;
    for (const int n : numbers) text += (text.empty() ? "" : ", ") + std::to_string(n);
    return text;
}

// As it stands among the official steps: there the counts do not say "above" and "below", which would be
// wrong as soon as the table is sorted.
const report::LogRow& stepOf(const report::LogDocument& document, const report::LogRow& row) {
    const auto step = std::find_if(document.steps.begin(), document.steps.end(),
                                   [&](const report::LogRow& s) { return s.label == row.label; });
    return step == document.steps.end() ? row : *step;
}

// A milestone of the document has three cells: day and step, details, counts. Each part goes into the column
// it belongs to; where a form has no such column, into the first one.
std::vector<Cell> milestoneCells(const report::LogRow& row, const std::vector<report::Column>& columns) {
    std::vector<Cell> cells(columns.size());
    const auto put = [&](const std::string& key, Line line) {
        if (columns.empty() || line.runs.empty() || line.runs.front().text.empty()) return;
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.key == key; });
        const auto at = column == columns.end() ? 0 : column - columns.begin();
        cells[static_cast<std::size_t>(at)].push_back(std::move(line));
    };
    put("number", {{{row.label, true}}});
    for (std::size_t part = 0; part < row.cells.size(); ++part) {
        for (const Line& line : row.cells[part]) {
            if (part > 0) {
                put("what", line);
            } else if (!line.runs.empty()) {
                put("when", {{line.runs.front()}});
                if (line.runs.size() > 1) put("type", {{line.runs.back()}});
            }
        }
    }
    return cells;
}

bool isControl(char32_t c) { return c < 0x20 || c == 0x7F; }

} // namespace

std::string plainText(std::string_view text) {
    std::string out;
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t from = pos;
        const char32_t c = base::nextCodePoint(text, pos);
        if (c == '\r') {
            if (pos >= text.size() || text[pos] != '\n') out += '\n';
        } else if (c == '\n' || c == '\t') {
            out += static_cast<char>(c);
        } else if (isControl(c)) {
            base::appendUtf8(out, c == 0x7F ? U'\u2421' : 0x2400 + c);
        } else if (c == 0xFFFE || c == 0xFFFF) {
            base::appendUtf8(out, base::kReplacement);
        } else if (const auto sign = text.substr(from, pos - from);
                   sign == report::kStruckBegin || sign == report::kStruckEnd || sign == report::kPageBegin ||
                   sign == report::kPageEnd) {
            continue;
        } else {
            base::appendUtf8(out, c);
        }
    }
    return out;
}

std::string plainText(const Cell& cell) {
    std::string out;
    for (const Line& line : cell) {
        if (!out.empty()) out += '\n';
        for (const report::Run& run : line.runs) out += plainText(run.text);
    }
    return out;
}

void proveText(const report::LogDocument& document, std::string_view text) {
    if (!document.guard.termsIn(text).empty())
        throw base::Error(base::ErrorCode::Internal, "a protected term is left in the log");
}

LogTable makeTable(const report::LogDocument& document) {
    LogTable table;
    table.columns = document.columns;
    for (report::Column& column : table.columns) {
        std::replace(column.heading.begin(), column.heading.end(), '\n', ' ');
        proveText(document, column.heading);
    }
    for (const report::LogRow& row : document.rows) {
        TableRow made{row.isMilestone,
                      row.afterOrder,
                      row.isMilestone ? milestoneCells(stepOf(document, row), table.columns) : row.cells,
                      row.label,
                      row.incident,
                      row.exhibits};
        made.cells.resize(table.columns.size());
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (table.columns[i].key == "exhibit" && !row.exhibits.empty())
                made.cells[i] = {{{{numbersOf(row.exhibits), false}}}};
        for (const Cell& cell : made.cells) {
            for (const Line& line : cell) {
                std::string whole;
                for (const report::Run& run : line.runs) whole += run.text;
                proveText(document, whole);
                for (std::size_t at = whole.find(report::kStruckBegin); at != std::string::npos;
                     at = whole.find(report::kStruckBegin, at + 1))
                    ++table.redactions;
            }
        }
        table.rows.push_back(std::move(made));
    }
    return table;
}

} // namespace core::share::log
