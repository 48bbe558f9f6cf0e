// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/outlook/msg_reader.h"
#include "core/format/registry.h"
#include "tests/core/format/damage.h"
#include "tests/core/format/outlook/outlook_fixture.h"
#include "tests/support/corpus.h"
#include "tests/support/temp_folder.h"

using core::format::MsgReader;
using core::format::outlook::Tag;
using core::model::IdentifierKind;
using core::model::IssueCode;
using core::model::ItemKind;
using core::model::ParticipantRole;
using core::model::TimeSource;
using namespace tests;

namespace {

core::format::ItemRecord only(const MsgNode& node) {
    auto found = readOf<MsgReader>(node.file());
    REQUIRE(found.items.size() == 1);
    return std::move(found.items[0]);
}

} // namespace

TEST_CASE("an .msg without headers gives its people, text and times in UTC") {
    const std::string file = plainMessage().file();
    const auto found = readOf<MsgReader>(file);
    REQUIRE(found.items.size() == 1);
    const auto& mail = found.items[0];
    CHECK(mail.kind == ItemKind::Email);
    CHECK(mail.direction == core::model::Direction::Unknown);
    CHECK(mail.subject == "Hvor er du 🙂");
    CHECK(mail.text == "Jeg står udenfor.\nÅbn døren.");
    CHECK(mail.messageId == "o1@example.org");
    REQUIRE(mail.participants.size() == 3);
    CHECK(mail.participants[0].id == "bo@example.org");
    CHECK(mail.participants[0].name == "Bo Jensen");
    CHECK(mail.participants[1].role == ParticipantRole::To);
    CHECK(mail.participants[2].role == ParticipantRole::Bcc);
    REQUIRE(mail.times.size() == 2);
    CHECK(mail.times[0].source == TimeSource::MailDate);
    CHECK(mail.times[0].time.utcMs == kSentMs);
    CHECK(mail.times[0].asWritten == "2025-05-03T20:04:17Z");
    CHECK(mail.times[1].source == TimeSource::MailReceived);
    CHECK(mail.issues.empty());
    CHECK(mail.length == file.size());
    const auto* reader = core::format::findReader({file, "x.msg", file.size()});
    REQUIRE(reader);
    CHECK(std::string(reader->code()) == "outlook-msg");
}

TEST_CASE("the headers a message came with are taken before its properties") {
    const auto mail = only(
        plainMessage().text(Tag::TransportHeaders,
                            "Received: from a by b; Sat, 3 May 2025 22:04:20 +0200\r\n"
                            "From: =?utf-8?Q?S=C3=B8ren?= <soren@example.org>\r\nTo: anna@example.org\r\n"
                            "Date: Sat, 3 May 2025 22:04:17 +0200\r\nMessage-ID: <h@example.org>\r\n\r\n"));
    CHECK(mail.participants.at(0).id == "soren@example.org");
    CHECK(mail.participants.at(0).name == "Søren");
    CHECK(mail.messageId == "h@example.org");
    REQUIRE(mail.times.size() == 2);
    CHECK(mail.times[0].time.offsetSeconds == 7200);
    CHECK(mail.participants.back().role == ParticipantRole::Bcc); // only the properties know
}

TEST_CASE("a sending time more than a day from the arrival is said, and the arrival stands first") {
    const auto mail = only(plainMessage().time(Tag::DeliveryTime, kSentMs + 200'000'000));
    CHECK(has(mail, IssueCode::DateDisagrees));
    CHECK(mail.times.at(0).source == TimeSource::MailReceived);
}

TEST_CASE("text in a code page is read in it") {
    const auto in = [](std::uint32_t page, Tag tag, const std::string& bytes) {
        return only(MsgNode()
                        .text(Tag::MessageClass, "IPM.Note")
                        .number(Tag::MessageCodePage, page)
                        .ansi(tag, bytes));
    };
    CHECK(in(1253, Tag::Subject, "\xC3\xE5\xE9\xDC").subject == "Γειά");
    CHECK(in(1252, Tag::Body,
             "K\xF8"
             "b br\xF8"
             "d")
              .text == "Køb brød");
    CHECK(in(932, Tag::Subject, "\x93\xFA\x96\x7B").subject == "日本");
}

TEST_CASE("an Exchange address is replaced by the SMTP address, else by the name") {
    const std::string x500 = "/O=FIRMA/OU=EXCHANGE/CN=RECIPIENTS/CN=BO";
    const MsgNode exchange =
        plainMessage().text(Tag::SentRepresentingType, "EX").text(Tag::SentRepresentingAddress, x500);
    const auto named = only(exchange);
    CHECK(named.participants.at(0).kind == IdentifierKind::Name);
    CHECK(named.participants.at(0).id == "Bo Jensen");
    const auto known = only(MsgNode(exchange).text(Tag::SentRepresentingSmtp, "bo@firma.example"));
    CHECK(known.participants.at(0).id == "bo@firma.example");
    const auto recipient =
        only(plainMessage().recipient(person("Chef", x500, 2).text(Tag::SmtpAddress, "chef@firma.example")));
    CHECK(recipient.participants.at(2).id == "chef@firma.example");
}

