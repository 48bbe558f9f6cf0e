// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/mail/emlx_reader.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/mail/mail_fixture.h"
#include "tests/support/corpus.h"

using core::format::EmlxReader;
using core::model::IssueCode;
using tests::has;

namespace {

const std::string kMail = "Date: Sat, 3 May 2025 22:04:17 +0200\nFrom: Bo <bo@example.org>\n"
                          "To: anna@example.org\nMessage-Id: <e1@example.org>\nSubject: Hej\n\n"
                          "Jeg står udenfor.\n<?xml som tekst\nMvh Bo\n";

std::string properties(const std::string& flags) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST "
           "1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">\n<dict>\n"
           "\t<key>flags</key>\n\t<integer>" +
           flags + "</integer>\n</dict>\n</plist>\n";
}

std::string emlx(const std::string& mail, std::size_t count, const std::string& flags = "8590195713") {
    return std::to_string(count) + "      \n" + mail + properties(flags);
}

tests::Collected readEmlx(const std::string& file, const std::string& name = "12.emlx") {
    tests::Collected out;
    core::base::MemorySource source(file);
    EmlxReader().read(source, tests::contextFor(file, name), out);
    return out;
}

} // namespace

TEST_CASE("an emlx gives the mail in it, as it is alone") {
    const std::string file = emlx(kMail, kMail.size());
    const auto found = readEmlx(file);
    REQUIRE(found.items.size() == 1);
    const auto& mail = found.items[0];
    CHECK(file.substr(mail.offset, mail.length) == kMail);
    CHECK(mail.text == "Jeg står udenfor.\n<?xml som tekst\nMvh Bo");
    CHECK(mail.issues.empty());
    CHECK(mail.identity == tests::mailOf(kMail).identity);
    const auto* reader = core::format::findReader({file, "12.emlx", file.size()});
    REQUIRE(reader);
    CHECK(std::string(reader->code()) == "emlx");
}

TEST_CASE("an emlx whose mail ends without a line end keeps every letter of it") {
    const std::string mail = kMail.substr(0, kMail.size() - 1);
    const std::string file = emlx(mail, mail.size());
    const auto found = readEmlx(file);
    REQUIRE(found.items.size() == 1);
    CHECK(file.substr(found.items[0].offset, found.items[0].length) == mail);
    CHECK(found.items[0].text.ends_with("Mvh Bo"));
    CHECK(found.items[0].issues.empty());
}

TEST_CASE("a count that is too large, too small or past the end loses nothing and is said") {
    for (const std::size_t count :
         {std::size_t{3}, kMail.size() - 5, kMail.size() + 4, std::size_t{999'999}}) {
        CAPTURE(count);
        const auto found = readEmlx(emlx(kMail, count));
        REQUIRE(found.items.size() == 1);
        CHECK(found.items[0].text.starts_with("Jeg står udenfor.\n<?xml som tekst\nMvh Bo"));
        CHECK(has(found.items[0], IssueCode::CountDiffers));
    }
}

TEST_CASE("the flag of a draft is read") {
    CHECK(has(readEmlx(emlx(kMail, kMail.size(), "64")).items.at(0), IssueCode::NotSent));
    CHECK_FALSE(has(readEmlx(emlx(kMail, kMail.size(), "1")).items.at(0), IssueCode::NotSent));
}

TEST_CASE("attachments that a partial emlx lacks are named by their file beside it") {
    const std::string mail =
        "From: bo@example.org\nSubject: Billeder\nContent-Type: multipart/mixed; boundary=a\n\n--a\n"
        "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/plain\n\nSe.\n--b\n"
        "Content-Type: image/jpeg; name=\"hus.jpg\"\nX-Apple-Content-Length: 120034\n"
        "Content-Transfer-Encoding: base64\n\n--b--\n--a\n"
        "Content-Type: application/pdf; name=\"../brev.pdf\"\nX-Apple-Content-Length: 4\n"
        "Content-Transfer-Encoding: base64\n\n\n--a\nContent-Type: image/png; name=her.png\n"
        "X-Apple-Content-Length: 3\nContent-Transfer-Encoding: base64\n\nQUJD\n--a--\n";
    const std::string file = emlx(mail, mail.size());
    const auto found = readEmlx(file, "12.partial.emlx");
    REQUIRE(found.items.size() == 1);
    const auto& all = found.items[0].attachments;
    REQUIRE(all.size() == 3);
    CHECK(all[0].path == "Attachments/12/1.2/hus.jpg");
    CHECK(all[0].name == "hus.jpg");
    CHECK(all[0].encodedLength == 0);
    CHECK(all[1].path == "Attachments/12/2/brev.pdf");
    CHECK(all[2].path.empty()); // its bytes are here
    CHECK(tests::attachmentBytes(file, all[2]) == "ABC");
    CHECK(EmlxReader().linksFiles());
    CHECK(tests::mailOf(mail).attachments[0].path.empty());
}

TEST_CASE("emlx survives damage") {
    tests::survivesDamage(EmlxReader(), emlx(kMail, kMail.size()), {2000, 4096, "12.emlx"});
}

TEST_CASE("the corpus of emlx files is read") {
    const std::filesystem::path corpus = tests::corpusRoot();
    for (const char* name : {"plaintext.emlx", "richtext.emlx"}) {
        const auto found = readEmlx(tests::readFile(corpus / "emlx/mikez" / name), name);
        REQUIRE(found.items.size() == 1);
        CHECK(found.items[0].text.find("Thank you!") != std::string::npos);
        CHECK_FALSE(has(found.items[0], IssueCode::CountDiffers));
    }
}
