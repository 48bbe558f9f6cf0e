// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/store/database.h"
#include "core/store/packed_rows.h"

#include <limits>

#include <catch2/catch_test_macros.hpp>

using namespace core::store;

namespace {

constexpr std::int64_t kLowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kHighest = std::numeric_limits<std::int64_t>::max();

Statement rowsOf(Database& database, std::string_view bytes, int fields) {
    Statement rows =
        database.prepare("SELECT sequence, f0, f1, f2, f3, f6 FROM packed_rows(?1, ?2) ORDER BY 1");
    rows.bindBlob(1, bytes).bind(2, fields);
    return rows;
}

} // namespace

TEST_CASE("packed rows come out of a statement as they went in, whatever is in them") {
    using namespace std::string_view_literals;
    RowPacker packer;
    packer.row(kLowest, std::optional<std::int64_t>(), "a\0\"æ"sv, ""sv);
    packer.missingRow(4);
    packer.row(kHighest, std::optional<std::int64_t>(-1), std::string(300, 'x'), std::int64_t{0});
    CHECK(packedCount(packer.bytes(), 4) == 2);
    const auto database = Database::inMemory();
    Statement rows = rowsOf(*database, packer.bytes(), 4);
    REQUIRE(rows.step());
    CHECK(rows.integer(0) == 0);
    CHECK(rows.integer(1) == kLowest);
    CHECK(rows.isNull(2));
    CHECK(rows.textView(3) == "a\0\"æ"sv);
    CHECK_FALSE(rows.isNull(4));
    CHECK(rows.textView(4).empty());
    CHECK(rows.isNull(5));
    REQUIRE(rows.step());
    CHECK(rows.integer(0) == 2); // its place, though the one before is missing
    CHECK(rows.integer(1) == kHighest);
    CHECK(rows.integer(2) == -1);
    CHECK(rows.textView(3).size() == 300);
    CHECK(rows.integer(4) == 0);
    CHECK_FALSE(rows.step());
    CHECK_FALSE(rowsOf(*database, "", 7).step());
}

TEST_CASE("bytes that no packer makes are damaged, in a statement too") {
    RowPacker packer;
    packer.row(std::int64_t{70'000}, std::string_view("hej"));
    const std::string whole = packer.bytes();
    const auto database = Database::inMemory();
    for (std::size_t size = 1; size < whole.size(); ++size) {
        INFO(size);
        CHECK_THROWS_AS(rowsOf(*database, whole.substr(0, size), 2).step(), core::base::Error);
    }
    CHECK_THROWS_AS(rowsOf(*database, whole, 3).step(), core::base::Error); // a row of another width
    CHECK_THROWS_AS(rowsOf(*database, whole, 8).step(), core::base::Error);
    CHECK_THROWS_AS(packedCount("\x7F", 2), core::base::Error);
}
