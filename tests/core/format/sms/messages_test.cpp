// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/format/registry.h"
#include "tests/core/format/sms/sms_support.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using model::IssueCode;
using tests::readSms;

namespace {

std::string sms(const std::string& attributes) {
    return "<smses count=\"1\"><sms " + attributes + " /></smses>";
}
format::ItemRecord first(const std::string& attributes) {
    const auto read = readSms(sms(attributes));
    REQUIRE(read.items.size() == 1);
    return read.items[0];
}
format::Confidence probe(std::string_view head) {
    return format::SmsBackupReader().probe({head, "x.xml", head.size()});
}

} // namespace

TEST_CASE("a received message is from its address and has both of its times") {
    const auto item =
        first("protocol=\"0\" address=\"12 34 56 78\" date=\"1700000000123\" type=\"1\" subject=\"null\" "
              "body=\"Hej\" date_sent=\"1699999999000\" readable_date=\"1. jan. 1999\" "
              "contact_name=\"Bo\"");
    CHECK(item.kind == model::ItemKind::Sms);
    CHECK(item.direction == model::Direction::In);
    CHECK(item.subject.empty());
    REQUIRE(item.participants.size() == 1);
    CHECK(item.participants[0].role == model::ParticipantRole::From);
    CHECK(item.participants[0].id == "12 34 56 78");
    CHECK(item.participants[0].name == "Bo");
    REQUIRE(item.times.size() == 2);
    CHECK(item.times[0].source == model::TimeSource::MessageExport);
    CHECK(item.times[0].time.utcMs == 1700000000123);
    CHECK(item.times[0].time.precision == base::Precision::Millisecond);
    CHECK(item.times[0].time.basis == base::TimeBasis::Utc);
    CHECK_FALSE(item.times[0].time.offsetSeconds);
    CHECK(item.times[0].asWritten == "1700000000123");
    CHECK(item.times[1].source == model::TimeSource::MessageSent);
    CHECK(item.times[1].time.utcMs == 1699999999000);
    CHECK(item.issues.empty());
}

TEST_CASE("a sent message is to its address") {
    const auto item = first("address=\"+4512345678\" date=\"1700000000123\" type=\"2\" body=\"Nej\"");
    CHECK(item.direction == model::Direction::Out);
    REQUIRE(item.participants.size() == 1);
    CHECK(item.participants[0].role == model::ParticipantRole::To);
}

TEST_CASE("drafts and messages that were not sent are kept as outgoing and said to be unsent") {
    const char* names[] = {"draft", "outbox", "failed", "queued"};
    for (int type = 3; type <= 6; ++type) {
        const auto item =
            first("address=\"1\" date=\"1700000000123\" body=\"x\" type=\"" + std::to_string(type) + "\"");
        CHECK(item.direction == model::Direction::Out);
        REQUIRE(item.issues.size() == 1);
        CHECK(item.issues[0].code == IssueCode::NotSent);
        CHECK(item.issues[0].detail == names[type - 3]);
    }
}

TEST_CASE("an unknown type leaves the direction unknown and keeps the code") {
    const auto item = first("address=\"1\" date=\"1700000000123\" body=\"x\" type=\"77\"");
    CHECK(item.direction == model::Direction::Unknown);
    REQUIRE(item.issues.size() == 1);
    CHECK(item.issues[0].code == IssueCode::UnknownCode);
    CHECK(item.issues[0].detail == "type=77");
}

TEST_CASE("seconds and milliseconds are told apart by their size") {
    CHECK(first("address=\"1\" type=\"1\" date=\"1700000000\"").times[0].time.utcMs == 1700000000000);
    CHECK(first("address=\"1\" type=\"1\" date=\"1700000000000\"").times[0].time.utcMs == 1700000000000);
    CHECK(first("address=\"1\" type=\"1\" date=\"946684800000\"").times[0].time.utcMs == 946684800000);
}

TEST_CASE("what is no date leaves the message undated and says why") {
    for (const char* date : {"0", "null", ""}) {
        const auto item = first("address=\"1\" type=\"1\" body=\"x\" date=\"" + std::string(date) + "\"");
        CHECK(item.times.empty());
        CHECK(tests::has(item, IssueCode::MissingDate));
    }
    for (const char* date :
         {"bad", "-5", "12", "99999999999999999", "170000000000000000000000", "1700000000123x"}) {
        CAPTURE(date);
        const auto item = first("address=\"1\" type=\"1\" body=\"x\" date=\"" + std::string(date) + "\"");
        CHECK(item.times.empty());
        CHECK(tests::has(item, IssueCode::InvalidDate));
    }
    CHECK(tests::has(first("address=\"1\" type=\"1\" body=\"x\""), IssueCode::MissingDate));
}

