// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that are films: stills with their place in the film, then what is said about it.
#include "core/base/date_format.h"
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/exhibit_files.h"

#include <algorithm>
#include <cmath>

namespace core::pdf::pages {

namespace {

constexpr double kStillGap = 4, kCaptionHeight = 4.5;

// "1:02:07"; with tenths where the stills stand closer than seconds can tell.
std::string clockOf(const Pictures::Still& still, const std::vector<Pictures::Still>& all,
                    const Sheet& sheet) {
    constexpr double kTellsApart = 1.5;
    const auto seconds = static_cast<long>(std::floor(still.seconds));
    const auto two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string clock = two(seconds / 60 % 60) + ":" + two(seconds % 60);
    if (seconds >= 3600) clock = std::to_string(seconds / 3600) + ":" + clock;
    const double apart = all.size() < 2 ? kTellsApart : all[1].seconds - all[0].seconds;
    if (apart < kTellsApart) {
        const double tenths = std::floor((still.seconds - static_cast<double>(seconds)) * 10) / 10;
        clock += base::formatDecimal(tenths, 1, sheet.document().language).substr(1);
    }
    return clock;
}

// Rows of stills: three to a row where they are upright.
void addStills(Sheet& sheet, Stack& stack, Pictures& pictures, const std::vector<Pictures::Still>& stills,
               double mostHeight) {
    const bool isUpright = stills.front().size.height > stills.front().size.width;
    const std::size_t columns = isUpright ? 3 : 2;
    const std::size_t rows = (stills.size() + columns - 1) / columns;
    const double width =
        (sheet.width() - kStillGap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double cell = mostHeight / static_cast<double>(rows) - kCaptionHeight - kStillGap;
    for (std::size_t first = 0; first < stills.size(); first += columns) {
        double tallest = 0;
        const auto scaleOf = [=](const Pictures::Still& s) {
            return std::min(width / s.size.width, cell / s.size.height);
        };
        const std::size_t end = std::min(first + columns, stills.size());
        for (std::size_t i = first; i < end; ++i)
            tallest = std::max(tallest, stills[i].size.height * scaleOf(stills[i]));
        Pictures* store = &pictures;
        std::vector<std::string> clocks;
        for (std::size_t i = first; i < end; ++i) clocks.push_back(clockOf(stills[i], stills, sheet));
        const std::vector<Pictures::Still> row(stills.begin() + static_cast<std::ptrdiff_t>(first),
                                               stills.begin() + static_cast<std::ptrdiff_t>(end));
        stack.add(
            tallest + kCaptionHeight,
            [=](Sheet& s, double x, double y) {
                for (std::size_t i = 0; i < row.size(); ++i) {
                    const double scale = scaleOf(row[i]);
                    const double left = x + static_cast<double>(i) * (width + kStillGap);
                    const double w = row[i].size.width * scale, h = row[i].size.height * scale;
                    if (!s.isDraft())
                        store->canvas().drawImage(row[i].image, s.grid().left + left, s.grid().top + y, w, h);
                    s.frame(left, y, w, h, 0.1, 0.467);
                    s.line(base::fill(s.words().stillAt, {clocks[i]}), style::kCaption, left, y + h + 0.6);
                }
            },
            kStillGap);
    }
}

} // namespace

void filmPage(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file) {
    const auto onPage = [&] {
        frame.use(file.sourceKey);
        frame.show(file, frame.top());
    };
    frame.beginPage();
    sheet.bookmark(file.label + "   " + file.fileName, 2, 0);
    onPage();
    const std::vector<Pictures::Still>& stills = pictures.stills(file.picture);
    Stack below;
    addFacts(sheet, below, factsOf(sheet, file));
    const double factsHeight = below.height();
    addText(sheet, below, file);
    Stack stack;
    constexpr double kLeastRoom = 90;
    const double page = frame.bottom() - frame.top();
    const double room = page - factsHeight - kStillGap;
    addStills(sheet, stack, pictures, stills, room >= kLeastRoom ? room : page);
    const double y = flow(sheet, frame, stack, 0, frame.top(), onPage);
    flow(sheet, frame, below, 0, y + kStillGap, onPage);
    frame.endPage({});
}

} // namespace core::pdf::pages
