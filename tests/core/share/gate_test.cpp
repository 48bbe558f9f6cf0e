// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8.h"
#include "core/share/gate.h"
#include "tests/core/share/share_case.h"
#include "tests/support/pdf_maker.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;

TEST_CASE("the gate finds a protected term in the words and holds the file back") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    bool inText = false;
    bool inFile = false;
    for (const auto& finding : core::share::checkGate(*c.store, reportOptions(), progress)) {
        CHECK(finding.where.find("27") == std::string::npos);
        CHECK(finding.where != "sms.xml");
        inText = inText || !finding.isOriginal;
        inFile = inFile || (finding.isOriginal && finding.where == "mail.eml");
    }
    CHECK(inText);
    CHECK(inFile);
}

TEST_CASE("a place in words is a finding only for a reader who gets it, and what is left out is none") {
    TempCase c;
    c.editor->addProtectedTerm("Ny Vej", "adresse");
    core::model::Incident incident;
    incident.start.utcMs = kMay3;
    incident.placeText = "Ny Vej 3";
    incident.id = c.editor->saveIncident(incident);
    auto options = reportOptions();
    core::base::Progress progress;
    CHECK(core::share::checkGate(*c.store, options, progress).empty());
    options.audience = core::share::Audience::Police;
    CHECK(core::share::checkGate(*c.store, options, progress).size() == 1);
    incident = *c.reader->incident(incident.id);
    incident.status = core::model::IncidentStatus::LeftOut;
    c.editor->saveIncident(incident);
    CHECK(core::share::checkGate(*c.store, options, progress).empty());
}

namespace {
// The text as UTF-16.
std::string wide(const std::string& text, bool bigEndian) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = core::base::nextCodePoint(text, i);
        const char low = static_cast<char>(c & 0xFF);
        const char high = static_cast<char>(c >> 8);
        out += bigEndian ? high : low;
        out += bigEndian ? low : high;
    }
    return out;
}
} // namespace

TEST_CASE("a term in an attachment is found, wherever it stands in it") {
    TempCase c;
    c.editor->addProtectedTerm("Lærkebakken 27", "adresse");
    // base64 of "her: Lærkebakken 27"
    c.importFile(
        "a.eml",
        "Date: Sat, 3 May 2025 22:04:17 +0200\r\nFrom: a@b.dk\r\nTo: c@d.dk\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=\"q\"\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\nhej\r\n"
        "--q\r\nContent-Type: application/octet-stream; name=\"a.bin\"\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\naGVyOiBMw6Zya2ViYWtrZW4gMjc=\r\n--q--\r\n");
    core::base::Progress progress;
    core::report::Redactor redactor("[%1]");
    redactor.protect("Lærkebakken 27", "adresse");
    const core::base::Catalog english(core::base::Language::English);
    const core::share::Gate gate(*c.reader, redactor, english);
    const auto findings = gate.checkSource(c.reader->sources().at(0), progress);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.back().label == "protected term in an attachment");
}

