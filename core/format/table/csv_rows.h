// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text with delimiters, as spreadsheets and exports write it: , ; or tab, a line "sep=;", quotes with line
// ends inside, ="..." around what a spreadsheet shall not touch; UTF-8, UTF-16 and windows-1252. Bounded.
// A quote inside a quoted cell that is not doubled is kept where no delimiter follows it.

#include "core/base/byte_source.h"
#include "core/format/table/rows.h"

#include <optional>
#include <string_view>

namespace core::format::table {

struct CsvShape {
    enum class Encoding { Bytes, Utf16Little, Utf16Big }; // Bytes: UTF-8, what is none windows-1252
    Encoding encoding = Encoding::Bytes;
    char delimiter = ',';
    std::size_t begin = 0; // bytes of the mark and of the line that names the delimiter
    std::size_t rows = 0;  // of the beginning that have the most usual number of cells
    std::size_t cells = 0; // that number; below 2: hardly a table
};

// By the first bytes of the file.
CsvShape csvShape(std::string_view head);

class CsvRows : public Rows {
public:
    // Begins where the source stands, which is the start of the file.
    explicit CsvRows(base::ByteSource& source, std::optional<CsvShape> shape = {});
    bool next(Row& row) override;
    std::uint64_t position() const override { return at_; }
    const CsvShape& shape() const { return shape_; }

private:
    static constexpr int kEnd = -1;
    bool fill(std::size_t bytes);
    int peek();
    int take();
    void put(std::string& text, int unit, Row& row);
    bool cell(Row& row); // false: it was the last of its row
    void quoted(std::string& text, Row& row);
    void finish(std::string&& text, Row& row);

    base::ByteSource& source_;
    CsvShape shape_;
    std::string buffer_;
    std::size_t used_ = 0;  // of buffer_
    std::uint64_t at_ = 0;  // bytes from the start of the file
    std::uint64_t end_ = 0; // of the last row, before its line end
    std::uint64_t number_ = 0;
    int high_ = 0; // first half of a surrogate pair
    bool isAtEnd_ = false;
};

} // namespace core::format::table
