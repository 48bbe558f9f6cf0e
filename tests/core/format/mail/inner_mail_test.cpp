// SPDX-License-Identifier: GPL-3.0-or-later
// Mails inside mails: which of them become records, and where they stand.
#include "tests/core/format/damage.h"
#include "tests/core/format/mail/mail_fixture.h"

using core::format::EmlReader;
using core::model::IssueCode;
using tests::collect;
using tests::has;

namespace {

// A mail with one part of the type, which is the given mail.
std::string around(const std::string& inner, const std::string& boundary,
                   const std::string& partHeader = "Content-Type: message/rfc822\n",
                   const std::string& type = "multipart/mixed") {
    return "Date: Sat, 3 May 2025 22:04:17 +0200\nFrom: anna@example.org\nTo: hjaelp@example.net\n"
           "Subject: Videresendt " +
           boundary + "\nContent-Type: " + type + "; boundary=" + boundary + "\n\n--" + boundary +
           "\nContent-Type: text/plain\n\nSe her.\n--" + boundary + "\n" + partHeader + "\n" + inner +
           "\n--" + boundary + "--\n";
}

const std::string kInner = "Message-ID: <i@example.org>\nDate: Fri, 2 May 2025 10:00:00 +0200\n"
                           "From: Bo <bo@example.org>\nTo: anna@example.org\nSubject: Hej\n"
                           "Content-Type: multipart/mixed; boundary=i\n\n--i\n"
                           "Content-Type: text/plain; charset=utf-8\n\nJeg står udenfor.\n--i\n"
                           "Content-Type: image/png; name=x.png\nContent-Transfer-Encoding: base64\n\n"
                           "QUJDREVGR0hJSg==\n--i--\n";

} // namespace

TEST_CASE("a mail inside a mail is a record of its own that can be cut out byte for byte") {
    const std::string file = around(kInner, "o");
    const auto found = collect<EmlReader>(file);
    REQUIRE(found.items.size() == 2);
    const auto& outer = found.items[0];
    CHECK(outer.text == "Se her.");
    REQUIRE(outer.attachments.size() == 1);
    CHECK_FALSE(has(outer, IssueCode::Nested));
    const auto& inner = found.items[1];
    CHECK(file.substr(inner.offset, inner.length) == kInner);
    CHECK(inner.index == 2);
    CHECK(inner.text == "Jeg står udenfor.");
    CHECK(inner.subject == "Hej");
    REQUIRE(inner.participants.size() == 2);
    CHECK(inner.participants[0].id == "bo@example.org");
    REQUIRE(inner.times.size() == 1);
    CHECK(inner.times[0].time.utcMs == 1'746'172'800'000);
    REQUIRE(inner.attachments.size() == 1);
    CHECK(tests::attachmentBytes(file, inner.attachments[0]) == "ABCDEFGHIJ");
    CHECK(core::base::sha256("ABCDEFGHIJ") == inner.attachments[0].sha256);
    REQUIRE(has(inner, IssueCode::Nested));
    CHECK(inner.issues.back().detail == "Videresendt o");
    CHECK(inner.identity == tests::mailOf(kInner).identity);
}

TEST_CASE("mails are followed inside each other to a depth, and no further") {
    std::string file = kInner;
    for (int i = 0; i < 12; ++i) file = around(file, "d" + std::to_string(i));
    const auto found = collect<EmlReader>(file);
    REQUIRE(found.items.size() == 9);
    CHECK(has(found.items[8], IssueCode::TooDeep));
    for (std::size_t i = 1; i < found.items.size(); ++i) {
        CHECK(found.items[i].index == i + 1);
        CHECK(found.items[i].offset > found.items[i - 1].offset);
        CHECK(found.items[i].attachments.size() == 1);
    }
}

TEST_CASE("the mail that a delivery report returns is no record; that of an abuse report is") {
    const auto count = [](const std::string& type) {
        return collect<EmlReader>(around(kInner, "o", "Content-Type: message/rfc822\n", type)).items.size();
    };
    CHECK(count("multipart/report; report-type=delivery-status") == 1);
    CHECK(count("multipart/report; report-type=disposition-notification") == 1);
    CHECK(count("multipart/report") == 1);
    CHECK(count("multipart/report; report-type=feedback-report") == 2);
}

TEST_CASE("a part that is called a mail and has none of its headers stays an attachment") {
    const auto found = collect<EmlReader>(around("Bare tekst uden hoved.\n", "o"));
    REQUIRE(found.items.size() == 1);
    CHECK(found.items[0].attachments.size() == 1);
}

TEST_CASE("mails inside a mail never hold more than a bound") {
    std::string part = "--o\nContent-Type: message/rfc822\n\nFrom: bo@example.org\nSubject: x\n\n";
    part += std::string(3 << 20, 'a') + "\n";
    std::string file =
        "From: anna@example.org\nSubject: Mange\nContent-Type: multipart/digest; boundary=o\n\n";
    for (int i = 0; i < 30; ++i) file += part;
    file += "--o--\n";
    const auto found = collect<EmlReader>(file);
    CHECK(found.items.size() < 20);
    CHECK(found.items[0].attachments.size() == 30);
    CHECK(has(found.items[0], IssueCode::TooLarge));
}

TEST_CASE("mails inside mails survive damage") {
    tests::survivesDamage(EmlReader(), around(around(kInner, "b"), "a"), {500, 1000, "x.eml"});
}
