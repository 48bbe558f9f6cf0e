// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Looks at PDFs with other people's programs: qpdf, pdftotext, pdfinfo, pdftoppm. Skips the test where one is
// missing.

#include "core/pdf/canvas.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tests {

// What a command writes to both outputs; `status`, if given, its exit status.
std::string run(const std::string& command, int* status = nullptr);

// A canvas with the system's fonts; skips the test where Noto Sans is not installed.
std::unique_ptr<core::pdf::Canvas> newCanvas(const core::pdf::Metadata& metadata = {});
void save(core::pdf::Canvas& canvas, const std::filesystem::path& target);
bool isCleanPdf(const std::filesystem::path& file); // by `qpdf --check`

// Extracted text without form feeds and marks of direction. `options` as for pdftotext.
std::string textOf(const std::filesystem::path& file, const std::string& options = "-raw");
std::vector<std::string> linesOf(const std::string& text);
std::string withoutBlanks(const std::string& text); // blanks and line feeds
std::map<char32_t, int>
signsOf(const std::string& text); // how often each occurs; no blanks, no marks of direction

// One page from the text, set 170 mm wide, and the text that pdftotext finds on it.
std::string roundTrip(const std::string& text, const std::string& options = "-raw");

struct Pixels {
    int width = 0;
    int height = 0;
    std::string rgb;
    int channel(double x, double y, int c) const; // x, y from 0 to 1
    bool isDark(double x, double y) const;
};
Pixels render(const std::filesystem::path& file, int dpi, int page = 1);

} // namespace tests
