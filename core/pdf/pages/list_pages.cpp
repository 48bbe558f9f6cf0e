// SPDX-License-Identifier: GPL-3.0-or-later
// The list of exhibits, and the files behind them with their whole codes.
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::pdf::pages {

namespace {

constexpr std::array<double, 7> kWidths{9, 22, 22, 46, 25, 15, 31};
constexpr double kListGap = 2.5, kListPadding = 0.62;
constexpr double kHashCell = 7.95;

double left(std::size_t column) {
    double x = 0;
    for (std::size_t c = 0; c < column; ++c) x += kWidths[c];
    return x;
}

double listHeadings(Sheet& sheet, double y) {
    const report::Words& w = sheet.words();
    const std::array<const std::string*, 7> names{&w.listNumber,   &w.listDate, &w.listType, &w.listText,
                                                  &w.listIncident, &w.listPage, &w.listHash};
    for (std::size_t c = 0; c < names.size(); ++c) {
        const bool atEnd = c == 0 || c == 5;
        const double width = kWidths[c] - (c == 6 ? 0 : kListGap);
        const Paragraph set =
            sheet.paragraph(*names[c], style::kCaptionBold, width, atEnd ? Align::Right : Align::Start);
        sheet.draw(set, left(c), y + 7 - set.heightMm());
    }
    sheet.rule(0, y + 8, sheet.width(), y + 8, 0.4);
    return y + 8;
}

struct ListRow {
    std::vector<Paragraph> cells; // number, date, type, text, incidents
    std::optional<Paragraph> file;
    double height = 0;
};

ListRow layoutRow(Sheet& sheet, const report::ExhibitPart& e) {
    ListRow row;
    const std::array<const std::string*, 5> texts{nullptr, &e.listDate, &e.listType,
                                                  e.withdrawn ? &sheet.words().withdrawn : &e.listText,
                                                  &e.listIncidents};
    for (std::size_t c = 0; c < texts.size(); ++c) {
        const std::string text = c == 0 ? std::to_string(e.number) : *texts[c];
        row.cells.push_back(sheet.paragraph(text, c == 0 ? style::kListBold : style::kList,
                                            kWidths[c] - kListGap, c == 0 ? Align::Right : Align::Start));
        row.height = std::max(row.height, row.cells.back().heightMm());
    }
    if (!e.listFile.empty() && !e.withdrawn) {
        row.file = sheet.paragraph(e.listFile, style::kSmall, kWidths[3] - kListGap);
        row.height = std::max(row.height, row.cells[3].heightMm() + row.file->heightMm());
    }
    row.height += 2 * kListPadding;
    return row;
}

void drawRow(Sheet& sheet, const report::ExhibitPart& e, const ListRow& row, double y) {
    const std::string key = "exhibit:" + std::to_string(e.number);
    const double text = y + kListPadding;
    for (std::size_t c = 0; c < row.cells.size(); ++c) sheet.draw(row.cells[c], left(c), text);
    if (row.file) sheet.draw(*row.file, left(3), text + row.cells[3].heightMm());
    if (sheet.document().isFull)
        sheet.line(sheet.known().text(key), style::kList, left(6) - kListGap, text, Align::Right);
    else
        sheet.line(sheet.words().none, style::kList, left(6) - kListGap, text, Align::Right);
    if (!e.withdrawn) sheet.hash(e.sha256, 0, 16, style::kCaption, kHashCell, left(6), text);
    if (sheet.document().isFull) sheet.link(0, y, left(4), row.height, key);
    sheet.destination("list:" + std::to_string(e.number), y);
    if (!e.withdrawn && (e.incident > 0 || !e.milestone.empty()))
        sheet.link(left(4), y, kWidths[4], row.height,
                   "row:" + (e.incident > 0 ? std::to_string(e.incident) : e.milestone));
    sheet.rule(0, y + row.height, sheet.width(), y + row.height, 0.2, 0.467);
}

void continuedHead(Sheet& sheet, const std::string& title) {
    sheet.line(title + " " + sheet.words().continued, style::kTable, 0,
               sheet.grid().headTop - sheet.grid().top);
}

} // namespace

void exhibitListPages(Sheet& sheet) {
    const report::Words& w = sheet.words();
    sheet.beginPage(style::kPortrait, "list");
    sheet.destination("section:list", 0);
    sheet.bookmark(w.exhibitList, 0, 0);
    double y = heading(sheet, w.exhibitList, w.listNote) - 1.5;
    const auto& exhibits = sheet.document().exhibits;
    if (exhibits.empty()) {
        sheet.line(w.emptyExhibits, style::kBody, 0, y + 2);
        return;
    }
    y = listHeadings(sheet, y);
    const Paragraph note = sheet.paragraph(sheet.document().listNote, style::kCaption, sheet.width());
    const double bottom = sheet.height() - note.heightMm() - 3;
    for (const report::ExhibitPart& exhibit : exhibits) {
        const ListRow row = layoutRow(sheet, exhibit);
        if (y + row.height > bottom) {
            sheet.draw(note, 0, sheet.height() - note.heightMm());
            sheet.beginPage(style::kPortrait, "list");
            continuedHead(sheet, w.exhibitList);
            y = listHeadings(sheet, 0);
        }
        drawRow(sheet, exhibit, row, y);
        y += row.height;
    }
    sheet.draw(note, 0, sheet.height() - note.heightMm());
}

void filePages(Sheet& sheet) {
    const report::Words& w = sheet.words();
    constexpr double kCodes = 106, kName = 10;
    sheet.beginPage(style::kPortrait, "files");
    sheet.destination("section:files", 0);
    sheet.bookmark(w.files, 0, 0);
    double y = heading(sheet, w.files, w.filesNote);
    if (sheet.document().files.empty()) {
        sheet.line(w.emptyPart, style::kBody, 0, y);
        return;
    }
    for (const report::SourceNote& file : sheet.document().files) {
        const Paragraph name = sheet.paragraph(file.name, style::kTableBold, kCodes - kName - 4);
        const Paragraph text = sheet.paragraph(file.text, style::kSmall, kCodes - kName - 4);
        const double height = std::max(7.5, name.heightMm() + text.heightMm()) + 2.4;
        if (y + height > sheet.height()) {
            sheet.beginPage(style::kPortrait, "files");
            continuedHead(sheet, w.files);
            y = 0;
        }
        sheet.rule(0, y, sheet.width(), y, 0.2, 0.467);
        sheet.line(file.key, style::kTableBold, 0, y + 1.2);
        sheet.draw(name, kName, y + 1.2);
        sheet.draw(text, kName, y + 1.2 + name.heightMm());
        sheet.hash(file.sha256, 0, 32, style::kCaption, kHashCell, kCodes, y + 1.2);
        sheet.hash(file.sha256, 32, 32, style::kCaption, kHashCell, kCodes, y + 4.9);
        y += height;
    }
    sheet.rule(0, y, sheet.width(), y, 0.2, 0.467);
}

} // namespace core::pdf::pages
