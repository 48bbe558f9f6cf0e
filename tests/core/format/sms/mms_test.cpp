// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/sms/sms_support.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace core;
using model::Direction;
using model::IssueCode;
using model::ParticipantRole;

namespace {

std::string mms(const std::string& attributes, const std::string& parts, const std::string& addrs) {
    return "<smses count=\"1\"><mms date=\"1700000000000\" " + attributes + "><parts>" + parts +
           "</parts><addrs>" + addrs + "</addrs></mms></smses>";
}
std::string addr(const std::string& address, int type) {
    return "<addr address=\"" + address + "\" type=\"" + std::to_string(type) + "\" charset=\"106\" />";
}
format::ItemRecord firstOf(const std::string& xml, std::size_t most = 1 << 20) {
    const auto read = tests::readSms(xml, most);
    REQUIRE(read.items.size() == 1);
    CHECK(read.issues.empty());
    return read.items[0];
}
std::string people(const format::ItemRecord& item) {
    std::string all;
    const char* roles[] = {"from", "to", "cc", "bcc"};
    for (const auto& one : item.participants)
        all += std::string(roles[static_cast<int>(one.role)]) + "=" + one.id +
               (one.name.empty() ? "" : "(" + one.name + ")") + " ";
    return all;
}

const std::string kPicture =
    "<part seq=\"0\" ct=\"image/JPEG\" name=\"null\" fn=\"x.jpg\" cl=\"../IMG_1.jpg\" text=\"null\" "
    "data=\"SGVqIG1lZCBkaWc=\" />";

} // namespace

TEST_CASE("an incoming MMS is from its sender, with its texts joined and its layout left out") {
    const std::string xml =
        mms("msg_box=\"1\" m_type=\"132\" sub=\"Emne\" address=\"+4512345678\" contact_name=\"Bo\" "
            "date_sent=\"1699999990\"",
            "<part seq=\"-1\" ct=\"application/smil\" text=\"&lt;smil/&gt;\" />"
            "<part seq=\"0\" ct=\"text/plain\" chset=\"106\" text=\"F&#248;rste\" />" +
                kPicture + "<part seq=\"1\" ct=\"text/plain\" chset=\"106\" text=\"Anden\" />",
            addr("+4512345678", 137) + addr("+4587654321", 151) + addr("+4511111111", 130) +
                addr("+4522222222", 129));
    for (const std::size_t most : {1, 3, 1 << 20}) {
        const auto item = firstOf(xml, most);
        CHECK(item.kind == model::ItemKind::Mms);
        CHECK(item.direction == Direction::In);
        CHECK(item.subject == "Emne");
        CHECK(item.text == "F\xC3\xB8rste\nAnden");
        CHECK(people(item) == "from=+4512345678(Bo) to=+4587654321 cc=+4511111111 bcc=+4522222222 ");
        REQUIRE(item.times.size() == 2);
        CHECK(item.times[1].time.utcMs == 1699999990000);
        CHECK(item.times[1].time.precision == base::Precision::Second);
        REQUIRE(item.attachments.size() == 1);
        const auto& part = item.attachments[0];
        CHECK(part.name == "IMG_1.jpg");
        CHECK(part.type == "image/jpeg");
        CHECK(part.size == 11);
        CHECK(part.sha256 == base::sha256("Hej med dig"));
        CHECK(part.encoding == base::TransferEncoding::Base64);
        CHECK(base::decodeTransfer(part.encoding, xml.substr(part.offset, part.encodedLength)) ==
              "Hej med dig");
        CHECK(xml.substr(item.offset, item.length).ends_with("</mms>"));
        CHECK(item.issues.empty());
    }
}

TEST_CASE("an outgoing MMS leaves the owner's token out") {
    const auto item = firstOf(
        mms("msg_box=\"2\" m_type=\"128\" address=\"+4512345678~+4587654321\" contact_name=\"Bo, Eva\"", "",
            addr("insert-address-token", 137) + addr("+4512345678", 151) + addr("+4587654321", 151)));
    CHECK(item.direction == Direction::Out);
    CHECK(people(item) == "to=+4512345678 to=+4587654321 ");
}

