// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/imessage/exporter_reader.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::ParticipantRole;
using tests::has;

namespace {

std::string fixture(const std::string& ending) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/imessage-exporter/+4587654321." + ending);
}

tests::Collected read(const std::string& bytes, const std::string& name = "+4587654321.txt") {
    core::base::MemorySource source(bytes);
    tests::Collected out;
    core::format::ImessageExportReader().read(source, tests::contextFor(bytes, name), out);
    return out;
}

} // namespace

TEST_CASE("a text of the exporter gives each message once, in its own place") {
    const std::string bytes = fixture("txt");
    const auto out = read(bytes);
    REQUIRE(out.items.size() == 7);
    CHECK(out.items[0].direction == Direction::Out);
    CHECK(out.items[0].text == "Lad mig være");
    CHECK(out.items[0].times.at(0).time.utcMs == 1684092645000);
    CHECK(out.items[0].times.at(0).asWritten == "May 14, 2023  9:30:45 PM");
    CHECK(out.items[0].participants.at(0).role == ParticipantRole::To);
    CHECK(out.items[0].participants.at(0).id == "+4587654321");
    CHECK(bytes.substr(out.items[0].offset, 12) == "May 14, 2023");
    CHECK(out.items[1].direction == Direction::In);
    CHECK(out.items[1].text == "Jeg ved, hvor du er 😡\n\nAnden linje");
    CHECK(out.items[1].attachments.at(0).path == "attachments/12/IMG_1234.heic");
    CHECK(out.items[2].kind == ItemKind::Notice);
    CHECK(out.items[2].text.starts_with("Loved by Me “Jeg ved"));
    CHECK(out.items[3].text == "Stop");
    CHECK(out.items[4].kind == ItemKind::Notice);
    CHECK(out.items[4].text == "You named the conversation Ærø");
    CHECK(has(out.items[5], IssueCode::AmbiguousHour));
    CHECK(has(out.items[5], IssueCode::Edited));
    CHECK(has(out.items[6], IssueCode::Withdrawn));
}

TEST_CASE("without the word for the owner nobody is made the sender of what came in") {
    const auto out =
        read("May 14, 2023  9:30:45 PM\nMette\nHej\n\nMay 14, 2023  9:31:45 PM\nJens\nHvad?\n", "Jens.txt");
    REQUIRE(out.items.size() == 2);
    for (const auto& item : out.items) CHECK(item.direction == Direction::Unknown);
    CHECK(out.items[0].participants.at(0).service == "imessage");
}

TEST_CASE("a page of the exporter says which side wrote") {
    const auto out = read(fixture("html"), "+4587654321.html");
    REQUIRE(out.items.size() == 5);
    CHECK(out.items[0].direction == Direction::Out);
    CHECK(out.items[0].text == "Lad mig være\nnu");
    CHECK(out.items[0].participants.at(0).id == "+4587654321");
    CHECK(out.items[1].direction == Direction::In);
    CHECK(out.items[1].attachments.at(0).path == "attachments/12/IMG_1234.jpg");
    CHECK(out.items[2].text.starts_with("Loved by Me"));
    CHECK(out.items[3].text == "Stop");
    CHECK(out.items[4].text == "You named the conversation Ærø");
}

TEST_CASE("texts and pages of the exporter are known, and other texts are not taken") {
    for (const char* ending : {"txt", "html"}) {
        const std::string bytes = fixture(ending);
        CHECK(core::format::findReader({bytes, "x", bytes.size()})->code() ==
              std::string("imessage-exporter"));
        tests::Damage how;
        how.mutations = 500;
        tests::survivesDamage(core::format::ImessageExportReader(), bytes, how);
    }
    const std::string letter = "May 14, 2023 was a nice day\nMe\n";
    CHECK(core::format::ImessageExportReader().probe({letter, "x.txt", letter.size()}) ==
          core::format::Confidence::No);
}
