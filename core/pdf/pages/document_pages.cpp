// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that are documents: the pages of a PDF one by one.
#include "core/pdf/pages/exhibit_files.h"

#include <algorithm>
#include <cmath>

namespace core::pdf::pages {

namespace {

constexpr double kMmPerPt = 25.4 / 72;
constexpr double kTop = 2; // 20 mm from the edge: below the stamp

std::string percent(double scale) { return std::to_string(static_cast<int>(std::lround(scale * 100))); }

void documentPage(Sheet& sheet, ExhibitFrame& frame, const report::FileView& file,
                  const Documents::Shown& shown, std::size_t index) {
    const ForeignPages::Size size = shown.pages[index];
    const double width = size.widthPt * kMmPerPt, height = size.heightPt * kMmPerPt;
    frame.beginBarePage(width > height ? style::kLandscape : style::kPortrait);
    if (index == 0) sheet.bookmark(file.label + "   " + file.fileName, 2, 0);
    frame.use(file.sourceKey);
    frame.show(file, 0);
    const double scale =
        std::min({sheet.width() / width, (frame.bottom() - kTop - 2) / height, 1.0}); // never enlarged
    const double w = width * scale, h = height * scale, x = (sheet.width() - w) / 2;
    if (!sheet.isDraft())
        sheet.canvas().drawForeign(shown.id, index, sheet.grid().left + x, sheet.grid().top + kTop, w, h);
    sheet.frame(x, kTop, w, h, 0.1, 0.467);
    frame.endPage(
        base::fill(sheet.words().documentPage, {file.label + " " + file.fileName, std::to_string(index + 1),
                                                std::to_string(shown.pages.size()), percent(scale)}));
}

} // namespace

void documentPages(Sheet& sheet, ExhibitFrame& frame, const report::FileView& file,
                   const Documents::Shown& shown) {
    for (std::size_t i = 0; i < shown.pages.size(); ++i) documentPage(sheet, frame, file, shown, i);
}

} // namespace core::pdf::pages
