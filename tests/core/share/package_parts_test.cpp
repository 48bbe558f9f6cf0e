// SPDX-License-Identifier: GPL-3.0-or-later
// A package whose PDF is in parts, locked or for an archive: the list, the read-me, the check and the gate go
// over every part.
#include "core/base/error.h"
#include "tests/core/share/share_case.h"
#include "tests/support/pdf_text.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using namespace tests;
namespace fs = std::filesystem;

namespace {

core::share::PackageOptions packageOptions() {
    core::share::PackageOptions options;
    options.report = reportOptions();
    return options;
}

core::share::PackageResult share(TempCase& c, const core::share::PackageOptions& options,
                                 const std::string& name) {
    core::base::Progress progress;
    return core::share::writePackage(*c.store, options, c.folder.path() / name, progress);
}

// At which the PDF of this case falls into parts.
core::share::PackageOptions inParts(TempCase& c) {
    auto options = packageOptions();
    const auto whole = share(c, options, "whole");
    REQUIRE(whole.report.parts.size() == 1);
    options.report.maxPartBytes = fs::file_size(whole.report.path) / 3;
    return options;
}

bool holds(const std::string& text, const std::string& word) { return text.find(word) != std::string::npos; }

} // namespace

TEST_CASE("a package holds the parts of its log, and its lists and the check go over each of them") {
    TempCase c;
    fillCase(c);
    const auto options = inParts(c);
    for (const std::string name : {"package", "package.zip"}) {
        const auto result = share(c, options, name);
        CHECK(result.report.parts.size() > 1);
        CHECK(verify(c.folder.path() / name).empty());
    }
    const fs::path folder = c.folder.path() / "package";
    CHECK_FALSE(fs::exists(folder / "logskema.pdf"));
    const auto result = share(c, options, "again");
    const std::string count = std::to_string(result.report.parts.size());
    for (std::size_t i = 0; i < result.report.parts.size(); ++i) {
        const auto& part = result.report.parts[i];
        const std::string name = "logskema Del " + std::to_string(i + 1) + " af " + count + ".pdf";
        CHECK(part.path == c.folder.path() / "again" / name);
        for (const char* list : {"manifest.json", "manifest.csv", "LÆSMIG.txt"}) {
            const std::string text = readFile(c.folder.path() / "again" / list);
            CHECK(holds(text, part.sha256));
            CHECK(holds(text, name));
        }
        std::string bytes = readFile(folder / name);
        REQUIRE(bytes.size() > 100);
        bytes[bytes.size() / 2] ^= 1;
        const std::string intact = readFile(folder / name);
        c.folder.write("package/" + name, bytes);
        const auto findings = verify(folder);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].what + " " + findings[0].file == "changed " + name);
        c.folder.write("package/" + name, intact);
    }
    CHECK(holds(readFile(folder / "LÆSMIG.txt"), "delt i " + count + " PDF-filer"));
}

TEST_CASE("each part of a package is entered in the history under the package's name") {
    TempCase c;
    fillCase(c);
    const auto result = share(c, inParts(c), "pakke");
    const auto events = c.reader->custody(0);
    CHECK(events.at(0).subject == "pakke");
    CHECK(holds(events.at(0).detail, result.manifestSha256));
    const std::size_t count = result.report.parts.size();
    REQUIRE(events.size() > count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& part = result.report.parts[count - 1 - i];
        CHECK(events.at(i + 1).subject == "pakke/" + part.path.filename().string());
        CHECK(holds(events.at(i + 1).detail, part.sha256));
    }
}

TEST_CASE("what is protected stands in no part of a package") {
    TempCase c;
    fillCase(c);
    const auto result = share(c, inParts(c), "pakke");
    std::string all;
    for (const auto& part : result.report.parts)
        for (const std::string& page : pdfPages(part.path)) all += page;
    CHECK(holds(all, "Svar mig"));
    CHECK(holds(all, "ved, at du bor"));
    CHECK_FALSE(holds(all, "kebakken"));
    CHECK(result.heldBackOriginals > 0);
}

TEST_CASE("a locked PDF of a package is locked in each part, and the read-me says what is not") {
    TempCase c;
    fillCase(c);
    auto options = inParts(c);
    CHECK_FALSE(holds(readFile(c.folder.path() / "whole/LÆSMIG.txt"), "låst"));
    options.report.output.password = std::make_shared<core::base::SecretText>("blå hest");
    const auto result = share(c, options, "pakke");
    REQUIRE(result.report.parts.size() > 1);
    for (const auto& part : result.report.parts) {
        const std::string bytes = readFile(part.path);
        CHECK(holds(bytes, "/AESV3"));
        CHECK_FALSE(holds(bytes, "Logbog"));
    }
    const std::string readMe = readFile(c.folder.path() / "pakke/LÆSMIG.txt");
    CHECK(holds(readMe, "PDF'en er låst"));
    CHECK(holds(readMe, "The PDF is locked"));
    CHECK_FALSE(holds(readMe, "hest"));
    CHECK_FALSE(holds(readFile(c.folder.path() / "pakke/manifest.json"), "hest"));
    CHECK(verify(c.folder.path() / "pakke").empty());
    options.report.output.archive = core::share::Archive::A2b;
    CHECK_THROWS_AS(share(c, options, "b"), core::base::Error);
    CHECK_FALSE(fs::exists(c.folder.path() / "b"));
}
