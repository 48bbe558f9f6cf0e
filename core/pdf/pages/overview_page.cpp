// SPDX-License-Identifier: GPL-3.0-or-later
// The one page that is read first: figures, the charts, channels, targets, before and after each step.
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <array>

namespace core::pdf::pages {

namespace {

constexpr double kSide = 124; // side tables
constexpr double kSideWidth = 46;

void figures(Sheet& sheet, const report::Overview& o, double top) {
    constexpr std::array<double, 4> kFigureWidths{30, 33, 46, 46};
    double x = 0;
    for (std::size_t i = 0; i < o.figures.size() && i < kFigureWidths.size(); ++i) {
        const report::Figure& figure = o.figures[i];
        sheet.rule(x, top, x + kFigureWidths[i], top, 0.5);
        sheet.line(figure.number, style::kFigure, x, top + 1.5);
        const double caption =
            sheet.write(figure.caption, style::kTableBold, x, top + 11.5, kFigureWidths[i]);
        const double text =
            sheet.write(figure.text, style::kTable, x, top + 11.5 + caption, kFigureWidths[i]);
        if (!figure.row.empty())
            sheet.link(x, top, kFigureWidths[i], 11.5 + caption + text, "row:" + figure.row);
        x += kFigureWidths[i] + 5;
    }
}

constexpr double kCountRow = 4.75;
constexpr TextStyle kTight{Face::Regular, 7, 3.75, 0}; // a name that would run into its number

double countTableHeight(Sheet& sheet, const std::vector<report::NamedCount>& rows, const std::string& note) {
    const double below = note.empty() ? 0 : sheet.paragraph(note, style::kCaption, kSideWidth).heightMm();
    return 5.5 + kCountRow * static_cast<double>(rows.size() + 1) + below;
}

void countTable(Sheet& sheet, const std::string& title, const std::vector<report::NamedCount>& rows,
                const std::string& note, double top, double left = kSide) {
    constexpr double kNumber = 32, kBar = 34;
    sheet.line(title, style::kHeading, left, top);
    double y = top + 5.5;
    int most = 1, total = 0;
    for (const report::NamedCount& row : rows) {
        most = std::max(most, row.count);
        total += row.count;
    }
    for (const report::NamedCount& row : rows) {
        const std::string count = sheet.number(row.count);
        const double room = kNumber - sheet.widthOf(count, style::kTable) - 1;
        const bool fits = sheet.widthOf(row.name, style::kTable) <= room;
        sheet.line(row.name, fits ? style::kTable : kTight, left, y + 0.5);
        sheet.line(count, style::kTable, left + kNumber, y + 0.5, Align::Right);
        sheet.fill(left + kBar, y + 1.3, 12.0 * row.count / most, 2.2, style::kBar);
        y += kCountRow;
    }
    sheet.rule(left, y, left + kSideWidth, y, 0.25);
    sheet.line(sheet.words().total, style::kTableBold, left, y + 0.5);
    sheet.line(sheet.number(total), style::kTableBold, left + kNumber, y + 0.5, Align::Right);
    if (!note.empty()) sheet.write(note, style::kCaption, left, y + kCountRow, kSideWidth);
}

// Before and after each step. Dense: smaller, and names that are too long are cut (they stand with the
// steps).
class BeforeAfterTable {
public:
    BeforeAfterTable(Sheet& sheet, const report::Overview& o, bool isDense)
        : sheet_(sheet), o_(o), isDense_(isDense), height_(o.beforeAfter.empty() ? 0 : kHead) {
        for (std::size_t r = 1; r < o.beforeAfter.size(); ++r) {
            const TextStyle style = styleOf(r);
            names_.push_back(sheet.paragraph(nameOf(r), style, kFigureWidths[0] - 1));
            height_ += names_.back().heightMm() + gap();
        }
        if (!o.beforeAfterNote.empty()) height_ += 0.6 + style::kCaption.leadingMm;
    }

    double height() const { return height_; }

