// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "tests/core/format/sms/sms_support.h"
#include "tests/support/temp_folder.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

using core::model::IssueCode;
using core::model::IssueSeverity;
using tests::readSms;

namespace {

std::vector<std::string> fixtures() {
    std::vector<std::string> all;
    for (const char* name : {"messages.xml", "calls.xml", "damaged.xml"})
        all.push_back(tests::readFile(std::string(LOGBOG_TEST_DATA) + "/sms/" + name));
    return all;
}

const std::string kWhole = "<sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"a\"/>";

} // namespace

TEST_CASE("every truncation of a file returns what is whole before the cut") {
    for (const std::string& whole : fixtures()) {
        const auto all = readSms(whole);
        REQUIRE_FALSE(all.items.empty());
        std::size_t before = 0;
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto read = readSms(std::string_view(whole).substr(0, size));
            CHECK(read.items.size() >= before);
            before = read.items.size();
            for (std::size_t i = 0; i < read.items.size(); ++i) {
                CHECK(read.items[i].identity == all.items[i].identity);
                CHECK(read.items[i].offset + read.items[i].length <= size);
            }
        }
    }
}

TEST_CASE("a cut file names the place of what was lost") {
    const std::string head = "<smses count=\"2\">" + kWhole;
    const auto inTag = readSms(head + "<sms address=\"2\" date=\"17");
    REQUIRE(inTag.items.size() == 1);
    REQUIRE(inTag.has(IssueCode::Truncated));
    CHECK(inTag.issues[0].offset == head.size());
    CHECK(inTag.issues[0].severity == IssueSeverity::Skipped);

    const auto inMms =
        readSms(head + "<mms date=\"1700000000000\"><parts><part ct=\"text/plain\" text=\"a\"/>");
    REQUIRE(inMms.items.size() == 1);
    REQUIRE(inMms.has(IssueCode::Truncated));
    CHECK(inMms.issues[0].offset == head.size());

    const auto between = readSms(head);
    CHECK(between.items.size() == 1);
    CHECK(between.has(IssueCode::Truncated));
    CHECK(between.has(IssueCode::CountDiffers));
}

TEST_CASE("a malformed record is skipped with its place and the next one is read") {
    const char* broken[] = {
        "<sms address=\"2\" date=\"17 type=\"1\" body=\"x\"/>",
        "<sms address=2 date=\"1700000000000\"/>",
        "<sms address \"2\"/>",
        "<sms address=\"2\" body=\"never closed />\n",
        "<sms address=\"2\" <!-- no end -->\n",
        "<sms =\"2\"/>",
        "<sms/ address=\"2\">",
        "<sms />",
    };
    for (const char* one : broken) {
        CAPTURE(one);
        const auto read = readSms("<smses>" + kWhole + one + kWhole + "</smses>");
        CHECK(read.items.size() == 2);
        REQUIRE(read.issues.size() == 1);
        CHECK(read.issues[0].code == IssueCode::Malformed);
        CHECK(read.issues[0].severity == IssueSeverity::Skipped);
        CHECK(read.issues[0].offset == 7 + kWhole.size());
    }
}

TEST_CASE("a comment without an end loses no record behind it, and is said") {
    for (const std::string rest : {"</smses>", "<!-- closed --></smses>"}) {
        const auto read = readSms("<smses>" + kWhole + "<!-- ikke lukket\n" + kWhole + kWhole + rest);
        CHECK(read.items.size() == 3);
        REQUIRE(read.issues.size() == 1);
        CHECK(read.issues[0].code == IssueCode::Malformed);
        CHECK(read.issues[0].offset == 7 + kWhole.size());
    }
    const std::string many(300'000, 'x');
    CHECK(readSms("<smses><!--" + many + "-->" + kWhole + "</smses>").issues.empty());
    CHECK(readSms("<smses>" + kWhole + "<!-- " + many).has(IssueCode::Truncated));
    std::string opened; // in a time that grows with the size
    for (int i = 0; i < 500'000; ++i) opened += "<!--";
    CHECK(readSms("<smses>" + opened + "-->" + kWhole + "</smses>").items.size() == 1);
}

TEST_CASE("attributes without a blank between them, and one without a value, are read") {
    const auto read = readSms("<smses><sms address=\"2\"date=\"1700000000000\"type=\"1\"body=\"sammen\"/>"
                              "<sms address=\"2\" ny date=\"1700000000001\" type=\"1\" body=\"x\" newattr/>"
                              "</smses>");
    REQUIRE(read.items.size() == 2);
    CHECK(read.items[0].text == "sammen");
    CHECK(read.items[0].issues.empty());
    CHECK(read.items[1].times.at(0).time.utcMs == 1700000000001);
    CHECK(read.issues.empty());
}

TEST_CASE("a message that was never closed ends where the next begins") {
    const auto read = readSms("<smses><mms date=\"1700000000000\" msg_box=\"1\" address=\"1\"><parts>" +
                              kWhole + "</smses>");
    REQUIRE(read.items.size() == 2);
    CHECK(read.items[0].kind == core::model::ItemKind::Mms);
    CHECK(read.items[1].offset == read.items[0].offset + read.items[0].length);
}

TEST_CASE("five hundred random changes to a file always return, and keep their places inside it") {
    std::mt19937 random(20260101); // NOLINT: the same changes every time
    const auto whole = fixtures();
    for (int round = 0; round < 500; ++round) {
        std::string bytes = whole[random() % whole.size()];
        for (std::size_t changes = 1 + random() % 8; changes > 0; --changes) {
            const std::size_t at = random() % bytes.size();
            switch (random() % 3) {
            case 0:
                bytes[at] = static_cast<char>(random());
                break;
            case 1:
                bytes.erase(at, random() % 40);
                break;
            default:
                bytes.insert(at, 1, "<>\"'&/;= "[random() % 9]);
            }
            if (bytes.empty()) bytes = "<";
        }
        const auto read = readSms(bytes, 1 + random() % 500);
        for (const auto& item : read.items) {
            CHECK(item.offset + item.length <= bytes.size());
            for (const auto& part : item.attachments)
                CHECK(part.sha256 ==
                      core::base::sha256(core::base::decodeTransfer(
                          part.encoding, std::string_view(bytes).substr(part.offset, part.encodedLength))));
        }
    }
}

TEST_CASE("only the source and the sink can stop a reading") {
    struct Stopping : tests::Collected {
        void position(std::uint64_t) override {
            throw core::base::Error(core::base::ErrorCode::Cancelled, "stopped");
        }
    } sink;
    core::base::MemorySource source(kWhole);
    CHECK_THROWS_AS(core::format::SmsBackupReader().read(source, tests::contextFor(kWhole), sink),
                    core::base::Error);
}
