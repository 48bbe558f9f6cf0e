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