TEST_CASE("a draft is said to be one and has the time of its last change only") {
    const auto mail = only(MsgNode()
                               .text(Tag::MessageClass, "IPM.Note")
                               .number(Tag::MessageFlags, 8)
                               .time(Tag::DeliveryTime, kSentMs + 900)
                               .time(Tag::ModificationTime, kSentMs + 5));
    CHECK(has(mail, IssueCode::NotSent));
    REQUIRE(mail.times.size() == 1);
    CHECK(mail.times[0].source == TimeSource::FileTime);
    CHECK(has(only(MsgNode().text(Tag::MessageClass, "IPM.Note").number(Tag::MessageFlags, 8)),
              IssueCode::MissingDate));
}

TEST_CASE("a message that is called a draft and was sent keeps the time of sending") {
    const auto mail = only(plainMessage().number(Tag::MessageFlags, 8));
    CHECK(mail.times.at(0).source == TimeSource::MailDate);
    const auto received =
        only(plainMessage()
                 .number(Tag::MessageFlags, 8)
                 .text(Tag::TransportHeaders, "Received: from a by b; Sat, 3 May 2025 22:04:20 +0200\r\n"
                                              "From: bo@example.org\r\n\r\n"));
    CHECK_FALSE(has(received, IssueCode::NotSent));
    CHECK(received.times.at(0).time.utcMs == kSentMs);
}

