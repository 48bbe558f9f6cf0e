// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_pages.h"
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/message_text.h"
#include "core/pdf/pages/picture_box.h"
#include "core/pdf/pages/stack.h"
#include "core/pdf/work_ahead.h"

#include <algorithm>
#include <array>
#include <optional>

namespace core::pdf::pages {

namespace {

constexpr std::array<double, 5> kWidths{15, 21, 27, 83, 24}; // no., time, from, message, source
constexpr std::size_t kText = 3;
constexpr double kRowGap = 2.5, kRowPadTop = 1, kRowPadBottom = 1.2;
constexpr double kRowPictureHeight = 50;
constexpr double kDayRow = 5.2, kDayLine = 5;

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
        day_.reset();
    }

    void turnPage() {
        frame_.endPage({});
        newPage();
    }

    void addText(const report::Message& m, double width, Stack& stack) {
        TextStyle note = style::kSmall;
        addMessageText(sheet_, stack, m.text, style::kTable, width);
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
        if (column == 0) { // a number in two lines would be read as another
            const std::string& label = m.label.empty() ? sheet_.words().none : m.label;
            add(label, sheet_.widthOf(label, style::kTable) <= width ? style::kTable : style::kSmall);
        }
        if (column == 1) add(m.clock, style::kTableBold);
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

    // The day and the zone of the rows under it, on every page anew.
    void drawDay(const report::Message& m) {
        constexpr TextStyle kDay{Face::Bold, 8.5, kDayLine, 0}, kZone{Face::Regular, 7.5, kDayLine, 0};
        sheet_.fill(0, y_, sheet_.width(), kDayRow, style::kNight);
        sheet_.line(m.day, kDay, 1, y_ + 0.1);
        sheet_.line(m.zoneNote, kZone, 1 + sheet_.widthOf(m.day + "   ", kDay), y_ + 0.1);
        sheet_.rule(0, y_ + kDayRow, sheet_.width(), y_ + kDayRow, 0.2, 0.467);
        y_ += kDayRow;
        day_ = m.day;
        zone_ = m.zoneNote;
    }

    // Under the clock what the line of the day does not say: the zone where the clocks were changed since,
    // and that the row began overleaf.
    Stack timeNotes(const report::Message& m, bool isContinued) {
        Stack stack;
        const double width = kWidths[1] - kRowGap;
        if (isContinued) stack.add(sheet_.paragraph(sheet_.words().continues, style::kSmall, width));
        if (day_ == m.day && zone_ != m.zoneNote)
            stack.add(sheet_.paragraph(m.zoneNote, style::kSmall, width));
        return stack;
    }

    // A row that is longer than the rest of its page goes to the next; one longer than a page is continued.
    void drawRow(const report::Message& m, const Cells& cells) {
        const Stack& text = cells[kText];
        const auto beside = [&](const Stack& notes) {
            return std::max({cells[0].height(), cells[1].height() + notes.height(), cells[2].height(),
                             cells[4].height()});
        };
        const auto room = [&] {
            return frame_.bottom() - y_ - (day_ == m.day ? 0 : kDayRow) - kRowPadTop - kRowPadBottom;
        };
        if (!isEmpty_ && std::max(beside(timeNotes(m, false)), text.height()) > room()) turnPage();
        std::size_t from = 0;
        do {
            std::size_t to = text.fit(from, room());
            if (to < text.size()) to = std::max(from + 1, text.fit(from, room() - style::kSmall.leadingMm));
            if (day_ != m.day) drawDay(m);
            frame_.show(m.incidents, y_);
            frame_.use(m.sourceNote);
            const Stack notes = timeNotes(m, from > 0);
            notes.draw(sheet_, left(1), y_ + kRowPadTop + cells[1].height());
            for (std::size_t c = 0; c < cells.size(); ++c)
                if (c != kText) cells[c].draw(sheet_, left(c), y_ + kRowPadTop);
            text.draw(sheet_, left(kText), y_ + kRowPadTop, from, to);
            y_ += std::max(beside(notes), text.height(from, to)) + kRowPadTop;
            from = to;
            endRow(from < text.size());
        } while (from < text.size());
    }

    void endRow(bool isContinued) {
        if (isContinued) {
            sheet_.line(sheet_.words().toBeContinued, style::kSmall, left(kText), y_);
            y_ += style::kSmall.leadingMm;
        }
        y_ += kRowPadBottom;
        sheet_.rule(0, y_, sheet_.width(), y_, 0.2, 0.467);
        isEmpty_ = false;
        if (isContinued) turnPage();
    }

    Sheet& sheet_;
    ExhibitFrame& frame_;
    Pictures& pictures_;
    double y_ = 0;
    bool isEmpty_ = true;            // no row stands on the page
    std::optional<std::string> day_; // of the line above the rows; none at the top of a page
    std::string zone_;               // likewise
};

} // namespace

void conversationTable(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures) {
    Table(sheet, frame, pictures).draw();
}

} // namespace core::pdf::pages