TEST_CASE("a term in a part of a mail that is not shown, or in a header, is found in every encoding") {
    TempCase c;
    c.editor->addProtectedTerm("Lærkebakken 27", "adresse");
    const std::string head =
        "Date: Sat, 3 May 2025 22:04:17 +0200\r\nFrom: a@b.dk\r\nTo: c@d.dk\r\nMIME-Version: 1.0\r\n";
    const auto mail = [&](const std::string& header, const std::string& encoding, const std::string& page) {
        return head + header +
               "Content-Type: multipart/alternative; boundary=\"q\"\r\n\r\n--q\r\nContent-Type: "
               "text/plain\r\n\r\nhej\r\n--q\r\nContent-Type: text/html; charset=utf-8\r\n"
               "Content-Transfer-Encoding: " +
               encoding + "\r\n\r\n" + page + "\r\n--q--\r\n";
    };
    // base64 of "<p>bor L&aelig;rkebakken 27</p>" and of "<p>bor Lærkebakken 27</p>"
    c.importFile("references.eml", mail("", "base64", "PHA+Ym9yIEwmYWVsaWc7cmtlYmFr\r\na2VuIDI3PC9wPg=="));
    c.importFile("base64.eml", mail("", "base64", "PHA+Ym9yIEzDpnJrZWJha2tl\r\nbiAyNzwvcD4="));
    c.importFile("quoted.eml", mail("", "quoted-printable", "<p>bor L=C3=A6rke=\r\nbakken 27</p>"));
    c.importFile("header-q.eml",
                 mail("Reply-To: =?utf-8?Q?L=C3=A6rkebakken_27?= <x@y.dk>\r\n", "7bit", "<p>1</p>"));
    c.importFile("header-b.eml", mail("X-Name: =?utf-8?B?TMOmcmtlYmFra2VuIDI3?=\r\n", "7bit", "<p>2</p>"));
    // "Lærke" in a word of base64 and "bakken 27" in a quoted one; then cut in the middle of the letter.
    c.importFile("header-bq.eml",
                 mail("X-Name: =?utf-8?B?TMOmcmtl?=\r\n =?utf-8?Q?bakken_27?=\r\n", "7bit", "<p>4</p>"));
    c.importFile("header-cut.eml",
                 mail("X-Name: =?utf-8?Q?L=C3?= =?utf-8?B?pnJrZWJha2tlbiAyNw==?=\r\n", "7bit", "<p>5</p>"));
    c.importFile("header-mixed.eml",
                 mail("X-Name: =?iso-8859-1?Q?L=E6rke?= =?utf-8?B?YmFra2Vu?= 27\r\n", "7bit", "<p>6</p>"));
    c.importFile("percent.eml",
                 mail("", "7bit", "<a href=\"https://kort.dk/?q=L%C3%A6rkebakken+27\">kort</a>"));
    c.importFile("nothing.eml", mail("", "7bit", "<p>3 = 3 &amp; 4</p>"));
    core::base::Progress progress;
    core::report::Redactor redactor("[%1]");
    redactor.protect("Lærkebakken 27", "adresse");
    const core::base::Catalog english(core::base::Language::English);
    const core::share::Gate gate(*c.reader, redactor, english);
    for (const auto& source : c.reader->sources()) {
        INFO(source.name);
        CHECK(gate.checkSource(source, progress).empty() == (source.name == "nothing.eml"));
    }
}

TEST_CASE("a term that a PDF sets letter by letter is found") {
    TempCase c;
    c.editor->addProtectedTerm("Birkevej 12", "adresse");
    std::string spots = "BT /F1 9 Tf ";
    int x = 10;
    for (const char sign : std::string("Birkevej 12"))
        spots += "1 0 0 1 " + std::to_string(x += 20) + " 20 Tm (" + sign + ") Tj ";
    tests::PdfMaker maker;
    maker.page(spots + "ET");
    c.importFile("letters.pdf", maker.bytes());
    core::base::Progress progress;
    core::report::Redactor redactor("[%1]");
    redactor.protect("Birkevej 12", "adresse");
    const core::base::Catalog english(core::base::Language::English);
    const core::share::Gate gate(*c.reader, redactor, english);
    CHECK_FALSE(gate.checkSource(c.reader->sources().at(0), progress).empty());
}