TEST_CASE("dates in the future and dates that disagree are said") {
    CHECK(tests::has(first("address=\"1\" type=\"1\" date=\"1800000000000\""), IssueCode::FutureDate));
    const auto item = first("address=\"1\" type=\"1\" date=\"1700000000000\" date_sent=\"1699900000000\"");
    CHECK(tests::has(item, IssueCode::DateDisagrees));
    CHECK(item.times[0].time.utcMs == 1700000000000);
}

TEST_CASE("the word null and (Unknown) are no values") {
    const auto item =
        first("address=\"null\" type=\"1\" date=\"1700000000000\" body=\"null\" contact_name=\"(Unknown)\"");
    CHECK(item.text.empty());
    REQUIRE(item.participants.size() == 1);
    CHECK(item.participants[0].id.empty());
    CHECK(item.participants[0].name.empty());
    CHECK(tests::has(item, IssueCode::MissingSender));
}

TEST_CASE("an alphanumeric sender and a mail address keep their spelling") {
    CHECK(first("address=\"PostNord\" type=\"1\" date=\"1700000000000\"").participants[0].id == "PostNord");
    const auto mail = first("address=\"a@b.dk\" type=\"1\" date=\"1700000000000\"").participants[0];
    CHECK(mail.kind == model::IdentifierKind::Email);
}

TEST_CASE("overlapping exports of one message agree and different messages do not") {
    const auto key = [](const std::string& attributes) { return first(attributes).identity; };
    const std::string base = key("address=\"+4512345678\" date=\"1700000000000\" type=\"1\" body=\"Hej\"");
    CHECK(key("body='Hej' contact_name='Bo' type='1' date='1700000000000' address='12 34 56 78' "
              "readable_date='x' read='1'") == base);
    CHECK(key("address=\"004512345678\" date=\"1700000000\" type=\"1\" body=\"Hej\"") == base);
    CHECK(key("address=\"+4512345679\" date=\"1700000000000\" type=\"1\" body=\"Hej\"") != base);
    CHECK(key("address=\"+4512345678\" date=\"1700000000001\" type=\"1\" body=\"Hej\"") != base);
    CHECK(key("address=\"+4512345678\" date=\"1700000000000\" type=\"2\" body=\"Hej\"") != base);
    CHECK(key("address=\"+4512345678\" date=\"1700000000000\" type=\"1\" body=\"Hej \"") != base);
    CHECK(key("address=\"+4512345678\" date=\"1700000000000\" type=\"1\" body=\"Hej\" subject=\"Vigtigt\"") !=
          base);
    CHECK(key("address=\"+4512345678\" date=\"1700000000000\" type=\"1\" body=\"Hej\" subject=\"null\"") ==
          base);
}

TEST_CASE("equal messages of one export are several, the same ones in every export") {
    const std::string one = "<sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"svar\"/>";
    const auto single = readSms("<smses>" + one + "</smses>");
    const auto three = readSms("<smses>" + one + one + one + "</smses>");
    REQUIRE(three.items.size() == 3);
    CHECK(three.items[0].identity == single.items.at(0).identity);
    CHECK(three.items[1].identity != three.items[0].identity);
    CHECK(three.items[2].identity != three.items[1].identity);
    const auto five = readSms("<smses>" + one + one + one + one + one + "</smses>");
    for (std::size_t i = 0; i < 3; ++i) CHECK(five.items.at(i).identity == three.items[i].identity);
    // Two exports in one file: what stands in both is no repeat.
    const auto twice = readSms("<smses>" + one + "</smses><smses>" + one + "</smses>");
    REQUIRE(twice.items.size() == 2);
    CHECK(twice.items[0].identity == twice.items[1].identity);
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "<sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"" + std::to_string(i % 10'000) +
                "\"/>";
    std::set<std::string> identities;
    for (const auto& item : readSms("<smses>" + many + "</smses>").items) identities.insert(item.identity);
    CHECK(identities.size() == 20'000);
}

TEST_CASE("an export in UTF-16 is read, and its places are those of the file") {
    const std::string utf8 = "<?xml version='1.0' encoding='UTF-8'?>\n<smses count=\"2\">"
                             "<sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"bl\xC3\xA5 "
                             "\xF0\x9F\x98\x80 &#55357;&#56832;\"/>"
                             "<mms date=\"1700000000000\" msg_box=\"1\" address=\"1\"><parts>"
                             "<part ct=\"image/png\" data=\"SGVqIG1lZCBkaWc=\"/></parts></mms></smses>";
    const auto inUtf16 = [&](bool little, bool marked) {
        std::u16string units = marked ? u"\uFEFF" : u"";
        for (std::size_t at = 0; at < utf8.size();) {
            const char32_t c = base::nextCodePoint(utf8, at);
            if (c < 0x10000) {
                units += static_cast<char16_t>(c);
            } else {
                units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10U));
                units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FFU));
            }
        }
        std::string bytes;
        for (const char16_t unit : units) {
            const char low = static_cast<char>(unit & 0xFF);
            const char high = static_cast<char>(unit >> 8U);
            bytes += little ? std::string{low, high} : std::string{high, low};
        }
        return bytes;
    };
    for (const bool little : {true, false})
        for (const bool marked : {true, false})
            for (const std::size_t most : {1, 3, 1 << 20}) {
                const std::string bytes = inUtf16(little, marked);
                CHECK(probe(bytes) == format::Confidence::Certain);
                const auto read = readSms(bytes, most);
                CHECK(read.issues.empty());
                REQUIRE(read.items.size() == 2);
                const auto& sms = read.items[0];
                CHECK(sms.text == "bl\xC3\xA5 \xF0\x9F\x98\x80 \xF0\x9F\x98\x80");
                CHECK(
                    base::fromCharset(bytes.substr(sms.offset, sms.length), little ? "utf-16le" : "utf-16be")
                        ->starts_with("<sms address"));
                CHECK(sms.offset + sms.length == read.items[1].offset);
                const auto& part = read.items[1].attachments.at(0);
                CHECK(part.encodedLength == 32);
                CHECK(base::decodeTransfer(part.encoding, bytes.substr(part.offset, part.encodedLength)) ==
                      "Hej med dig");
                CHECK(read.reached == bytes.size());
            }
}

