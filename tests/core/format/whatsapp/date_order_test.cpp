// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/whatsapp/whatsapp_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::DateOrder;
using core::model::IssueCode;
using tests::has;
using tests::readChat;
using tests::timeOf;

namespace {

std::string first(const std::string& chat) {
    const auto read = readChat(chat);
    return read.items.empty() ? "no items" : timeOf(read.items[0]);
}

} // namespace

TEST_CASE("every layout of a header is read") {
    CHECK(first("14.05.2023 21.30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("14.05.2023, 21.30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("14/05/2023 21.30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("14/05/23, 21:30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("14-05-2023 21:30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("[14.05.2023 21.30.45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[14.05.2023, 21.30.45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[14/05/2023 21.30.45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[5/14/23, 21:30:45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[5/14/23, 9:30:45\xE2\x80\xAFPM] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[2023-05-14, 9:30:45 PM] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[2023-05-14 21:30:45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[21:41:35, 3/27/22] N: t") == "2022-03-27T19:41:35Z");
    CHECK(first("26/09/2019 à 22:39 - N: t") == "2019-09-26T20:39:00Z");
    CHECK(first("[14.5.2023 klo 21.30.45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("2023. 05. 14. 21:30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("14. 5. 2023 21:30 - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("[14/5/2565 BE 21:30:45] N: t") == "2022-05-14T19:30:45Z");
    CHECK(first("[R4/05/14 21:30:45] N: t") == "2022-05-14T19:30:45Z");
    CHECK(first("[23. 5. 14. 오후 9:30:45] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("[\xE2\x80\x8F١٤\xE2\x80\x8F/٥\xE2\x80\x8F/٢٠٢٣، ٩:٣٠:٤٥ م] N: t") == "2023-05-14T19:30:45Z");
    CHECK(first("14/05/2023, 9:30 p. m. - N: t") == "2023-05-14T19:30:00Z");
    CHECK(first("14/05/2023, 12:05 am - N: t") == "2023-05-13T22:05:00Z");
    CHECK(first("24.05.15 12:30:45: N: t") == "2015-05-24T10:30:45Z");
    CHECK(first("\xE2\x80\x8E[14.05.2023, 21.30.45] N: t") == "2023-05-14T19:30:45Z");
}

TEST_CASE("what is no header begins no message") {
    for (const char* line : {"14.05.2023 21.30", "14.05.2023 21.30 N: t", "14.05.2023 - N: t", "21.30 - N: t",
                             "14.05 21.30 - N: t", "[14.05.2023 21.30.45 N: t", "1.2.3.4 21.30 - N: t",
                             "14.05/2023 21.30 - N: t", "14.05.2023 25.30 - N: t", "14.05.2023 21.3 - N: t",
                             "14.05.20235 21.30 - N: t", "[link] 14.05.2023 21.30 - N: t"})
        CHECK(first(line) == "no items");
}

TEST_CASE("one line with a number above twelve settles the order of the whole file") {
    const auto day = readChat("03/04/2023, 21:30 - A: x\n14/04/2023, 21:30 - A: x\n");
    CHECK(timeOf(day.items.at(0)) == "2023-04-03T19:30:00Z");
    const auto month = readChat("03/04/2023, 21:30 - A: x\n03/14/2023, 21:30 - A: x\n");
    CHECK(timeOf(month.items.at(0)) == "2023-03-04T20:30:00Z");
    for (const auto* read : {&day, &month}) {
        CHECK_FALSE(read->has(IssueCode::DoubtfulTime));
        CHECK_FALSE(has(read->items[0], IssueCode::DoubtfulTime));
    }
}

TEST_CASE("where the order stays open the day comes first, and file and messages say so") {
    const std::string open = "03/04/2023, 21:30 - A: x\n05/05/2023, 21:30 - A: x\n";
    const auto read = readChat(open);
    CHECK(timeOf(read.items.at(0)) == "2023-04-03T19:30:00Z");
    CHECK(has(read.items[0], IssueCode::DoubtfulTime));
    CHECK_FALSE(has(read.items.at(1), IssueCode::DoubtfulTime)); // the fifth of May either way
    CHECK(read.has(IssueCode::DoubtfulTime));

    const auto told = readChat(open, {"_chat.txt", DateOrder::MonthFirst, {}});
    CHECK(timeOf(told.items.at(0)) == "2023-03-04T20:30:00Z");
    CHECK_FALSE(told.has(IssueCode::DoubtfulTime));
    CHECK_FALSE(has(told.items[0], IssueCode::DoubtfulTime));
}

TEST_CASE("an answer that the file disproves is not followed, and that is said") {
    const auto read = readChat("14/04/2023, 21:30 - A: x\n", {"_chat.txt", DateOrder::MonthFirst, {}});
    CHECK(timeOf(read.items.at(0)) == "2023-04-14T19:30:00Z");
    CHECK(read.has(IssueCode::DateDisagrees));
}

TEST_CASE(
    "dots and dashes are written day first, and slashes are settled by files, by order or by the future") {
    CHECK_FALSE(readChat("03.04.2023 21.30 - A: x\n").has(IssueCode::DoubtfulTime));
    CHECK_FALSE(readChat("03-04-2023 21:30 - A: x\n").has(IssueCode::DoubtfulTime));
    CHECK(first("[3/4/23, 21:30:45] A: \xE2\x80\x8E<attached: 00000002-PHOTO-2023-03-04-21-30-45.jpg>") ==
          "2023-03-04T20:30:45Z");
    CHECK(first("03/04/2023, 21:30 - A: IMG-20230403-WA0001.jpg (fil vedhæftet)") == "2023-04-03T19:30:00Z");
    std::string ordered; // forward as month/day, back and forth as day/month
    for (int month = 1; month <= 9; ++month)
        for (int day = 1; day <= 9; day += 4)
            ordered += std::to_string(month) + "/" + std::to_string(day) + "/23, 21:30 - A: x\n";
    const auto read = readChat(ordered);
    CHECK(timeOf(read.items.at(1)) == "2023-01-05T20:30:00Z");
    CHECK_FALSE(read.has(IssueCode::DoubtfulTime));
    const auto future = readChat("03/01/2027, 21:30 - A: x\n"); // the first of March is still to come
    CHECK(timeOf(future.items.at(0)) == "2027-01-03T20:30:00Z");
    CHECK_FALSE(future.has(IssueCode::DoubtfulTime));
}

TEST_CASE("a date that the calendar does not have leaves the message undated") {
    const auto read = readChat("14.05.2023 21.30 - A: x\n31.02.2023 21.30 - A: y\n15.05.2023 21.30 - A: z\n");
    REQUIRE(read.items.size() == 3);
    CHECK(timeOf(read.items[1]) == "none");
    CHECK(has(read.items[1], IssueCode::InvalidDate));
    CHECK(timeOf(read.items[2]) == "2023-05-15T19:30:00Z");
}
