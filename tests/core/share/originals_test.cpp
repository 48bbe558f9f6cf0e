// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/manifest.h"
#include "tests/core/share/share_case.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
namespace fs = std::filesystem;

namespace {

const std::string kHelp = "+4570203082";

core::share::PackageResult share(TempCase& c, const std::string& name,
                                 core::share::PackageOptions options = {}, int contextMessages = 0) {
    const auto wanted = options.heldBackButWanted;
    const auto language = options.report.language;
    options.report = reportOptions(contextMessages);
    options.report.language = language;
    core::base::Progress progress;
    const auto result = core::share::writePackage(*c.store, options, c.folder.path() / name, progress);
    CHECK(core::share::verifyPackage(result.path, progress).empty());
    return result;
}

std::vector<std::string> filesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).string());
    std::sort(names.begin(), names.end());
    return names;
}

// His messages between those of the crisis centre.
void importThreads(TempCase& c) {
    c.importFile("sms.xml", smsFile({smsLine(kHelp, kMay3 - 60000, 1, "Din tid paa krisecentret"),
                                     smsLine(kHim, kMay3, 1, "Er du hjemme?"),
                                     smsLine(kHelp, kMay3 + 60000, 1, "Vi ses paa krisecentret"),
                                     smsLine(kHim, kMay3 + 120000, 1, "Svar mig")}));
    c.sayWho({kHim}, {});
}

std::vector<core::model::Id> idsFrom(TempCase& c, const std::string& number) {
    std::vector<core::model::Id> ids;
    for (const auto& row : c.items())
        if (row.from.written == number) ids.push_back(row.id);
    return ids;
}

} // namespace

TEST_CASE("of a file with other conversations only the shown records go along, byte for byte") {
    TempCase c;
    importThreads(c);
    incidentWith(c, {idsFrom(c, kHim).front()});
    const auto result = share(c, "p");
    CHECK(result.originals == 0);
    CHECK(result.extracts == 1);
    REQUIRE(result.heldBack.size() == 1);
    CHECK(result.heldBack[0].isOther);
    CHECK(result.heldBack[0].recordsGoAlong);
    CHECK(result.heldBack[0].label == "indeholder 3 poster, som intet bilag viser, med 1 anden person");
    const fs::path folder = c.folder.path() / "p";
    CHECK_FALSE(holds(folder, "krisecentret"));
    CHECK_FALSE(holds(folder, kHelp));
    CHECK_FALSE(holds(folder, "Svar mig"));
    const std::string whole = readFile(c.folder.path() / "exports/sms.xml");
    const std::string record = readFile(folder / "originaler/K1-uddrag/post-000002.xml");
    CHECK(record.find("Er du hjemme?") != std::string::npos);
    CHECK(whole.find(record) != std::string::npos);
    const std::string manifest = readFile(folder / "manifest.json");
    CHECK(manifest.find("\"offset\": " + std::to_string(whole.find(record))) != std::string::npos);
    CHECK(manifest.find("\"source_sha256\": \"" + c.reader->sources()[0].sha256) != std::string::npos);
}

TEST_CASE("the messages around that of an incident go along as records of their own") {
    TempCase c;
    importThreads(c);
    incidentWith(c, {idsFrom(c, kHim).front()});
    CHECK(share(c, "p", {}, 2).extracts == 2);
    const fs::path folder = c.folder.path() / "p";
    CHECK(holds(folder, "Svar mig"));
    CHECK_FALSE(holds(folder, "krisecentret"));
}

TEST_CASE("an export whose every record is shown goes along whole, however many blanks stand between them") {
    TempCase c;
    std::vector<std::string> lines;
    for (int i = 0; i < 1500; ++i)
        lines.push_back("\n      " + smsLine(kHim, kMay3 + i * 1000, 1, "Er du hjemme?"));
    c.importFile("sms.xml", smsFile(lines));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    const auto result = share(c, "p");
    CHECK(result.originals == 1);
    CHECK(result.extracts == 0);
}

TEST_CASE("words between the records of an export hold it back, however few") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "Er du hjemme?"), "\n  somebody was here  \n",
                                     smsLine(kHim, kMay3 + 60000, 1, "Svar mig")}));
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    const auto result = share(c, "p");
    CHECK(result.originals == 0);
    CHECK(result.extracts == 2);
}

TEST_CASE("a file with other conversations goes along whole when it is asked for by name") {
    TempCase c;
    importThreads(c);
    incidentWith(c, {idsFrom(c, kHim).front()});
    core::share::PackageOptions options;
    options.heldBackButWanted = {1};
    const auto result = share(c, "p", options);
    CHECK(result.originals == 1);
    CHECK(result.extracts == 0);
    CHECK(readFile(c.folder.path() / "p/originaler/K1-sms.xml") ==
          readFile(c.folder.path() / "exports/sms.xml"));
}

