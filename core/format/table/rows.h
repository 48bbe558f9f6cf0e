// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A table row by row, whatever file it stands in: text with delimiters (csv_rows.h) or a sheet
// (xlsx_book.h). What the columns mean is said by mapping.h, or known to the reader of one export.

#include <cstdint>
#include <string>
#include <vector>

namespace core::format::table {

struct Row {
    std::vector<std::string> cells; // UTF-8, without the quotes; line ends as \n
    std::uint64_t offset = 0;       // bytes from the start of the file; 0 in a sheet, as length
    std::uint64_t length = 0;       // bytes, without the line end
    std::uint64_t number = 0;       // from 1, empty rows too, as a spreadsheet counts them
    std::uint64_t foreign = 0;      // bytes that were no characters; U+FFFD in the cells
    bool isCut = false;             // a cell or the row is larger than what is held
    bool isOpen = false;            // the file ends inside a quoted cell

    // Empty beyond the last cell and for a negative column.
    const std::string& cell(int column) const {
        static const std::string none;
        const auto at = static_cast<std::size_t>(column);
        return column >= 0 && at < cells.size() ? cells[at] : none;
    }
    bool isEmpty() const {
        for (const std::string& one : cells)
            if (one.find_first_not_of(" \t\n") != std::string::npos) return false;
        return true;
    }
};

inline constexpr std::size_t kMostCells = 1024;
inline constexpr std::size_t kMostCellBytes = std::size_t{1} << 20U;

class Rows {
public:
    virtual ~Rows() = default;
    virtual bool next(Row& row) = 0;            // false at the end
    virtual std::uint64_t position() const = 0; // bytes of the file read so far
};

} // namespace core::format::table
