// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/exhibit_facts.h"

#include "core/report/marks.h"

#include <algorithm>
#include <memory>

namespace core::pdf::pages {

void addFacts(Sheet& sheet, Stack& stack, const std::vector<report::NamedValue>& facts, double firstWidth) {
    double width = firstWidth;
    for (const report::NamedValue& fact : facts) {
        auto name =
            std::make_shared<Paragraph>(sheet.paragraph(fact.name, style::kTable, style::kColumn - 3));
        auto value = std::make_shared<Paragraph>(
            sheet.paragraph(fact.value, fact.bold ? style::kTableBold : style::kTable, width));
        const double height = std::max(name->heightMm(), value->heightMm()) + 0.8;
        stack.add(height, [=](Sheet& s, double x, double y) {
            s.rule(x, y, x + 170, y, 0.1, 0.467);
            s.draw(*name, x, y + 0.4);
            s.draw(*value, x + style::kColumn, y + 0.4);
        });
        width = kTextWidth;
    }
}

Stack narrowFacts(Sheet& sheet, const std::vector<report::NamedValue>& facts, double width) {
    Stack stack;
    double gap = 0;
    for (const report::NamedValue& fact : facts) {
        stack.add(sheet.paragraph(fact.name, style::kSmall, width), gap);
        stack.add(sheet.paragraph(fact.value, fact.bold ? style::kTableBold : style::kTable, width));
        gap = 1.2;
    }
    return stack;
}

void addNote(Sheet& sheet, Stack& stack, const std::string& note, const TextStyle& style, double width,
             double gap) {
    Paragraph set = sheet.paragraph(note, style, width);
    const std::size_t mark = note.find(report::kPageBegin);
    const std::size_t end = mark == std::string::npos ? mark : note.find(report::kPageEnd, mark);
    if (end == std::string::npos) return stack.add(std::move(set), gap);
    const std::size_t key = mark + report::kPageBegin.size();
    auto text = std::make_shared<Paragraph>(std::move(set));
    const double height = text->heightMm();
    stack.add(
        height,
        [=, place = note.substr(key, end - key)](Sheet& s, double x, double y) {
            s.draw(*text, x, y);
            s.link(x, y, width, height, place);
        },
        gap);
}

void addText(Sheet& sheet, Stack& stack, const report::FileView& file) {
    if (file.text.empty()) return;
    stack.add(sheet.paragraph(file.textTitle, style::kHeading, sheet.width()), 6);
    stack.add(sheet.paragraph(file.textNote, style::kCaption, sheet.width()), 0.5);
    stack.add(sheet.paragraph(file.text, style::kBody, sheet.width()), 3);
}

double flow(Sheet& sheet, ExhibitFrame& frame, const Stack& stack, double x, double y,
            const std::function<void()>& onPage) {
    for (std::size_t from = 0; from < stack.size();) {
        std::size_t to = stack.fit(from, frame.bottom() - y);
        if (to == from && y > frame.top()) {
            frame.endPage({});
            frame.beginPage();
            y = frame.top();
            onPage();
            continue;
        }
        to = std::max(to, from + 1); // a piece taller than the page: it is drawn all the same
        stack.draw(sheet, x, y, from, to);
        y += stack.height(from, to);
        from = to;
    }
    return y;
}

std::vector<report::NamedValue> factsOf(const Sheet& sheet, const report::FileView& file) {
    std::vector<report::NamedValue> facts{{sheet.words().fileName, file.label + "   " + file.fileName, true}};
    facts.insert(facts.end(), file.facts.begin(), file.facts.end());
    return facts;
}

} // namespace core::pdf::pages
