// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/sms/sms_support.h"

#include <catch2/catch_test_macros.hpp>

using core::model::IssueCode;
using tests::oneSms;
using tests::readSms;

namespace {

struct Case {
    const char* written;
    const char* read;
    int invalid; // characters replaced
};

const Case kCases[] = {
    {"Hej", "Hej", 0},
    {"a &amp; b &lt;c&gt; &quot;d&quot; &apos;e&apos;", "a & b <c> \"d\" 'e'", 0},
    {"&#55357;&#56832;", "\xF0\x9F\x98\x80", 0},
    {"&#xD83D;&#xDE00;", "\xF0\x9F\x98\x80", 0},
    {"&#xd83d;&#56832;x", "\xF0\x9F\x98\x80x", 0},
    {"&#128512;", "\xF0\x9F\x98\x80", 0},
    {"&#55357;", "\xEF\xBF\xBD", 1},
    {"&#55357;x", "\xEF\xBF\xBDx", 1},
    {"&#56832;x", "\xEF\xBF\xBDx", 1},
    {"&#55357;&#55357;&#56832;", "\xEF\xBF\xBD\xF0\x9F\x98\x80", 1},
    {"&#55357;&#10;&#56832;", "\xEF\xBF\xBD\n\xEF\xBF\xBD", 2},
    {"a&#10;b", "a\nb", 0},
    {"a&#13;&#10;b&#13;c", "a\nb\nc", 0},
    {"a\nb\tc\r\nd", "a b c d", 0},
    {"&#0;&#11;&#x1F;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
    {"&#xFFFE;&#x110000;&#99999999999;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 3},
    {"a\x0B\x01z", "a\xEF\xBF\xBD\xEF\xBF\xBDz", 2},
    {"br\xE5"
     "d",
     "br\xEF\xBF\xBD"
     "d",
     1},
    {"\xED\xA0\xBD\xED\xB8\x80", "\xF0\x9F\x98\x80", 0},
    {"\xED\xA0\xBD!", "\xEF\xBF\xBD!", 1},
    {"r\xC3\xB8"
     "dgr\xC3\xB8"
     "d",
     "r\xC3\xB8"
     "dgr\xC3\xB8"
     "d",
     0},
    {"fish & chips &nbsp; &", "fish & chips &nbsp; &", 0},
    {"I <3 you < 5 >", "I <3 you < 5 >", 0},
    {"it's", "it's", 0},
};

} // namespace

TEST_CASE("attribute text is read as XML means it, and what is no character is replaced and said") {
    for (const Case& one : kCases) {
        CAPTURE(one.written);
        const auto read = readSms(oneSms(one.written));
        REQUIRE(read.items.size() == 1);
        CHECK(read.items[0].text == one.read);
        const auto& issues = read.items[0].issues;
        const auto invalid = std::find_if(issues.begin(), issues.end(), [](const core::model::Issue& issue) {
            return issue.code == IssueCode::InvalidCharacters;
        });
        CHECK((invalid != issues.end()) == (one.invalid > 0));
        if (invalid != issues.end()) CHECK(invalid->detail == std::to_string(one.invalid));
    }
}

TEST_CASE("the same text comes out wherever the borders of the pieces fall") {
    for (const Case& one : kCases)
        for (const std::size_t most : {1, 2, 3, 5, 7}) {
            CAPTURE(one.written, most);
            const auto read = readSms(oneSms(one.written), most);
            REQUIRE(read.items.size() == 1);
            CHECK(read.items[0].text == one.read);
        }
}

TEST_CASE("a value with any byte at any place reads the same from the window and in pieces") {
    const std::string value = "Kom nu, s\xC3\xA5 er det";
    for (int byte = 1; byte < 256; ++byte) {
        std::string xml;
        for (std::size_t place = 0; place < value.size(); ++place) {
            std::string body = value;
            body[place] = static_cast<char>(byte);
            xml += oneSms(body, "contact_name='" + body + "' x=\"" + body + "\"");
        }
        const auto whole = readSms(xml);
        const auto pieces = readSms(xml, 1);
        CAPTURE(byte);
        REQUIRE(whole.items.size() == pieces.items.size());
        REQUIRE(whole.issues.size() == pieces.issues.size());
        for (std::size_t i = 0; i < whole.items.size(); ++i) {
            const auto& a = whole.items[i];
            const auto& b = pieces.items[i];
            const bool isSame = a.text == b.text && a.identity == b.identity && a.offset == b.offset &&
                                a.length == b.length && a.issues.size() == b.issues.size() &&
                                a.participants[0].name == b.participants[0].name;
            if (!isSame) FAIL(a.text << " | " << b.text);
        }
    }
}

TEST_CASE("a surrogate pair split by the border of the reading window is joined") {
    // The window holds 256 KiB: every shift puts the border at another byte of the pair.
    for (std::size_t shift = 0; shift < 24; ++shift) {
        const std::string filler(256 * 1024 - 160 + shift, 'x');
        const auto read = readSms(oneSms(filler + "&#55357;&#56832;"));
        REQUIRE(read.items.size() == 1);
        CHECK(read.items[0].text == filler + "\xF0\x9F\x98\x80");
    }
}

TEST_CASE("values may stand in apostrophes") {
    const auto read = readSms("<smses><sms address='+4512345678' date='1700000000000' type='1' "
                              "body='He said \"hej\" &apos;'/></smses>");
    REQUIRE(read.items.size() == 1);
    CHECK(read.items[0].text == "He said \"hej\" '");
}

TEST_CASE("a text longer than can be held is cut between characters and said to be") {
    std::string body;
    while (body.size() < 9 * 1024 * 1024)
        body += "r\xC3\xB8"
                "dgr\xC3\xB8"
                "d ";
    const auto read = readSms(oneSms(body));
    REQUIRE(read.items.size() == 1);
    CHECK(tests::has(read.items[0], IssueCode::TooLarge));
    CHECK_FALSE(tests::has(read.items[0], IssueCode::InvalidCharacters));
    CHECK(read.items[0].text.size() <= 4 * 1024 * 1024);
    CHECK(body.starts_with(read.items[0].text));
}

TEST_CASE("a declared single-byte charset is honoured and an unknown one is told") {
    const std::string rest = "<smses><sms address=\"1\" date=\"1700000000000\" type=\"1\" "
                             "body=\"r\xF8"
                             "d &#248;\"/></smses>";
    const auto latin = readSms("<?xml version='1.0' encoding='ISO-8859-1'?>" + rest);
    REQUIRE(latin.items.size() == 1);
    CHECK(latin.items[0].text == "r\xC3\xB8"
                                 "d \xC3\xB8");
    const auto strange = readSms("<?xml version='1.0' encoding='klingon'?>" + rest);
    CHECK(strange.has(IssueCode::UnknownCharset));
    CHECK(strange.items.size() == 1);
}
