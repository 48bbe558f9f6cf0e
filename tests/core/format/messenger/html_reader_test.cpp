// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/timestamp.h"
#include "core/format/messenger/html_reader.h"
#include "core/format/messenger/html_time.h"
#include "tests/core/format/damage.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using core::base::Precision;
using core::format::Confidence;
using core::format::messenger::writtenTime;
using core::model::IssueCode;
using core::model::ItemKind;
using tests::has;

namespace {

const std::string kZone = "Europe/Copenhagen";

std::string page(const std::string& name) {
    return tests::readFile(std::string(LOGBOG_TEST_DATA) + "/messenger-html/" + name);
}

tests::Collected readPage(const std::string& bytes, const std::string& folder = "messages/inbox/x") {
    auto context = tests::contextFor(bytes, "message_1.html");
    context.folder = folder;
    core::base::MemorySource source(bytes);
    tests::Collected out;
    core::format::MessengerHtmlReader().read(source, context, out);
    return out;
}

std::string utc(const std::string& written) {
    const auto claim = writtenTime(written, kZone);
    return claim ? core::base::toRfc3339(claim->time.utcMs) : "none";
}

} // namespace

TEST_CASE("times in words are read in Danish, English and their neighbours") {
    CHECK(utc("Sep 13, 2020, 12:26 PM") == "2020-09-13T10:26:00Z");
    CHECK(utc("Oct 19, 2019 at 2:37 PM") == "2019-10-19T12:37:00Z");
    CHECK(utc("19 Oct 2019, 14:37") == "2019-10-19T12:37:00Z");
    CHECK(utc("Jun 18, 2015 9:35:16 pm") == "2015-06-18T19:35:16Z");
    CHECK(utc("Oct 19, 2025 1:47:55pm") == "2025-10-19T11:47:55Z");
    CHECK(utc("maj 14, 2025 9:30:45 pm") == "2025-05-14T19:30:45Z");
    CHECK(utc("14. maj 2025 kl. 21.30") == "2025-05-14T19:30:00Z");
    CHECK(utc("14. oktober 2025 12:00 AM") == "2025-10-13T22:00:00Z");
    CHECK(utc("ene. 15, 2024 10:30 a. m.") == "2024-01-15T09:30:00Z");
    CHECK(utc("15 août 2024, 10:30") == "2024-08-15T08:30:00Z");
    CHECK(utc("1. März 2024 10:30") == "2024-03-01T09:30:00Z");
    CHECK(utc("2020-09-13 12:26") == "2020-09-13T10:26:00Z");
    CHECK(utc("Jan 01, 2025 9:00\xE2\x80\xAFpm") == "2025-01-01T20:00:00Z");
    CHECK(writtenTime("Sep 13, 2020, 12:26 PM", kZone)->time.precision == Precision::Minute);
    CHECK(writtenTime("Jun 18, 2015 9:35:16 pm", kZone)->time.precision == Precision::Second);
    CHECK(writtenTime("Jun 18, 2015 9:35:16 pm", kZone)->asWritten == "Jun 18, 2015 9:35:16 pm");
    for (const char* none : {"", "i går", "03/04/2020 12:26", "Feb 30, 2020 12:26 PM", "Sep 13, 2020",
                             "12:26 PM", "Sep 2020 12:26", "Foo 13, 2020 12:26", "Sep 13, 2020 25:26",
                             "13:30 am Sep 13 2020", "Sep 13, 2020 13:26 am"})
        CHECK(utc(none) == "none");
}

