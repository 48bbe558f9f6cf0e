// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/viber/viber_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::DateOrder;
using core::format::ViberReader;
using core::model::Direction;
using core::model::IdentifierKind;
using core::model::IssueCode;
using tests::at;
using tests::has;

namespace {

std::string file() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/viber/Jens Brandt.csv"); }

tests::Collected readBytes(const std::string& bytes, DateOrder order = DateOrder::FromFile) {
    auto context = tests::contextFor(bytes);
    context.dateOrder = order;
    tests::Dripping source(bytes, 7);
    tests::Collected out;
    ViberReader().read(source, context, out);
    return out;
}

} // namespace

TEST_CASE("a table of Viber gives messages by number, also where quotes and lines are inside a text") {
    const std::string bytes = file();
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 4);
    CHECK(read.items[0].text == "Lad mig være");
    CHECK(read.items[0].direction == Direction::Out);
    CHECK(at(read.items[0]) == "2014-08-17T10:52:56Z");
    CHECK(read.items[0].times[0].asWritten == "17/08/2014 12:52:56");
    CHECK(read.items[1].text == "Jeg kan se, at du \"er\" hjemme 😡\nsvar!");
    CHECK(read.items[1].direction == Direction::In);
    CHECK(read.items[1].participants.at(0).kind == IdentifierKind::Phone);
    CHECK(read.items[1].participants[0].id == "+4511223344");
    CHECK(read.items[1].participants.at(1).id == "+4587654321");
    CHECK(bytes.substr(read.items[1].offset, 14) == "=\"17/08/2014\",");
    CHECK(has(read.items[2], IssueCode::AmbiguousHour));
    CHECK(read.items[3].participants.at(0).id == "Jens Brandt");
    CHECK(read.items[3].participants[0].service == "viber");
    CHECK(at(read.items[3]) == "2014-09-03T06:00:00Z"); // the 17th settles the order for all
    CHECK_FALSE(read.has(IssueCode::DoubtfulTime));
}

TEST_CASE("where no date of Viber settles day and month, that is said, and the user's word decides") {
    const std::string bytes = "=\"03/09/2014\",08:00:00,=\"A\",=\"+4511223344\",\"x\"\n";
    auto read = readBytes(bytes);
    CHECK(at(read.items.at(0)) == "2014-09-03T06:00:00Z");
    CHECK(has(read.items[0], IssueCode::DoubtfulTime));
    CHECK(read.has(IssueCode::DoubtfulTime));
    read = readBytes(bytes, DateOrder::MonthFirst);
    CHECK(at(read.items.at(0)) == "2014-03-09T07:00:00Z");
    CHECK_FALSE(read.has(IssueCode::DoubtfulTime));
    CHECK(
        has(readBytes("=\"33/19/2014\",08:00:00,=\"A\",=\"\",\"x\"\n").items.at(0), IssueCode::InvalidDate));
}

TEST_CASE("only the tables of the one known layout are taken") {
    const ViberReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.csv", head.size()}); };
    CHECK(probe(file()) == Confidence::Certain);
    for (const char* other :
         {"Date,Time,Name,Number,Text\n", "=\"17/08/2014\",=\"Me\"\n", "17/08/2014,12:52:56\n", "=\"a\"", ""})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("tables of Viber that are cut or changed return, with their places inside the file") {
    tests::survivesDamage(ViberReader(), file());
}
