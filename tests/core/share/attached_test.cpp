// SPDX-License-Identifier: GPL-3.0-or-later
// Files that messages show, beside the file that the messages are in.
#include "core/base/sha256.h"
#include "core/report/redactor.h"
#include "core/share/gate.h"
#include "tests/core/format/outlook/outlook_fixture.h"
#include "tests/core/share/share_case.h"
#include "tests/support/zip_bytes.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace tests;
namespace fs = std::filesystem;

namespace {

// A JPEG's beginning with an Exif block: a first directory that points to a GPS directory with two tags.
const std::string kWithPlace =
    std::string("\xFF\xD8\xFF\xE1\0\x40"
                "Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\x1A\0\0\0\0\0\0\0"
                "\x02\0\x02\0\x05\0\x03\0\0\0\0\0\0\0\x04\0\x05\0\x03\0\0\0\0\0\0\0\0\0\0\0",
                68) +
    "\xFF\xD9";

std::string message(std::int64_t ms, const std::string& text, const std::string& picture = {}) {
    std::string json = "{\"sender_name\":\"Bo Lund\",\"timestamp_ms\":" + std::to_string(ms);
    if (!text.empty()) json += ",\"content\":\"" + text + "\"";
    if (!picture.empty()) json += ",\"photos\":[{\"uri\":\"photos/" + picture + "\"}]";
    return json + "}";
}

std::string thread(const std::vector<std::string>& messages, const std::string& title = "Bo Lund") {
    std::string json = "{\"participants\":[{\"name\":\"Bo Lund\"},{\"name\":\"Anna Dal\"}],\"messages\":[";
    for (const std::string& one : messages) json += (one == messages.front() ? "" : ",") + one;
    return json + "],\"title\":\"" + title + "\",\"thread_path\":\"inbox/bolund_1\"}";
}

void isOffender(TempCase& c, const std::string& name) {
    std::vector<core::model::Id> ids;
    for (const auto& row : c.reader->identifiers())
        if (row.written == name) ids.push_back(row.id);
    c.editor->assignIdentifiers(ids, core::model::PartyRole::Offender);
}

core::model::Id withText(TempCase& c, const std::string& text) {
    for (const auto& row : c.items())
        if (row.text.find(text) != std::string::npos || row.subject == text) return row.id;
    FAIL("no item says " << text);
    return 0;
}

// A thread with two messages that show a picture each, and a file that none shows.
void importThread(TempCase& c, const std::string& first, const std::string& firstName = "1.jpg",
                  const std::string& title = "Bo Lund") {
    const fs::path folder = c.folder.path() / "exports/bolund_1";
    c.folder.write("exports/bolund_1/message_1.json",
                   thread({message(kMay3, "Se her", firstName), message(kMay3 + 60000, "Og her", "2.jpg"),
                           message(kMay3 + 120000, "Her ogsaa", "3.jpg")},
                          title));
    c.folder.write("exports/bolund_1/photos/" + firstName, first);
    c.folder.write("exports/bolund_1/photos/2.jpg", "billede to af huset");
    c.folder.write("exports/bolund_1/photos/9.txt", "intet bilag viser det");
    c.import({folder});
    isOffender(c, "Bo Lund");
}

core::share::PackageResult share(TempCase& c, core::share::PackageOptions options = {}) {
    const auto wanted = options.heldBackButWanted;
    options.report = reportOptions();
    core::base::Progress progress;
    const auto result = core::share::writePackage(*c.store, options, c.folder.path() / "p", progress);
    CHECK(core::share::verifyPackage(result.path, progress).empty());
    return result;
}

std::vector<std::string> originalsIn(TempCase& c) {
    const fs::path folder = c.folder.path() / "p/originaler";
    std::vector<std::string> names;
    if (!fs::exists(folder)) return names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string manifest(TempCase& c) { return readFile(c.folder.path() / "p/manifest.json"); }

} // namespace

TEST_CASE("the picture of a message goes along whole, and no file that no exhibit shows") {
    TempCase c;
    importThread(c, "billede et af huset");
    incidentWith(c, {withText(c, "Se her")});
    const auto result = share(c);
    CHECK(result.originals == 1);
    CHECK(result.extracts == 1);
    CHECK(originalsIn(c) == std::vector<std::string>{"K1-uddrag/post-000001.json", "K2-1.jpg"});
    CHECK(readFile(c.folder.path() / "p/originaler/K2-1.jpg") == "billede et af huset");
    CHECK(manifest(c).find("\"original_name\": \"1.jpg\"") != std::string::npos);
    CHECK(manifest(c).find(core::base::toHex(core::base::sha256("billede et af huset"))) !=
          std::string::npos);
    CHECK_FALSE(holds(c.folder.path() / "p", "billede to"));
    CHECK_FALSE(holds(c.folder.path() / "p", "intet bilag"));
}

TEST_CASE("a picture with a place stays behind alone, and its message goes along") {
    TempCase c;
    importThread(c, kWithPlace);
    incidentWith(c, {withText(c, "Se her"), withText(c, "Og her")});
    const auto result = share(c);
    CHECK(originalsIn(c) ==
          std::vector<std::string>{"K1-uddrag/post-000001.json", "K1-uddrag/post-000002.json", "K3-2.jpg"});
    const auto held = std::find_if(result.heldBack.begin(), result.heldBack.end(),
                                   [](const auto& finding) { return finding.where == "1.jpg"; });
    REQUIRE(held != result.heldBack.end());
    CHECK(held->label == "stedet, hvor fotoet er taget (GPS)");
}

TEST_CASE("a protected term in the bytes or the name of a picture keeps it in the case") {
    TempCase c;
    SECTION("in the bytes") {
        importThread(c, "xmp: Birkevej 9");
        incidentWith(c, {withText(c, "Se her")});
        c.editor->addProtectedTerm("Birkevej 9", "adresse");
        share(c);
        CHECK(originalsIn(c) == std::vector<std::string>{"K1-uddrag/post-000001.json"});
    }
    SECTION("in the name, which the message says too") {
        importThread(c, "et billede", "Birkevej 9.jpg");
        incidentWith(c, {withText(c, "Se her")});
        c.editor->addProtectedTerm("Birkevej 9", "adresse");
        const auto result = share(c);
        CHECK(originalsIn(c).empty());
        CHECK(result.heldBackOriginals == 2);
    }
    CHECK_FALSE(holds(c.folder.path() / "p", "Birkevej"));
}

TEST_CASE("a term that the export writes in escapes is found, in either of its ways") {
    TempCase c;
    const bool isMangled = GENERATE(false, true);
    importThread(c, "et billede", "1.jpg",
                 isMangled ? "L\\u00c3\\u00a6rkebakken 27" : "L\\u00e6rkebakken 27");
    core::report::Redactor redactor("[%1]");
    redactor.protect("Lærkebakken 27", "adresse");
    const core::base::Catalog english(core::base::Language::English);
    const core::share::Gate gate(*c.reader, redactor, english);
    core::base::Progress progress;
    for (const auto& source : c.reader->sources())
        CHECK(gate.checkSource(source, progress).empty() == (source.name != "message_1.json"));
}

TEST_CASE("a file that the export did not hold is said in the manifest, with its name struck out") {
    TempCase c;
    importThread(c, "et billede");
    incidentWith(c, {withText(c, "Her ogsaa")});
    c.editor->addProtectedTerm("3.jpg", "fil");
    const auto result = share(c);
    CHECK(result.missing == 1);
    CHECK(originalsIn(c).empty());
    CHECK(manifest(c).find("\"missing\": [\n") != std::string::npos);
    CHECK(readFile(c.folder.path() / "p/manifest.csv").find(";;;missing;") != std::string::npos);
    CHECK_FALSE(holds(c.folder.path() / "p", "3.jpg"));
}

TEST_CASE("an archive never goes along, only what is shown out of it") {
    TempCase c;
    c.importFile("export.zip",
                 zipBytes({{"inbox/bolund_1/message_1.json", thread({message(kMay3, "Se her", "1.jpg")})},
                           {"inbox/bolund_1/photos/1.jpg", "billede et"},
                           {"profil/anna.txt", "hendes egen profil"}}));
    isOffender(c, "Bo Lund");
    incidentWith(c, {withText(c, "Se her")});
    core::share::PackageOptions options;
    for (const auto& source : c.reader->sources())
        if (source.format == "archive") options.heldBackButWanted = {source.id};
    REQUIRE(options.heldBackButWanted.size() == 1);
    share(c, options);
    CHECK(originalsIn(c) == std::vector<std::string>{"K1-uddrag/post-000001.json", "K2-1.jpg"});
    CHECK_FALSE(holds(c.folder.path() / "p", "hendes egen profil"));
    CHECK_FALSE(holds(c.folder.path() / "p", "export.zip"));
}

TEST_CASE("a record that stands nowhere byte for byte goes along as the text of the log form") {
    TempCase c;
    using core::format::outlook::Tag;
    const MsgNode inner = MsgNode()
                              .text(Tag::MessageClass, "IPM.Note")
                              .text(Tag::Subject, "indre")
                              .text(Tag::Body, "Jeg holder ved Birkevej 9 nu.\r\n")
                              .text(Tag::SentRepresentingType, "SMTP")
                              .text(Tag::SentRepresentingAddress, "bo@example.org")
                              .time(Tag::ClientSubmitTime, kMay3)
                              .recipient(person("Anna", "anna@example.org", 1));
    c.importFile("outer.msg", plainMessage().attachment(MsgNode().embedded(inner)).file());
    c.sayWho({"bo@example.org"}, {"anna@example.org"});
    c.editor->addProtectedTerm("Birkevej 9", "adresse");
    incidentWith(c, {withText(c, "indre")});
    const auto result = share(c);
    CHECK(result.originals == 0);
    CHECK(result.extracts == 0);
    CHECK(result.texts == 1);
    REQUIRE(originalsIn(c).size() == 1);
    CHECK(originalsIn(c)[0].ends_with("-tekst.txt"));
    const std::string text = readFile(c.folder.path() / "p/originaler" / originalsIn(c)[0]);
    CHECK(text.find("indre") != std::string::npos);
    CHECK(text.find("Jeg holder ved [") != std::string::npos);
    CHECK_FALSE(holds(c.folder.path() / "p", "Birkevej"));
    CHECK(manifest(c).find("\"kind\": \"text\"") != std::string::npos);
    CHECK(std::any_of(result.heldBack.begin(), result.heldBack.end(), [](const auto& finding) {
        return finding.label.find("kan ikke skæres ud") != std::string::npos && finding.recordsGoAlong;
    }));
}
