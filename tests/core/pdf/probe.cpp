// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/pdf/probe.h"

#include "core/base/utf8.h"
#include "tests/support/temp_folder.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>

#include <catch2/catch_test_macros.hpp>
#include <sys/wait.h>

namespace tests {
namespace {

void need(const char* program) {
    int status = 0;
    run(std::string("command -v ") + program, &status);
    if (status != 0) SKIP(std::string(program) + " is not installed");
}

bool isDirectionMark(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

} // namespace

std::string run(const std::string& command, int* status) {
    FILE* pipe = ::popen(("(" + command + ") 2>&1").c_str(), "r");
    if (!pipe) throw std::runtime_error("no pipe");
    std::string out;
    std::array<char, 65536> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        out.append(buffer.data(), n);
    }
    const int code = ::pclose(pipe);
    if (status) *status = WIFEXITED(code) ? WEXITSTATUS(code) : -1;
    return out;
}

std::unique_ptr<core::pdf::Canvas> newCanvas(const core::pdf::Metadata& metadata) {
    try {
        return std::make_unique<core::pdf::Canvas>(core::pdf::defaultFontFolders(), metadata);
    } catch (const core::base::Error& e) {
        SKIP(e.what());
    }
    return nullptr;
}

void save(core::pdf::Canvas& canvas, const std::filesystem::path& target) {
    core::base::Progress progress;
    canvas.save(target, progress);
}

bool isCleanPdf(const std::filesystem::path& file) {
    need("qpdf");
    int status = 0;
    const std::string said = run("qpdf --check '" + file.string() + "'", &status);
    UNSCOPED_INFO(said);
    return status == 0;
}

std::string textOf(const std::filesystem::path& file, const std::string& options) {
    need("pdftotext");
    const std::string raw = run("pdftotext -enc UTF-8 " + options + " '" + file.string() + "' -");
    std::string out;
    for (std::size_t pos = 0; pos < raw.size();) {
        const char32_t c = core::base::nextCodePoint(raw, pos);
        if (c != '\f' && !isDirectionMark(c)) core::base::appendUtf8(out, c);
    }
    return out;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

std::string withoutBlanks(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n') out += c;
    }
    return out;
}

std::map<char32_t, int> signsOf(const std::string& text) {
    std::map<char32_t, int> counts;
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = core::base::nextCodePoint(text, pos);
        if (c != ' ' && c != '\n' && !isDirectionMark(c)) ++counts[c];
    }
    return counts;
}

std::string roundTrip(const std::string& text, const std::string& options) {
    const TempFolder folder;
    const auto canvas = newCanvas();
    const auto paragraph = canvas->layout(text, {}, 170);
    canvas->newPage(210, std::max(297.0, paragraph.heightMm() + 40));
    canvas->draw(paragraph, 20, 20);
    const auto file = folder.path() / "page.pdf";
    save(*canvas, file);
    REQUIRE(isCleanPdf(file));
    return textOf(file, options);
}

int Pixels::channel(double x, double y, int c) const {
    const int column = std::min(width - 1, static_cast<int>(x * width));
    const int row = std::min(height - 1, static_cast<int>(y * height));
    return static_cast<unsigned char>(rgb.at(
        (static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column)) *
            3 +
        static_cast<std::size_t>(c)));
}

bool Pixels::isDark(double x, double y) const {
    return channel(x, y, 0) + channel(x, y, 1) + channel(x, y, 2) < 3 * 128;
}

Pixels render(const std::filesystem::path& file, int dpi, int page) {
    need("pdftoppm");
    const std::string number = std::to_string(page);
    std::istringstream ppm(run("pdftoppm -r " + std::to_string(dpi) + " -f " + number + " -l " + number +
                               " '" + file.string() + "'"));
    Pixels out;
    std::string magic;
    int depth = 0;
    ppm >> magic >> out.width >> out.height >> depth;
    REQUIRE(magic == "P6");
    ppm.get();
    out.rgb.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 3);
    ppm.read(out.rgb.data(), static_cast<std::streamsize>(out.rgb.size()));
    REQUIRE(ppm);
    return out;
}

} // namespace tests
