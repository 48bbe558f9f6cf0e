// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/importer.h"
#include "tests/support/temp_case.h"
#include "tests/support/zip_bytes.h"

#include <catch2/catch_test_macros.hpp>

using namespace tests;
using core::model::IssueCode;

namespace {

std::string exportZip(const std::string& passphrase = {}) {
    return zipBytes({{"backup/sms.xml", smsFile({smsLine(kHim, kMay3, 1, "Er du hjemme?")})},
                     {"backup/note.bin", std::string("\x01\x02", 2)}},
                    passphrase);
}

core::import::ImportReport importWith(TempCase& c, const std::string& bytes,
                                      core::import::ImportOptions options) {
    core::base::Progress progress;
    c.folder.write("sms.zip", bytes);
    return core::import::importFiles(*c.store, {c.folder.path() / "sms.zip"}, options, progress);
}

std::int64_t number(TempCase& c, const char* sql) { return c.store->connect()->integer(sql); }

} // namespace

TEST_CASE("the files of an archive are originals of their own, and the archive is kept as it came") {
    TempCase c;
    const std::string zip = exportZip();
    const auto report = c.importFile("export.zip", zip);
    REQUIRE(report.files.size() == 3);
    CHECK(report.files[0].format == "archive");
    CHECK(report.files[1].format == "sms-backup");
    CHECK(report.files[1].items == 1);
    CHECK(report.files[1].path.string().ends_with("export.zip/backup/sms.xml"));
    CHECK(report.files[2].format.empty());
    const auto items = c.items();
    REQUIRE(items.size() == 2);
    CHECK(number(c, "SELECT count(*) FROM source_member WHERE path LIKE 'backup/%'") == 2);
    CHECK(c.reader->sourceBytes(1, 0, 1U << 20U) == zip);
    core::base::Progress progress;
    CHECK(c.store->verify(&progress).empty());
}

TEST_CASE("the same archive again, and the same file out of it, bring nothing new") {
    TempCase c;
    c.importFile("export.zip", exportZip());
    const auto again = c.importFile("copy.zip", exportZip());
    REQUIRE(again.files.size() == 3);
    for (const auto& file : again.files) CHECK(file.knownFile);
    const auto alone = c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "Er du hjemme?")}));
    CHECK(alone.files[0].knownFile);
    CHECK(c.reader->itemCount() == 2);
}

TEST_CASE(
    "a sealed archive is opened with the passphrase that she gives, and kept sealed where she has none") {
    TempCase c;
    core::import::ImportOptions options;
    std::string asked;
    options.passphrase = [&](const std::string& name, bool) -> std::optional<core::base::SecretText> {
        asked = name;
        return core::base::SecretText("rolig sol");
    };
    const auto report = importWith(c, exportZip("rolig sol"), options);
    CHECK(asked == "sms.zip");
    REQUIRE(report.files.size() == 3);
    CHECK(report.files[1].items == 1);

    TempCase other;
    const auto sealed = importWith(other, exportZip("rolig sol"), {});
    REQUIRE(sealed.files.size() == 1);
    CHECK(sealed.files[0].skipped == 2);
    CHECK(number(other, "SELECT count(*) FROM issue WHERE code = 'sealed-content'") == 2);
    CHECK(number(other, "SELECT count(*) FROM original") == 1);
}

TEST_CASE("a preview looks into archives without keeping anything") {
    TempCase c;
    c.folder.write("export.zip", zipBytes({{"a.zip", exportZip()}}));
    core::base::Progress progress;
    const auto found = core::import::scan({c.folder.path() / "export.zip"}, {}, progress);
    REQUIRE(found.size() == 4);
    CHECK(found[2].format == "sms-backup");
    CHECK(found[2].kinds.at(core::model::ItemKind::Sms) == 1);
    CHECK(number(c, "SELECT count(*) FROM original") == 0);
}

TEST_CASE("a preview says what is sealed, what messages show and what they name in vain") {
    TempCase c;
    const std::string thread =
        "{\"participants\":[{\"name\":\"Bo\"},{\"name\":\"Anna\"}],\"messages\":[{\"sender_name\":\"Bo\","
        "\"timestamp_ms\":1746302657000,\"photos\":[{\"uri\":\"photos/1.jpg\"},{\"uri\":\"photos/2.jpg\"}]}],"
        "\"title\":\"Bo\",\"thread_path\":\"inbox/bo_1\"}";
    c.folder.write("in/chat.zip", zipBytes({{"inbox/bo_1/message_1.json", thread},
                                            {"inbox/bo_1/photos/1.jpg", "et billede"}}));
    c.folder.write("in/sealed.zip", exportZip("rolig sol"));
    core::base::Progress progress;
    const auto found = core::import::scan({c.folder.path() / "in"}, {}, progress);
    REQUIRE(found.size() == 4);
    CHECK(found[1].missing == 1);
    CHECK(found[2].isShown);
    CHECK(found[3].isSealed);
    CHECK_FALSE(found[0].isSealed);
}

TEST_CASE("archives in archives are opened to a depth, and then kept closed with a word about it") {
    TempCase c;
    std::string bytes = exportZip();
    for (int i = 0; i < 6; ++i) bytes = zipBytes({{"inner.zip", bytes}});
    const auto report = c.importFile("deep.zip", bytes);
    CHECK(number(c, "SELECT count(*) FROM issue WHERE code = 'too-deep'") == 1);
    CHECK(report.files.size() == 5);
}

TEST_CASE("what an export never holds is in its report, however many odd things come before") {
    TempCase c;
    std::string messages;
    for (int i = 0; i < 1200; ++i)
        messages += std::string(i == 0 ? "" : ",") +
                    "{\"sender_name\":\"Bo\",\"timestamp_ms\":" + std::to_string(kMay3 + i * 1000) +
                    ",\"is_unsent\":true}";
    const auto report = c.importFile(
        "message_1.json", "{\"participants\":[{\"name\":\"Bo\"},{\"name\":\"Anna\"}],\"messages\":[" +
                              messages + "],\"title\":\"Bo\",\"thread_path\":\"inbox/bo_1\"}");
    REQUIRE(report.files[0].issueCount > 1000);
    CHECK(report.files[0].issues.back().code == IssueCode::NotContained);
}

TEST_CASE(
    "a workbook in an archive is read by the reader whose rows are packed in it, and a look says so before") {
    TempCase c;
    const std::string book = readFile(std::string(LOGBOG_TEST_DATA) + "/imazing/beskeder.xlsx");
    const auto path = c.folder.write("iphone.zip", zipBytes({{"beskeder.xlsx", book}}));
    core::import::ImportOptions options;
    core::base::Progress progress;
    CHECK(core::import::scan({path}, options, progress).back().format == "imazing");
    const auto report = core::import::importFiles(*c.store, {path}, options, progress);
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[1].format == "imazing");
    CHECK(report.files[1].items == 8);
}
