// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the log told in portrait: the typical examples, and the official steps.
#include "core/pdf/pages/log_table.h"
#include "core/pdf/pages/sections.h"
#include "core/report/phrases.h"

#include <algorithm>
#include <array>
#include <memory>

namespace core::pdf::pages {

namespace {

const report::Cell* cellOf(const Sheet& sheet, const report::LogRow& row, const std::string& key) {
    const auto& columns = sheet.document().columns;
    for (std::size_t c = 0; c < columns.size() && c < row.cells.size(); ++c)
        if (columns[c].key == key) return &row.cells[c];
    return nullptr;
}

std::string plainText(const report::Cell& cell) {
    std::string out;
    for (const report::Line& line : cell) {
        if (!out.empty()) out += "; ";
        for (const report::Run& run : line.runs) out += run.text;
    }
    return out;
}

std::string headingOf(const Sheet& sheet, const std::string& key) {
    for (const report::Column& column : sheet.document().columns) {
        if (column.key != key) continue;
        std::string text = column.heading;
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }
    return {};
}

// "Bilag 12, s. 86–92"
std::string exhibitText(const Sheet& sheet, const report::LogRow& row) {
    std::string out;
    for (const int number : row.exhibits) {
        const std::string key = sheet.known().placeOf(number, row.incident);
        if (!out.empty()) out += "; ";
        out += base::fill(sheet.words().exhibit, {std::to_string(number)});
        if (sheet.document().isFull && (sheet.known().has(key) || sheet.known().total == 0))
            out += ", " + base::fill(sheet.words().shortPage, {sheet.known().text(key)});
    }
    return out;
}

constexpr double kEntryWidth = 170 - style::kColumn;

// The left column says when, the right one what; then a line for each of the rest.
struct Example {
    Stack when, text;
    std::size_t beforeExhibits = 0; // lines of the text
    double height() const { return std::max(when.height(), text.height()); }
};

Example layoutExample(Sheet& sheet, const report::LogRow& row) {
    Example e;
    const double left = style::kColumn - 3;
    e.when.add(sheet.paragraph(report::capitalized(base::fill(sheet.words().number, {row.label})),
                               style::kHeading, left));
    for (const char* key : {"when", "date", "time"}) {
        const auto* cell = cellOf(sheet, row, key);
        if (cell == nullptr) continue;
        for (const report::Line& line : *cell) {
            const bool isSmall = line.style == report::LineStyle::Small;
            e.when.add(sheet.paragraph(line.runs, isSmall ? style::kSmall : style::kTable,
                                       isSmall ? style::kSmall : style::kTableBold, left));
        }
    }
    if (const auto* cell = cellOf(sheet, row, "type"))
        e.text.add(sheet.paragraph(plainText(*cell), style::kBodyBold, kEntryWidth));
    if (const auto* cell = cellOf(sheet, row, "what"))
        for (const report::Line& line : *cell)
            e.text.add(sheet.paragraph(line.runs, style::kBody, style::kBodyBold, kEntryWidth), 0.6);
    if (row.strip) {
        const report::TimeStrip& strip = *row.strip;
        Stack drawn = stripStack(strip);
        auto shared = std::make_shared<Stack>(std::move(drawn));
        e.text.add(
            shared->height(), [shared](Sheet& s, double x, double y) { shared->draw(s, x, y); }, 1);
    }
    double gap = 1.6;
    constexpr std::array<std::string_view, 8> kAbove{"number", "when", "date",    "time",
                                                     "type",   "what", "exhibit", "blank"};
    for (const report::Column& column : sheet.document().columns) {
        if (std::find(kAbove.begin(), kAbove.end(), column.key) != kAbove.end()) continue;
        const std::string value = plainText(*cellOf(sheet, row, column.key));
        if (value.empty() || value == sheet.words().none) continue;
        const std::vector<report::Run> runs{{headingOf(sheet, column.key) + ": ", true}, {value, false}};
        e.text.add(sheet.paragraph(runs, style::kTable, style::kTableBold, kEntryWidth), gap);
        gap = 0.4;
    }
    e.beforeExhibits = e.text.size();
    if (const std::string exhibits = exhibitText(sheet, row); !exhibits.empty())
        e.text.add(sheet.paragraph(exhibits, style::kTableBold, kEntryWidth), gap);
    return e;
}

// From the line on the exhibits, which ends what was drawn at `y`, to the first of them.
void linkExhibits(Sheet& sheet, const report::LogRow& row, const Example& example, std::size_t from,
                  double y) {
    if (row.exhibits.empty() || !sheet.document().isFull) return;
    const double end = y + example.text.height(from, example.text.size());
    const double begin =
        end - example.text.height(std::max(from, example.beforeExhibits), example.text.size());
    sheet.link(style::kColumn, begin, kEntryWidth, end - begin,
               sheet.known().placeOf(row.exhibits.front(), row.incident));
}

void continued(Sheet& sheet, const std::string& title) {
    sheet.line(title + " " + sheet.words().continued, style::kTable, 0,
               sheet.grid().headTop - sheet.grid().top);
}

constexpr double kStepLabel = 12;

struct StepText {
    const report::LogRow* row;
    Stack text;
    std::size_t beforeExhibits; // lines
    double height() const { return text.height() + 3.4; }
};

StepText layoutStep(Sheet& sheet, const report::LogRow& row) {
    StepText step{&row, {}, 0};
    const double width = sheet.width() - kStepLabel;
    for (const report::Cell& cell : row.cells)
        for (const report::Line& line : cell)
            if (!line.runs.empty() && !plainText({line}).empty())
                step.text.add(sheet.paragraph(line.runs, style::kBody, style::kBodyBold, width));
    step.beforeExhibits = step.text.size();
    if (const std::string exhibits = exhibitText(sheet, row); !exhibits.empty())
        step.text.add(sheet.paragraph(exhibits, style::kTableBold, width), 0.6);
    return step;
}

// Leads to its row of the log, and from the words on its exhibits to the first of them.
void drawStep(Sheet& sheet, const StepText& step, double y) {
    constexpr double kPadding = 1.6;
    sheet.rule(0, y, sheet.width(), y, 0.2);
    sheet.line(step.row->label, style::kBodyBold, 0, y + kPadding);
    step.text.draw(sheet, kStepLabel, y + kPadding);
    const double words = kPadding + step.text.height(0, step.beforeExhibits);
    sheet.link(0, y, sheet.width(), words, "row:" + step.row->label);
    if (!step.row->exhibits.empty() && sheet.document().isFull)
        sheet.link(0, y + words, sheet.width(), step.height() - words,
                   "exhibit:" + std::to_string(step.row->exhibits.front()));
}

} // namespace

void examplePages(Sheet& sheet) {
    const report::Words& w = sheet.words();
    sheet.beginPage(style::kPortrait, "examples");
    sheet.destination("section:examples", 0);
    sheet.bookmark(w.examples, 0, 0);
    double y = heading(sheet, w.examples, w.examplesNote);
    for (const report::LogRow& row : sheet.document().examples) {
        const Example example = layoutExample(sheet, row);
        std::size_t from = 0;
        for (bool isFirst = true; isFirst || from < example.text.size(); isFirst = false) {
            const bool fits =
                y + 3 + (isFirst ? example.height() : example.text.height(from, example.text.size())) <=
                sheet.height();
            if (!fits && (example.height() < 120 || y > sheet.height() - 40) && y > 30) {
                sheet.beginPage(style::kPortrait, "examples");
                continued(sheet, w.examples);
                y = 0;
            }
            sheet.rule(0, y, sheet.width(), y, isFirst ? 0.5 : 0.2);
            const std::size_t to = std::min(
                example.text.size(), std::max(from + 1, example.text.fit(from, sheet.height() - y - 3)));
            if (isFirst) {
                example.when.draw(sheet, 0, y + 2);
                sheet.link(0, y, sheet.width(), 8, "row:" + row.label);
            }
            example.text.draw(sheet, style::kColumn, y + 2, from, to);
            if (to == example.text.size()) linkExhibits(sheet, row, example, from, y + 2);
            y += 2 + std::max(isFirst ? example.when.height() : 0, example.text.height(from, to)) + 6;
            from = to;
            if (from < example.text.size()) y = sheet.height(); // the rest begins a page
        }
    }
}

void stepPages(Sheet& sheet, double end) {
    constexpr double kAbove = 12; // between what stands on the page and the title
    const report::Words& w = sheet.words();
    std::vector<StepText> steps;
    double needed = kAbove + headingHeight(sheet, w.stepsNote);
    for (const report::LogRow& row : sheet.document().steps) {
        steps.push_back(layoutStep(sheet, row));
        needed += steps.back().height();
    }
    double y = 0;
    if (end > 0 && end + needed <= sheet.height()) {
        y = end + kAbove;
        sheet.note("steps");
    } else {
        sheet.beginPage(style::kPortrait, "steps");
    }
    sheet.destination("section:steps", y);
    sheet.bookmark(w.steps, 0, y);
    y = heading(sheet, w.steps, w.stepsNote, y);
    for (const StepText& step : steps) {
        if (y + step.height() > sheet.height() && y > 30) {
            sheet.beginPage(style::kPortrait, "steps");
            continued(sheet, w.steps);
            y = 0;
        }
        drawStep(sheet, step, y);
        y += step.height();
    }
    sheet.rule(0, y, sheet.width(), y, 0.2);
}

} // namespace core::pdf::pages
