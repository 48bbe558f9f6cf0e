// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/mail/mail_fixture.h"

using core::model::TimeSource;
using tests::mailboxOf;

TEST_CASE("a mailbox is cut at From_ lines after a blank line and nowhere else") {
    const std::string file = tests::mailBytes("box.mbox");
    const auto mails = mailboxOf(file);
    REQUIRE(mails.size() == 4);
    CHECK(mails[0].text ==
          "Jeg står udenfor.\nFrom nu af venter jeg.\n\nFrom here on it is only text\n>From citat\n"
          "From -  not a date");
    CHECK(mails[1].text == "From now on Sat May  3 20:04:17 2025"); // "now" is no address: two words
    CHECK(mails[3].subject == "Fire");
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < mails.size(); ++i) {
        CHECK(mails[i].index == i + 1);
        CHECK(mails[i].offset == end);
        end = mails[i].offset + mails[i].length;
    }
    CHECK(end == file.size());
    REQUIRE(mails[0].times.size() == 3);
    CHECK(mails[0].times[2].source == TimeSource::MailEnvelope);
    CHECK(mails[0].times[2].time.utcMs == 1'746'302'657'000);
}

TEST_CASE("Content-Length is believed where it leads to a From_ line") {
    const std::string file = tests::mailBytes("box.mbox");
    const auto mails = mailboxOf(file);
    REQUIRE(mails.size() == 4);
    CHECK(mails[2].text == "Ukvoteret:\n\nFrom bo@example.org Sat May  3 20:04:17 2025\nvidere\n.....");
    std::string wrong = file;
    wrong.replace(wrong.find("Content-Length: 70"), 18, "Content-Length: 60");
    CHECK(mailboxOf(wrong).size() == 5);
}

TEST_CASE("where the reads end makes no difference") {
    const std::string file = tests::mailBytes("box.mbox");
    const auto whole = mailboxOf(file);
    for (const std::size_t most : {1U, 2U, 3U, 7U, 64U}) {
        const auto dripped = mailboxOf(file, most);
        REQUIRE(dripped.size() == whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            CHECK(dripped[i].identity == whole[i].identity);
            CHECK(dripped[i].text == whole[i].text);
        }
    }
}

TEST_CASE("a mail is the same in a mailbox and alone") {
    for (const char* name :
         {"plain_lf.eml", "plain_crlf.eml", "nested.eml", "names.eml", "uuencode.eml", "html_only.eml"}) {
        CAPTURE(name);
        const std::string alone = tests::mailBytes(name);
        std::string quoted;
        for (std::size_t i = 0; i < alone.size();) {
            const std::size_t end = std::min(alone.find('\n', i), alone.size() - 1) + 1;
            const std::string line = alone.substr(i, end - i);
            quoted += line.substr(std::min(line.find_first_not_of('>'), line.size() - 1)).starts_with("From ")
                          ? ">" + line
                          : line;
            i = end;
        }
        const std::string crlf = alone.find('\r') == std::string::npos ? "\n" : "\r\n";
        const std::string box = "From bo@example.org Sat May  3 20:04:17 2025" + crlf + quoted + crlf +
                                "From x@example.org Sat May  3 20:04:17 2025" + crlf + "From: x@y" + crlf +
                                crlf;
        const auto mails = mailboxOf(box);
        REQUIRE(mails.size() == 2);
        const auto mail = tests::mailOf(alone);
        CHECK(mails[0].identity == mail.identity);
        CHECK(mails[0].text == mail.text);
        for (const auto& a : mails[0].attachments)
            CHECK(core::base::sha256(tests::attachmentBytes(box, a)) == a.sha256);
    }
}

TEST_CASE("no mail is lost behind base64, wherever the blank line falls") {
    std::string box;
    std::size_t expected = 0;
    for (std::size_t lines = 0; lines < 700; lines += 1 + lines / 40) {
        for (const char* eol : {"\n", "\r\n"}) {
            box += "From a@b Sat May  3 20:04:17 2025\nFrom: a@b\nContent-Type: image/png\n"
                   "Content-Transfer-Encoding: base64\n\n";
            for (std::size_t i = 0; i < lines; ++i) box += std::string(76, 'A') + eol;
            box += eol;
            ++expected;
        }
    }
    CHECK(mailboxOf(box).size() == expected);
    CHECK(mailboxOf(box, 4097).size() == expected);
}

TEST_CASE("probe knows a mailbox by its first line") {
    const core::format::MboxReader reader;
    using core::format::Confidence;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x", head.size()}); };
    CHECK(probe(tests::mailBytes("box.mbox")) == Confidence::Certain);
    CHECK(probe("From 1771@xxx Tue May 16 12:34:56 +0000 2023\nX-GM-THRID: 1771\n\n") == Confidence::Certain);
    CHECK(probe("From me to you\nwith love\n") == Confidence::No);
    CHECK(probe("From: a@b\nTo: c@d\n\n") == Confidence::No);
}
