// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/signal/desktop_readers.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::format::SignalExportReader;
using core::format::SignalMarkdownReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::has;

namespace {

std::string lines() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/signal-export/data.json"); }
std::string markdown() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/signal-markdown/chat.md"); }

template <typename Reader>
tests::Collected readBytes(const std::string& bytes) {
    auto context = tests::contextFor(bytes, "chat.md");
    context.folder = "signal-chats/Jens Brandt";
    tests::Dripping source(bytes, 99);
    tests::Collected out;
    Reader().read(source, context, out);
    return out;
}

void checkChat(const tests::Collected& read) {
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡");
    CHECK(core::base::toRfc3339(first.times.at(0).time.utcMs).starts_with("2023-05-14T19:30:45"));
    CHECK(has(first, IssueCode::DoubtfulTime)); // on the clock of the computer that exported
    CHECK(first.direction == Direction::In);
    CHECK(first.participants.at(0).id == "Jens Brandt");
    CHECK(first.participants.at(1).id == "Me");
    CHECK(first.participants[0].service == "signal");
    CHECK(read.items[1].kind == ItemKind::Notice);
    CHECK(read.items[1].participants.at(0).id == "Me");
    CHECK(read.items[2].text == "> “Jeg kan se, at du er hjemme 😡”\nLad mig være.");
    CHECK(read.items[2].direction == Direction::Out);
    CHECK(read.items[3].attachments.at(0).path == "media/2023-05-14_hoveddør 1.jpg");
    CHECK(read.items[3].text.empty());
    CHECK(read.items[4].call->type == CallType::Missed);
    CHECK(read.items[4].direction == Direction::In);
    CHECK(read.items[5].call->type == CallType::Outgoing);
    CHECK(read.items[5].call->durationSeconds == 83);
    CHECK(has(read.items[6], IssueCode::Withdrawn));
    CHECK(read.items[7].kind == ItemKind::Chat); // what he writes about a call is no call
    CHECK(read.items[7].text == "Missed your call igen\nsvar");
    CHECK(has(read.items[7], IssueCode::AmbiguousHour));
}

} // namespace

TEST_CASE("signal-export's lines of JSON give messages, calls and reactions") {
    const auto read = readBytes<SignalExportReader>(lines());
    REQUIRE(read.items.size() == 9);
    checkChat(read);
    CHECK(has(read.items[8], IssueCode::MissingSender));
    CHECK(read.items[8].direction == Direction::Unknown);
}

TEST_CASE("signal-export's text gives the same, with its place in the file") {
    const std::string bytes = markdown();
    const auto read = readBytes<SignalMarkdownReader>(bytes);
    REQUIRE(read.items.size() == 9);
    checkChat(read);
    CHECK(read.items[8].text == "gammel linje");
    CHECK(read.items[8].times.at(0).time.precision == core::base::Precision::Minute);
    const auto& answer = read.items[2];
    CHECK(bytes.substr(answer.offset, answer.length) ==
          "[2023-05-14 21:31:45] Me: \n\n> Jeg kan se, at du er hjemme 😡\n\nLad mig være.  \n");
}

TEST_CASE("a message in both of the files is one item") {
    const auto json = readBytes<SignalExportReader>(lines());
    const auto text = readBytes<SignalMarkdownReader>(markdown());
    for (std::size_t i = 0; i < 8; ++i) {
        INFO(i);
        CHECK(json.items[i].identity == text.items[i].identity);
    }
}

TEST_CASE("a chat in which only she wrote has a title and no other one by guess") {
    const auto read = readBytes<SignalMarkdownReader>("[2023-05-14 21:30:45] Me: hej  \n");
    CHECK(read.items.at(0).participants.size() == 1);
    CHECK(read.items[0].subject == "Jens Brandt");
}

TEST_CASE("the files of signal-export are known, and chats of others are not taken for them") {
    const std::string md = markdown();
    CHECK(SignalExportReader().probe({lines(), "data.json", 1}) == Confidence::Certain);
    CHECK(SignalMarkdownReader().probe({md, "chat.md", md.size()}) == Confidence::Likely);
    CHECK(SignalMarkdownReader().probe({md, "_chat.txt", md.size()}) == Confidence::No);
    CHECK(SignalMarkdownReader().probe({"# Titel\n[x] y: z\n", "README.md", 9}) == Confidence::No);
    CHECK(SignalMarkdownReader().probe({"", "chat.md", 0}) == Confidence::No);
    CHECK(SignalExportReader().probe({"{\"date\": \"2023-05-14\"}\n", "data.json", 9}) == Confidence::No);
}

TEST_CASE("files of signal-export that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    tests::survivesDamage(SignalExportReader(), lines(), how);
    tests::survivesDamage(SignalMarkdownReader(), markdown(), how);
}
