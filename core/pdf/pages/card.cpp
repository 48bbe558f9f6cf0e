// SPDX-License-Identifier: GPL-3.0-or-later
// Files of an exhibit that take no page of their own: what cannot be shown on paper, and small pictures.
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/exhibit_files.h"
#include "core/pdf/pages/picture_box.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr double kSmallPicture = 70; // mm: three with their facts on a page

void draw(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, const report::FileView& file,
          const Stack& stack) {
    const double top = column.begin(stack.height());
    const auto onPage = [&](double y) {
        frame.use(file.sourceKey);
        frame.show(file, y);
    };
    if (!file.isPicture) sheet.bookmark(file.label + "   " + file.fileName, 2, top);
    onPage(top);
    column.setEnd(flow(sheet, frame, stack, 0, top, [&] { onPage(frame.top()); }));
}

} // namespace

void card(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, const report::FileView& file,
          const std::string& why, bool withText) {
    Stack stack;
    std::vector<report::NamedValue> facts = factsOf(sheet, file);
    if (!why.empty()) facts.insert(facts.begin() + 1, {sheet.words().notShown, why, true});
    addFacts(sheet, stack, facts);
    if (withText) addText(sheet, stack, file);
    draw(sheet, frame, column, file, stack);
}

bool pictureCard(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, Pictures& pictures,
                 const report::FileView& file) {
    constexpr double kGap = 3;
    const auto size = pictures.size(file.picture);
    if (size && isStrip(*size)) return false;
    Stack stack;
    addPicture(sheet, pictures, stack, file.picture, sheet.width(), frame.bottom() - frame.top(), 0);
    if (stack.height() > kSmallPicture) return false;
    stack.add(kGap, [](Sheet&, double, double) {});
    addFacts(sheet, stack, factsOf(sheet, file));
    draw(sheet, frame, column, file, stack);
    return true;
}

} // namespace core::pdf::pages
