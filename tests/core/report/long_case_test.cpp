// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/pages/rendering.h"
#include "tests/core/report/log_case.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

// `perDay` messages on each of `days` days from 3 March 2025, from 8 in the morning, five minutes apart.
std::string manyMessages(int days, int perDay) {
    std::string xml = "<smses count=\"" + std::to_string(days * perDay) + "\">";
    for (int day = 0; day < days; ++day)
        for (int i = 0; i < perDay; ++i)
            xml += "<sms address=\"+4520110917\" date=\"" +
                   std::to_string(
                       base::fromLocal({2025, 3, 3, 8, 0, 0, 0}, base::kDefaultZone, base::Precision::Minute)
                           .utcMs +
                       day * 86'400'000LL + i * 300'000LL) +
                   "\" type=\"1\" body=\"Besked " + std::to_string(i) + " den dag\" />";
    return xml + "</smses>";
}

} // namespace

TEST_CASE("3,000 messages in 20 days are 20 rows with exact counts on a few pages") {
    Case c(manyMessages(20, 150));
    const auto d = c.build();
    CHECK(d.contacts == 3000);
    CHECK(d.incidents == 20);
    int rows = 0;
    for (const report::LogRow& row : d.rows) {
        if (row.isMilestone) continue;
        ++rows;
        const std::string text = textOf(row);
        CHECK(text.find("150 text messages 08:00–20:25.") != std::string::npos);
        CHECK(text.find("The last: “Besked 149 den dag”") != std::string::npos);
        CHECK(text.find("Besked 7 ") == std::string::npos);
        REQUIRE(row.strip);
        CHECK(row.strip->hours.size() == 150);
    }
    CHECK(rows == 20);
    const auto r = render(d, c.folder.path() / "long.pdf");
    const auto log = r.result.map.ranges.at("log");
    CHECK(log.last - log.first + 1 <= 4);
}

TEST_CASE("an incident over several days has a line for each day, over many months one for each month") {
    Case c(manyMessages(70, 2));
    const query::CaseReader reader(*c.store);
    model::Incident n;
    n.type = "sms";
    n.channel = "sms";
    n.items = reader.itemIds({});
    c.addIncident(n);
    n.items.resize(9); // five days, the last with one
    c.addIncident(n);
    const auto d = c.build();
    std::string many, few;
    for (const report::LogRow& row : d.rows) {
        const std::string text = textOf(row);
        if (text.find("(70 days)") != std::string::npos) many = text;
        if (text.find("(5 days)") != std::string::npos) few = text;
    }
    CHECK(many.find("140 text messages") != std::string::npos);
    CHECK(many.find("March\u00a02025: 58 text messages, 29 days.") != std::string::npos);
    CHECK(many.find("May\u00a02025: 22 text messages, 11 days.") != std::string::npos);
    CHECK(few.find("9 text messages") != std::string::npos);
    CHECK(few.find("3\u00a0March: 2 text messages 08:00–08:05.") != std::string::npos);
    CHECK(few.find("7\u00a0March: 1 text message 08:00.") != std::string::npos);
}
