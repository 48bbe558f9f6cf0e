// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/format/mail/mail_fixture.h"

using core::model::IssueCode;
using core::model::ParticipantRole;
using core::model::TimeSource;
using tests::has;
using tests::mailFile;
using tests::mailOf;

TEST_CASE("a mail reads the same with LF, CRLF and CR line ends") {
    for (const char* name : {"plain_lf.eml", "plain_crlf.eml", "plain_cr.eml"}) {
        CAPTURE(name);
        const auto mail = mailFile(name);
        CHECK(mail.subject == "Hvor er du");
        CHECK(mail.text == "Jeg står udenfor.\nFrom nu af venter jeg.");
        CHECK(mail.messageId == "a1@example.org");
        REQUIRE(mail.participants.size() == 2);
        CHECK(mail.participants[0].id == "bo@example.org");
        CHECK(mail.participants[0].name == "Bo Jensen");
        CHECK(mail.participants[1].role == ParticipantRole::To);
        CHECK(mail.direction == core::model::Direction::Unknown);
        REQUIRE(mail.times.size() == 2);
        CHECK(mail.times[0].source == TimeSource::MailDate);
        CHECK(mail.times[0].time.utcMs == 1'746'302'657'000);
        CHECK(mail.times[0].time.offsetSeconds == 7200);
        CHECK(mail.times[0].asWritten == "Sat, 3 May 2025 22:04:17 +0200");
        CHECK(mail.times[1].source == TimeSource::MailReceived);
        CHECK(mail.issues.empty());
    }
    CHECK(mailFile("plain_lf.eml").identity == mailFile("plain_crlf.eml").identity);
    CHECK(mailFile("plain_lf.eml").identity == mailFile("plain_cr.eml").identity);
}

TEST_CASE("nested parts give the plain alternative, the footer, and attachments with a mail as one of them") {
    const std::string file = tests::mailBytes("nested.eml");
    const auto mail = mailOf(file);
    CHECK(mail.text == "Ren tekst med ø\n\n-- \nFod\n\n---------- text/html ----------\nHTML");
    REQUIRE(mail.attachments.size() == 2);
    CHECK(mail.attachments[0].name == "logo.png");
    CHECK(mail.attachments[0].isInline);
    CHECK(mail.attachments[0].size == 8);
    CHECK(mail.attachments[1].name == "Indre mail ø.eml");
    CHECK(mail.attachments[1].type == "message/rfc822");
    const std::string inner = tests::attachmentBytes(file, mail.attachments[1]);
    CHECK(inner.starts_with("Message-ID: <i@example.org>"));
    CHECK(inner.ends_with("Inderst.\n"));
    for (const auto& a : mail.attachments) {
        const std::string bytes = tests::attachmentBytes(file, a);
        CHECK(bytes.size() == a.size);
        CHECK(core::base::sha256(bytes) == a.sha256);
    }
}

TEST_CASE("a mail cut in the middle of base64 keeps every byte that is there and says so") {
    const auto mail = mailFile("truncated.eml");
    CHECK(mail.text == "Tekst");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].size == 10); // "ABCDEFGHIJ": the last quantum is incomplete
    CHECK(mail.attachments[0].sha256 == core::base::sha256("ABCDEFGHIJ"));
    CHECK(has(mail, IssueCode::MissingBoundary));
}

TEST_CASE("file names: RFC 2231 pieces, encoded words, blanks without quotes, no folders") {
    const auto mail = mailFile("names.eml");
    REQUIRE(mail.attachments.size() == 6);
    CHECK(mail.attachments[0].name == "Rød grød med fl.pdf");
    CHECK(mail.attachments[1].name == "København kort.pdf");
    CHECK(mail.attachments[2].name == "min store fil.txt");
    CHECK(mail.attachments[3].name == "passwd");
    CHECK(mail.attachments[4].name == "brev.doc");
    CHECK(mail.attachments[5].name == "uden slut.doc");
}

TEST_CASE("encoded words: padding before the end, letters split between words, commas in names") {
    const auto mail = mailFile("words.eml");
    CHECK(mail.subject == "Jeg så dig i går véd og kørte");
    REQUIRE(mail.participants.size() == 2);
    CHECK(mail.participants[0].name == "Søren Å");
    CHECK(mail.participants[1].name == "Anna, mor");
}