    void draw(double top) {
        if (o_.beforeAfter.empty()) return;
        sheet_.line(sheet_.words().beforeAfter, style::kHeading, 0, top);
        double y = top + 5.5, x = 0;
        for (std::size_t c = 0; c < kFigureWidths.size(); ++c) { // headings stand on the rule
            const Paragraph set =
                sheet_.paragraph(o_.beforeAfter[0][c], style::kCaption, kFigureWidths[c], Align::Right);
            if (c > 0) sheet_.draw(set, x, y + 7.0 - set.heightMm());
            x += kFigureWidths[c];
        }
        y = top + kHead;
        sheet_.rule(0, y, x, y, 0.25);
        for (std::size_t r = 1; r < o_.beforeAfter.size(); ++r) y = drawRow(r, y);
        if (!o_.beforeAfterNote.empty()) sheet_.write(o_.beforeAfterNote, style::kCaption, 0, y + 0.6, x);
        if (sheet_.holds("steps")) sheet_.link(0, top, x, y - top, "section:steps");
    }

private:
    static constexpr std::array<double, 6> kFigureWidths{52, 15, 12, 15, 12, 12};
    static constexpr double kHead = 5.5 + 7.7;

    double gap() const { return isDense_ ? 0.3 : 1; }

    TextStyle styleOf(std::size_t row) const {
        if (isDense_) return row == o_.boldRow ? style::kCaptionBold : style::kCaption;
        return row == o_.boldRow ? style::kTableBold : style::kTable;
    }

    std::string nameOf(std::size_t row) const {
        const std::string& whole = o_.beforeAfter[row].front();
        const auto fits = [&](const std::string& text) {
            return sheet_.widthOf(text, styleOf(row)) <= kFigureWidths[0] - 1;
        };
        if (!isDense_ || fits(whole)) return whole;
        const std::size_t comma = std::min(whole.rfind(", "), whole.size()); // the date stays
        const std::string date = whole.substr(comma);
        return Sheet::shortened(whole.substr(0, comma),
                                [&](const std::string& name) { return fits(name + date); }) +
               date;
    }

    double drawRow(std::size_t r, double y) {
        const auto& row = o_.beforeAfter[r];
        sheet_.draw(names_[r - 1], 0, y + gap() / 2);
        double x = kFigureWidths[0];
        for (std::size_t c = 1; c < row.size() && c < kFigureWidths.size(); ++c) {
            x += kFigureWidths[c];
            sheet_.line(row[c], styleOf(r), x, y + gap() / 2, Align::Right);
        }
        return y + names_[r - 1].heightMm() + gap();
    }