TEST_CASE("without addresses the conversation says who it was, by the box") {
    CHECK(people(firstOf(mms("msg_box=\"1\" address=\"+4512345678\" contact_name=\"Bo\"", "", ""))) ==
          "from=+4512345678(Bo) ");
    CHECK(people(firstOf(mms("msg_box=\"2\" address=\"1~insert-address-token~2\"", "", ""))) == "to=1 to=2 ");
    const auto group = firstOf(mms("msg_box=\"1\" address=\"11111111~22222222\"", "", ""));
    CHECK(people(group) == "to=11111111 to=22222222 ");
    CHECK(tests::has(group, IssueCode::MissingSender));
}

TEST_CASE("a list that repeats one number does not make the receiver the sender") {
    const std::string all = addr("+4512345678", 137) + addr("12345678", 151) + addr("+4512345678", 151);
    CHECK(people(firstOf(mms("msg_box=\"1\" address=\"+4512345678\"", "", all))) == "from=+4512345678 ");
    const auto sent = firstOf(mms("msg_box=\"2\" address=\"+4512345678\"", "", all));
    CHECK(sent.direction == Direction::Out);
    CHECK(people(sent) == "to=12345678 ");
}

TEST_CASE("a list that has the other among the receivers names the sender, and that it differs is said") {
    const auto item =
        firstOf(mms("msg_box=\"1\" address=\"+4512345678\"", "",
                    addr("+4511111111", 137) + addr("+4587654321", 151) + addr("12345678", 151)));
    CHECK(people(item) == "from=+4511111111 to=+4587654321 to=12345678 ");
    CHECK(tests::has(item, IssueCode::SenderDisagrees));
}

TEST_CASE("a list that is turned round, the other as its only receiver, does not make her the sender") {
    const auto item = firstOf(
        mms("msg_box=\"1\" address=\"+4512345678\"", "", addr("+4511111111", 137) + addr("12345678", 151)));
    CHECK(people(item) == "from=+4512345678 to=+4511111111 ");
    CHECK(tests::has(item, IssueCode::SenderDisagrees));
}

TEST_CASE("a list without the other of the conversation is not believed, and that is said") {
    const auto item = firstOf(mms("msg_box=\"1\" address=\"+4512345678\"", "", addr("+4587654321", 137)));
    CHECK(people(item) == "from=+4512345678 to=+4587654321 ");
    CHECK(tests::has(item, IssueCode::SenderDisagrees));
}

TEST_CASE("what was sent went to every member of the conversation, though the list has fewer") {
    const auto item = firstOf(mms("msg_box=\"2\" address=\"+4522222222~+4511111111\"", "",
                                  addr("+4511111111", 137) + addr("+4522222222", 151)));
    CHECK(people(item) == "to=+4522222222 to=+4511111111 ");
}

