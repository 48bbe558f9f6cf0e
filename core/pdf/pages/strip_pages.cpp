// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that are tall pictures, such as screenshots of a whole conversation: strip after strip at a width
// that can be read, a little of each again on the next page.
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/exhibit_files.h"

#include <algorithm>
#include <cmath>

namespace core::pdf::pages {

namespace {

constexpr double kPixelsAMm = 10.8;                  // a telephone's screen somewhat larger than life
constexpr double kLeastWidth = 80, kMostWidth = 170; // mm
constexpr double kOverlap = 8, kMark = 4;            // mm
constexpr double kCaption = 5.5;                     // the line above the picture
constexpr double kFactsGap = 6, kLeastFacts = 45;    // beside the picture

} // namespace

bool stripPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file) {
    const auto size = pictures.size(file.picture);
    if (!size || !isStrip(*size)) return false;
    const double width = std::clamp(size->width / kPixelsAMm, kLeastWidth, kMostWidth);
    const double whole = width * size->height / size->width;
    const double factsLeft = width + kFactsGap;
    const bool sharesFirst = sheet.width() - factsLeft >= kLeastFacts;
    std::vector<report::NamedValue> about = factsOf(sheet, file);
    if (pictures.isDamaged(file.picture))
        about.insert(about.begin() + 1, {sheet.words().remark, sheet.words().pictureCut, true});
    const auto begin = [&] {
        frame.beginPage();
        frame.use(file.sourceKey);
        frame.show(file, frame.top());
    };
    begin();
    const double room = frame.bottom() - frame.top() - kCaption;
    const int count = std::max(1, static_cast<int>(std::ceil((whole - kOverlap) / (room - kOverlap))));
    const double strip = (whole + kOverlap * (count - 1)) / count; // all of one height
    for (int i = 0; i < count; ++i) {
        if (i > 0) begin();
        const double top = frame.top() + kCaption, from = i * (strip - kOverlap);
        sheet.write(base::fill(sheet.words().strip, {file.label + "   " + file.fileName,
                                                     std::to_string(i + 1), std::to_string(count)}),
                    style::kTableBold, 0, frame.top(), sheet.width());
        if (!sheet.isDraft())
            pictures.drawStrip(file.picture, sheet.grid().left, sheet.grid().top + top - from, width, whole,
                               sheet.grid().top + top, sheet.grid().top + top + strip);
        sheet.frame(0, top, width, strip, 0.1, 0.467);
        if (i > 0) {
            sheet.rule(-kMark, top + kOverlap, 0, top + kOverlap, 0.4);
            sheet.rule(width, top + kOverlap, width + kMark, top + kOverlap, 0.4);
            if (sharesFirst)
                sheet.write(sheet.words().stripMark, style::kSmall, factsLeft,
                            top + kOverlap - style::kSmall.leadingMm / 2, sheet.width() - factsLeft);
        }
        if (i == 0 && sharesFirst)
            narrowFacts(sheet, about, sheet.width() - factsLeft).draw(sheet, factsLeft, top);
        frame.endPage({});
    }
    if (sharesFirst) return true;
    begin();
    Stack facts;
    addFacts(sheet, facts, about);
    flow(sheet, frame, facts, 0, frame.top(), [&] { frame.use(file.sourceKey); });
    frame.endPage({});
    return true;
}

} // namespace core::pdf::pages
