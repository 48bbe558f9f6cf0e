// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sheets of an .xlsx file, row by row in bounded memory: shared and inline strings, numbers, and dates of
// both epochs by the style of the cell, written as "2023-05-14 21:30:45". Formulas by the value that was
// saved with them. Not the old .xls, and not a file that is sealed with a password (those are no zip).

#include "core/base/byte_source.h"
#include "core/format/table/rows.h"

#include <memory>
#include <optional>
#include <string_view>

namespace core::format::table {

struct Sheet {
    std::string name;
    std::string part; // of the zip
};

class XlsxBook {
public:
    // Throws Error(Unsupported) where it is no such file after all, or larger inside than any table is.
    explicit XlsxBook(base::SeekableSource& source);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    const std::vector<Sheet>& sheets() const;
    // One at a time, as all read from the one source. Throws as the constructor, from next() too.
    std::unique_ptr<Rows> rows(const Sheet& sheet);

    struct State;

private:
    std::unique_ptr<State> state_;
};

// By the names that stand at the front of the zip.
bool looksLikeXlsx(std::string_view head);

enum class NumberStyle { Plain, Date, Time, DateTime, Elapsed };
// Of a format code as the file has it: "dd\-mm\-yyyy hh:mm", "[h]:mm:ss".
NumberStyle styleOfCode(std::string_view code);
// Days since 30 December 1899, or 1 January 1904. None for what is no date.
std::optional<std::string> serialText(double serial, NumberStyle style, bool from1904);

} // namespace core::format::table
