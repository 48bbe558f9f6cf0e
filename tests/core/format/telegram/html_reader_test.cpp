// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/telegram/html_reader.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::base::Precision;
using core::base::TimeBasis;
using core::format::Confidence;
using core::format::TelegramHtmlReader;
using core::model::CallType;
using core::model::Direction;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::at;
using tests::has;

namespace {

std::string page() { return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/telegram-html/messages.html"); }

tests::Collected readBytes(const std::string& bytes) { return tests::collect<TelegramHtmlReader>(bytes); }

} // namespace

TEST_CASE("a page of Telegram gives messages with their offset, files, calls and lines of the service") {
    const std::string bytes = page();
    const auto read = readBytes(bytes);
    REQUIRE(read.items.size() == 11);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡\nLås op <nu> & svar!");
    CHECK(at(first) == "2023-05-14T19:30:45Z");
    CHECK(first.times[0].time.basis == TimeBasis::Offset);
    CHECK(first.times[0].time.offsetSeconds == 7200);
    CHECK(first.times[0].asWritten == "14.05.2023 21:30:45 UTC+02:00");
    CHECK(first.participants.at(0).id == "Jens Brandt");
    CHECK(first.participants.at(1).id == "Mette Højgaard");
    CHECK(first.participants[0].service == "telegram");
    CHECK(first.direction == Direction::Unknown);
    CHECK(first.issues.empty());
    CHECK(bytes.substr(first.offset, first.length).starts_with("<div class=\"message default"));
    CHECK(bytes.substr(first.offset, first.length).ends_with("</div>"));

    CHECK(read.items[1].kind == ItemKind::Notice);
    CHECK(read.items[1].participants.at(0).id == "Mette Højgaard");
    CHECK(read.items[1].text.starts_with("👎 “Jeg kan se"));
    CHECK(read.items[2].participants.at(0).id == "Jens Brandt"); // joined to the one before
    CHECK(read.items[2].attachments.at(0).path == "photos/photo_1@14-05-2023_21-31-00.jpg");
    CHECK(read.items[2].text == "Se her (https://example.com/dør)");
    CHECK(read.items[3].text.starts_with("> Jens Brandt: “Jeg kan se"));
    CHECK(read.items[3].text.ends_with("\nLad mig være."));

    const auto& line = read.items[4];
    CHECK(line.kind == ItemKind::Notice);
    CHECK(line.text == "Jens Brandt took a screenshot");
    CHECK(line.times.at(0).time.precision == Precision::Day); // the page tells no more
    CHECK(line.times[0].asWritten == "14 May 2023");

    CHECK(read.items[5].kind == ItemKind::Call);
    CHECK(read.items[5].call->type == CallType::Missed);
    CHECK(read.items[5].direction == Direction::In);
    CHECK(read.items[6].call->type == CallType::Outgoing);
    CHECK(read.items[6].call->durationSeconds == 83);
    CHECK(read.items[6].direction == Direction::Out);
    CHECK(read.items[7].text == "» Søs\nHun flytter til Ærø");
    CHECK(read.items[7].participants.at(0).id == "Jens Brandt");
    CHECK(has(read.items[7], IssueCode::DoubtfulSender));
    CHECK(has(read.items[8], IssueCode::MissingAttachment));
    CHECK(read.items[8].issues.at(0).detail == "optagelse.mp4");

    const auto& old = read.items[9]; // an older version wrote no offset
    CHECK(has(old, IssueCode::AmbiguousHour));
    CHECK(has(old, IssueCode::DoubtfulTime));
    CHECK(old.text == "Location\n55.6761, 12.5683\nhttps://maps.google.com/maps?q=55.6761,12.5683&ll=55.6761,"
                      "12.5683&z=16");
    CHECK(read.items[10].attachments.at(0).name == "audio_1@29-10-2023_12-00-00.ogg");
    CHECK(read.items[10].participants.at(0).id == "Jens Brandt");
    CHECK(at(read.items[10]) == "2023-10-29T11:00:00Z");
}

TEST_CASE("a page of Telegram that was cut gives what is whole, and says where the rest began") {
    const std::string bytes = page();
    const auto all = readBytes(bytes);
    for (std::size_t size = 0; size < bytes.size(); size += 13) {
        const auto read = readBytes(bytes.substr(0, size));
        REQUIRE(read.items.size() <= all.items.size());
        for (std::size_t i = 0; i < read.items.size(); ++i)
            CHECK(read.items[i].identity == all.items[i].identity);
    }
    const std::size_t last = bytes.find("<div class=\"message default clearfix joined\" id=\"message110");
    const auto read = readBytes(bytes.substr(0, last + 200));
    CHECK(read.items.size() == 10);
    REQUIRE(read.has(IssueCode::Truncated));
    CHECK(read.issues[0].offset == last);
}

TEST_CASE("of the pages of the export only the chats are taken") {
    const TelegramHtmlReader reader;
    const std::string bytes = page();
    CHECK(reader.probe({bytes, "messages.html", bytes.size()}) == Confidence::Likely);
    CHECK(reader.probe({"<!DOCTYPE html><html><div class=\"page_body list_page\">", "contacts.html", 50}) ==
          Confidence::No);
    CHECK(reader.probe({"<html><body>hej</body></html>", "messages.html", 9}) == Confidence::No);
}

TEST_CASE("hostile pages of Telegram return") {
    std::string deep = "<html>";
    for (int i = 0; i < 200'000; ++i)
        deep += "<div class=\"message default\"><div class=\"body\"><div class='text'>";
    CHECK(readBytes(deep).items.empty());
    const auto odd = readBytes(
        "<html><div class=\"message default\" id=\"message1\"><div class=\"pull_right date details\" "
        "title=\"99.99.2023 21:30:45\"></div><div class=\"reactions\"><div "
        "class=\"emoji\">x</div></div></div>"
        "<div class=\"message default joined\"><div class=\"date details\" title=\"14.05.2023 21:30:45 "
        "UTC+99:99x\"></div></div>");
    REQUIRE(odd.items.size() == 2);
    CHECK(has(odd.items[0], IssueCode::InvalidDate));
    CHECK(has(odd.items[0], IssueCode::MissingSender));
    CHECK(has(odd.items[1], IssueCode::DoubtfulTime));
    CHECK(has(odd.items[1], IssueCode::MissingSender));
}

TEST_CASE("pages of Telegram that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.mutations = 700;
    how.truncations = 1500;
    tests::survivesDamage(TelegramHtmlReader(), page(), how);
}
