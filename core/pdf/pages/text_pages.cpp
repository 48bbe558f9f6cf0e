// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of running text: parties and background in one column, about the document in two.
#include "core/pdf/pages/sections.h"
#include "core/pdf/pages/stack.h"
#include "core/report/phrases.h"

#include <algorithm>
#include <memory>

namespace core::pdf::pages {

double heading(Sheet& sheet, const std::string& title, const std::string& subtitle, double y) {
    sheet.line(title, style::kTitle, 0, y);
    if (!subtitle.empty()) sheet.write(subtitle, style::kBody, 0, y + 9, sheet.width());
    return y + headingHeight(sheet, subtitle);
}

double headingHeight(Sheet& sheet, const std::string& subtitle) {
    const double text =
        subtitle.empty() ? 0 : sheet.paragraph(subtitle, style::kBody, sheet.width()).heightMm();
    return 9 + text + 5.5;
}

namespace {

constexpr double kTextGutter = 8;
constexpr double kColumnWidth = (170 - kTextGutter) / 2;

// From each number that ends a value to its row; from a range to the first. Of more than one line the whole
// leads to the first.
void linkIncidents(Sheet& sheet, const report::NamedValue& row, const TextStyle& style,
                   const Paragraph& drawn, double x, double y) {
    const std::string list = report::listedNumbers(row.incidents);
    if (row.incidents.empty() || !row.value.ends_with(list)) return;
    if (drawn.lineCount() != 1)
        return sheet.link(x, y, drawn.widthMm(), drawn.heightMm(),
                          "row:" + std::to_string(row.incidents.front()));
    for (std::size_t pos = row.value.size() - list.size(); pos < row.value.size();) {
        const std::size_t end = std::min(row.value.find(", ", pos), row.value.size());
        const std::string number =
            row.value.substr(pos, row.value.find_first_not_of("0123456789", pos) - pos);
        const double left = sheet.widthOf(row.value.substr(0, pos), style);
        const double right = sheet.widthOf(row.value.substr(0, end), style);
        sheet.link(x + left, y, right - left, drawn.heightMm(), "row:" + number);
        pos = end + 2;
    }
}

void addTable(Sheet& sheet, Stack& stack, const report::TextSection& section, double width, double nameWidth,
              const TextStyle& style, bool boldValue) {
    TextStyle bold = style;
    bold.face = Face::Bold;
    const double padding = 0.7;
    bool isFirst = true;
    for (const report::NamedValue& each : section.table) {
        const report::NamedValue* row = &each; // of the document, as long as its pages are drawn
        auto name = std::make_shared<Paragraph>(
            sheet.paragraph(row->name, row->bold && !boldValue ? bold : style, nameWidth - 2));
        auto value = std::make_shared<Paragraph>(
            sheet.paragraph(row->value, row->bold && boldValue ? bold : style, width - nameWidth));
        const double height = 2 * padding + std::max(name->heightMm(), value->heightMm());
        stack.add(
            height,
            [=](Sheet& s, double x, double y) {
                s.rule(x, y, x + width, y, 0.2, 0.467);
                s.draw(*name, x, y + padding);
                s.draw(*value, x + nameWidth, y + padding);
                linkIncidents(s, *row, style, *value, x + nameWidth, y + padding);
            },
            isFirst ? 1 : 0);
        isFirst = false;
    }
    if (!section.table.empty())
        stack.add(0.2, [=](Sheet& s, double x, double y) { s.rule(x, y, x + width, y, 0.2, 0.467); });
}

Stack sectionStack(Sheet& sheet, const report::TextSection& section, double width, bool isNarrow) {
    Stack stack;
    stack.add(sheet.paragraph(section.heading, style::kHeading, width));
    double gap = 1;
    for (const std::string& text : section.paragraphs) {
        stack.add(sheet.paragraph(text, style::kBody, width), gap);
        gap = 1.8;
    }
    constexpr TextStyle kNarrow{Face::Regular, 8.5, 4.1, 0};
    addTable(sheet, stack, section, width, isNarrow ? 27 : 52, isNarrow ? kNarrow : style::kBody, !isNarrow);
    if (!section.after.empty()) stack.add(sheet.paragraph(section.after, style::kBody, width), 2);
    return stack;
}

// Sections one under another over as many pages as they need; a heading keeps three lines with it.
// Returns where they end.
double flow(Sheet& sheet, const std::vector<report::TextSection>& sections, double y, const std::string& key,
            const std::string& title) {
    constexpr double kBetween = 5;
    for (const report::TextSection& section : sections) {
        const Stack stack = sectionStack(sheet, section, sheet.width(), false);
        for (std::size_t from = 0; from < stack.size();) {
            std::size_t to = stack.fit(from, sheet.height() - y);
            const bool isTooLittle = to < stack.size() && to - from < 4 && y > 30;
            if (isTooLittle || to == from) {
                sheet.beginPage(style::kPortrait, key);
                sheet.line(title + " " + sheet.words().continued, style::kCaption, 0, -9);
                y = 0;
                to = std::max(from + 1, stack.fit(from, sheet.height()));
            }
            constexpr std::size_t kLeast = 3; // lines that may stand alone on the next page
            if (to < stack.size() && stack.size() - to < kLeast && to - from > 2 * kLeast)
                to = stack.size() - kLeast;
            stack.draw(sheet, 0, y, from, to);
            y += stack.height(from, to);
            from = to;
        }
        y += kBetween;
    }
    return y - (sections.empty() ? 0 : kBetween);
}

constexpr double kBetweenSections = 4, kWorthABreak = 8;

// Where the first column ends: before a section, or within it with some lines on either side.
struct ColumnBreak {
    std::size_t section = 0, line = 0;
    double first = 0, second = 0; // height of the columns
    double height() const { return std::max(first, second); }
};

// The one that makes the longer column shortest.
ColumnBreak bestBreak(const std::vector<Stack>& sections) {
    constexpr std::size_t kLeast = 4; // lines, a heading with them
    double total = 0, above = 0;
    for (const Stack& section : sections) total += section.height() + kBetweenSections;
    ColumnBreak best{sections.size(), 0, total, 0};
    for (std::size_t s = 0; s < sections.size(); ++s) {
        const Stack& stack = sections[s];
        for (std::size_t line = 0; line < stack.size(); ++line) {
            if (line > 0 && (line < kLeast || stack.size() - line < kLeast)) continue;
            const ColumnBreak here{s, line, above + (line > 0 ? stack.height(0, line) : 0),
                                   total - above - stack.height(0, line)};
            // Within a section only where much is won.
            const double gain = best.height() - here.height();
            if (gain > (line > 0 ? kWorthABreak : 0)) best = here;
        }
        above += stack.height() + kBetweenSections;
    }
    return best;
}

// Returns the height of the longer one.
double drawTwoColumns(Sheet& sheet, const std::vector<Stack>& sections, double top) {
    const ColumnBreak split = bestBreak(sections);
    double y = top;
    for (std::size_t s = 0; s < sections.size(); ++s) {
        const Stack& stack = sections[s];
        const std::size_t cut = s == split.section ? split.line : (s < split.section ? stack.size() : 0);
        if (cut > 0) {
            stack.draw(sheet, 0, y, 0, cut);
            y += stack.height(0, cut) + kBetweenSections;
        }
        if (s == split.section) y = top;
        if (cut < stack.size()) {
            stack.draw(sheet, kColumnWidth + kTextGutter, y, cut, stack.size());
            y += stack.height(cut, stack.size()) + kBetweenSections;
        }
    }
    return split.height() - kBetweenSections;
}

} // namespace

double partiesPages(Sheet& sheet) {
    const report::Words& w = sheet.words();
    sheet.beginPage(style::kPortrait, "parties");
    sheet.destination("section:parties", 0);
    sheet.bookmark(w.parties, 0, 0);
    return flow(sheet, sheet.document().parties, heading(sheet, w.parties, w.partiesNote), "parties",
                w.parties);
}

void aboutPages(Sheet& sheet) {
    const report::Words& w = sheet.words();
    sheet.beginPage(style::kPortrait, "about");
    sheet.destination("section:about", 0);
    sheet.bookmark(w.about, 0, 0);
    const double top = heading(sheet, w.about, w.aboutNote);
    std::vector<Stack> narrow;
    std::vector<report::TextSection> wide;
    for (const report::TextSection& section : sheet.document().about) {
        if (section.wide)
            wide.push_back(section);
        else
            narrow.push_back(sectionStack(sheet, section, kColumnWidth, true));
    }
    double y = top + drawTwoColumns(sheet, narrow, top) + 3;
    const Stack first = wide.empty() ? Stack() : sectionStack(sheet, wide.front(), sheet.width(), false);
    if (y + 2.5 + first.height() > sheet.height()) {
        sheet.beginPage(style::kPortrait, "about");
        y = 0;
    }
    if (!wide.empty()) sheet.rule(0, y, sheet.width(), y, 0.5);
    flow(sheet, wide, y + 2.5, "about", w.about);
}

} // namespace core::pdf::pages
