// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of the log: how wide each is, and how its cells are set. Not the cells: log_table.cpp.
#include "core/pdf/pages/log_table.h"

#include <algorithm>
#include <array>

namespace core::pdf::pages {

namespace {

// Columns that hold the form's words and those of the exposed person, and no quotation, name or number.
bool isProse(const std::string& key) {
    constexpr std::array<std::string_view, 7> kProse{"type",     "place",  "target", "reaction",
                                                     "response", "effect", "police"};
    return std::find(kProse.begin(), kProse.end(), key) != kProse.end();
}

RowColumn::Kind kindOf(const std::string& key) {
    if (key == "number") return RowColumn::Kind::Number;
    if (key == "when" || key == "date") return RowColumn::Kind::When;
    if (key == "what") return RowColumn::Kind::What;
    return key == "exhibit" ? RowColumn::Kind::Exhibit : RowColumn::Kind::Other;
}

// Of the text that cannot be broken: the longest word of the heading; of the numbers the longest.
double leastWidth(Sheet& sheet, const report::Column& column) {
    constexpr double kRounding = 0.05; // mm
    double least = 0;
    const std::string& heading = column.heading;
    for (std::size_t pos = 0; pos < heading.size();) {
        const std::size_t end = std::min(heading.find_first_of(" \n/", pos), heading.size());
        const std::size_t past = std::min(end + 1, heading.size());
        const std::size_t length = (end < heading.size() && heading[end] == '/' ? past : end) - pos;
        least = std::max(least, sheet.widthOf(heading.substr(pos, length), style::kLogBold));
        pos = past;
    }
    if (column.key == "number") {
        const std::string longest(sheet.document().rows.longestNumber(), '8');
        least = std::max(least, sheet.widthOf(longest, style::kLogBold));
    }
    return least + kRounding;
}

} // namespace

std::vector<RowColumn> rowColumns(const std::vector<report::Column>& columns) {
    std::vector<RowColumn> found;
    double x = 0;
    for (const report::Column& column : columns) {
        RowColumn& row = found.emplace_back();
        row.kind = kindOf(column.key);
        row.x = x;
        row.left = found.size() == 1 ? kCellRight : 0;
        row.width = column.widthMm - row.left - kCellRight;
        row.plain = style::kLog;
        row.bold = style::kLogBold;
        row.small = style::kSmall;
        for (TextStyle* style : {&row.plain, &row.bold, &row.small}) style->hyphenate = isProse(column.key);
        x += column.widthMm;
    }
    return found;
}

std::vector<report::Column> fittedColumns(Sheet& sheet) {
    std::vector<report::Column> columns = sheet.document().columns;
    std::vector<double> least;
    for (std::size_t c = 0; c < columns.size(); ++c)
        least.push_back(leastWidth(sheet, columns[c]) + (c == 0 ? 2 : 1) * kCellRight);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const double missing = least[c] - columns[c].widthMm;
        const auto widest = std::max_element(
            columns.begin(), columns.end(),
            [](const report::Column& a, const report::Column& b) { return a.widthMm < b.widthMm; });
        if (missing <= 0 || widest->widthMm < 2 * missing) continue;
        columns[c].widthMm += missing;
        widest->widthMm -= missing;
    }
    return columns;
}

} // namespace core::pdf::pages