    Sheet& sheet_;
    const report::Overview& o_;
    bool isDense_;
    double height_;
    std::vector<Paragraph> names_;
};

Paragraph footText(Sheet& sheet, const std::string& text) {
    const std::size_t colon = text.find(':');
    std::vector<report::Run> runs{{text, false}};
    if (colon != std::string::npos)
        runs = {{text.substr(0, colon + 1), true}, {text.substr(colon + 1), false}};
    return sheet.paragraph(runs, style::kCaption, style::kCaptionBold, sheet.width());
}

void drawFoot(Sheet& sheet, const report::Overview& o, const Paragraph& foot, double y) {
    sheet.draw(foot, 0, y);
    sheet.linkPages(o.foot, style::kCaption, foot, 0, y);
}

constexpr double kChartTop = 55, kMostSqueeze = 16, kAboveFoot = 1.5;

std::string chartNote(Sheet& sheet, const report::Overview& o) {
    std::string note = o.barNote;
    if (!o.squareNote.empty() && weeklyChartCrowds(o)) note += " " + o.squareNote;
    if (!o.markerNote.empty() && weeklyChartShortens(sheet, o)) note += " " + o.markerNote;
    return note;
}

// Where the parts under the chart begin, with the bars `squeeze` millimetres lower.
struct Tops {
    double note, heat, last;
};

Tops topsOf(Sheet& sheet, const report::Overview& o, double squeeze) {
    const auto height = [&](const std::string& text, double width) {
        return sheet.paragraph(text, style::kCaption, width).heightMm();
    };
    Tops t{};
    t.note = kChartTop + weeklyChartHeight(o, squeeze) + 0.6;
    t.heat = std::max(150.0 - squeeze, t.note + height(chartNote(sheet, o), 139) + 3);
    const double heatEnd = t.heat + 5.5 + height(o.hourNote, 118) + heatMapHeight();
    t.last = std::max({213.0 - squeeze, heatEnd + 2, t.heat + countTableHeight(sheet, o.channels, {}) + 2});
    return t;
}

// A chart of one or two contacts shows nothing that the figures do not say.
bool isSmall(const report::Overview& o) {
    int contacts = 0;
    for (const report::NamedCount& channel : o.channels) contacts += channel.count;
    return contacts < 3;
}

// The counts stand at the right of the table of steps, or side by side from the left where there is none.
void drawSmall(Sheet& sheet, const report::Overview& o, const Paragraph& foot) {
    constexpr double kTables = 52, kBetween = 8, kSecondTable = 66;
    BeforeAfterTable table(sheet, o, false);
    table.draw(kTables);
    const double channels = countTableHeight(sheet, o.channels, {});
    const double targets = countTableHeight(sheet, o.targets, o.targetNote);
    const bool isAlone = o.beforeAfter.empty();
    countTable(sheet, sheet.words().channel, o.channels, {}, kTables, isAlone ? 0 : kSide);
    countTable(sheet, sheet.words().directedAt, o.targets, o.targetNote,
               isAlone ? kTables : kTables + channels + kBetween, isAlone ? kSecondTable : kSide);
    const double counts = isAlone ? std::max(channels, targets) : channels + kBetween + targets;
    drawFoot(sheet, o, foot, kTables + std::max(table.height(), counts) + kBetween);
}

} // namespace

void overviewPage(Sheet& sheet) {
    const report::Overview& o = sheet.document().overview;
    sheet.beginPage(style::kPortrait, "overview");
    sheet.destination("section:overview", 0);
    sheet.bookmark(sheet.words().overview, 0, 0);
    sheet.line(sheet.words().overview, style::kTitle, 0, 0);
    sheet.write(o.subtitle, style::kBody, 0, 9, sheet.width());
    const Paragraph foot = footText(sheet, o.foot);
    if (isSmall(o)) {
        figures(sheet, o, 17);
        drawSmall(sheet, o, foot);
        return;
    }
    const double footTop = sheet.height() - 0.5 - foot.heightMm();
    const double targets = countTableHeight(sheet, o.targets, o.targetNote);

    // What is too much for the page is taken from the bars first, then from the table.
    const auto excess = [&](double squeeze, const BeforeAfterTable& table) {
        return topsOf(sheet, o, squeeze).last + std::max(table.height(), targets) + kAboveFoot - footTop;
    };
    const bool isDense = excess(kMostSqueeze, BeforeAfterTable(sheet, o, false)) > 0;
    BeforeAfterTable table(sheet, o, isDense);
    const double squeeze = std::clamp(excess(0, table), 0.0, kMostSqueeze);
    const Tops t = topsOf(sheet, o, squeeze);

    figures(sheet, o, 17);
    sheet.line(o.barHeading, style::kHeading, 0, 49);
    weeklyChart(sheet, o, kChartTop, squeeze);
    sheet.write(chartNote(sheet, o), style::kCaption, 31, t.note, 139);
    sheet.line(sheet.words().weekdayClock, style::kHeading, 0, t.heat);
    const double note = sheet.write(o.hourNote, style::kCaption, 0, t.heat + 4.5, 118);
    heatMap(sheet, o, t.heat + 5.5 + note);
    countTable(sheet, sheet.words().channel, o.channels, {}, t.heat);
    table.draw(t.last);
    countTable(sheet, sheet.words().directedAt, o.targets, o.targetNote, t.last);
    drawFoot(sheet, o, foot, footTop);
}

} // namespace core::pdf::pages
