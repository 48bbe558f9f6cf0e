// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/picture_box.h"

#include "core/pdf/pages/exhibit_facts.h"
#include "core/report/marks.h"

#include <algorithm>
#include <memory>
#include <optional>

namespace core::pdf::pages {

namespace {

constexpr double kLeastDpi = 60;   // a small picture is not blown up
constexpr double kDamageGap = 0.7; // mm

void addDamaged(Sheet& sheet, Stack& stack, double width, double gap) {
    auto text =
        std::make_shared<Paragraph>(sheet.paragraph(sheet.words().pictureDamaged, style::kTable, width - 8));
    const double height = text->heightMm() + 8;
    stack.add(
        height,
        [=](Sheet& s, double x, double y) {
            s.frame(x, y, width, height, 0.25, 0.2, 0, 1.2, 0.8);
            s.draw(*text, x + 4, y + 4);
        },
        gap);
}

} // namespace

void addPicture(Sheet& sheet, Pictures& pictures, Stack& stack, const report::PictureRef& ref,
                double maxWidth, double maxHeight, double gap) {
    const auto size = pictures.size(ref);
    if (!size) {
        addDamaged(sheet, stack, maxWidth, gap);
        return;
    }
    std::optional<Paragraph> damage;
    if (pictures.isDamaged(ref)) damage = sheet.paragraph(sheet.words().pictureCut, style::kTable, maxWidth);
    if (damage) maxHeight -= damage->heightMm() + kDamageGap;
    const double scale = std::min({maxWidth / size->width, maxHeight / size->height, 25.4 / kLeastDpi});
    const double width = size->width * scale, height = size->height * scale;
    Pictures* store = &pictures;
    stack.add(
        height,
        [=](Sheet& s, double x, double y) {
            if (!s.isDraft()) store->draw(ref, s.grid().left + x, s.grid().top + y, width, height);
            s.frame(x, y, width, height, 0.1, 0.467);
        },
        gap);
    if (damage) stack.add(*std::move(damage), kDamageGap);
}

void addAttachedPicture(ExhibitFrame& frame, Sheet& sheet, Pictures& pictures, Stack& stack,
                        const report::PictureRef& ref, double maxWidth, double maxHeight, double gap) {
    addPicture(sheet, pictures, stack, ref, maxWidth, maxHeight, gap);
    const auto size = pictures.size(ref);
    if (!size || !isStrip(*size)) return;
    const std::string place = std::string(report::kPageBegin) + attachedKey(frame.exhibit().number, ref.id) +
                              std::string(report::kPageEnd);
    addNote(sheet, stack, base::fill(sheet.words().stripElsewhere, {place}), style::kTable, maxWidth, 0.7);
}

} // namespace core::pdf::pages
