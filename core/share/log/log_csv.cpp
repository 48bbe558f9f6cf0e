// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/log_csv.h"

#include "core/base/utf8.h"

namespace core::share::log {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Blanks in front do not help: some spreadsheets take them away first. The wide signs are read as the narrow
// ones by East Asian editions.
bool looksLikeFormula(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = base::nextCodePoint(text, pos);
        if (c == '\t') return true;
        if (c == ' ' || c == '\n' || c == 0xA0 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200F)) continue;
        return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D ||
               c == 0xFF20;
    }
    return false;
}

std::string inQuotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

// A case number holds a place where it may break, which only a page needs.
std::string cellText(const report::Cell& cell, const report::Column& column) {
    std::string text = plainText(cell);
    static const std::string kMayBreak = "\u200b";
    if (column.key != "reported") return text;
    for (std::size_t at = text.find(kMayBreak); at != std::string::npos; at = text.find(kMayBreak, at))
        text.erase(at, kMayBreak.size());
    return text;
}

} // namespace

std::string toCsv(const LogTable& table, const base::Catalog& catalog) {
    std::vector<std::string> lines, remarks;
    bool isGuarded = false;
    for (const TableRow& row : table.rows) {
        std::string line, columns;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            std::string text = cellText(row.cells[i], table.columns[i]);
            if (looksLikeFormula(text)) {
                text.insert(0, 1, '\'');
                columns += (columns.empty() ? "" : ", ") + table.columns[i].heading;
                isGuarded = true;
            }
            line += (i == 0 ? "" : ";") + inQuotes(text);
        }
        lines.push_back(std::move(line));
        remarks.push_back(columns.empty()
                              ? std::string()
                              : base::fill(catalog.tr("An apostrophe was put in front, so that a spreadsheet "
                                                      "does not calculate: %1"),
                                           {columns}));
    }
    std::string csv(kByteOrderMark);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        csv += (i == 0 ? "" : ";") + inQuotes(table.columns[i].heading);
    if (isGuarded) csv += ";" + inQuotes(catalog.tr("Remark"));
    csv += "\r\n";
    for (std::size_t i = 0; i < lines.size(); ++i)
        csv += lines[i] + (isGuarded ? ";" + inQuotes(remarks[i]) : std::string()) + "\r\n";
    return csv;
}

} // namespace core::share::log
