// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/figure_table.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace core::pdf::pages {

namespace {

constexpr double kPage = 170, kLeastName = 20, kUsualName = 40;
constexpr std::array<double, 3> kEdges{89, 124, kPage}; // of the page's grid: where tables end
constexpr double kBars = 42;                            // bars and the white on both sides of them
constexpr double kCellPadding = 0.25;
constexpr TextStyle kDense{Face::Regular, 6.5, 3.3, 0};

TextStyle bold(TextStyle style) {
    style.face = Face::Bold;
    return style;
}

// "M5" of "M5 Tilhold, 12. maj 2025": which step of the log a row tells of.
std::string stepOf(const std::string& name) {
    const std::size_t end = name.find(' ');
    if (end == std::string::npos || end < 2 || name.front() != 'M') return {};
    const bool isNumber = std::all_of(name.begin() + 1, name.begin() + static_cast<std::ptrdiff_t>(end),
                                      [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? name.substr(0, end) : std::string();
}

// Of the longest part between blanks, which cannot be made shorter.
double longestWord(Sheet& sheet, const std::string& text, const TextStyle& style) {
    double longest = 0;
    for (std::size_t pos = 0; pos <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", pos), text.size());
        longest = std::max(longest, sheet.widthOf(text.substr(pos, end - pos), style));
        pos = end + 1;
    }
    return longest;
}

double longestLine(Sheet& sheet, const std::string& text, const TextStyle& style) {
    double longest = 0;
    for (std::size_t pos = 0; pos <= text.size();) {
        const std::size_t end = std::min(text.find('\n', pos), text.size());
        longest = std::max(longest, sheet.widthOf(text.substr(pos, end - pos), style));
        pos = end + 1;
    }
    return longest;
}

// Many columns of one kind, such as the hours of a day, are one width, where that leaves the names their
// room; the last one is their sum. False where it does not.
bool evenOut(std::vector<double>& least, std::vector<double>& wished, double room) {
    constexpr std::size_t kMany = 12;
    if (least.size() < kMany) return true;
    const auto kinds = static_cast<std::ptrdiff_t>(least.size() - 1);
    const double each = (room - least.back()) / static_cast<double>(kinds);
    const double widest = *std::max_element(least.begin(), least.begin() + kinds);
    if (widest > each) return false;
    const double most = *std::max_element(wished.begin(), wished.begin() + kinds);
    std::fill_n(least.begin(), kinds, widest);
    std::fill_n(wished.begin(), kinds, std::min(each, most));
    return true;
}

} // namespace

FigureTableLayout::FigureTableLayout(Sheet& sheet, const report::FigureTable& table,
                                     const std::vector<report::ShareRow>& bars)
    : table_(table), bars_(bars) {
    if (!measure(sheet, style::kTable, style::kCaption, 3) && !measure(sheet, style::kCaption, kDense, 2))
        measure(sheet, kDense, kDense, 1.2);
    for (std::size_t c = 0; c < table_.headings.size(); ++c) {
        const double left = c == 0 ? 0 : (c == 1 ? nameWidth_ : rights_[c - 2]);
        const double width = c == 0 ? nameWidth_ : rights_[c - 1] - left;
        headings_.push_back(sheet.paragraph(table_.headings[c], heading_, width - (c == 0 ? 0 : 0.8),
                                            c == 0 ? Align::Start : Align::Right));
    }
    for (std::size_t r = 0; r < table_.rows.size(); ++r)
        names_.push_back(sheet.paragraph(table_.rows[r].front(), isBold(r) ? numberBold_ : number_,
                                         nameWidth_ - (bars_.empty() ? 1 : kBars + spareBars_)));
}

// False where the columns do not fit the page with these letters; the last try stands all the same.
bool FigureTableLayout::measure(Sheet& sheet, const TextStyle& numbers, const TextStyle& headings,
                                double gap) {
    number_ = numbers;
    numberBold_ = bold(numbers);
    heading_ = headings;
    std::vector<double> least, wished;
    double longest = kLeastName;
    for (std::size_t r = 0; r < table_.rows.size(); ++r)
        longest =
            std::max(longest, sheet.widthOf(table_.rows[r].front(), isBold(r) ? numberBold_ : numbers) + 2);
    for (std::size_t c = 1; c < table_.headings.size(); ++c) {
        double values = 0;
        for (std::size_t r = 0; r < table_.rows.size(); ++r)
            values = std::max(values, sheet.widthOf(table_.rows[r][c], isBold(r) ? numberBold_ : numbers));
        least.push_back(std::max(values, longestWord(sheet, table_.headings[c], headings)) + gap);
        wished.push_back(std::max(values, longestLine(sheet, table_.headings[c], headings)) + gap);
    }
    const double bars = bars_.empty() ? 0 : kBars;
    const bool isEven = evenOut(least, wished, kPage - bars - longest);
    const double leastSum = std::accumulate(least.begin(), least.end(), 0.0);
    const double wishedSum = std::accumulate(wished.begin(), wished.end(), 0.0);
    nameWidth_ =
        std::max(kLeastName, std::min(std::max(longest, kUsualName), kPage - bars - leastSum)) + bars;
    const double spare = std::max(0.0, kPage - nameWidth_ - leastSum);
    const double share = wishedSum > leastSum ? std::min(1.0, spare / (wishedSum - leastSum)) : 0;
    rights_.clear();
    double x = nameWidth_;
    for (std::size_t c = 0; c < least.size(); ++c)
        rights_.push_back(x += least[c] + share * (wished[c] - least[c]));
    // The names, or the bars behind them, take what is left to the edge.
    const auto edge = std::find_if(kEdges.begin(), kEdges.end(), [&](double at) { return at >= x; });
    const double toEdge = edge == kEdges.end() ? 0 : *edge - x;
    spareBars_ = bars_.empty() ? 0 : toEdge;
    nameWidth_ += toEdge;
    for (double& right : rights_) right += toEdge;
    width_ = x + toEdge;
    return isEven && x <= kPage + 0.01;
}

bool FigureTableLayout::isBold(std::size_t row) const {
    return static_cast<int>(row) == table_.boldRow || (table_.hasSum && row + 1 == table_.rows.size());
}

double FigureTableLayout::headHeight() const {
    double tallest = 0;
    for (const Paragraph& heading : headings_) tallest = std::max(tallest, heading.heightMm());
    return tallest + 0.6;
}

double FigureTableLayout::rowHeight(std::size_t row) const {
    return names_[row].heightMm() + 2 * kCellPadding;
}

double FigureTableLayout::height(std::size_t first, std::size_t end) const {
    double sum = 0;
    for (std::size_t r = first; r < end; ++r) sum += rowHeight(r);
    return sum;
}

void FigureTableLayout::drawHead(Sheet& sheet, double y) const {
    const double rule = y + headHeight();
    for (std::size_t c = 0; c < headings_.size(); ++c) {
        const double left = c == 0 ? 0 : (c == 1 ? nameWidth_ : rights_[c - 2]);
        sheet.draw(headings_[c], left + (c == 0 ? 0 : 0.8), rule - 0.5 - headings_[c].heightMm());
    }
    sheet.rule(0, rule, width_, rule, 0.25);
}

void FigureTableLayout::drawRow(Sheet& sheet, std::size_t row, double y) const {
    const bool isSum = table_.hasSum && row + 1 == table_.rows.size();
    if (isSum) sheet.rule(0, y, width_, y, 0.25);
    const double text = y + kCellPadding;
    sheet.draw(names_[row], 0, text);
    for (std::size_t c = 1; c < table_.rows[row].size() && c <= rights_.size(); ++c)
        sheet.line(table_.rows[row][c], isBold(row) ? numberBold_ : number_, rights_[c - 1], text,
                   Align::Right);
    if (row < bars_.size()) {
        int most = 1;
        for (const report::ShareRow& bar : bars_) most = std::max(most, bar.count);
        const double room = kBars + spareBars_;
        sheet.fill(nameWidth_ - room + 2, text + 0.75, (room - 8.0) * bars_[row].count / most, 2.2,
                   style::kBar);
    }
    if (const std::string step = stepOf(table_.rows[row].front()); !step.empty())
        sheet.link(0, y, nameWidth_, rowHeight(row), "row:" + step);
    if (!isSum) sheet.rule(0, y + rowHeight(row), width_, y + rowHeight(row), 0.1, 0.467);
}

} // namespace core::pdf::pages