TEST_CASE("raw 8-bit headers are UTF-8 where they can be, else windows-1252") {
    for (const char* name : {"raw_headers_latin1.eml", "raw_headers_utf8.eml"}) {
        CAPTURE(name);
        const auto mail = mailFile(name);
        CHECK(mail.subject == "Køb brød");
        CHECK(mail.participants[0].name == "Søren");
    }
}

TEST_CASE("a text in another charset than it says loses nothing") {
    const auto wrong = mailFile("wrong_charset.eml");
    CHECK(wrong.text == "køb brød på vej");
    CHECK(has(wrong, IssueCode::InvalidCharacters));
    const auto unknown = mailFile("unknown_charset.eml");
    CHECK(unknown.text == "køb brød");
    CHECK(has(unknown, IssueCode::UnknownCharset));
}

TEST_CASE("junk in base64 and a blank after the name of the encoding cost nothing of the attachment") {
    const std::string file = tests::mailBytes("junk_base64.eml");
    const auto mail = mailOf(file);
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].sha256 == core::base::sha256("ABCDEFGHIJ"));
    CHECK(tests::attachmentBytes(file, mail.attachments[0]) == "ABCDEFGHIJ");
    CHECK(has(mail, IssueCode::InvalidBase64));
}

TEST_CASE("plain text under the name of base64 is shown as it is") {
    const auto mail = mailFile("mislabelled.eml");
    CHECK(mail.text == "Det er slet ikke base64.");
    CHECK(has(mail, IssueCode::InvalidBase64));
}

TEST_CASE("a multipart without boundary shows its text") {
    CHECK(mailFile("no_boundary.eml").text == "Den er her.");
    CHECK(mailFile("no_boundary_text.eml").text == "Bare tekst.");
    CHECK(has(mailFile("no_boundary_text.eml"), IssueCode::MissingBoundary));
}

TEST_CASE("a boundary that is the beginning of another does not end it") {
    CHECK(mailFile("similar_boundary.eml").text == "indre\n\nydre");
}

TEST_CASE("a NUL does not end the text") {
    const auto mail = mailFile("nul.eml");
    CHECK(mail.text == "før\xEF\xBF\xBD"
                       "efter");
    CHECK(has(mail, IssueCode::InvalidCharacters));
}

TEST_CASE("flowed lines are joined") {
    CHECK(mailFile("flowed.eml").text == "Det er en lang linje.\n> citat videre\nFrom stuffed\n-- \nBo");
    CHECK(mailFile("flowed_delsp.eml").text == "sammen");
}

TEST_CASE("HTML is shown as text where it is all there is") {
    CHECK(mailFile("html_only.eml").text == "Hej Anna & Børn\n\nEn\nTo\na\nb ø …\nklik 3 < 4");
    CHECK(mailFile("empty_plain.eml").text == "Kun her");
}

TEST_CASE("a uuencoded file in a text is an attachment, a line that only begins so is text") {
    const std::string file = tests::mailBytes("uuencode.eml");
    const auto mail = mailOf(file);
    CHECK(mail.text == "Her er filen:\nbegin to understand\nSlut");
    REQUIRE(mail.attachments.size() == 1);
    CHECK(mail.attachments[0].name == "hej.txt");
    CHECK(tests::attachmentBytes(file, mail.attachments[0]) == "hej");
    CHECK(mail.attachments[0].sha256 == core::base::sha256("hej"));
}

TEST_CASE("a byte order mark and a left over mailbox line do not hide the headers") {
    CHECK(mailFile("bom_from.eml").subject == "BOM");
    CHECK(mailFile("bom_from.eml").issues.empty());
}

TEST_CASE("a line of junk between headers does not end them") {
    const auto mail = mailFile("header_junk.eml");
    CHECK(mail.subject == "Junk");
    CHECK(mail.text == "Tekst");
    CHECK(mail.participants.size() == 2);
}

TEST_CASE("encrypted content is said to be sealed and kept") {
    CHECK(has(mailFile("sealed.eml"), IssueCode::SealedContent));
    CHECK(mailFile("sealed.eml").attachments.size() == 1);
    CHECK(has(mailFile("pgp.eml"), IssueCode::SealedContent));
    CHECK(mailFile("pgp.eml").attachments.size() == 2);
}

