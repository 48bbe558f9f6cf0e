// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/tiktok/tiktok_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::TikTokReader;
using core::model::Direction;
using core::model::IssueCode;
using tests::has;

namespace {

std::string file() {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/tiktok/user_data_tiktok.json");
}

tests::Collected readBytes(const std::string& bytes) { return tests::collect<TikTokReader>(bytes, 333); }

} // namespace

TEST_CASE("the direct messages of TikTok are in UTC, and the list says with whom") {
    const auto read = readBytes(file());
    REQUIRE(read.items.size() == 6);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    CHECK(core::base::toRfc3339(first.times.at(0).time.utcMs) == "2023-05-14T19:30:45Z");
    CHECK(first.times[0].time.basis == core::base::TimeBasis::Utc);
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).id == "jensb_99");
    CHECK(first.participants.at(1).id == "mette.h");
    CHECK(first.participants[0].service == "tiktok");
    CHECK(first.issues.empty());
    CHECK(read.items[1].direction == Direction::Out);
    CHECK(has(read.items[3], IssueCode::InvalidDate));
    CHECK(has(read.items[3], IssueCode::NotContained));
    CHECK(read.items[5].subject == "Pigerne 🌸");
}

TEST_CASE("where the other one never writes under the name of the list, nobody is told to be her") {
    const auto read = readBytes(file());
    CHECK(read.items[4].direction == Direction::Unknown);
    CHECK(read.items[4].participants.at(0).id == "mette.h");
    CHECK(read.items[4].participants.at(1).id == "soes_89");
}

TEST_CASE("files of TikTok are known by their messages, or by what stands before them") {
    const TikTokReader reader;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.json", head.size()}); };
    CHECK(probe(file()) == Confidence::Certain);
    CHECK(
        probe(
            R"({"Activity": {"Video Browsing History": {"VideoList": [{"Link": "https://www.tiktok.com/1"}]}})") ==
        Confidence::Likely);
    for (const char* other :
         {R"({"a": {"b": {"ChatHistory": {"x": [{"Date": "", "From": "", "Content": ""}]}}}})",
          R"({"ChatHistory": []})", "{}", "[]", ""})
        CHECK(probe(other) == Confidence::No);
}

TEST_CASE("files of TikTok that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    tests::survivesDamage(TikTokReader(), file(), how);
}
