// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The tables of one file: a text with delimiters is one, a workbook has one a sheet.

#include "core/base/byte_source.h"
#include "core/format/reader.h"
#include "core/format/table/rows.h"
#include "core/format/table/xlsx_book.h"

#include <memory>
#include <optional>
#include <string>

namespace core::format::table {

class TableFile {
public:
    // The source must outlive it. Throws Error(Unsupported) for a workbook that cannot be read.
    explicit TableFile(base::SeekableSource& source);
    bool isWorkbook() const { return book_.has_value(); }
    std::size_t tables() const { return book_ ? book_->sheets().size() : 1; }
    // From its first row; one at a time.
    std::unique_ptr<Rows> rows(std::size_t table);

private:
    base::SeekableSource& source_;
    std::optional<XlsxBook> book_;
};

// The first rows of a text as far as it is there; the last, which may be cut, is left out where it is longer.
std::vector<Row> rowsOfHead(const ProbeInput& input, std::size_t most);

// Tells the sink how far it is, now and then.
class Telling {
public:
    explicit Telling(RecordSink& sink) : sink_(sink) {}
    void at(std::uint64_t position) {
        if (position < told_ + 262'144 && position >= told_) return;
        told_ = position;
        sink_.position(position);
    }

private:
    RecordSink& sink_;
    std::uint64_t told_ = 0;
};

} // namespace core::format::table
