// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/tiktok/tiktok_reader.h"
#include "core/format/tiktok/tiktok_text_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::TikTokReader;
using core::format::TikTokTextReader;
using core::model::Direction;
using core::model::IssueCode;
using tests::has;

namespace {

std::string file() {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/tiktok-text/Direkte beskeder.txt");
}

tests::Collected readBytes(const std::string& bytes) { return tests::collect<TikTokTextReader>(bytes, 77); }

Confidence probe(std::string_view head) { return TikTokTextReader().probe({head, "x.txt", head.size()}); }

} // namespace

TEST_CASE("the messages in text of TikTok are in UTC, and the title says with whom") {
    const std::string bytes = file();
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 7);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg står udenfor 👀");
    CHECK(core::base::toRfc3339(first.times.at(0).time.utcMs) == "2023-05-14T19:35:10Z");
    CHECK(first.times[0].time.basis == core::base::TimeBasis::Utc);
    CHECK(first.times[0].asWritten == "2023-05-14 19:35:10 UTC");
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).id == "jensb_99");
    CHECK(first.participants.at(1).id == "mette.h");
    CHECK(first.participants[0].service == "tiktok");
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, 19) == "2023-05-14 19:35:10");
    CHECK(read.items[2].direction == Direction::Out);
    CHECK(read.items[3].text == "Jeg kan se, at du er hjemme 😡\nLyset er tændt.\n\nÅbn: døren");
    CHECK(bytes.substr(read.items[3].offset, read.items[3].length).ends_with("døren\n"));
    CHECK(read.items[4].text.empty());
    CHECK(has(read.items[4], IssueCode::NotContained));
    CHECK(read.items[6].subject == "Pigerne 🌸");
    CHECK(read.items[6].direction == Direction::Unknown);
}

TEST_CASE("where the one of the title never writes, or others do too, nobody's direction is guessed") {
    CHECK(readBytes(file()).items.at(5).direction == Direction::Unknown);
    const auto three = readBytes(">>> Chat History with jens::\n\n2023-05-14 19:35:10 UTC jens: a\n"
                                 "2023-05-14 19:35:09 UTC bo: b\n2023-05-14 19:35:08 UTC mette: c\n");
    for (const auto& item : three.items) CHECK(item.direction == Direction::Unknown);
}

TEST_CASE("a message of TikTok is the same one in its JSON and in its text") {
    const auto text = readBytes(">>> Chat History with jensb_99::\n\n"
                                "2023-05-14 19:31:45 UTC mette.h: Lad mig være\r\n"
                                "2023-05-14 19:30:45 UTC jensb_99: Jeg kan se, at du er hjemme 😡\r\n");
    const auto json = tests::collect<TikTokReader>(
        tests::readFile(std::string(LOGBOG_TEST_DATA) + "/tiktok/user_data_tiktok.json"));
    REQUIRE(text.items.size() == 2);
    CHECK(text.items[0].identity == json.items.at(1).identity);
    CHECK(text.items[1].identity == json.items.at(0).identity);
}

TEST_CASE("a line inside a message that looks like another's message is in doubt") {
    const auto read = readBytes(">>> Chat History with jens::\n\n2023-05-14 19:35:10 UTC jens: a\n"
                                "2023-05-14 19:34:10 UTC jens: Du skrev:\n2023-05-14 20:00:00 UTC mette: Ja\n"
                                "2023-05-14 19:33:10 UTC jens: b\n");
    REQUIRE(read.items.size() == 4);
    CHECK(has(read.items[2], IssueCode::DoubtfulSender));
    for (const std::size_t i : {0U, 1U, 3U}) CHECK(read.items[i].issues.empty());
}

TEST_CASE("odd lines of TikTok's text are kept with what is odd about them") {
    const auto read = readBytes(">>> Chat History with jens::\n2023-02-31 19:35:10 UTC jens: a\n"
                                "2023-02-28 19:35:10 jens: uden zone\n2023-02-27 19:35:10 UTC : hvem\n"
                                "2023-02-26 19:35:10 UTC http://x.dk er ikke et navn\n");
    REQUIRE(read.items.size() == 3);
    CHECK(has(read.items[0], IssueCode::InvalidDate));
    CHECK(read.items[0].times.empty());
    CHECK(has(read.items[1], IssueCode::DoubtfulTime));
    CHECK(core::base::toRfc3339(read.items[1].times.at(0).time.utcMs) == "2023-02-28T19:35:10Z");
    CHECK(has(read.items[2], IssueCode::MissingSender));
    CHECK(read.items[2].text == "hvem\n2023-02-26 19:35:10 UTC http://x.dk er ikke et navn");
    CHECK(readBytes("intet\n>>> Chat History with jens::\n").has(IssueCode::Malformed));
}

TEST_CASE("text of TikTok is known by its first title and the line under it") {
    CHECK(probe(file()) == Confidence::Certain);
    CHECK(probe("\xEF\xBB\xBF>>> Chat History with jens:\r\n\r\n") == Confidence::Likely);
    CHECK(
        probe(
            ">>> Chat History with bo::\n\n>>> Chat History with jens::\n\n2023-05-14 19:35:10 UTC bo: a") ==
        Confidence::Certain);
    for (const char* other : {"", "hej", ">>> print(1)\n1\n", ">>> Chat History with jens::\nhej\n",
                              "2023-05-14 19:35:10 UTC bo: a\n", "You have no data in this section"})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("text of TikTok that is cut or changed returns, with its places inside the file") {
    tests::survivesDamage(TikTokTextReader(), file());
}
