// SPDX-License-Identifier: GPL-3.0-or-later
// The floor of the benchmark: the rows of pdf-bench drawn with libharu's own fonts and text calls, in the
// same columns, with its widths of words kept. Not a log form: no shaping, no links, only what libharu can
// draw.
//
//   plain-haru FONT.ttf ROWS.tsv OUT.pdf
#include "tests/bench/pdf_rows.h"

#include <fstream>
#include <iostream>
#include <sstream>
#include <unordered_map>

#include <hpdf.h>

namespace {

constexpr float kSize = 7.5F, kLeading = 9.92F, kMm = 72 / 25.4F;
constexpr float kLeft = 15 * kMm, kTop = 210 * kMm - 26 * kMm, kBottom = 20 * kMm;
constexpr float kCellRight = 2.4F * kMm, kPadding = 2.8F * kMm;

class Table {
public:
    Table(HPDF_Doc doc, HPDF_Font font) : doc_(doc), font_(font) {}

    void add(const std::vector<std::string>& cells) {
        std::vector<std::vector<std::string>> lines;
        std::size_t most = 1;
        for (std::size_t c = 0; c < cells.size() && c < bench::kColumns; ++c) {
            const auto width = static_cast<float>(bench::kColumnWidthsMm[c]) * kMm - kCellRight;
            lines.push_back(broken(cells[c], width));
            most = std::max(most, lines.back().size());
        }
        const float height = static_cast<float>(most) * kLeading + kPadding;
        if (page_ == nullptr || y_ - height < kBottom) nextPage();
        HPDF_Page_BeginText(page_);
        float x = kLeft;
        for (std::size_t c = 0; c < lines.size(); ++c) {
            for (std::size_t i = 0; i < lines[c].size(); ++i)
                HPDF_Page_TextOut(page_, x, y_ - static_cast<float>(i + 1) * kLeading, lines[c][i].c_str());
            x += static_cast<float>(bench::kColumnWidthsMm[c]) * kMm;
        }
        HPDF_Page_EndText(page_);
        y_ -= height;
        HPDF_Page_MoveTo(page_, kLeft, y_);
        HPDF_Page_LineTo(page_, kLeft + 267 * kMm, y_);
        HPDF_Page_Stroke(page_);
    }
    int pages() const { return pages_; }

private:
    void nextPage() {
        page_ = HPDF_AddPage(doc_);
        HPDF_Page_SetWidth(page_, 297 * kMm);
        HPDF_Page_SetHeight(page_, 210 * kMm);
        HPDF_Page_SetFontAndSize(page_, font_, kSize);
        HPDF_Page_SetLineWidth(page_, 0.2F * kMm);
        ++pages_;
        const std::string foot = "Side " + std::to_string(pages_);
        HPDF_Page_BeginText(page_);
        HPDF_Page_TextOut(page_, kLeft, 12 * kMm, foot.c_str());
        HPDF_Page_EndText(page_);
        y_ = kTop;
    }

    float widthOf(const std::string& word) {
        const auto [it, isNew] = widths_.try_emplace(word, 0.0F);
        if (isNew) it->second = HPDF_Page_TextWidth(page_, word.c_str());
        return it->second;
    }

    std::vector<std::string> broken(const std::string& text, float width) {
        if (page_ == nullptr) nextPage();
        std::vector<std::string> lines;
        std::string line;
        float at = 0;
        const float blank = widthOf(" ");
        for (std::size_t pos = 0; pos < text.size();) {
            const std::size_t end = std::min(text.find(' ', pos), text.size());
            const std::string word = text.substr(pos, end - pos);
            const float wide = widthOf(word);
            if (!line.empty() && at + blank + wide > width) {
                lines.push_back(std::move(line));
                line.clear();
                at = 0;
            }
            if (!line.empty()) {
                line += ' ';
                at += blank;
            }
            line += word;
            at += wide;
            pos = end + 1;
        }
        if (!line.empty()) lines.push_back(std::move(line));
        return lines;
    }

    HPDF_Doc doc_;
    HPDF_Font font_;
    HPDF_Page page_ = nullptr;
    float y_ = 0;
    int pages_ = 0;
    std::unordered_map<std::string, float> widths_;
};

void failed(HPDF_STATUS error, HPDF_STATUS, void*) {
    std::cerr << "libharu error " << error << '\n';
    std::exit(1);
}

} // namespace

int main(int count, char** arguments) {
    if (count < 4) return 2;
    HPDF_Doc doc = HPDF_New(failed, nullptr);
    HPDF_UseUTFEncodings(doc);
    HPDF_SetPagesConfiguration(doc, 100);
    HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
    HPDF_Font font = HPDF_GetFont(doc, HPDF_LoadTTFontFromFile(doc, arguments[1], HPDF_TRUE), "UTF-8");
    Table table(doc, font);
    std::ifstream rows(arguments[2]);
    std::string line;
    while (std::getline(rows, line)) {
        std::vector<std::string> cells;
        std::istringstream parts(line);
        for (std::string cell; std::getline(parts, cell, '\t');) cells.push_back(cell);
        table.add(cells);
    }
    HPDF_SaveToFile(doc, arguments[3]);
    std::cout << "pages " << table.pages() << '\n';
    HPDF_Free(doc);
    return 0;
}
