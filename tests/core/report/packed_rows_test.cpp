// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/packed_rows.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::report;

namespace {

LogRow rowOf(int number) {
    LogRow row;
    row.label = std::to_string(number);
    row.incident = number;
    row.afterOrder = number % 2 == 0;
    row.cells = {
        {{{{row.label, true}}, LineStyle::Plain}},
        {{{{"Han skrev igen, nr. ", false}, {row.label, true}, {" 🙏 من فضلك", false}}, LineStyle::Plain},
         {{{"tid: beskedfil", false}}, LineStyle::Small},
         {{}, LineStyle::Small}},
        {}};
    for (int i = 0; i < number % 4; ++i) row.exhibits.push_back(i * 1000 - 1);
    row.when = {number * 50 - 100,
                number % 2 == 0 ? core::base::Precision::Month : core::base::Precision::Minute};
    if (number % 3 == 0) row.strip = TimeStrip{22, 24, {22.07, 23.0 + 1.0 / 3}, {"kl. 22", "", "kl. 24"}};
    return row;
}

LogRow milestone() {
    LogRow row;
    row.isMilestone = true;
    row.label = "M5";
    row.cells = {{{{{"12. maj", true}}, LineStyle::Plain}}, {}, {{{{"", false}}, LineStyle::Plain}}};
    return row;
}

void checkSame(const Line& a, const Line& b) {
    CHECK(a.style == b.style);
    REQUIRE(a.runs.size() == b.runs.size());
    for (std::size_t i = 0; i < a.runs.size(); ++i) {
        CHECK(a.runs[i].text == b.runs[i].text);
        CHECK(a.runs[i].bold == b.runs[i].bold);
    }
}

void checkSame(const LogRow& a, const LogRow& b) {
    CHECK(a.isMilestone == b.isMilestone);
    CHECK(a.label == b.label);
    CHECK(a.when.day == b.when.day);
    CHECK(a.when.precision == b.when.precision);
    CHECK(a.incident == b.incident);
    CHECK(a.afterOrder == b.afterOrder);
    CHECK(a.exhibits == b.exhibits);
    REQUIRE(a.cells.size() == b.cells.size());
    for (std::size_t c = 0; c < a.cells.size(); ++c) {
        REQUIRE(a.cells[c].size() == b.cells[c].size());
        for (std::size_t l = 0; l < a.cells[c].size(); ++l) checkSame(a.cells[c][l], b.cells[c][l]);
    }
    REQUIRE(a.strip.has_value() == b.strip.has_value());
    if (!a.strip) return;
    CHECK(a.strip->firstHour == b.strip->firstHour);
    CHECK(a.strip->lastHour == b.strip->lastHour);
    CHECK(a.strip->hours == b.strip->hours);
    CHECK(a.strip->labels == b.strip->labels);
}

} // namespace

TEST_CASE("rows come out of their packing as they went in, in any pieces") {
    std::vector<LogRow> given;
    for (int i = 1; i <= 100; ++i) given.push_back(i == 50 ? milestone() : rowOf(i));
    const auto packed = std::make_shared<PackedRows>(given);
    const LogRows rows(packed);
    REQUIRE(rows.size() == given.size());
    std::size_t next = 0;
    for (const LogRow& row : rows) checkSame(row, given[next++]);
    CHECK(next == given.size());
    for (std::size_t first : {0U, 1U, 15U, 16U, 17U, 95U, 99U})
        for (std::size_t count : {0U, 1U, 16U, 40U}) {
            const std::size_t end = std::min(given.size(), first + count);
            const auto some = rows.some(first, end);
            REQUIRE(some.size() == end - first);
            for (std::size_t i = 0; i < some.size(); ++i) checkSame(*some[i], given[first + i]);
        }
    checkSame(*rows.at(99), given[99]);
}

TEST_CASE("no rows are no rows") {
    CHECK(LogRows().empty());
    for (const LogRow& row : LogRows()) FAIL(row.label);
    CHECK(LogRows(std::make_shared<PackedRows>()).empty());
}

TEST_CASE("each further row of a long log takes less than half of its own words") {
    PackedRows packed;
    constexpr int kShort = 80'000, kRows = 120'000; // a short log is not worth the work
    std::size_t words = 0, before = 0;
    for (int i = 1; i <= kRows; ++i) {
        const LogRow row = rowOf(i);
        packed.add(row);
        if (i == kShort) before = packed.bytes();
        if (i <= kShort) continue;
        for (const Cell& cell : row.cells)
            for (const Line& line : cell)
                for (const Run& run : line.runs) words += run.text.size();
    }
    CHECK(packed.bytes() - before < words / 2);
    for (const std::size_t i : {0, kShort, kRows - 1})
        checkSame(*packed.some(i, i + 1)[0], rowOf(static_cast<int>(i) + 1));
}