TEST_CASE("of thousands of receivers the first are kept, soon, and that there were more is said") {
    std::string list;
    std::string members;
    for (int i = 0; i < 20'000; ++i) {
        const std::string number = "+45" + std::to_string(30'000'000 + i);
        list += addr(number, 151);
        if (i < 3'000) members += number + "~";
    }
    const auto item = firstOf(mms("msg_box=\"2\" address=\"" + members + "\"", "", list));
    CHECK(item.participants.size() == 500);
    CHECK(std::count_if(item.issues.begin(), item.issues.end(), [](const auto& issue) {
              return issue.code == IssueCode::TooLarge && issue.detail == "addrs";
          }) == 1);
}

TEST_CASE("without a box the message type or the owner's token gives the direction") {
    CHECK(firstOf(mms("m_type=\"128\" address=\"1\"", "", "")).direction == Direction::Out);
    CHECK(firstOf(mms("m_type=\"132\" address=\"1\"", "", "")).direction == Direction::In);
    CHECK(firstOf(mms("address=\"1\"", "", addr("insert-address-token", 137))).direction == Direction::Out);
    const auto unknown = firstOf(mms("address=\"1\"", "", ""));
    CHECK(unknown.direction == Direction::Unknown);
    CHECK(tests::has(unknown, IssueCode::UnknownCode));
}

TEST_CASE("a notice of a message that was never fetched is said to be one") {
    CHECK(tests::has(firstOf(mms("msg_box=\"1\" m_type=\"130\" address=\"1\"", "", "")),
                     IssueCode::NotDownloaded));
}

TEST_CASE("junk in one part's data does not lose the message or the data") {
    const auto item = firstOf(mms("msg_box=\"1\" address=\"1\"",
                                  "<part ct=\"image/png\" cl=\"a.png\" data=\"SGVq!!IG1l*ZCBkaWc=\"/>"
                                  "<part ct=\"text/plain\" text=\"ok\"/>",
                                  ""));
    CHECK(item.text == "ok");
    REQUIRE(item.attachments.size() == 1);
    CHECK(item.attachments[0].sha256 == base::sha256("Hej med dig"));
    CHECK(tests::has(item, IssueCode::InvalidBase64));
}

TEST_CASE("line ends written as references inside the data are no data") {
    const std::string xml = mms("msg_box=\"1\" address=\"1\"",
                                "<part ct=\"image/png\" data=\"SGVqIG1l&#10;ZCBk&#xD;&#xA;aWc=&#10;\"/>", "");
    for (const std::size_t most : {1, 2, 1 << 20}) {
        const auto item = firstOf(xml, most);
        REQUIRE(item.attachments.size() == 1);
        const auto& part = item.attachments[0];
        CHECK(part.size == 11);
        CHECK(part.sha256 == base::sha256("Hej med dig"));
        CHECK(base::decodeTransfer(part.encoding, xml.substr(part.offset, part.encodedLength)) ==
              "Hej med dig");
        CHECK(item.issues.empty());
    }
}

TEST_CASE("a part without data is named as missing, and the word null is no data") {
    const auto item = firstOf(
        mms("msg_box=\"1\" address=\"1\"", "<part ct=\"image/png\" cl=\"a.png\" data=\"null\"/>", ""));
    CHECK(item.attachments.empty());
    REQUIRE(tests::has(item, IssueCode::NotDownloaded));
    CHECK(item.issues[0].detail == "a.png");
}

TEST_CASE("a text part that came as data is read as text too") {
    const auto item =
        firstOf(mms("msg_box=\"1\" address=\"1\"",
                    "<part ct=\"text/plain\" chset=\"106\" text=\"null\" data=\"csO4ZA==\"/>", ""));
    CHECK(item.text == "r\xC3\xB8"
                       "d");
    CHECK(item.attachments.size() == 1);
}

TEST_CASE("the type of a part may stand behind its data") {
    const auto item =
        firstOf(mms("msg_box=\"1\" address=\"1\"", "<part data=\"csO4ZA==\" ct=\"text/plain\"/>", ""));
    CHECK(item.text == "r\xC3\xB8"
                       "d");
}

TEST_CASE("a broken part is reported and the message stays") {
    const auto read = tests::readSms(
        "<smses><mms date=\"1700000000000\" msg_box=\"1\" address=\"1\"><parts>"
        "<part ct=\"image/png\" data=\"AAAA><part ct=\"text/plain\" text=\"ok\"/></parts></mms></smses>");
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].text == "ok");
    CHECK(tests::has(read.items[0], IssueCode::Malformed));
}

TEST_CASE("the order of members and the spelling of numbers do not make another message") {
    const auto key = [](const std::string& address, const std::string& parts) {
        return firstOf(mms("msg_box=\"1\" address=\"" + address + "\"", parts, addr("+4511111111", 137)))
            .identity;
    };
    CHECK(key("11111111~+4522222222", kPicture) == key("+4522222222~+4511111111", kPicture));
    CHECK(key("1~2", kPicture) != key("1~2", ""));
    CHECK(key("1~2", kPicture) != key("1~3", kPicture));
}

TEST_CASE("a part of many megabytes is hashed in little memory and found again by its place") {
    std::string data;
    std::string plain;
    for (int i = 0; i < 3'000'000; ++i) {
        plain += "abc";
        data += "YWJj";
    }
    const std::string xml =
        mms("msg_box=\"1\" address=\"1\"", "<part ct=\"video/mp4\" data=\"" + data + "\"/>", "");
    const auto item = firstOf(xml);
    REQUIRE(item.attachments.size() == 1);
    CHECK(item.attachments[0].size == plain.size());
    CHECK(item.attachments[0].sha256 == base::sha256(plain));
    CHECK(xml.substr(item.attachments[0].offset, item.attachments[0].encodedLength) == data);
}
