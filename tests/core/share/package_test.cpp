// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/share/share_case.h"

#include <algorithm>
#include <cctype>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
namespace fs = std::filesystem;

namespace {

core::share::PackageResult shareAs(TempCase& c, const std::string& name) {
    core::share::PackageOptions options;
    options.report = reportOptions();
    core::base::Progress progress;
    return core::share::writePackage(*c.store, options, c.folder.path() / name, progress);
}

} // namespace

TEST_CASE("a package holds the report, the originals that may leave, and verifies") {
    TempCase c;
    fillCase(c);
    const auto result = shareAs(c, "package");
    CHECK(result.originals == 1);
    CHECK(result.heldBack.size() >= 1);
    const fs::path folder = c.folder.path() / "package";
    CHECK(fs::exists(folder / "logskema.pdf"));
    CHECK(fs::exists(folder / "LÆSMIG.txt"));
    CHECK(readFile(folder / "originaler/K1-sms.xml") == readFile(c.folder.path() / "exports/sms.xml"));
    CHECK(verify(folder).empty());
    CHECK_FALSE(holds(folder, "rkebakken"));
    CHECK_FALSE(holds(folder, "12345700"));
}

TEST_CASE("what was held back goes along only when it is asked for by name") {
    TempCase c;
    fillCase(c);
    core::share::PackageOptions options;
    options.report = reportOptions();
    options.heldBackButWanted = {2};
    core::base::Progress progress;
    const auto result = core::share::writePackage(*c.store, options, c.folder.path() / "p", progress);
    CHECK(result.originals == 2);
}

TEST_CASE("a changed, a missing and an added file of a package are each named") {
    TempCase c;
    fillCase(c);
    shareAs(c, "package");
    const fs::path folder = c.folder.path() / "package";
    std::string pdf = readFile(folder / "logskema.pdf");
    pdf[pdf.size() / 2] ^= 1;
    c.folder.write("package/logskema.pdf", pdf);
    fs::remove(folder / "originaler/K1-sms.xml");
    c.folder.write("package/fremmed.txt", "x");
    std::vector<std::string> found;
    for (const auto& finding : verify(folder)) found.push_back(finding.what + " " + finding.file);
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::string>{"changed logskema.pdf", "extra fremmed.txt",
                                            "missing originaler/K1-sms.xml"});
}

TEST_CASE("a list or a read-me that was changed is named") {
    TempCase c;
    fillCase(c);
    shareAs(c, "package");
    const fs::path folder = c.folder.path() / "package";
    c.folder.write("package/manifest.csv", readFile(folder / "manifest.csv") + "x");
    std::string text = readFile(folder / "LÆSMIG.txt");
    for (std::size_t at = text.find("Dens kode er:"); at < text.size(); ++at)
        if (std::isxdigit(static_cast<unsigned char>(text[at])) != 0) text[at] = '0';
    c.folder.write("package/LÆSMIG.txt", text);
    std::vector<std::string> found;
    for (const auto& finding : verify(folder)) found.push_back(finding.what + " " + finding.file);
    CHECK(found == std::vector<std::string>{"changed manifest.csv", "changed LÆSMIG.txt"});
}

TEST_CASE("any change of the read-me is found") {
    TempCase c;
    fillCase(c);
    shareAs(c, "package");
    const fs::path folder = c.folder.path() / "package";
    const std::string text = readFile(folder / "LÆSMIG.txt");
    CHECK(text.find("sha256sum \"originaler/K1-sms.xml\"") != std::string::npos);
    c.folder.write("package/LÆSMIG.txt", text + "Spørg ikke mere.\r\n");
    const auto findings = verify(folder);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].what + " " + findings[0].file == "changed LÆSMIG.txt");
}

