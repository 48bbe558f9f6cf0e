// SPDX-License-Identifier: GPL-3.0-or-later
// The form to be filled in by hand: a head, rows with lines to write on, the guidance at the foot; and a list
// of exhibits. Rows are of one height, for a pen.
#include "core/pdf/pages/log_table.h"
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <array>

namespace core::pdf::pages {

namespace {

constexpr double kRow = 25.5;     // of the log, at least: room for three written lines
constexpr double kListRow = 10.5; // of the list of exhibits
constexpr int kLogSheets = 3;

void field(Sheet& sheet, double x, double y, double width, const std::string& label) {
    sheet.rule(x, y, x + width, y, 0.25);
    sheet.line(label, style::kCaption, x, y + 0.4);
}

// Two rows of fields; returns where they end.
double head(Sheet& sheet, const report::EmptyForm& form, double y) {
    constexpr double kGap = 6;
    constexpr std::array<double, 3> kShares{0.30, 0.40, 0.30};
    const double room = sheet.width() - 2 * kGap;
    for (std::size_t row = 0; row * 3 < form.head.size(); ++row) {
        y += row == 0 ? 9 : 12.5;
        double x = 0;
        for (std::size_t c = 0; c < 3 && row * 3 + c < form.head.size(); ++c) {
            field(sheet, x, y, room * kShares[c], form.head[row * 3 + c]);
            x += room * kShares[c] + kGap;
        }
    }
    return y + 9;
}

double headings(Sheet& sheet, double y) {
    double height = 0;
    std::vector<Paragraph> set;
    for (const report::Column& column : sheet.document().columns) {
        set.push_back(sheet.paragraph(column.heading, style::kLogBold, column.widthMm - kCellRight));
        height = std::max(height, set.back().heightMm());
    }
    double x = 0;
    for (std::size_t c = 0; c < set.size(); ++c) {
        sheet.draw(set[c], x + 1.2, y + height - set[c].heightMm());
        x += sheet.document().columns[c].widthMm;
    }
    return y + height + 1;
}

// Ruled rows from y on, as many of that height as fit above `bottom`, which they reach; each with faint lines
// to write on.
void rows(Sheet& sheet, const std::vector<double>& widths, double y, double bottom, double least, int lines) {
    const int count = std::max(1, static_cast<int>((bottom - y) / least));
    const double height = (bottom - y) / count, end = bottom;
    for (int row = 0; row <= count; ++row) {
        const double at = y + row * height;
        sheet.rule(0, at, sheet.width(), at, row == 0 ? 0.4 : 0.25);
        for (int i = 1; i < lines && row < count; ++i)
            sheet.rule(0, at + height * i / lines, sheet.width(), at + height * i / lines, 0.1, 0.6, 0.5,
                       0.8);
    }
    double x = 0;
    sheet.rule(0, y, 0, end, 0.2);
    for (const double width : widths) {
        x += width;
        sheet.rule(x, y, x, end, 0.2);
    }
}

// In two columns of like height, at the foot of the page; returns where it begins.
double guidance(Sheet& sheet, const report::EmptyForm& form) {
    constexpr double kGap = 8;
    const double width = (sheet.width() - kGap) / 2;
    std::vector<Paragraph> set;
    double total = 0;
    for (const std::string& text : form.guidance) {
        set.push_back(sheet.paragraph(text, style::kCaption, width));
        total += set.back().heightMm() + 0.5;
    }
    std::array<Stack, 2> columns;
    double left = 0;
    for (Paragraph& text : set) {
        const double height = text.heightMm() + 0.5;
        columns[left + height / 2 < total / 2 ? 0 : 1].add(std::move(text), 0.5);
        left += height;
    }
    const double top = sheet.height() - std::max(columns[0].height(), columns[1].height());
    columns[0].draw(sheet, 0, top);
    columns[1].draw(sheet, width + kGap, top);
    sheet.line(form.guidanceHeading, style::kCaptionBold, 0, top - style::kCaption.leadingMm - 0.5);
    return top - style::kCaption.leadingMm - 4.5;
}

void logSheet(Sheet& sheet, const report::EmptyForm& form, bool isFirst) {
    sheet.beginPage(style::kLandscape, "log");
    double y = 0;
    if (isFirst) {
        sheet.bookmark(sheet.words().logForm, 0, 0);
        sheet.line(sheet.words().logForm, style::kTitle, 0, -4);
        if (!sheet.document().caseLabel.empty())
            sheet.line(sheet.document().caseLabel, style::kBody, sheet.width(), 0, Align::Right);
        y = head(sheet, form, 4) + 2;
    }
    const double bottom = guidance(sheet, form);
    std::vector<double> widths;
    for (const report::Column& column : sheet.document().columns) widths.push_back(column.widthMm);
    rows(sheet, widths, headings(sheet, y), bottom, kRow, 3);
}

void listSheet(Sheet& sheet, const report::EmptyForm& form) {
    const report::Words& w = sheet.words();
    sheet.beginPage(style::kPortrait, "list");
    sheet.bookmark(w.exhibitList, 0, 0);
    const double top = heading(sheet, w.exhibitList, form.exhibitNote) - 1;
    const std::vector<double> widths{12, 22, 26, 53, 20, 37};
    const std::array<const std::string*, 6> names{&w.listNumber, &w.listDate,     &w.listType,
                                                  &w.listText,   &w.listIncident, &form.handedIn};
    double x = 0;
    for (std::size_t c = 0; c < names.size(); ++c) {
        sheet.line(*names[c], style::kCaptionBold, x + 1.2, top);
        x += widths[c];
    }
    rows(sheet, widths, top + 4.6, sheet.height(), kListRow, 1);
}

} // namespace

void emptyPages(Sheet& sheet) {
    const report::EmptyForm& form = *sheet.document().empty;
    for (int i = 0; i < kLogSheets; ++i) logSheet(sheet, form, i == 0);
    listSheet(sheet, form);
}

} // namespace core::pdf::pages