TEST_CASE("what was left out after its exhibit got a number does not go along") {
    TempCase c;
    importThreads(c);
    const auto his = idsFrom(c, kHim);
    incidentWith(c, {his[0]});
    const auto second = incidentWith(c, {his[1]});
    CHECK(share(c, "before").extracts == 2);
    SECTION("an item") { c.editor->setExcluded({his[1]}, true); }
    SECTION("an incident") {
        auto incident = *c.reader->incident(second);
        incident.status = core::model::IncidentStatus::LeftOut;
        c.editor->saveIncident(incident);
    }
    CHECK(share(c, "after", {}, 2).extracts == 1); // nor as what was said around it
    CHECK_FALSE(holds(c.folder.path() / "after", "Svar mig"));
}

TEST_CASE("a record that holds something protected stays behind alone") {
    TempCase c;
    c.importFile("sms.xml", smsFile({smsLine(kHim, kMay3, 1, "Er du hjemme?"),
                                     smsLine(kHim, kMay3 + 60000, 1, "Bor du paa Birkevej 9?")}));
    c.sayWho({kHim}, {});
    c.editor->addProtectedTerm("Birkevej 9", "adresse");
    c.acceptAllEpisodes();
    const auto result = share(c, "p");
    CHECK(result.originals == 0);
    CHECK(result.extracts == 1);
    CHECK_FALSE(holds(c.folder.path() / "p", "Birkevej"));
    CHECK(holds(c.folder.path() / "p/originaler", "Er du hjemme?"));
}

TEST_CASE("a later export that holds earlier messages again does not go along whole") {
    TempCase c;
    const auto help = smsLine(kHelp, kMay3 - 60000, 1, "Din tid paa krisecentret");
    c.importFile("a.xml", smsFile({help}));
    c.importFile("b.xml", smsFile({help, smsLine(kHim, kMay3, 1, "Er du hjemme?")}));
    c.sayWho({kHim}, {});
    incidentWith(c, {idsFrom(c, kHim).front()});
    const auto result = share(c, "p");
    CHECK(result.originals == 0);
    CHECK(result.extracts == 1);
    CHECK_FALSE(holds(c.folder.path() / "p", "krisecentret"));
}

TEST_CASE("a picture with a place in a message holds the message back") {
    TempCase c;
    // A JPEG's beginning with an Exif block: a first directory that points to a GPS directory with two tags.
    const std::string picture =
        "/9j/4QBARXhpZgAASUkqAAgAAAABACWIBAABAAAAGgAAAAAAAAACAAIABQADAAAAAAAAAAQABQADAAAA"
        "AAAAAAAAAAD/2Q==";
    c.importFile("sms.xml",
                 "<?xml version='1.0' encoding='UTF-8'?>\n<smses count=\"2\">\n<mms date=\"" +
                     std::to_string(kMay3) + "\" msg_box=\"1\" address=\"" + kHim +
                     "\" m_type=\"132\"><parts><part seq=\"0\" ct=\"image/jpeg\" name=\"a.jpg\" data=\"" +
                     picture + "\"/></parts><addrs><addr address=\"" + kHim +
                     "\" type=\"137\" charset=\"106\"/></addrs></mms>\n" +
                     smsLine(kHim, kMay3 + 60000, 1, "Svar mig") + "\n</smses>\n");
    c.sayWho({kHim}, {});
    c.acceptAllEpisodes();
    REQUIRE(c.items().size() == 2);
    const auto result = share(c, "p");
    CHECK(result.originals == 0);
    CHECK(result.extracts == 1);
    CHECK_FALSE(holds(c.folder.path() / "p", picture.substr(0, 40)));
}

TEST_CASE("an English edition has English names, and the keys of its own log form") {
    TempCase c;
    importThreads(c);
    c.importFile("note.txt", "hans seddel");
    const auto his = idsFrom(c, kHim);
    core::model::Id note = 0;
    for (const auto& row : c.items())
        if (row.fileName == "note.txt") note = row.id;
    incidentWith(c, {his[0]});
    incidentWith(c, {note});
    core::share::PackageOptions options;
    options.report.language = core::base::Language::English;
    share(c, "p", options);
    CHECK(filesIn(c.folder.path() / "p") ==
          std::vector<std::string>{"README.txt", "log-form.pdf", "manifest.csv", "manifest.json",
                                   "originals/S1-extract/record-000002.xml", "originals/S2-note.txt"});
    CHECK(readFile(c.folder.path() / "p/README.txt").find("sha256sum \"originals/S2-note.txt\"") !=
          std::string::npos);
}

TEST_CASE("a long name is cut at a letter, and blanks and full stops at its end are dropped") {
    TempCase c;
    const std::string kept(119, 'x');
    c.importFile(kept + "æ" + std::string(60, 'x') + ".txt", "en seddel"); // the letter is cut by 120 bytes
    c.importFile("ende. .", "to sedler");
    for (const auto& row : c.items()) incidentWith(c, {row.id});
    share(c, "p");
    for (const std::string& name : filesIn(c.folder.path() / "p/originaler")) {
        INFO(name);
        CHECK(name.size() <= 160);
        CHECK_FALSE(name.ends_with('.'));
        CHECK_FALSE(name.ends_with(' '));
        CHECK((name.substr(3) == kept + ".txt" || name.substr(3) == "ende"));
    }
}