TEST_CASE("attachments are handed out under the path that the record names") {
    const std::string large(10'000, 'x');
    const std::string file = plainMessage()
                                 .attachment(fileNode("hus.jpg", "JPEG"))
                                 .attachment(fileNode("hus.jpg", large))
                                 .attachment(fileNode("../../etc/passwd", "x"))
                                 .file();
    const auto found = readOf<MsgReader>(file);
    REQUIRE(found.items.size() == 1);
    const auto& all = found.items[0].attachments;
    REQUIRE(all.size() == 3);
    CHECK(all[2].name == "passwd");
    const auto files = filesOf<MsgReader>(file);
    REQUIRE(files.files.size() == 3);
    CHECK(files.files.at(all[0].path) == "JPEG");
    CHECK(files.files.at(all[1].path) == large);
    CHECK(all[0].path == "attachment-1/hus.jpg");
    CHECK(MsgReader().hasChildren());
}

TEST_CASE("a message inside a message is a record of its own, with its own files") {
    const MsgNode inner =
        MsgNode(plainMessage()).text(Tag::Subject, "Inde").attachment(fileNode("a.txt", "A"));
    const std::string file = plainMessage().attachment(MsgNode().embedded(inner)).file();
    const auto found = readOf<MsgReader>(file);
    REQUIRE(found.items.size() == 2);
    CHECK(found.items[0].attachments.empty());
    CHECK(found.items[1].subject == "Inde");
    CHECK(has(found.items[1], IssueCode::Nested));
    CHECK(found.items[1].index == 2);
    CHECK(found.items[1].length == 0);
    REQUIRE(found.items[1].attachments.size() == 1);
    CHECK(filesOf<MsgReader>(file).files.at(found.items[1].attachments[0].path) == "A");
}

TEST_CASE("messages inside each other end at a depth, with a word about it") {
    MsgNode node = plainMessage();
    for (int i = 0; i < 12; ++i) node = plainMessage().attachment(MsgNode().embedded(node));
    const auto found = readOf<MsgReader>(node.file());
    CHECK(found.items.size() == 9);
    CHECK(has(found.items.back(), IssueCode::TooDeep));
}

TEST_CASE("HTML stands in for a missing plain text, and below it where it says more") {
    const std::string html = "<html><body><p>Jeg ved hvor du bor &oslash;</p></body></html>";
    const MsgNode bare = MsgNode().text(Tag::MessageClass, "IPM.Note").number(Tag::InternetCodePage, 65001);
    CHECK(only(MsgNode(bare).binary(Tag::Html, html)).text == "Jeg ved hvor du bor ø");
    CHECK(only(plainMessage().binary(Tag::Html, html)).text.find("Jeg ved hvor du bor ø") !=
          std::string::npos);
}

TEST_CASE("appointments, contacts and notes are documents") {
    const auto meeting = only(MsgNode()
                                  .text(Tag::MessageClass, "IPM.Appointment")
                                  .text(Tag::Subject, "Samtale")
                                  .text(Tag::Body, "Husk papirer")
                                  .time(Tag::StartDate, kSentMs)
                                  .time(Tag::EndDate, kSentMs + 3'600'000));
    CHECK(meeting.kind == ItemKind::Document);
    CHECK(meeting.times.at(0).source == TimeSource::Document);
    CHECK(meeting.times.at(0).time.utcMs == kSentMs);
    CHECK(meeting.text == "Husk papirer\n\n2025-05-03T20:04:17Z\n2025-05-03T21:04:17Z");
    const auto contact = only(MsgNode()
                                  .text(Tag::MessageClass, "IPM.Contact")
                                  .text(Tag::Subject, "Bo")
                                  .text(Tag::DisplayName, "Bo Jensen")
                                  .text(Tag::MobilePhone, "+45 12 34 56 78")
                                  .time(Tag::ModificationTime, kSentMs));
    CHECK(contact.kind == ItemKind::Document);
    CHECK(contact.text == "Bo Jensen\n+45 12 34 56 78");
    CHECK(contact.times.at(0).source == TimeSource::FileTime);
}

TEST_CASE("a sealed message is said to be one") {
    CHECK(has(only(plainMessage().text(Tag::MessageClass, "IPM.Note.SMIME")), IssueCode::SealedContent));
    CHECK_FALSE(has(only(plainMessage().text(Tag::MessageClass, "IPM.Note.SMIME.MultipartSigned")),
                    IssueCode::SealedContent));
}

TEST_CASE("a message that is only signed is read out of what it is signed around") {
    const auto mail =
        only(MsgNode()
                 .text(Tag::MessageClass, "IPM.Note.SMIME.MultipartSigned")
                 .text(Tag::Subject, "Signeret")
                 .attachment(fileNode("smime.p7m", "Content-Type: multipart/signed; boundary=s\r\n\r\n"
                                                   "--s\r\nContent-Type: text/plain; "
                                                   "charset=utf-8\r\n\r\nJeg så dig.\r\n--s--\r\n")));
    CHECK(mail.text == "Jeg så dig.");
    CHECK_FALSE(has(mail, IssueCode::SealedContent));
}

TEST_CASE("other compound files are not taken for messages") {
    const std::string doc =
        compoundFile({"Root Entry", {}, {{"WordDocument", std::string(5000, 'w')}}, true});
    CHECK(MsgReader().probe({doc, "brev.doc", doc.size()}) == core::format::Confidence::No);
    CHECK(MsgReader().probe({doc, "brev.msg", doc.size()}) == core::format::Confidence::No);
}

TEST_CASE("the stored .msg files are read as they were when they were stored") {
    const auto fixture = [](const char* name) {
        return readOf<MsgReader>(readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "outlook-msg" / name));
    };
    const auto mail = fixture("mail.msg");
    REQUIRE(mail.items.size() == 2);
    CHECK(mail.items[0].subject == "Hvor er du 🙂");
    CHECK(mail.items[0].attachments.at(1).path == "attachment-2/kort på vejen.pdf");
    CHECK(mail.items[1].attachments.at(0).path == "attachment-3/attachment-1/a.txt");
    const auto ansi = fixture("ansi.msg");
    REQUIRE(ansi.items.size() == 1);
    CHECK(ansi.items[0].subject == "Køb brød");
    CHECK(ansi.items[0].text == "På vej");
    CHECK(ansi.items[0].times.at(0).time.offsetSeconds == 7200);
}

TEST_CASE("damaged .msg files are read as far as they go") {
    const std::string file = plainMessage()
                                 .attachment(fileNode("hus.jpg", std::string(6000, 'j')))
                                 .attachment(MsgNode().embedded(plainMessage()))
                                 .file();
    survivesDamage(MsgReader(), file, {4000, 1500, "x.msg"});
    for (std::size_t at = 0; at < 512 && at < file.size(); ++at) { // the header, byte by byte
        std::string changed = file;
        changed[at] = static_cast<char>(changed[at] ^ 0x81);
        CHECK_NOTHROW(filesOf<MsgReader>(changed));
    }
}

TEST_CASE("the corpus of .msg files is read") {
    const std::filesystem::path corpus = tests::corpusRoot();
    const auto folder = corpus / "outlook-msg";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".msg") continue;
        CAPTURE(entry.path().filename().string());
        core::base::FileSource source(entry.path());
        const std::string file = core::base::readAll(source, 1 << 28);
        CHECK(MsgReader().probe({std::string_view(file).substr(0, 65536), entry.path().filename().string(),
                                 file.size()}) != core::format::Confidence::No);
        const auto found = readOf<MsgReader>(file);
        REQUIRE_FALSE(found.items.empty());
        const auto files = filesOf<MsgReader>(file);
        std::size_t named = 0;
        for (const auto& item : found.items)
            for (const auto& a : item.attachments) named += files.files.count(a.path);
        CHECK(named == files.files.size());
    }
}
