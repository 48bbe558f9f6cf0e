// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/table/csv_rows.h"
#include "tests/core/format/table/table_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::table::CsvRows;
using core::format::table::csvShape;
using core::format::table::Row;

namespace {

std::vector<Row> rowsOf(std::string_view bytes, std::size_t most = 1 << 20) {
    tests::Dripping source(bytes, most);
    CsvRows csv(source);
    std::vector<Row> rows;
    for (Row row; csv.next(row);) rows.push_back(row);
    return rows;
}

using Cells = std::vector<std::string>;

} // namespace

TEST_CASE("rows have their cells and their place in the file") {
    const std::string bytes = "a;b;c\r\n\"x;\r\ny\";\"he said \"\"no\"\"\";\r\n\r\n1;2;3";
    for (const std::size_t most : {1U, 3U, 1000U}) {
        const auto rows = rowsOf(bytes, most);
        REQUIRE(rows.size() == 4);
        CHECK(rows[1].cells == Cells{"x;\ny", "he said \"no\"", ""});
        CHECK(bytes.substr(rows[1].offset, rows[1].length) == "\"x;\r\ny\";\"he said \"\"no\"\"\";");
        CHECK(rows[2].isEmpty());
        CHECK(rows[3].number == 4);
        CHECK(bytes.substr(rows[3].offset, rows[3].length) == "1;2;3");
    }
}

TEST_CASE("the delimiter is the one that makes a table") {
    CHECK(csvShape("a;b;c\n1,5;2,5;x\n3,5;4,5;y\n").delimiter == ';');
    CHECK(csvShape("a,b,c\n1,2,\"x;y\"\n").delimiter == ',');
    CHECK(csvShape("a\tb\n1,2\t3\n1\t2\n").delimiter == '\t');
    CHECK(csvShape("sep=|\r\na|b;c|d\r\n").delimiter == '|');
    CHECK(csvShape("just a text\nof two lines\n").cells < 2);
    CHECK(rowsOf("sep=|\r\na|b;c|d\r\n")[0].cells == Cells{"a", "b;c", "d"});
}

TEST_CASE("what a spreadsheet shall not touch is unwrapped, and quotes that nobody doubled are kept") {
    CHECK(rowsOf("=\"17/08/2014\"\t12:52:56\t=\"Me\"\t=\"+4512345678\"\t\"Hi \"there\" you\"\n")[0].cells ==
          Cells{"17/08/2014", "12:52:56", "Me", "+4512345678", "Hi \"there\" you"});
    CHECK(rowsOf("\"=\"\"0045\"\"\",b\n")[0].cells == Cells{"0045", "b"});
    CHECK(rowsOf("a, \"b,c\"\n1,2\n")[0].cells == Cells{"a", "b,c"});
}

TEST_CASE("UTF-8, windows-1252 and UTF-16 give the same text") {
    const Cells wanted{"Ærø", "blå 😀"};
    CHECK(rowsOf("\xEF\xBB\xBF\xC3\x86r\xC3\xB8,bl\xC3\xA5 😀\n")[0].cells == wanted);
    CHECK(rowsOf("\xC6r\xF8;bl\xE5\n")[0].cells == Cells{"Ærø", "blå"});
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char16_t unit : std::u16string(u"Ærø\tblå 😀\n")) {
        little += static_cast<char>(unit & 0xFF);
        little += static_cast<char>(unit >> 8);
        big += static_cast<char>(unit >> 8);
        big += static_cast<char>(unit & 0xFF);
    }
    CHECK(rowsOf(little)[0].cells == wanted);
    CHECK(rowsOf(big, 1)[0].cells == wanted);
    CHECK(rowsOf(little)[0].offset == 2);
}

TEST_CASE("a quote that is never closed and cells without end are bounded and said") {
    CHECK(rowsOf("a,b\n1,\"x\ny").back().isOpen);
    const std::string huge = "a,b\n\"" + std::string(3 << 20, 'x') + "\",2\n";
    const auto rows = rowsOf(huge);
    CHECK(rows[1].isCut);
    CHECK(rows[1].cells[0].size() == core::format::table::kMostCellBytes);
    CHECK(rows[1].cells[1] == "2");
    CHECK(rowsOf(std::string(5000, ','))[0].cells.size() == core::format::table::kMostCells);
}
