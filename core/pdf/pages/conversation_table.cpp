// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_pages.h"
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/picture_box.h"
#include "core/pdf/pages/stack.h"
#include "core/pdf/work_ahead.h"

#include <algorithm>
#include <array>

namespace core::pdf::pages {

namespace {

constexpr std::array<double, 5> kWidths{11, 34, 27, 74, 24}; // no., time and zone, from, message, source
constexpr std::array<std::size_t, 4> kBeside{0, 1, 2, 4};    // the text
constexpr double kRowGap = 2.5, kRowPadTop = 1, kRowPadBottom = 1.2;
constexpr double kRowPictureHeight = 50;

double left(std::size_t column) {
    double x = 0;
    for (std::size_t c = 0; c < column; ++c) x += kWidths[c];
    return x;
}

using Cells = std::array<Stack, 5>;
struct SetRow {
    report::Messages::Ref message;
    Cells cells;
    bool isSet = false; // else it is left to the thread that draws
};

class Table {
public:
    Table(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures)
        : sheet_(sheet), frame_(frame), pictures_(pictures) {}

    void draw() {
        const report::Messages& all = frame_.exhibit().messages;
        WorkAhead<SetRow> rows(all.size(),
                               [&](std::size_t first, std::size_t end, std::vector<SetRow>& made) {
                                   for (report::Messages::Ref& message : all.some(first, end))
                                       made.push_back(setRow(message));
                               });
        newPage();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            SetRow& row = rows.at(i);
            if (!row.isSet) row.cells = cellsOf(*row.message);
            drawRow(*row.message, row.cells);
            rows.dropBefore(i + 1);
        }
        frame_.endPage({});
    }

private:
    void newPage() {
        frame_.beginPage();
        const report::Words& w = sheet_.words();
        const std::array<const std::string*, 5> names{&w.listNumber, &w.tableWhen, &w.tableFrom, &w.tableText,
                                                      &w.tableSource};
        y_ = frame_.top();
        for (std::size_t c = 0; c < names.size(); ++c)
            sheet_.line(*names[c], style::kCaptionBold, left(c), y_);
        y_ += 4.4;
        sheet_.rule(0, y_, sheet_.width(), y_, 0.4);
        isEmpty_ = true;
    }

    void turnPage() {
        frame_.endPage({});
        newPage();
    }

    void addText(const report::Message& m, double width, Stack& stack) {
        TextStyle note = style::kSmall;
        if (!m.text.empty()) stack.add(sheet_.paragraph(m.text, style::kTable, width));
        for (const std::string& line : m.notes) addNote(sheet_, stack, line, note, width, 0.7);
        for (const report::PictureRef& ref : m.pictures)
            addAttachedPicture(frame_, sheet_, pictures_, stack, ref, width, kRowPictureHeight, 1.5);
    }

    Stack cell(std::size_t column, const report::Message& m) {
        const double width = kWidths[column] - (column == 4 ? 0 : kRowGap);
        Stack stack;
        const auto add = [&](const std::string& text, const TextStyle& style) {
            if (!text.empty()) stack.add(sheet_.paragraph(text, style, width));
        };
        if (column == 0) add(m.label.empty() ? sheet_.words().none : m.label, style::kTable);
        if (column == 1) {
            add(m.clock, style::kTableBold);
            add(m.day, style::kSmall);
            add(m.zoneNote, style::kSmall);
        }
        if (column == 2) add(m.sender, style::kTable);
        if (column == 3) addText(m, width, stack);
        if (column == 4) add(m.sourceNote, style::kSmall);
        return stack;
    }

    Cells cellsOf(const report::Message& m) {
        return {cell(0, m), cell(1, m), cell(2, m), cell(3, m), cell(4, m)};
    }

    SetRow setRow(const report::Messages::Ref& message) {
        return isForAnyThread(*message) ? SetRow{message, cellsOf(*message), true}
                                        : SetRow{message, {}, false};
    }

    // A row that is longer than the rest of its page goes to the next; one longer than a page is continued.
    void drawRow(const report::Message& m, const Cells& cells) {
        double others = 0;
        for (const std::size_t c : kBeside) others = std::max(others, cells[c].height());
        const Stack& text = cells[3];
        const auto room = [&] { return frame_.bottom() - y_ - kRowPadTop - kRowPadBottom; };
        if (!isEmpty_ && std::max(others, text.height()) > room()) turnPage();
        std::size_t from = 0;
        do {
            std::size_t to = text.fit(from, room());
            if (to == from && from < text.size()) to = from + 1;
            frame_.show(m.incidents, y_);
            frame_.use(m.sourceNote);
            for (const std::size_t c : kBeside) cells[c].draw(sheet_, left(c), y_ + kRowPadTop);
            text.draw(sheet_, left(3), y_ + kRowPadTop, from, to);
            y_ += std::max(others, text.height(from, to)) + kRowPadTop + kRowPadBottom;
            sheet_.rule(0, y_, sheet_.width(), y_, 0.2, 0.467);
            isEmpty_ = false;
            from = to;
            if (from < text.size()) turnPage();
        } while (from < text.size());
    }

    Sheet& sheet_;
    ExhibitFrame& frame_;
    Pictures& pictures_;
    double y_ = 0;
    bool isEmpty_ = true; // no row stands on the page
};

} // namespace

void conversationTable(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures) {
    Table(sheet, frame, pictures).draw();
}

} // namespace core::pdf::pages
