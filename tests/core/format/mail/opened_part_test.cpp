// SPDX-License-Identifier: GPL-3.0-or-later
// What is read inside the parts of a mail: winmail.dat, mails signed as a whole, mails in base64.
#include "core/format/mail/emlx_reader.h"
#include "core/format/mail/opened_part.h"
#include "core/format/mail/signed_content.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/mail/mail_fixture.h"
#include "tests/core/format/outlook/outlook_fixture.h"
#include "tests/core/format/outlook/tnef_builder.h"
#include "tests/support/base64.h"

using core::format::EmlReader;
using core::format::MboxReader;
using core::format::mail::signedContent;
using core::model::IssueCode;
using namespace tests;

namespace {

std::string mailWith(const std::string& text, const std::string& type, const std::string& bytes) {
    return "Date: Sat, 3 May 2025 22:04:17 +0200\nFrom: bo@example.org\nTo: anna@example.org\nSubject: Se\n"
           "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n" +
           text + "\n--b\nContent-Type: " + type + "\nContent-Transfer-Encoding: base64\n\n" +
           base64(bytes, "\n") + "\n--b--\n";
}

std::string der(unsigned char tag, const std::string& content) {
    std::string length(1, static_cast<char>(content.size()));
    if (content.size() > 127)
        length =
            std::string("\x82") + static_cast<char>(content.size() >> 8U) + static_cast<char>(content.size());
    return std::string(1, static_cast<char>(tag)) + length + content;
}

std::string open(unsigned char tag, const std::string& content) {
    return std::string(1, static_cast<char>(tag)) + "\x80" + content + std::string(2, '\0');
}

const std::string kSignedId = std::string("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", 11);
const std::string kDataId = std::string("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x01", 11);
const std::string kEnvelopedId = std::string("\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03", 11);

const std::string kPart = "Content-Type: multipart/mixed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain; "
                          "charset=utf-8\r\n\r\nJeg ved hvor du bor, Åse.\r\n--s\r\nContent-Type: image/png; "
                          "name=hus.png\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--s--\r\n";

std::string signedDer() {
    return der(0x30, kSignedId + der(0xA0, der(0x30, der(0x02, "\x01") + der(0x31, "") +
                                                         der(0x30, kDataId + der(0xA0, der(0x04, kPart))))));
}

// As streaming programs write it: no lengths, the content in pieces.
std::string signedBer() {
    const std::string pieces = der(0x04, kPart.substr(0, 100)) + der(0x04, kPart.substr(100));
    return open(0x30,
                kSignedId + open(0xA0, open(0x30, der(0x02, "\x01") + der(0x31, "") +
                                                      open(0x30, kDataId + open(0xA0, open(0x24, pieces))))));
}

} // namespace

TEST_CASE("a winmail.dat in a mail gives its files, and its text where the mail has none") {
    for (const char* type :
         {"application/ms-tnef; name=winmail.dat", "application/octet-stream; name=WINMAIL.DAT"}) {
        CAPTURE(type);
        const std::string file = mailWith("", type, usualTnef());
        const auto mail = mailOf(file);
        CHECK(mail.text == "Jeg så dig i går.");
        REQUIRE(mail.attachments.size() == 3);
        CHECK(mail.attachments[0].path.empty()); // the winmail.dat itself stays
        CHECK(attachmentBytes(file, mail.attachments[0]) == usualTnef());
        CHECK(mail.attachments[1].name == "Køkken.txt");
        const auto files = filesOf<EmlReader>(file);
        REQUIRE(files.files.size() == 2);
        CHECK(files.files.at(mail.attachments[1].path) == "hemmeligt");
        CHECK(files.files.at(mail.attachments[2].path) == "PDF");
    }
    CHECK(mailOf(mailWith("Egen tekst", "application/ms-tnef", usualTnef())).text == "Egen tekst");
}

TEST_CASE("the files in two mails of a mailbox have paths of their own, the same in both passes") {
    const std::string mail = mailWith("", "application/ms-tnef; name=winmail.dat", usualTnef());
    const std::string box =
        "From a@b Sat May  3 20:04:17 2025\n" + mail + "\nFrom a@b Sat May  3 20:04:18 2025\n" + mail;
    const auto mails = mailboxOf(box);
    REQUIRE(mails.size() == 2);
    const auto files = filesOf<MboxReader>(box);
    CHECK(files.files.size() == 4);
    for (const auto& one : mails) CHECK(files.files.count(one.attachments.at(1).path) == 1);
}