TEST_CASE("a page of today gives messages, files, links and reactions, each with its doubt") {
    const std::string bytes = page("message_1.html");
    const auto read = readPage(bytes);
    REQUIRE(read.items.size() == 5);
    const auto& first = read.items[0];
    CHECK(first.text == "Jeg kan se, at du er hjemme 😡\nLås op <nu> & svar!");
    CHECK(core::base::toRfc3339(first.times.at(0).time.utcMs) == "2025-05-14T20:04:05Z");
    CHECK(first.times[0].time.basis == core::base::TimeBasis::LocalZone);
    CHECK(has(first, IssueCode::DoubtfulTime));
    CHECK(first.participants.at(0).id == "Jens Brandt");
    CHECK(first.participants.at(1).id == "Mette Højgaard");
    CHECK(first.participants[0].service == "messenger");
    CHECK(bytes.substr(first.offset, 21) == "<section class=\"_a6-g");
    CHECK(bytes.substr(first.offset, first.length).ends_with("</section>"));
    CHECK(read.items[1].kind == ItemKind::Notice);
    CHECK(read.items[1].participants.at(0).id == "Mette Højgaard");
    CHECK(read.items[1].text.starts_with("😮 “Jeg kan se"));
    REQUIRE(read.items[2].attachments.size() == 1);
    CHECK(read.items[2].attachments[0].name == "495_hovedør.jpg");
    CHECK(read.items[2].text.empty());
    CHECK(read.items[3].text == "Se her");
    CHECK(read.items[3].attachments.at(0).name == "1.mp4");
    CHECK(read.items[4].text == "Lad mig være.\nhttps://example.com/hjælp");
    CHECK(has(read.items[4], IssueCode::AmbiguousHour)); // summer time ended that night
    CHECK(read.has(IssueCode::DoubtfulTime));
    CHECK(read.has(IssueCode::NotContained));
    CHECK_FALSE(read.has(IssueCode::Truncated));
}

TEST_CASE("a page of before 2021, of a group, is read too") {
    const auto read = readPage(page("old.html"), "your_instagram_activity/messages/inbox/pigerne_1");
    REQUIRE(read.items.size() == 4);
    CHECK(read.items[0].text == "Hvor er hun?");
    CHECK(read.items[0].subject == "Pigerne");
    CHECK(read.items[0].participants.size() == 3);
    CHECK(read.items[0].participants[0].service == "instagram");
    CHECK(core::base::toRfc3339(read.items[1].times.at(0).time.utcMs) == "2022-04-23T15:32:00Z");
    CHECK(read.items[1].participants.at(0).id == "søs_89");
    CHECK(read.items[2].kind == ItemKind::Notice);
    CHECK(core::base::toRfc3339(read.items[2].times.at(0).time.utcMs) == "2022-04-22T22:01:00Z");
    CHECK(has(read.items[3], IssueCode::InvalidDate));
    CHECK(read.items[3].times.empty());
}

TEST_CASE("a page that was cut gives what is whole and says where the rest began") {
    const std::string bytes = page("message_1.html");
    const auto all = readPage(bytes);
    for (std::size_t size = 0; size < bytes.size(); size += 7) {
        const auto read = readPage(bytes.substr(0, size));
        REQUIRE(read.items.size() <= all.items.size());
        for (std::size_t i = 0; i < read.items.size(); ++i)
            CHECK(read.items[i].identity == all.items[i].identity);
    }
    const std::size_t second = bytes.find("<section class=\"_a6-g\"><h2");
    const auto read = readPage(bytes.substr(0, second + 300));
    CHECK(read.items.size() == 2);
    REQUIRE(read.has(IssueCode::Truncated));
    CHECK(read.issues[0].offset == second);
}

TEST_CASE("of the export's pages only the threads are taken") {
    const core::format::MessengerHtmlReader reader;
    const std::string bytes = page("message_1.html");
    CHECK(reader.probe({bytes, "message_1.html", bytes.size()}) == Confidence::Likely);
    CHECK(reader.probe({bytes, "x.html", bytes.size(), "messages/message_requests/jens_1"}) ==
          Confidence::Likely);
    CHECK(reader.probe({bytes, "your_posts_1.html", bytes.size(), "posts"}) == Confidence::No);
    CHECK(reader.probe({"<html><body>hej</body></html>", "message_1.html", 9}) == Confidence::No);
    CHECK(reader.probe({"uiBoxWhite", "message_1.html", 9}) == Confidence::No);
}

TEST_CASE("hostile pages return: nesting without end, blocks in blocks, a tag that is never closed") {
    std::string deep = "<html>";
    for (int i = 0; i < 200'000; ++i) deep += "<div class=\"_a6-g\"><div class='_a6-p'>";
    CHECK(readPage(deep).items.empty());
    CHECK(readPage("<html><section class=\"_a6-g\"><h2 class=\"_a6-h\">A</h2><div class=\"_a6-p\" title=\"")
              .items.empty());
    CHECK(
        readPage(std::string("<html><div class=\"_a6-g\"><h2 class=\"_a6-h\">A\0B</h2>", 52)).items.empty());
}

TEST_CASE("pages that are cut or changed return, with their places inside the file") {
    tests::Damage how;
    how.fileName = "message_1.html";
    for (const char* name : {"message_1.html", "old.html"})
        tests::survivesDamage(core::format::MessengerHtmlReader(), page(name), how);
}
