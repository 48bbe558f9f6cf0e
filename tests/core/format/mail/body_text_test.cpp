// SPDX-License-Identifier: GPL-3.0-or-later
// Which text of a mail is shown: nothing that a mail program would show is left out.
#include "core/format/mail/other_text.h"
#include "tests/core/format/mail/mail_fixture.h"

using core::format::mail::isBlankText;
using core::format::mail::SaidWords;
using core::model::IssueCode;
using tests::has;
using tests::mailOf;

namespace {

const std::string kHead = "From: a@b\nDate: Sat, 3 May 2025 22:04:17 +0200\n";

bool saysMore(const std::string& other, const std::string& text) {
    SaidWords said;
    said.add(text);
    return !said.cover(other);
}

std::string alternative(const std::string& plain, const std::string& html) {
    return kHead + "Content-Type: multipart/alternative; boundary=X\n\n--X\nContent-Type: text/plain\n\n" +
           plain + "\n--X\nContent-Type: text/html\n\n" + html + "\n--X--\n";
}

} // namespace

TEST_CASE("where the declared boundary never comes the body is the text") {
    const auto wrong = mailOf(kHead + "Content-Type: multipart/mixed; boundary=\"Abc\"\n\n--abc\n"
                                      "Content-Type: text/plain\n\nHej trussel\n--abc--\n");
    CHECK(wrong.text == "Hej trussel");
    CHECK(has(wrong, IssueCode::MissingBoundary));
    const std::string attached = "--y\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nQUJD\n";
    const auto both = mailOf(kHead + "Content-Type: multipart/mixed; boundary=\"X\"\n\n" + attached +
                             "--y--\n--X\n\nTekst\n--X--\n");
    CHECK(both.text == "Tekst");
    CHECK(both.attachments.size() == 1);
    const auto dashes = mailOf(kHead + "Content-Type: multipart/mixed; boundary=X\n\n--\n--hej\nBo\n");
    CHECK(dashes.text == "--\n--hej\nBo");
    const auto none =
        mailOf(kHead + "Content-Type: multipart/alternative; boundary=X\n\nIngen grænse her.\n");
    CHECK(none.text == "Ingen grænse her.");
    REQUIRE(has(none, IssueCode::MissingBoundary));
    CHECK(none.issues[0].severity == core::model::IssueSeverity::Odd);
    const auto inner =
        mailOf(kHead + "Content-Type: multipart/mixed; boundary=Y\n\n--Y\n"
                       "Content-Type: multipart/mixed; boundary=Z\n\nindre\n--Y\n\nydre\n--Y--\n");
    CHECK(inner.text == "indre\n\nydre");
    const auto sound =
        mailOf(kHead + "Content-Type: multipart/mixed; boundary=X\n\nFor gamle\n--X\n\nTekst\n--X--\n");
    CHECK(sound.text == "Tekst");
    CHECK(sound.issues.empty());
}

TEST_CASE("an alternative that says more stands below the chosen one") {
    const auto differs = mailOf(alternative("Hej", "<p>Jeg ved hvor du bor</p>"));
    CHECK(differs.text == "Hej\n\n---------- text/html ----------\nJeg ved hvor du bor");
    CHECK(mailOf(alternative("Hej *Anna*,\nhow are you", "<p>Hej <b>Anna</b>, how are&nbsp;you</p>")).text ==
          "Hej *Anna*,\nhow are you");
    CHECK(mailOf(alternative("\xC2\xA0\xE2\x80\x8B", "<p>Jeg ved hvor du bor</p>")).text ==
          "Jeg ved hvor du bor");
    const std::string twoPlain =
        kHead + "Content-Type: multipart/alternative; boundary=X\n\n--X\n\nen\n--X\n\nto\n--X--\n";
    CHECK(mailOf(twoPlain).text == "en\n\n---------- text/plain ----------\nto");
}

TEST_CASE("two versions of one text are compared by their words") {
    CHECK_FALSE(saysMore("“Hej” — Ærlig", "hej\n> ÆRLIG"));
    CHECK_FALSE(saysMore("", "x"));
    CHECK_FALSE(saysMore("enogtyve", "en og tyve"));
    CHECK(saysMore("ikke nu", "nu"));
    CHECK(saysMore("dræb", "dræber"));
    CHECK(saysMore("\xF0\x9F\x94\xAA", "hej"));
    CHECK(saysMore("overvågningsopgaver", "overvågningsopgaven"));
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "ord" + std::to_string(i * 7919) + (i % 3 == 0 ? "Længere " : " ");
    CHECK_FALSE(saysMore(many, "x " + many + " y"));
    CHECK(saysMore(many + "nyt", many));
    CHECK(saysMore(many, many.substr(0, many.size() - 2)));
    CHECK(isBlankText("\xEF\xBB\xBF \xC2\xA0\n\xE2\x80\x8B"));
    CHECK_FALSE(isBlankText("\xC2\xA0x"));
}

TEST_CASE("a text with a file name is the message where no other text is") {
    const auto mixed = [](const std::string& first) {
        return mailOf(kHead + "Content-Type: multipart/mixed; boundary=X\n\n" + first +
                      "--X\nContent-Type: text/plain; name=text.txt\nContent-Disposition: inline; "
                      "filename=text.txt\n\nHele beskeden\n--X--\n");
    };
    CHECK(mixed("").text == "Hele beskeden");
    CHECK(mixed("").attachments.empty());
    CHECK(mixed("--X\n\nBrev\n").text == "Brev");
    CHECK(mixed("--X\n\nBrev\n").attachments.size() == 1);
    const auto root = mailOf(kHead + "Content-Type: text/plain\nContent-Disposition: attachment\n\nRod\n");
    CHECK(root.text == "Rod");
}

TEST_CASE("plain text behind a base64 text is text") {
    const std::string head = kHead + "Content-Transfer-Encoding: base64\n\n";
    const auto padded = mailOf(head + "SGVqIGJvZA==\n-- \nmailman footer med tekst\n");
    CHECK(padded.text == "Hej bod\n-- \nmailman footer med tekst");
    CHECK(has(padded, IssueCode::InvalidBase64));
    CHECK(mailOf(head + "SGVqIGJvZGlu\n____\nfooter\n").text == "Hej bodin\n____\nfooter");
    std::string line;
    for (int i = 0; i < 19; ++i) line += "QUFB";
    line += "\n";
    CHECK(mailOf(head + line + "!?\n" + line).text == std::string(114, 'A'));
}
