// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/import/importer.h"
#include "tests/support/base64.h"
#include "tests/support/temp_case.h"
#include "tests/support/zip_bytes.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::model::ItemKind;

namespace {

const std::string kThread = "your_activity_across_facebook/messages/inbox/mads_1/";
const std::string kPicture = "\xFF\xD8\xFF\xE0 a picture, if a broken one";

std::string thread(const std::string& photo) {
    return R"({"participants":[{"name":"Mads Holm"},{"name":"Sofie"}],"messages":[)"
           R"({"sender_name":"Mads Holm","timestamp_ms":1684092646000,"content":"Se her","photos":[{"uri":")" +
           photo +
           R"(","creation_timestamp":1684092645}]},)"
           R"({"sender_name":"Sofie","timestamp_ms":1684092600000,"content":"Lad mig v\u00c3\u00a6re"}],)"
           R"("title":"Mads Holm","thread_path":"inbox/mads_1"})";
}

std::string exportWithFiles() {
    return zipBytes({{kThread + "message_1.json", thread("messages/inbox/mads_1/photos/1.jpg")},
                     {kThread + "photos/1.jpg", kPicture},
                     {kThread + "photos/2.jpg", kPicture + "2"}});
}

core::query::ItemDetail withAttachment(TempCase& c) {
    for (const auto& row : c.items())
        if (auto detail = c.reader->item(row.id); detail && !detail->attachmentList.empty()) return *detail;
    FAIL("no item has an attachment");
    return {};
}

} // namespace

TEST_CASE("the picture of a message in an export is its attachment, and no item of its own") {
    TempCase c;
    const auto report = c.importFile("facebook.zip", exportWithFiles());
    REQUIRE(report.files.size() == 4);
    CHECK(report.files[1].format == "messenger");
    CHECK(report.files[1].items == 2);
    CHECK(report.files[1].missing == 0);
    CHECK(report.files[2].isShown);
    CHECK(report.files[3].items == 1); // nobody's message shows it
    CHECK(c.reader->itemCount() == 3);
    const auto message = withAttachment(c);
    CHECK(message.kind == ItemKind::Chat);
    CHECK(message.fullText == "Se her");
    REQUIRE(message.attachmentList.size() == 1);
    const auto& picture = message.attachmentList[0];
    CHECK_FALSE(picture.isMissing());
    CHECK(picture.size == kPicture.size());
    CHECK(picture.sha256 == core::base::sha256(kPicture));
    CHECK(c.reader->attachmentBytes(picture.id) == kPicture);
    CHECK(c.store->verify().empty());
}

TEST_CASE("of an attached recording the length is known, in a file of its own and inside a mail") {
    const std::string sound = readFile(std::filesystem::path(LOGBOG_TEST_DATA) / "film/sound.m4a");
    TempCase c;
    const std::string alone = thread("messages/inbox/mads_1/audio/1.m4a");
    const std::size_t at = alone.find("photos\":");
    c.importFile("facebook.zip", zipBytes({{kThread + "message_1.json",
                                            alone.substr(0, at) + "audio_files\":" + alone.substr(at + 8)},
                                           {kThread + "audio/1.m4a", sound}}));
    const auto message = withAttachment(c);
    REQUIRE(message.attachmentList.size() == 1);
    const auto seconds = message.attachmentList[0].durationSeconds;
    REQUIRE(seconds.has_value());
    CHECK(*seconds > 0);

    TempCase other;
    other.importFile("a.eml", "From: a@b.dk\r\nTo: c@d.dk\r\nDate: Sun, 14 May 2023 21:30:45 +0200\r\n"
                              "MIME-Version: 1.0\r\nContent-Type: audio/mp4; name=1.m4a\r\n"
                              "Content-Transfer-Encoding: base64\r\n\r\n" +
                                  base64(sound) + "\r\n");
    const auto mail = withAttachment(other);
    REQUIRE(mail.attachmentList.size() == 1);
    CHECK(mail.attachmentList[0].durationSeconds == seconds);

    TempCase pictures; // what has none
    pictures.importFile("facebook.zip", exportWithFiles());
    CHECK_FALSE(withAttachment(pictures).attachmentList[0].durationSeconds.has_value());
}

TEST_CASE("an export again does not make items of the pictures that its messages show") {
    TempCase c;
    c.importFile("facebook.zip", exportWithFiles());
    const auto again = c.importFile("again.zip", exportWithFiles());
    for (const auto& file : again.files) CHECK(file.knownFile);
    CHECK(c.reader->itemCount() == 3);
}

