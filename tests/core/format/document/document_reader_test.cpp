// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/document/content.h"
#include "core/format/document/pdf_text.h"
#include "core/format/document/xml_events.h"
#include "core/format/registry.h"
#include "tests/core/format/document/document_support.h"

#include <catch2/catch_test_macros.hpp>

using core::format::Confidence;
using core::model::IssueCode;
using core::model::TimeSource;

namespace {

const std::string kLetter =
    "Til Østjyllands Politi\nHan stod ved min bil søndag aften.\nVenlig hilsen Bodil Ærø\n";

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string firstTime(const core::format::ItemRecord& item) {
    return item.times.empty() ? "" : core::base::toRfc3339(item.times.front().time.utcMs);
}

} // namespace

TEST_CASE("the text of a PDF can be searched, with its Danish letters, on all pages") {
    const auto item = tests::readDocumentFixture("letter.pdf");
    CHECK(item.kind == core::model::ItemKind::Document);
    CHECK(item.subject == "Brev til politiet");
    CHECK(holds(item.text, "Til Østjyllands Politi"));
    CHECK(holds(item.text, "Bodil Ærø"));
    CHECK(holds(item.text, "Side to: bilagene."));
    CHECK(tests::readDocumentFixture("open_password.pdf").text == item.text);
}

TEST_CASE("when a PDF was made is its time only for want of a better, and says so") {
    const auto item = tests::readDocumentFixture("letter.pdf");
    REQUIRE(item.times.size() == 2);
    CHECK(item.times[0].source == TimeSource::Document);
    CHECK(firstTime(item) == "2023-05-14T19:30:45Z");
    CHECK(item.times[0].time.offsetSeconds == 7200);
    CHECK(tests::has(item, IssueCode::DoubtfulTime));
    const auto named = tests::readDocument(tests::documentFixture("letter.pdf"), "2023-04-02 Politiet.pdf");
    CHECK(named.times[0].source == TimeSource::FileName);
    CHECK(named.times[0].time.precision == core::base::Precision::Day);
    CHECK_FALSE(tests::has(named, IssueCode::DoubtfulTime));
    CHECK_FALSE(tests::has(named, IssueCode::DateDisagrees));
    CHECK(tests::readDocumentFixture("no_date.pdf").times.empty());
}

TEST_CASE("the dates of a PDF are read in every length") {
    using core::format::document::isoOfPdfDate;
    CHECK(isoOfPdfDate("D:20230514213045+02'00'") == "2023-05-14T21:30:45+02:00");
    CHECK(isoOfPdfDate("D:20230514213045+0200") == "2023-05-14T21:30:45+02:00");
    CHECK(isoOfPdfDate("D:20230514213045-05") == "2023-05-14T21:30:45-05:00");
    CHECK(isoOfPdfDate("20230514213045Z00'00'") == "2023-05-14T21:30:45Z");
    CHECK(isoOfPdfDate("D:20230514213045") == "2023-05-14T21:30:45");
    CHECK(isoOfPdfDate("D:202305142130") == "2023-05-14T21:30");
    CHECK(isoOfPdfDate("D:20230514") == "2023-05-14");
    for (const char* none : {"", "D:", "D:2023", "14. maj 2023", "Sun May 14"})
        CHECK(isoOfPdfDate(none).empty());
}

TEST_CASE("a scan has no text and says so; a sealed file says that it is") {
    const auto scan = tests::readDocumentFixture("scan.pdf");
    CHECK(scan.text.empty());
    REQUIRE(tests::has(scan, IssueCode::NotContained));
    for (const char* name : {"sealed.pdf", "sealed.odt"}) {
        const auto sealed = tests::readDocumentFixture(name);
        CHECK(tests::has(sealed, IssueCode::SealedContent));
        CHECK(sealed.text.empty());
    }
    const std::string word("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                           "....E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                           44);
    CHECK(core::format::DocumentReader().probe({word, "x.docx", word.size()}) == Confidence::Likely);
    CHECK(tests::has(tests::readDocument(word, "x.docx"), IssueCode::SealedContent));
}

TEST_CASE("a Word document has its text without what was deleted, and the time of its last saving first") {
    const auto item = tests::readDocumentFixture("letter.docx");
    CHECK(item.text == kLetter + "før\tefter\n");
    CHECK(item.subject == "Logskema");
    REQUIRE(item.times.size() == 2);
    CHECK(firstTime(item) == "2023-05-15T06:00:00Z");
    CHECK(core::base::toRfc3339(item.times[1].time.utcMs) == "2019-02-01T09:00:00Z"); // of the form
    CHECK_FALSE(tests::has(item, IssueCode::DateDisagrees));
    CHECK(
        holds(tests::readDocumentFixture("log.docx").text, "\n14.05.2023\tkl. 21.30\tHan ringede 14 gange"));
}

