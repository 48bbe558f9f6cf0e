// SPDX-License-Identifier: GPL-3.0-or-later
// The part "patterns": figure after figure, each kept with the head of its table; tables break between rows.
#include "core/pdf/pages/figure_table.h"
#include "core/pdf/pages/pattern_drawing.h"
#include "core/pdf/pages/sections.h"

#include <algorithm>
#include <list>

namespace core::pdf::pages {

namespace {

constexpr double kBetween = 8, kTableGap = 2.5;
constexpr std::size_t kLeastRows = 3; // of a table that is broken, on either side

class PatternFlow {
public:
    PatternFlow(Sheet& sheet, double y) : sheet_(sheet), y_(y), begin_(y) {}

    // True where the figure would leave much of this page white and a later one may fill it.
    bool leavesRoomBefore(const report::PatternFigure& figure) {
        return turns(Measured(sheet_, figure)) && left() > kWorthFilling;
    }
    bool fitsWhole(const report::PatternFigure& figure) { return Measured(sheet_, figure).whole() <= left(); }

    void place(const report::PatternFigure& figure) {
        const Measured set(sheet_, figure);
        if (turns(set)) nextPage();
        sheet_.bookmark(figure.heading, 1, y_);
        set.top.draw(sheet_, 0, y_);
        sheet_.linkPages(figure.counted, style::kCaption, set.counted, 0,
                         y_ + set.top.height() - set.counted.heightMm());
        y_ += set.top.height();
        drawFigure(set.drawing);
        drawTable(set.table, figure.table.note);
        y_ += kBetween;
    }

private:
    static constexpr double kWorthFilling = 40; // mm

    struct Measured {
        Measured(Sheet& sheet, const report::PatternFigure& figure)
            : drawing(figureStack(sheet, figure)),
              table(sheet, figure.table,
                    hasBarsInTable(figure) ? figure.shares : std::vector<report::ShareRow>{}) {
            top.add(sheet.paragraph(figure.heading, style::kHeading, sheet.width()));
            counted = sheet.paragraph(figure.counted, style::kCaption, sheet.width());
            top.add(sheet.paragraph(figure.counted, style::kCaption, sheet.width()), 0.4);
            if (!figure.table.note.empty())
                note = 0.6 + sheet.paragraph(figure.table.note, style::kCaption, sheet.width()).heightMm();
        }
        double upTo(std::size_t rows) const {
            return top.height() + (drawing.size() > 0 ? kTableGap + drawing.height() : 0) + kTableGap +
                   table.headHeight() + table.height(0, rows);
        }
        double least() const { return upTo(std::min(table.size(), kLeastRows + 1)); }
        double whole() const { return upTo(table.size()) + note; }

        Stack top, drawing;
        Paragraph counted; // as it stands in `top`
        FigureTableLayout table;
        double note = 0;
    };

    bool turns(const Measured& set) const {
        const bool leavesLittle = left() < 0.4 * sheet_.height();
        return set.whole() > left() && y_ > begin_ &&
               (set.least() > left() || (set.whole() <= sheet_.height() && leavesLittle));
    }

    double left() const { return sheet_.height() - y_; }

    void nextPage() {
        sheet_.beginPage(style::kPortrait, "patterns");
        const report::Words& w = sheet_.words();
        sheet_.line(w.patterns + " " + w.continued, style::kTable, 0,
                    sheet_.grid().headTop - sheet_.grid().top);
        y_ = begin_ = 0;
    }

    void drawFigure(const Stack& drawing) {
        if (drawing.size() == 0) return;
        y_ += kTableGap;
        for (std::size_t from = 0; from < drawing.size();) {
            std::size_t to = drawing.fit(from, left());
            if (to == from) {
                if (y_ > begin_) {
                    nextPage();
                    continue;
                }
                to = from + 1; // higher than a page: cannot be
            }
            drawing.draw(sheet_, 0, y_, from, to);
            y_ += drawing.height(from, to);
            from = to;
            if (from < drawing.size()) nextPage();
        }
    }

    // As many rows as fit, but never so that fewer than three stand alone on a page.
    std::size_t rowsThatFit(const FigureTableLayout& table, std::size_t from) const {
        std::size_t to = from;
        while (to < table.size() && table.headHeight() + table.height(from, to + 1) <= left()) ++to;
        if (to < table.size() && table.size() - to < kLeastRows)
            to = std::max(from, table.size() - std::min(table.size(), kLeastRows));
        return to < table.size() && to - from < kLeastRows ? from : to;
    }

    void drawTable(const FigureTableLayout& table, const std::string& note) {
        y_ += kTableGap;
        for (std::size_t from = 0; from < table.size();) {
            std::size_t to = rowsThatFit(table, from);
            if (to == from) {
                if (y_ > begin_) {
                    nextPage();
                    continue;
                }
                to = from + 1;
            }
            table.drawHead(sheet_, y_);
            y_ += table.headHeight();
            for (; from < to; ++from) {
                table.drawRow(sheet_, from, y_);
                y_ += table.rowHeight(from);
            }
            if (from < table.size()) nextPage();
        }
        if (note.empty()) return;
        const Paragraph set = sheet_.paragraph(note, style::kCaption, sheet_.width());
        if (set.heightMm() + 0.6 > left()) nextPage();
        sheet_.draw(set, 0, y_ + 0.6);
        y_ += set.heightMm() + 0.6;
    }

    Sheet& sheet_;
    double y_, begin_;
};

} // namespace

void patternPages(Sheet& sheet) {
    const report::Patterns& patterns = sheet.document().patterns;
    const report::Words& w = sheet.words();
    sheet.beginPage(style::kPortrait, "patterns");
    sheet.destination("section:patterns", 0);
    sheet.bookmark(w.patterns, 0, 0);
    double y = heading(sheet, w.patterns, {});
    for (const std::string& text : patterns.intro)
        y += sheet.write(text, style::kBody, 0, y, sheet.width()) + 1.5;
    PatternFlow flow(sheet, y + 3);
    std::list<const report::PatternFigure*> waiting;
    for (const report::PatternFigure& figure : patterns.figures) waiting.push_back(&figure);
    while (!waiting.empty()) {
        auto next = waiting.begin();
        if (flow.leavesRoomBefore(**next)) { // one that comes later goes before it
            const auto filler = std::find_if(
                next, waiting.end(), [&](const report::PatternFigure* f) { return flow.fitsWhole(*f); });
            if (filler != waiting.end()) next = filler;
        }
        flow.place(**next);
        waiting.erase(next);
    }
}

} // namespace core::pdf::pages
