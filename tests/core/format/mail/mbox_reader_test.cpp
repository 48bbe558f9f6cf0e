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

namespace {

std::string mailNumber(int number) {
    return "From: Bo <bo@x.dk>\nTo: anna@x.dk\nMessage-ID: <" + std::to_string(number) +
           "@x>\nDate: Sat, 3 May 2025 22:04:17 +0200\n\nbrev " + std::to_string(number) + "\n";
}

bool doubtsAt(const core::format::ItemRecord& mail, std::uint64_t offset) {
    return std::any_of(mail.issues.begin(), mail.issues.end(), [&](const core::model::Issue& i) {
        return i.code == core::model::IssueCode::AnotherMail && i.offset == offset;
    });
}

} // namespace

TEST_CASE("a line that begins with From and has headers behind it begins a mail, however it is written") {
    for (const std::string envelope :
         {"From bo@x.dk Sat May  3 22:04:17 2025", "From bo@x.dk", "From - ", "From ",
          "From Bo Hansen Sat May  3 22:04:17 2025", "From  Sat May  3 22:04:17 2025"}) {
        for (const char* between : {"", "\n"}) {
            CAPTURE(envelope, between);
            std::string box;
            for (int i = 0; i < 5; ++i) box += envelope + "\n" + mailNumber(i) + between;
            for (const std::size_t most : {std::size_t{1} << 20, std::size_t{7}}) {
                const auto mails = mailboxOf(box, most);
                REQUIRE(mails.size() == 5);
                for (std::size_t i = 0; i < 5; ++i) {
                    CHECK(mails[i].text == "brev " + std::to_string(i));
                    CHECK(mails[i].issues.empty());
                }
            }
            const core::format::ProbeInput head{box, "x", box.size()};
            CHECK(core::format::MboxReader().probe(head) == core::format::Confidence::Certain);
        }
    }
    const auto named = mailboxOf("From Bo Hansen Sat May  3 22:04:17 2025\n" + mailNumber(1)).front().times;
    REQUIRE(named.size() == 2);
    CHECK(named[1].source == TimeSource::MailEnvelope);
}

TEST_CASE("a line of text that begins with From stays text, with an issue where it may be a mail") {
    const std::string plain = "From here on we talk\n\nFrom here on\nhttp://x.dk\n";
    const std::string envelope = "x\nFrom bo@x.dk Sat May  3 22:04:17 2025\nvidere\n";
    const std::string oneHeader = "From Bo\nTo: alle\n\n";
    const std::string box =
        "From a@b Sat May  3 22:04:17 2025\n" + mailNumber(1) + plain + envelope + oneHeader;
    const auto mails = mailboxOf(box);
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].text.ends_with("From Bo\nTo: alle"));
    CHECK(mails[0].issues.size() == 2);
    CHECK(doubtsAt(mails[0], box.find("From bo@x.dk Sat")));
    CHECK(doubtsAt(mails[0], box.find("From Bo\n")));
}

TEST_CASE("a mail with another behind it in the same file says so") {
    const std::string file = mailNumber(1) + "From bo@x.dk\n" + mailNumber(2);
    CHECK(doubtsAt(tests::mailOf(file), file.find("From bo@x.dk\n")));
    CHECK(tests::mailOf(mailNumber(1) + "From nu af\n").issues.empty());
}

TEST_CASE("a Content-Length that holds other mails is not believed, however often it is wrong") {
    std::string box;
    const std::string filler(100, 'y');
    for (int i = 0; i < 60'000; ++i)
        box += "From bo@x.dk Sat May  3 22:04:17 2025\nContent-Length: 7900000\n" + mailNumber(i) + filler +
               "\n\n";
    CHECK(mailboxOf(box).size() == 60'000);
    // The length ends exactly at a From_ line, and hides a mail.
    const std::string second = "\nFrom bo@x.dk Sat May  3 22:04:17 2025\n" + mailNumber(2) + "\n";
    const std::string hiding =
        "From a@b Sat May  3 22:04:17 2025\nContent-Length: " + std::to_string(second.size() + 7) + "\n" +
        mailNumber(1) + second + "From a@b Sat May  3 22:04:17 2025\n" + mailNumber(3);
    CHECK(mailboxOf(hiding).size() == 3);
}

TEST_CASE("a From_ line that a counted body passes over is named") {
    const std::string file = tests::mailBytes("box.mbox");
    const auto mails = mailboxOf(file);
    REQUIRE(mails.size() == 4);
    CHECK(doubtsAt(mails[2], file.find("From bo@example.org Sat May  3 20:04:17 2025\nvidere")));
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
        const auto alike = tests::collect<core::format::EmlReader>(alone).items;
        REQUIRE(mails.size() == alike.size() + 1);
        for (std::size_t i = 0; i < alike.size(); ++i) {
            CHECK(mails[i].identity == alike[i].identity);
            CHECK(mails[i].text == alike[i].text);
        }
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

namespace {

// Lines of text among which some look like something else; what is to be read of them.
std::pair<std::string, std::string> manyLines(bool isBase64) {
    std::string written, read;
    for (int i = 0; i < 2000; ++i) {
        std::string line = i % 9 == 0    ? "> citat"
                           : i % 11 == 0 ? "- punkt"
                           : i % 13 == 0 ? "--ingen grænse"
                           : i % 17 == 0 ? "begin med det samme"
                           : i % 19 == 0 ? "From nu af"
                           : i % 5 == 0  ? ""
                                         : "linje " + std::to_string(i);
        if (isBase64) {
            line.clear();
            for (int k = 0; k < (i % 7 == 0 ? 17 : 19); ++k) line += "QUJD";
            if (i % 23 == 0) line += ' ';
        }
        written += (line.starts_with("From ") ? ">" + line : line) + "\n";
        read += line + "\n";
    }
    return {written,
            isBase64 ? core::base::decodeTransfer(core::base::TransferEncoding::Base64, read) : read};
}

} // namespace

TEST_CASE(
    "a text of many lines is read in blocks as it is by the line, and its last blank line is the mailbox's") {
    for (const std::string encoding : {"8bit", "quoted-printable", "base64"}) {
        CAPTURE(encoding);
        auto [written, read] = manyLines(encoding == "base64");
        const std::string head =
            "From a@x.dk Sat May  3 22:04:17 2025\nFrom: a@x.dk\nContent-Transfer-Encoding: " + encoding +
            "\n\n";
        const std::string box =
            head + written + "\n\n" + "From a@x.dk Sat May  3 22:04:17 2025\nFrom: a@x.dk\n\nslut\n";
        while (read.ends_with('\n')) read.pop_back();
        for (const std::string eol : {"\n", "\r\n", "\r"}) { // a file of carriage returns is read by the line
            std::string file;
            for (const char c : box) file += c == '\n' ? eol : std::string(1, c);
            const auto mails = mailboxOf(file);
            REQUIRE(mails.size() == 2);
            CHECK((mails[0].text == read));
            CHECK(mails[1].text == "slut");
            CHECK(mails[1].offset == mails[0].length);
            CHECK(mails[0].identity == mailboxOf(box)[0].identity);
        }
    }
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