TEST_CASE("an OpenDocument text has its text, blanks and title") {
    const auto item = tests::readDocumentFixture("letter.odt");
    CHECK(item.text == "Overskrift\n" + kLetter +
                           "a   b\tc\nd\nDato og tid\tBeskrivelse\tBilag\n"
                           "14.05.2023 kl. 21.30\tHan ringede\t1\n");
    CHECK(item.subject == "Brev");
    CHECK(firstTime(item) == "2023-05-15T06:00:00Z");
    CHECK(item.times[0].time.basis == core::base::TimeBasis::LocalZone);
}

TEST_CASE("an RTF has its text, title and dates, and nothing of what is hidden in it") {
    const auto item = tests::readDocumentFixture("letter.rtf");
    CHECK(item.text == "Søndag är han stod der\nigen \xF0\x9F\x98\x8A\na\tb{c}\nsynligt");
    CHECK(item.subject == "Brev til øst");
    CHECK(firstTime(item) == "2023-05-15T06:00:00Z");
}

TEST_CASE("plain text is read in each charset that it may have") {
    for (const char* name : {"utf8.txt", "bom.txt", "cp1252.txt", "utf16.txt", "utf16be.txt"}) {
        CAPTURE(name);
        const std::string bytes = tests::documentFixture(name);
        CHECK(core::format::DocumentReader().probe({bytes, name, bytes.size()}) == Confidence::Maybe);
        const auto item = tests::readDocument(bytes, "notat.txt");
        CHECK(item.text == "Søndag den 14. maj 2023\nHan ringede igen. Jeg blev bange.\n");
        CHECK_FALSE(tests::has(item, IssueCode::InvalidCharacters));
    }
}

TEST_CASE("a long text is kept up to a bound, cut between letters, and says so") {
    std::string text;
    while (text.size() < 3'000'000) text += "blåbærgrød ";
    const auto item = tests::readDocument(text, "x.txt");
    CHECK(item.text.size() <= core::format::document::kMostText);
    CHECK(item.text.size() > core::format::document::kMostText - 4);
    CHECK((item.text.ends_with(' ') || text.starts_with(item.text)));
    CHECK(tests::has(item, IssueCode::TooLarge));
}

TEST_CASE("each reader keeps its own files, and data is no text") {
    const std::string data = LOGBOG_TEST_DATA;
    const std::pair<const char*, const char*> known[] = {
        {"document/letter.pdf", "document"}, {"document/letter.docx", "document"},
        {"document/letter.odt", "document"}, {"document/letter.rtf", "document"},
        {"document/utf8.txt", "document"},   {"mail/plain_lf.eml", "eml"},
        {"mail/box.mbox", "mbox"},           {"sms/messages.xml", "sms-backup"},
        {"photo/plain.jpg", "photo"},        {"film/film.mp4", "film"},
        {"film/sound.mp3", "film"}};
    for (const auto& [file, code] : known) {
        CAPTURE(file);
        const std::string bytes = tests::readFile(data + "/" + file);
        const auto* reader = core::format::findReader({bytes.substr(0, 65536), "x", bytes.size()});
        REQUIRE(reader != nullptr);
        CHECK(std::string(reader->code()) == code);
    }
    const core::format::DocumentReader reader;
    for (const std::string& other :
         {std::string("<html><p>x</p></html>"), std::string("{\"a\": 1}"), std::string("[1]"), std::string(),
          std::string(" \n"), std::string("PK\x03\x04 some other zip"), std::string("a\0b", 3),
          std::string("\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89"), std::string(2000, '\xFF')})
        CHECK(reader.probe({other, "x.txt", other.size()}) == Confidence::No);
}

TEST_CASE("XML that feeds on itself or nests without end comes to an end") {
    struct Counting : core::format::document::XmlEvents {
        std::size_t bytes = 0;
        void begin(std::string_view, const char**) override {}
        void end(std::string_view) override {}
        void text(std::string_view characters) override { bytes += characters.size(); }
    } counting;
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">";
    for (int i = 1; i < 40; ++i) {
        const std::string one = "&e" + std::to_string(i - 1) + ";";
        laughs += "<!ENTITY e" + std::to_string(i) + " \"" + one + one + one + one + "\">";
    }
    CHECK_FALSE(parseXml(laughs + "]><a>&e39;</a>", counting).empty());
    CHECK(counting.bytes < 50'000'000);
    std::string deep;
    for (int i = 0; i < 200'000; ++i) deep += "<a>";
    CHECK_FALSE(parseXml(deep, counting).empty());
}

TEST_CASE("an RTF of groups without end and of numbers without sense comes to an end") {
    std::string bomb = "{\\rtf1 ";
    for (int i = 0; i < 100'000; ++i) bomb += "{\\b ";
    CHECK(tests::readDocument(bomb, "x.rtf").kind == core::model::ItemKind::Document);
    CHECK(tests::readDocument("{\\rtf1\\bin99999999 x}", "x.rtf").text.empty());
    CHECK(tests::readDocument("{\\rtf1\\u99999999999?\\'", "x.rtf").kind == core::model::ItemKind::Document);
}