TEST_CASE("a mail that is signed as a whole is read; a sealed one is said to be sealed") {
    for (const std::string& cms : {signedDer(), signedBer()}) {
        CHECK(signedContent(cms) == kPart);
        const std::string file =
            "From: bo@example.org\nSubject: S\nContent-Type: application/pkcs7-mime; smime-type=signed-data; "
            "name=smime.p7m\nContent-Transfer-Encoding: base64\n\n" +
            base64(cms, "\n") + "\n";
        const auto mail = mailOf(file);
        CHECK(mail.text == "Jeg ved hvor du bor, Åse.");
        CHECK_FALSE(has(mail, IssueCode::SealedContent));
        REQUIRE(mail.attachments.size() == 2);
        CHECK(mail.attachments[0].name == "smime.p7m");
        CHECK(mail.attachments[1].name == "hus.png");
        CHECK(filesOf<EmlReader>(file).files.at(mail.attachments[1].path) == "ABC");
    }
    const std::string sealed = der(0x30, kEnvelopedId + der(0xA0, der(0x30, "x")));
    CHECK_FALSE(signedContent(sealed));
    CHECK(has(mailOf("From: a@b\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n"
                     "Content-Transfer-Encoding: base64\n\n" +
                     base64(sealed, "\n") + "\n"),
              IssueCode::SealedContent));
}

TEST_CASE("a message with a signature beside it is read as any other, and no message of PGP is lost") {
    const auto mail =
        mailOf("From: bo@example.org\nContent-Type: multipart/signed; boundary=b; "
               "protocol=\"application/pkcs7-signature\"\n\n--b\nContent-Type: text/plain\n\nHej.\n"
               "--b\nContent-Type: application/pkcs7-signature; name=smime.p7s\n"
               "Content-Transfer-Encoding: base64\n\nQUJD\n--b--\n");
    CHECK(mail.text == "Hej.");
    CHECK_FALSE(has(mail, IssueCode::SealedContent));
    const auto pgp =
        mailOf("From: bo@example.org\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nHej.\n"
               "-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n");
    CHECK(pgp.text.find("Hej.") != std::string::npos);
    CHECK_FALSE(has(pgp, IssueCode::SealedContent));
}

TEST_CASE("a cut or changed signature message is read as far as it goes") {
    const std::string cms = signedBer();
    for (std::size_t n = 0; n < cms.size(); ++n) CHECK_NOTHROW(signedContent(cms.substr(0, n)));
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "\x24\x80";
    CHECK_NOTHROW(signedContent(
        open(0x30, kSignedId + open(0xA0, open(0x30, der(0x02, "\x01") + der(0x31, "") +
                                                         open(0x30, kDataId + open(0xA0, deep)))))));
}

TEST_CASE("mails with such parts survive damage") {
    survivesDamage(EmlReader(), mailWith("", "application/ms-tnef", usualTnef()), {1000, 500, "x.eml"});
    survivesDamage(EmlReader(),
                   "From: a@b\nContent-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n" +
                       base64(signedBer(), "\n") + "\n",
                   {1000, 500, "x.eml"});
}

TEST_CASE("a mail in base64 inside a mail is handed out as a file of its own") {
    const std::string inner =
        "From: bo@example.org\nDate: Sat, 3 May 2025 22:04:17 +0200\nSubject: Inde\n\nHej.\n";
    const std::string file = mailWith("Se", "message/rfc822; name=\"Inde.eml\"", inner);
    const auto found = collect<EmlReader>(file);
    REQUIRE(found.items.size() == 1);
    CHECK(attachmentBytes(file, found.items[0].attachments.at(0)) == inner);
    const auto files = filesOf<EmlReader>(file);
    REQUIRE(files.files.size() == 1);
    CHECK(files.files.begin()->second == inner);
    CHECK(files.files.begin()->first.ends_with("/Inde.eml"));
}

TEST_CASE("the signs of such parts are found wherever a block ends, and nothing else is a sign") {
    CollectedFiles sink;
    for (const std::string sign :
         {"Content-Type: application/ms-tnef\n", "content-disposition: x; filename=WIN.dat\n",
          "Content-Type: x/y; name=winmail.DAT\n", "Content-Type: application/X-PKCS7-mime\n",
          "Content-Type: message/RFC822\nContent-Transfer-Encoding: base64\n"}) {
        for (const std::size_t border : {64U, 1U << 18U, (1U << 18U) + 2048U, 1U << 20U})
            for (std::size_t before = border - 64; before < border + 8; ++before) {
                const std::string bytes = std::string(before, 'x') + sign + std::string(5000, 'x');
                core::base::MemorySource source(bytes);
                if (!core::format::mail::mayHoldParts(source, sink)) FAIL(sign << before);
            }
    }
    const std::string report = "Content-Type: message/rfc822\n\n" + std::string(3000, 'x') + "base64";
    core::base::MemorySource source(report);
    CHECK_FALSE(core::format::mail::mayHoldParts(source, sink));
}