TEST_CASE("a picture that came with messages becomes an item when it is given by itself") {
    TempCase c;
    c.importFile("facebook.zip", exportWithFiles());
    const auto alone = c.importFile("1.jpg", kPicture);
    CHECK_FALSE(alone.files[0].knownFile);
    CHECK(alone.files[0].items == 1);
    CHECK(c.reader->attachmentBytes(withAttachment(c).attachmentList[0].id) == kPicture);
    CHECK(c.store->verify().empty());
}

TEST_CASE("a picture that the export does not hold is said to be missing, and where it should be") {
    TempCase c;
    const auto report =
        c.importFile("facebook.zip",
                     zipBytes({{kThread + "message_1.json", thread("messages/inbox/mads_1/photos/1.jpg")}}));
    CHECK(report.files[1].missing == 1);
    const auto message = withAttachment(c);
    CHECK(message.attachmentList[0].isMissing());
    CHECK(message.attachmentList[0].path == "messages/inbox/mads_1/photos/1.jpg");
    CHECK_THROWS(c.reader->attachmentBytes(message.attachmentList[0].id));
    bool said = false;
    for (const auto& issue : message.issues)
        said = said || issue.code == core::model::IssueCode::MissingAttachment;
    CHECK(said);
}

TEST_CASE("an unpacked export in a folder is read as one in an archive") {
    TempCase c;
    const auto folder = c.folder.path() / "facebook";
    c.folder.write("facebook/" + kThread + "message_1.json", thread("messages/inbox/mads_1/photos/1.jpg"));
    c.folder.write("facebook/" + kThread + "photos/1.jpg", kPicture);
    const auto report = c.import({folder});
    CHECK(c.reader->itemCount() == 2);
    CHECK(withAttachment(c).attachmentList[0].size == kPicture.size());
    core::base::Progress progress;
    const auto found = core::import::scan({folder}, {}, progress);
    int shown = 0;
    for (const auto& file : found) shown += file.isShown ? 1 : 0;
    CHECK(shown == 1);
}

TEST_CASE("two parts of an export that come together are one") {
    TempCase c;
    c.folder.write("facebook-1.zip",
                   zipBytes({{kThread + "message_1.json", thread("messages/inbox/mads_1/photos/1.jpg")}}));
    c.folder.write("facebook-2.zip", zipBytes({{kThread + "photos/1.jpg", kPicture}}));
    c.import({c.folder.path() / "facebook-1.zip", c.folder.path() / "facebook-2.zip"});
    CHECK_FALSE(withAttachment(c).attachmentList[0].isMissing());
    CHECK(c.reader->itemCount() == 2);
}

TEST_CASE("a source whose files the messages of another show is not removed before that one") {
    TempCase c;
    c.importFile("facebook.zip", exportWithFiles());
    core::base::Progress progress;
    core::model::Id picture = 0, chat = 0;
    for (const auto& source : c.reader->sources()) {
        if (source.name == "1.jpg") picture = source.id;
        if (source.name == "message_1.json") chat = source.id;
    }
    CHECK_THROWS(c.editor->removeSource(picture, progress));
    c.editor->removeSource(chat, progress);
    c.editor->removeSource(picture, progress);
    CHECK(c.store->verify().empty());
}

TEST_CASE("an export with the pictures gives them to the messages that came without") {
    TempCase c;
    c.importFile("without.zip",
                 zipBytes({{kThread + "message_1.json", thread("messages/inbox/mads_1/photos/1.jpg")}}));
    CHECK(withAttachment(c).attachmentList[0].isMissing());
    // Another file of the same messages: one more, and the picture beside it.
    std::string longer = thread("messages/inbox/mads_1/photos/1.jpg");
    longer.insert(longer.find("\"messages\":[") + 12,
                  R"({"sender_name":"Mads Holm","timestamp_ms":1684092700000,"content":"Svar mig"},)");
    const auto report = c.importFile(
        "with.zip", zipBytes({{kThread + "message_1.json", longer}, {kThread + "photos/1.jpg", kPicture}}));
    CHECK(report.files[1].items == 1);
    CHECK(report.files[1].duplicates == 2);
    CHECK(report.files[2].isShown);
    const auto message = withAttachment(c);
    REQUIRE(message.attachmentList.size() == 1);
    CHECK(c.reader->attachmentBytes(message.attachmentList[0].id) == kPicture);
    CHECK(c.store->verify().empty());
}