TEST_CASE("a digest is a list of mails") {
    const auto mail = mailFile("digest.eml");
    REQUIRE(mail.attachments.size() == 2);
    CHECK(mail.attachments[0].name == "Nummer_et.eml");
    CHECK(mail.attachments[1].name == "message.eml");
}

TEST_CASE("people: groups, comments, quoted local parts, routes, names without an address") {
    const auto mail = mailFile("people.eml");
    const auto& p = mail.participants;
    REQUIRE(p.size() == 8);
    CHECK(p[0].name == "Jensen, Bo \"B\"");
    CHECK(p[1].id == "anna@example.org");
    CHECK(p[1].name == "Anna (mor)");
    CHECK(p[2].id == "\"Ole\"@example.org");
    CHECK(p[3].id == "root");
    CHECK(p[4].kind == core::model::IdentifierKind::Name);
    CHECK(p[4].id == "Uden Adresse");
    CHECK(p[5].id == "ruth@example.org");
    CHECK(p[6].id == "bo2@example.org");
    CHECK(p[6].name == "Bo");
    CHECK(p[7].id == "open@example.org");
    CHECK(p[7].role == ParticipantRole::Bcc);
}

TEST_CASE("without a Date the topmost Received stands first") {
    const auto mail = mailFile("no_date.eml");
    REQUIRE(mail.times.size() == 1);
    CHECK(mail.times[0].source == TimeSource::MailReceived);
    CHECK(has(mail, IssueCode::MissingDate));
}

TEST_CASE("a Date that cannot be, or is more than a day off, gives way to Received, and both stay") {
    const auto with = [](const std::string& date) {
        return mailOf("Received: by a; Sat, 3 May 2025 22:04:20 +0200\nFrom: a@b\nDate: " + date + "\n\nx\n");
    };
    CHECK(with("Thu, 1 Jan 1970 00:00:00 +0000").times[0].source == TimeSource::MailReceived);
    CHECK(has(with("Thu, 1 Jan 1970 00:00:00 +0000"), IssueCode::InvalidDate));
    CHECK(with("Thu, 1 Jan 2060 00:00:00 +0000").times[0].source == TimeSource::MailReceived);
    CHECK(has(with("Thu, 1 Jan 2060 00:00:00 +0000"), IssueCode::FutureDate));
    CHECK(has(with("i går"), IssueCode::InvalidDate));
    const auto differs = with("Thu, 1 May 2025 00:00:00 +0200");
    CHECK(differs.times[0].source == TimeSource::MailReceived);
    CHECK(differs.times[1].source == TimeSource::MailDate);
    CHECK(differs.times.size() == 2);
    CHECK(has(differs, IssueCode::DateDisagrees));
    CHECK_FALSE(has(with("Sat, 3 May 2025 00:00:00 +0200"), IssueCode::DateDisagrees));
}

TEST_CASE("probe knows a mail by its headers and nothing else by its words") {
    const core::format::EmlReader reader;
    using core::format::Confidence;
    const auto probe = [&](std::string_view head) { return reader.probe({head, "x.eml", head.size()}); };
    for (const auto& entry : std::filesystem::directory_iterator(tests::mailFolder())) {
        if (entry.path().extension() != ".eml") continue;
        CAPTURE(entry.path().filename().string());
        const bool hasJunk = entry.path().stem() == "header_junk";
        CHECK(probe(tests::readFile(entry.path())) >= (hasJunk ? Confidence::Maybe : Confidence::Likely));
    }
    CHECK(probe("<!DOCTYPE html>\n<html><body>From: x\nTo: y\n") == Confidence::No);
    CHECK(probe("int main() {\n    case To: return;\n}\n") == Confidence::No);
    CHECK(probe("Kære Anna\n\nFrom: x\nTo: y\nDate: z\n") == Confidence::No);
    CHECK(probe("Note: husk mælk\nTid: nu\n\n") == Confidence::No);
    CHECK(probe("") == Confidence::No);
}

TEST_CASE("mails without id and date that look alike are kept apart") {
    const auto one = mailOf("From: a@b.dk\nSubject: x\nContent-Type: text/html\n\n<p>a</p>\n");
    const auto two = mailOf("From: a@b.dk\nSubject: x\nContent-Type: text/html\n\n<p><b>a</b></p>\n");
    CHECK(one.text == two.text);
    CHECK(one.identity != two.identity);
}
