// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that are pictures: one or two on a page.
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/exhibit_files.h"
#include "core/pdf/pages/picture_box.h"

#include <array>

namespace core::pdf::pages {

void picturePage(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file) {
    const auto onPage = [&] {
        frame.use(file.sourceKey);
        frame.show(file, frame.top());
    };
    frame.beginPage();
    onPage();
    Stack facts, picture;
    addFacts(sheet, facts, factsOf(sheet, file), kTextWidth);
    constexpr double kLeastPicture = 40;
    const double page = frame.bottom() - frame.top();
    const bool shares = page - facts.height() - 4 >= kLeastPicture;
    addPicture(sheet, pictures, picture, file.picture, sheet.width(),
               shares ? page - facts.height() - 4 : page, 0);
    picture.draw(sheet, 0, frame.top());
    if (shares) {
        facts.draw(sheet, 0, frame.bottom() - facts.height());
    } else { // what is said about it follows on a page of its own
        frame.endPage({});
        frame.beginPage();
        onPage();
        flow(sheet, frame, facts, 0, frame.top(), onPage);
    }
    frame.endPage({});
}

namespace {

enum class Shape { None, Upright, Wide };

Shape shapeOf(Pictures& pictures, const report::FileView& file) {
    if (!file.isPicture || file.picture.isAttachment) return Shape::None;
    const auto size = pictures.size(file.picture);
    if (size && isStrip(*size)) return Shape::None;
    return size && size->height > size->width * 1.3 ? Shape::Upright : Shape::Wide;
}

constexpr double kWidePicture = 114, kNarrowGap = 5, kUprightWidth = (170 - kNarrowGap) / 2;

} // namespace

// Two pictures on a page: wide ones one above the other with their facts on the right, upright ones side by
// side with the facts below.
bool picturePair(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& first,
                 const report::FileView& second) {
    const Shape shape = shapeOf(pictures, first);
    if (shape == Shape::None || shape != shapeOf(pictures, second)) return false;
    const double half = (frame.bottom() - frame.top() - kNarrowGap) / 2;
    const double left = shape == Shape::Wide ? kWidePicture + kNarrowGap : 0;
    const double factsWidth = shape == Shape::Wide ? 170 - left : kUprightWidth;
    const std::array<const report::FileView*, 2> files{&first, &second};
    const std::array<Stack, 2> facts{narrowFacts(sheet, factsOf(sheet, first), factsWidth),
                                     narrowFacts(sheet, factsOf(sheet, second), factsWidth)};
    const double tallest = std::max(facts[0].height(), facts[1].height());
    const double room = shape == Shape::Wide ? half : frame.bottom() - frame.top() - tallest - 3;
    if (tallest > half || room < 80) return false;
    frame.beginPage();
    for (std::size_t i = 0; i < 2; ++i) {
        const auto at = static_cast<double>(i);
        const double x = shape == Shape::Wide ? 0 : at * (kUprightWidth + kNarrowGap);
        const double y = frame.top() + (shape == Shape::Wide ? at * (half + kNarrowGap) : 0);
        frame.use(files[i]->sourceKey);
        frame.show(*files[i], y);
        Stack picture;
        addPicture(sheet, pictures, picture, files[i]->picture,
                   shape == Shape::Wide ? kWidePicture : kUprightWidth, room, 0);
        picture.draw(sheet, x, y);
        facts[i].draw(sheet, x + left, shape == Shape::Wide ? y : y + picture.height() + 3);
    }
    frame.endPage({});
    return true;
}

} // namespace core::pdf::pages