TEST_CASE("an export that cannot be put in place stands in the history as one that failed") {
    TempCase c;
    fillCase(c);
    fs::create_directory(c.folder.path() / "a.pdf"); // no file can take its place
    core::base::Progress progress;
    CHECK_THROWS_AS(core::share::writeReport(*c.store, reportOptions(), c.folder.path() / "a.pdf", progress),
                    core::base::Error);
    const auto events = c.reader->custody(0);
    CHECK(events[0].action == "export-failed");
    CHECK(events[1].action == "export");
    CHECK(events[1].detail.find("\"variant\":\"full\",\"language\":\"da\"") != std::string::npos);
    CHECK(fs::is_empty(c.folder.path() / "a.pdf"));
}

TEST_CASE("nothing is exported into the folder of the case") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    const auto database = readFile(c.folder.path() / "case/keys");
    CHECK_THROWS_AS(
        core::share::writeReport(*c.store, reportOptions(), c.folder.path() / "case/keys", progress),
        core::base::Error);
    CHECK_THROWS_AS(shareAs(c, "case/objects/../pakke"), core::base::Error);
    CHECK(readFile(c.folder.path() / "case/keys") == database);
}

TEST_CASE("a target with a slash at its end is the same target") {
    TempCase c;
    fillCase(c);
    CHECK(shareAs(c, "package/").originals == 1);
    CHECK(verify(c.folder.path() / "package").empty());
}

TEST_CASE("the name of the case is struck out in the manifest where it tells too much") {
    TempCase c;
    fillCase(c);
    c.editor->setCaseLabel("Sag Lærkebakken 27");
    shareAs(c, "package");
    CHECK_FALSE(holds(c.folder.path() / "package", "rkebakken"));
}

TEST_CASE("a package is entered in the history with the code of its manifest") {
    TempCase c;
    fillCase(c);
    const auto result = shareAs(c, "pakke.zip");
    const auto event = c.reader->custody(0).front();
    CHECK(event.action == "export");
    CHECK(event.subject == "pakke.zip");
    CHECK(event.detail.find(result.manifestSha256) != std::string::npos);
}

TEST_CASE("a zip is the same package, and a flipped byte in it is found") {
    TempCase c;
    fillCase(c);
    shareAs(c, "package.zip");
    const fs::path zip = c.folder.path() / "package.zip";
    CHECK(verify(zip).empty());
    const std::string whole = readFile(zip);
    int missed = 0;
    for (std::size_t at = 100; at < whole.size() / 2; at += whole.size() / 40) {
        std::string broken = whole;
        broken[at] ^= 0x10;
        const auto file = c.folder.write("broken.zip", broken);
        try {
            if (verify(file).empty()) ++missed;
        } catch (const core::base::Error&) {
        }
    }
    CHECK(missed == 0);
}

TEST_CASE("a target that is there already is not overwritten, and nothing is left beside it") {
    TempCase c;
    fillCase(c);
    c.folder.write("package/min fil.txt", "mit");
    CHECK_THROWS_AS(shareAs(c, "package"), core::base::Error);
    CHECK(readFile(c.folder.path() / "package/min fil.txt") == "mit");
    for (const auto& entry : fs::directory_iterator(c.folder.path()))
        CHECK_FALSE(entry.path().filename().string().starts_with(".logbog"));
}

TEST_CASE("the report is entered in the history with its hash, and exhibit numbers stay") {
    TempCase c;
    fillCase(c);
    core::base::Progress progress;
    const auto first =
        core::share::writeReport(*c.store, reportOptions(), c.folder.path() / "a.pdf", progress);
    CHECK(first.exhibits == 2);
    CHECK(first.redactions > 0);
    CHECK(c.reader->custody(0).front().action == "export");
    CHECK(c.reader->custody(0).front().detail.find(first.sha256) != std::string::npos);
    const auto numbers = c.reader->exhibits();
    core::share::writeReport(*c.store, reportOptions(), c.folder.path() / "b.pdf", progress);
    const auto again = c.reader->exhibits();
    REQUIRE(again.size() == numbers.size());
    for (std::size_t i = 0; i < again.size(); ++i) CHECK(again[i].items == numbers[i].items);
}
