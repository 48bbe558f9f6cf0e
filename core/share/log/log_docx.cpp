// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/share/log/log_docx.h"

#include "core/report/marks.h"
#include "core/share/log/docx_frame.h"

#include <algorithm>
#include <cmath>

namespace core::share::log {

namespace {

constexpr double kTwipsPerMm = 1440 / 25.4;
constexpr const char* kSmallHalfPoints = "14";

enum class Look { Normal, Milestone, Heading };

// A line feed inside a text becomes a line break, a tab a tab.
std::string runText(std::string_view text) {
    std::string out, piece;
    const auto flush = [&] {
        if (!piece.empty()) out += "<w:t xml:space=\"preserve\">" + xmlText(piece) + "</w:t>";
        piece.clear();
    };
    for (const char c : text) {
        if (c != '\n' && c != '\t') {
            piece += c;
            continue;
        }
        flush();
        out += c == '\n' ? "<w:br/>" : "<w:tab/>";
    }
    flush();
    return out;
}

std::string run(std::string_view text, const std::string& properties) {
    const std::string plain = plainText(text);
    if (plain.empty()) return {};
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + runText(plain) +
           "</w:r>";
}

// What was struck out stands white on black, as in the PDF.
std::string runsOf(const std::string& text, const std::string& properties) {
    static const std::string kStruckOut = "<w:color w:val=\"FFFFFF\"/>";
    static const std::string kBlack = "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>";
    std::string out;
    std::size_t pos = 0;
    for (;;) {
        const std::size_t begin = text.find(report::kStruckBegin, pos);
        const std::size_t end = begin == std::string::npos ? begin : text.find(report::kStruckEnd, begin);
        out += run(std::string_view(text).substr(pos, begin == std::string::npos ? begin : begin - pos),
                   properties);
        if (end == std::string::npos) break;
        out += run(std::string_view(text).substr(begin, end - begin), kStruckOut + kBlack);
        pos = end;
    }
    return out;
}

std::string paragraph(const report::Line& line, Look look) {
    std::string runs;
    for (const report::Run& r : line.runs) {
        std::string properties;
        if (r.bold || look == Look::Heading) properties += "<w:b/><w:bCs/>";
        if (line.style == report::LineStyle::Small)
            properties += std::string("<w:sz w:val=\"") + kSmallHalfPoints + "\"/><w:szCs w:val=\"" +
                          kSmallHalfPoints + "\"/>";
        runs += runsOf(r.text, properties);
    }
    return "<w:p>" + runs + "</w:p>";
}

struct CellLook {
    int width = 0; // twips
    Look look = Look::Normal;
    bool hasBar = false; // at the left: after an order
};

std::string cellXml(const report::Cell& cell, const CellLook& look) {
    std::string out = "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(look.width) + "\" w:type=\"dxa\"/>";
    if (look.hasBar)
        out += "<w:tcBorders><w:left w:val=\"single\" w:sz=\"24\" w:space=\"0\" "
               "w:color=\"000000\"/></w:tcBorders>";
    if (look.look != Look::Normal)
        out += std::string("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"") +
               (look.look == Look::Heading ? "D9D9D9" : "EDEDED") + "\"/>";
    out += "</w:tcPr>";
    for (const report::Line& line : cell) out += paragraph(line, look.look);
    if (cell.empty()) out += "<w:p/>"; // a cell without a paragraph is none
    return out + "</w:tc>";
}

std::vector<int> widthsOf(const std::vector<report::Column>& columns) {
    std::vector<int> widths;
    for (const report::Column& column : columns)
        widths.push_back(std::max(1, static_cast<int>(std::lround(column.widthMm * kTwipsPerMm))));
    return widths;
}

std::string tableXml(const LogTable& table) {
    const std::vector<int> widths = widthsOf(table.columns);
    int total = 0;
    std::string grid;
    for (const int width : widths) {
        total += width;
        grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    }
    std::string out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"" +
                      std::to_string(total) + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>" +
                      "<w:tblGrid>" + grid +
                      "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
    for (std::size_t i = 0; i < widths.size(); ++i)
        out += cellXml({{{{table.columns[i].heading, true}}}}, {widths[i], Look::Heading, false});
    out += "</w:tr>";
    for (const TableRow& row : table.rows) {
        out += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
        for (std::size_t i = 0; i < widths.size(); ++i)
            out += cellXml(row.cells[i], {widths[i], row.isMilestone ? Look::Milestone : Look::Normal,
                                          row.afterOrder && i == 0});
        out += "</w:tr>";
    }
    return out + "</w:tbl>";
}

} // namespace

DocxParts docxParts(const report::LogDocument& document, const LogTable& table) {
    for (const std::string* text : {&document.caseLabel, &document.columnNote, &document.logNote})
        proveText(document, *text);
    const auto line = [](const std::string& text, const char* style) {
        return std::string("<w:p><w:pPr><w:pStyle w:val=\"") + style + "\"/></w:pPr>" + runsOf(text, "") +
               "</w:p>";
    };
    std::string body = line(document.words.logForm + " – " + document.caseLabel, "Title") +
                       line(document.madeShort + "  ·  " + document.logOrder, "Subtitle");
    if (!document.columnNote.empty()) body += line(document.columnNote, "Subtitle");
    body += table.rows.empty() ? line(document.words.emptyLog, "Subtitle") : tableXml(table);
    body += line(document.logNote, "Subtitle");
    return docxFrame({document.words.logForm, document.words.pageOf, document.language}, body);
}

} // namespace core::share::log