TEST_CASE("offset and length are the bytes of the element") {
    const std::string xml =
        "<smses>\n<sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"a>b\"/>\n"
        "  <sms address=\"2\" date=\"1700000000000\" type=\"1\" body=\"x\"></sms></smses>";
    const auto read = readSms(xml, 7);
    REQUIRE(read.items.size() == 2);
    CHECK(xml.substr(read.items[0].offset, read.items[0].length) ==
          "<sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"a>b\"/>");
    CHECK(xml.substr(read.items[1].offset, read.items[1].length).starts_with("<sms address=\"2\""));
    CHECK(read.items[1].index == 2);
    CHECK(read.reached == xml.size());
}

TEST_CASE("comments, instructions and a document type stand between records without a trace") {
    const auto read =
        readSms("\xEF\xBB\xBF<?xml version='1.0'?><?xml-stylesheet type=\"text/xsl\" href=\"sms.xsl\"?>\n"
                "<!-- File Created By X --><smses count=\"1\"><!-- <sms address='9' date='1'/> -->"
                "<extra><deep a=\"1\"/></extra><sms address=\"1\" date=\"1700000000000\" type=\"1\" "
                "rcs_extra=\"x\" body=\"b\"/><![CDATA[<sms address='8' date='1'/>]]></smses>");
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].participants[0].id == "1");
    CHECK(read.issues.empty());
}

TEST_CASE("an entity bomb in a document type is passed over and never expanded") {
    const auto read = readSms(
        "<?xml version='1.0'?><!DOCTYPE smses [<!ENTITY a \"&#60;sms address='6'/>]>\"> <!-- ]> ' -->\n"
        "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
        "<smses><sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"&c;\"/></smses>");
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].text == "&c;");
}

TEST_CASE("a count that differs is said") {
    const auto read =
        readSms("<smses count=\"3\"><sms address=\"1\" date=\"1700000000000\" type=\"1\"/></smses>");
    REQUIRE(read.issues.size() == 1);
    CHECK(read.issues[0].code == IssueCode::CountDiffers);
    CHECK(read.issues[0].detail == "3/1");
}

TEST_CASE("the old root is read too") {
    CHECK(readSms("<allsms><sms address=\"1\" date=\"1700000000000\" type=\"1\"/></allsms>").items.size() ==
          1);
}

TEST_CASE("the export is recognised by its content, not by its name") {
    using format::Confidence;
    CHECK(probe("<?xml version='1.0'?>\n<!-- x --><smses count='1'>") == Confidence::Certain);
    CHECK(probe("\xEF\xBB\xBF<!DOCTYPE smses [<!ENTITY a \"b\">]><smses>") == Confidence::Certain);
    CHECK(probe("<allsms>") == Confidence::Certain);
    CHECK(probe("<calls count=\"0\" />") == Confidence::Certain);
    CHECK(probe("<sms address='1' date='2'/>") == Confidence::Likely);
    CHECK(probe("<html><smses>") == Confidence::No);
    CHECK(probe("<callsign>") == Confidence::No);
    CHECK(probe("Subject: <smses>") == Confidence::No);
    CHECK(probe("") == Confidence::No);
    CHECK(probe(std::string_view("\xFF\xFE<\0s\0m\0s\0", 10)) == Confidence::No);
}
