// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/table_file.h"

#include "core/base/utf8.h"
#include "core/format/table/csv_rows.h"

#include <algorithm>

namespace core::format::table {

TableFile::TableFile(base::SeekableSource& source) : source_(source) {
    source.seek(0);
    if (base::readHead(source, 4).starts_with("PK\x03\x04")) book_.emplace(source);
}

std::unique_ptr<Rows> TableFile::rows(std::size_t table) {
    if (book_) return book_->rows(book_->sheets().at(table));
    source_.seek(0);
    return std::make_unique<CsvRows>(source_);
}

std::vector<Row> rowsOfHead(const ProbeInput& input, std::size_t most) {
    std::vector<Row> rows;
    const std::string_view head = input.head;
    // A control character, but for UTF-16, is in no text; most files are known by that at once.
    const bool mayBeWide = head.size() >= 4 && (head[0] == '\0' || head[1] == '\0' ||
                                                head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF"));
    const bool isBinary = !mayBeWide && std::any_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    if (isBinary) return rows;
    const CsvShape shape = csvShape(head);
    if (shape.cells < 2) return rows;
    base::MemorySource source(head);
    CsvRows csv(source, shape);
    for (Row row; rows.size() < most && csv.next(row);) rows.push_back(std::move(row));
    const bool mayBeCut =
        input.size > head.size() && !rows.empty() && rows.back().offset + rows.back().length >= head.size();
    if (mayBeCut) rows.pop_back();
    return rows;
}

} // namespace core::format::table
