// SPDX-License-Identifier: GPL-3.0-or-later
// Pages as a grid of grey values, compared with what was looked at and found good. A change that is meant is
// looked at again, and the grids written anew with LOGBOG_GOLDEN=write.
#include "core/report/empty_form.h"
#include "tests/core/pdf/pages/rendering.h"
#include "tests/core/report/log_case.h"

#include <cmath>
#include <fstream>

#include <catch2/catch_test_macros.hpp>

using namespace tests;

namespace {

constexpr int kColumns = 30, kRows = 42; // of cells; on landscape pages the cells are wider than high

// Mean darkness of each cell, '0' white to 'z' black, a line a row.
std::vector<std::string> gridOf(const std::filesystem::path& pdf, int page) {
    const auto out = pdf.parent_path() / ("golden-" + std::to_string(page));
    const std::string p = std::to_string(page);
    REQUIRE(std::system(("pdftoppm -q -gray -r 40 -singlefile -f " + p + " -l " + p + " '" + pdf.string() +
                         "' '" + out.string() + "'")
                            .c_str()) == 0);
    std::ifstream file(out.string() + ".pgm", std::ios::binary);
    std::string magic;
    int width = 0, height = 0, most = 0;
    file >> magic >> width >> height >> most;
    file.get();
    std::string pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), '\0');
    file.read(pixels.data(), static_cast<std::streamsize>(pixels.size()));
    REQUIRE(magic == "P5");
    std::vector<double> sum(kColumns * kRows, 0), count(kColumns * kRows, 0);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto cell = static_cast<std::size_t>(y * kRows / height * kColumns + x * kColumns / width);
            sum[cell] += 255 - static_cast<unsigned char>(pixels[static_cast<std::size_t>(y * width + x)]);
            ++count[cell];
        }
    constexpr std::string_view kShades = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::vector<std::string> rows(kRows);
    for (std::size_t cell = 0; cell < sum.size(); ++cell) {
        const double dark =
            std::min(0.5, sum[cell] / count[cell] / 255) * 2; // half black is as dark as text gets
        rows[cell / kColumns] += kShades[static_cast<std::size_t>(std::lround(dark * 35))];
    }
    return rows;
}

int shadeOf(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

void checkGolden(const std::filesystem::path& pdf, int page, const std::string& name) {
    CAPTURE(name, page);
    REQUIRE(page > 0);
    const auto grid = gridOf(pdf, page);
    const auto path = std::filesystem::path(LOGBOG_TEST_DATA) / "golden" / (name + ".txt");
    if (const char* mode = std::getenv("LOGBOG_GOLDEN"); mode && std::string(mode) == "write") {
        std::ofstream file(path);
        for (const std::string& row : grid) file << row << "\n";
        return;
    }
    std::ifstream file(path);
    std::string row;
    int difference = 0, moved = 0;
    for (const std::string& now : grid) {
        std::getline(file, row);
        REQUIRE(row.size() == now.size());
        for (std::size_t i = 0; i < now.size(); ++i) {
            const int d = std::abs(shadeOf(now[i]) - shadeOf(row[i]));
            difference += d;
            moved += d > 6 ? 1 : 0; // text where there was none, or the other way round
        }
    }
    CHECK(difference < kColumns * kRows / 3);
    CHECK(moved < 12);
}

struct GoldenCase : Case {
    GoldenCase() : Case(messages()) {
        for (int i = 0; i < 9; ++i) {
            model::Incident n;
            n.type = i % 3 == 0 ? "approach" : (i % 3 == 1 ? "threat" : "gift");
            n.channel = "physical";
            n.title = "Stood at the gate";
            n.description = "He stood at the gate for ten minutes and went when a neighbour came out.";
            n.placeType = i % 2 == 0 ? "home" : "work";
            n.witnesses = i % 2 == 0 ? "V1, neighbour" : "";
            n.fear = 3;
            n.response = "none";
            n.highlight = i == 2;
            n.reportNumber = i == 4 ? "9999-73110-00731-25" : "";
            n.start = base::fromLocal({2025, 3 + i / 2, 4 + 2 * i, 17, 10, 0, 0}, base::kDefaultZone,
                                      base::Precision::Minute);
            addIncident(n);
        }
    }
    static std::string messages() {
        std::string xml = "<smses count=\"120\">";
        for (int i = 0; i < 120; ++i)
            xml += "<sms address=\"+4520110917\" date=\"" +
                   std::to_string(1740000000000LL + i * 93'000'000LL) +
                   "\" type=\"1\" body=\"Er du hjemme nu " + std::to_string(i) + "?\" />";
        return xml + "</smses>";
    }
};

} // namespace

TEST_CASE("the pages of a case look as they were found good") {
    GoldenCase c;
    const auto d = c.build();
    const auto pdf = c.folder.path() / "golden.pdf";
    const auto map = render(d, pdf).result.map;
    checkGolden(pdf, 1, "front");
    checkGolden(pdf, map.firstPage("overview"), "overview");
    checkGolden(pdf, map.firstPage("patterns"), "patterns");
    checkGolden(pdf, map.firstPage("patterns") + 2, "patterns-3");
    checkGolden(pdf, map.firstPage("log"), "log");
    checkGolden(pdf, map.firstPage("list"), "list");
    checkGolden(pdf, map.firstPage("about"), "about");
}

TEST_CASE("the empty form looks as it was found good") {
    const TempFolder folder;
    const auto pdf = folder.path() / "empty.pdf";
    const auto d = report::emptyForm(base::Catalog(base::Language::English),
                                     report::loadForm(LOGBOG_ASSETS, "sparc"), "Case 7F3");
    const auto rendered = render(d, pdf);
    CHECK(rendered.result.pages == 4);
    for (const std::string& page : rendered.pages) CHECK(page.find("code") == std::string::npos);
    checkGolden(pdf, 1, "empty-log");
    checkGolden(pdf, 4, "empty-list");
}
