// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs with a password and PDFs for an archive, looked at with qpdf.
#include "tests/core/pdf/probe.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch_test_macros.hpp>

using namespace core::pdf;

namespace {

std::shared_ptr<const core::base::SecretText> secret(std::string_view text) {
    return std::make_shared<core::base::SecretText>(text);
}

void drawPage(Canvas& canvas, const std::string& text = "Hun sagde nej 😀") {
    canvas.newPage(210, 297);
    canvas.draw(canvas.layout(text, {}, 170), 20, 20);
    canvas.bookmark("Forside", 0, 0);
}

} // namespace

TEST_CASE("a PDF with a password is locked with AES-256 and opens with nothing else", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "locked.pdf";
    Metadata metadata;
    metadata.title = "Hemmelig titel";
    Canvas canvas(defaultFontFolders(), metadata, {Archive::None, secret("blå rød grød 7")});
    drawPage(canvas);
    tests::save(canvas, file);
    const auto password = folder.write("password.txt", "blå rød grød 7\n");
    int status = 0;
    const std::string said = tests::run("qpdf --password-file='" + password.string() +
                                            "' --show-encryption --check '" + file.string() + "'",
                                        &status);
    CHECK(status == 0);
    CHECK(said.find("AESv3") != std::string::npos);
    CHECK(said.find("No syntax or stream encoding errors found") != std::string::npos);
    tests::run("qpdf --check '" + file.string() + "'", &status);
    CHECK(status != 0);
    tests::run("qpdf --password=forkert --check '" + file.string() + "'", &status);
    CHECK(status != 0);
    CHECK(tests::readFile(file).find("Hemmelig titel") == std::string::npos); // nor its metadata
    CHECK(tests::textOf(file, "-upw 'blå rød grød 7' -raw").find("Hun sagde nej 😀") != std::string::npos);
}

TEST_CASE("a PDF for an archive cannot have a password", "[core][pdf]") {
    CHECK_THROWS_AS(Canvas(defaultFontFolders(), {}, {Archive::A2b, secret("x")}), core::base::Error);
}

namespace {

// Other people's judgement on PDF/A-1b; skips the test where it is not installed.
std::string preflight(const std::filesystem::path& file) {
    const std::string jars = "/usr/share/java/";
    std::string path;
    for (const char* jar :
         {"preflight.jar", "pdfbox2.jar", "fontbox2.jar", "xmpbox.jar", "commons-logging.jar",
          "commons-io.jar", "jaxb-api.jar", "javax.activation.jar"}) {
        if (!std::filesystem::exists(jars + jar)) SKIP("PDFBox preflight is not installed");
        path += (path.empty() ? "" : ":") + jars + jar;
    }
    int status = 0;
    tests::run("java -version", &status);
    if (status != 0) SKIP("there is no Java");
    return tests::run("java -cp " + path + " org.apache.pdfbox.preflight.Validator_A1b '" + file.string() +
                      "'");
}

const char* const kManyScripts = "Hun sagde nej 😀 "
                                 "👨‍👩‍👧‍👦 ❤️ "
                                 "السَّلامُ عليكم שָׁלוֹם "
                                 "नमस्ते สวัสดี "
                                 "你好 こんにちは 안녕하세요 "
                                 "Καλημέρα Съешь \U000E0021";

} // namespace

TEST_CASE("a PDF/A-2b says so, brings its colours along and keeps its pictures of emoji", "[core][pdf]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "a2b.pdf";
    Metadata metadata;
    metadata.title = "Logskema – Sag 7F3";
    metadata.language = "da-DK";
    metadata.createdMs = 1'759'234'320'000;
    Canvas canvas(defaultFontFolders(), metadata, {Archive::A2b, nullptr});
    drawPage(canvas, kManyScripts);
    tests::save(canvas, file);
    CHECK(tests::isCleanPdf(file));
    const std::string json = tests::run("qpdf --qdf --object-streams=disable '" + file.string() + "' -");
    CHECK(json.find("<pdfaid:part>2</pdfaid:part>") != std::string::npos);
    CHECK(json.find("<pdfaid:conformance>B</pdfaid:conformance>") != std::string::npos);
    CHECK(json.find("/GTS_PDFA1") != std::string::npos);
    CHECK(json.find("/SMask") != std::string::npos);
    CHECK(json.find("/Encrypt") == std::string::npos);
    CHECK(tests::signsOf(tests::textOf(file)) == tests::signsOf(kManyScripts));
}

TEST_CASE("a PDF/A-1b with every script and emoji is valid", "[core][pdf][slow]") {
    const tests::TempFolder folder;
    const auto file = folder.path() / "a1b.pdf";
    Metadata metadata;
    metadata.title = "Logskema – Sag 7F3";
    metadata.language = "da-DK";
    metadata.createdMs = 1'759'234'320'000;
    Canvas canvas(defaultFontFolders(), metadata, {Archive::A1b, nullptr});
    drawPage(canvas, kManyScripts);
    canvas.destination("her", 20);
    canvas.link(10, 10, 20, 20, "her");
    tests::save(canvas, file);
    CHECK(tests::isCleanPdf(file));
    CHECK(tests::readFile(file).starts_with("%PDF-1.4"));
    CHECK(tests::signsOf(tests::textOf(file)) == tests::signsOf(kManyScripts));
    const std::string said = preflight(file);
    CAPTURE(said);
    CHECK(said.find("is a valid PDF/A-1b file") != std::string::npos);
}