TEST_CASE("a term in bytes that no reader showed is found too: UTF-16, Latin-1, another spelling") {
    TempCase c;
    c.editor->addProtectedTerm("Lærkebakken 27", "adresse");
    c.editor->addProtectedTerm("+4512345700", "nummer");
    std::string utf16;
    for (const char letter : std::string("ring 12345700")) {
        utf16 += letter;
        utf16 += '\0';
    }
    c.importFile("a.bin", utf16);
    c.importFile("e.bin", wide("bor på Lærkebakken 27", false));
    c.importFile("f.bin", "x" + wide("bor på Lærkebakken 27", true));
    c.importFile("g.bin", std::string((1U << 20U) - 5, 'x') + " Lærkebakken 27 " + std::string(9000, 'x'));
    std::string picture;
    for (int i = 0; i < 3000; ++i) picture += static_cast<char>(i * 7919 % 256);
    c.importFile("h.bin", picture + "L\xC3\xA6rkebakken 27" + picture);
    c.importFile("b.bin", "bor p\xE5 L\xE6rkebakken 27\xFF");
    c.importFile("c.bin", "kun 12 34 57 00 her");
    c.importFile("d.bin", "intet af det, 100 % =?");
    core::base::Progress progress;
    core::report::Redactor redactor("[%1]");
    redactor.protect("Lærkebakken 27", "adresse");
    redactor.protect("+4512345700", "nummer");
    const core::base::Catalog english(core::base::Language::English);
    const core::share::Gate gate(*c.reader, redactor, english);
    for (const auto& source : c.reader->sources()) {
        INFO(source.name);
        CHECK(gate.checkSource(source, progress).empty() == (source.name == "d.bin"));
    }
}

TEST_CASE(
    "a file whose words are packed stays behind while something is protected, and goes along otherwise") {
    TempCase c;
    c.importFile("a.pdf", "%PDF-1.7 packed");
    c.importFile("b.docx", std::string("PK\x03\x04", 4) + "packed");
    c.importFile("c.txt", "plain words");
    core::base::Progress progress;
    const core::base::Catalog english(core::base::Language::English);
    core::report::Redactor some("[%1]");
    some.protect("Lærkebakken 27", "adresse");
    const core::share::Gate gate(*c.reader, some, english);
    const core::share::Gate open(*c.reader, core::report::Redactor("[%1]"), english);
    for (const auto& source : c.reader->sources()) {
        INFO(source.name);
        CHECK(gate.checkSource(source, progress).empty() == (source.name == "c.txt"));
        CHECK(open.checkSource(source, progress).empty());
    }
}

TEST_CASE("the place of a picture is found in the file itself and in a mail, without any protected term") {
    TempCase c;
    // A TIFF block whose GPS directory has a latitude and a longitude without their hemispheres.
    const std::string block("II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1A\0\0\0\0\0\0\0"
                            "\x02\0\x02\0\x05\0\x03\0\0\0\0\0\0\0\x04\0\x05\0\x03\0\0\0\0\0\0\0\0\0\0\0",
                            56);
    c.importFile("a.jpg", "\xFF\xD8\xFF\xE1" +
                              std::string("\0\x40"
                                          "Exif\0\0",
                                          8) +
                              block + "\xFF\xD9");
    c.importFile(
        "b.eml",
        "Date: Sat, 3 May 2025 22:04:17 +0200\r\nFrom: a@b.dk\r\nTo: c@d.dk\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=\"q\"\r\n\r\n--q\r\nContent-Type: text/plain\r\n\r\n"
        "hej\r\n--q\r\nContent-Type: image/jpeg; name=\"a.jpg\"\r\nContent-Transfer-Encoding: "
        "base64\r\n\r\n/9j/4QBARXhpZgAASUkqAAgAAAABACWIBAABAAAAGgAAAAAAAAACAAIABQADAAAAAAAAAAQABQADAAAA\r\n"
        "AAAAAAAAAAD/2Q==\r\n--q--\r\n");
    c.importFile("c.mov",
                 std::string("....ftypqt  ....udta....\xA9xyz\x00\x12\x15\xC7+55.6760+012.5683/", 49));
    c.importFile("d.txt", "et sted uden koordinater");
    core::base::Progress progress;
    const core::base::Catalog english(core::base::Language::English);
    const core::share::Gate gate(*c.reader, core::report::Redactor("[%1]"), english);
    for (const auto& source : c.reader->sources()) {
        INFO(source.name);
        const auto findings = gate.checkSource(source, progress);
        REQUIRE(findings.size() == (source.name == "d.txt" ? 0U : 1U));
        if (!findings.empty()) CHECK(findings[0].label == "place where the photo was taken (GPS)");
    }
}
