// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/visible_pages.h"

#include "core/base/error.h"
#include "core/image/picture.h"
#include "core/pdf/canvas.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

namespace core::pdf::pages {

namespace {

// Signs that a reader finds on a page, be they seen or not: a scan has its words without any ink.
std::size_t signsOn(const view::PdfPages& pages, std::size_t number) {
    const std::string text = pages.text(static_cast<int>(number));
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return c > ' '; }));
}

// Anything but paper around what is shown of a sheet; true where it is drawn too small to tell.
bool hasInkAround(const view::PagePixels& sheet, const ForeignPages::Size& size) {
    constexpr int kPaper = 250;
    constexpr double kLeastScale = 0.5; // pixels a point
    const double scale = sheet.width / std::max(1.0, size.widthPt);
    if (scale < kLeastScale) return true;
    const auto pixels = [&](double margin) { return static_cast<int>(std::floor(margin * scale)); };
    const int left = pixels(size.hiddenLeft), top = pixels(size.hiddenTop);
    const int right = sheet.width - pixels(size.hiddenRight);
    const int bottom = sheet.height - pixels(size.hiddenBottom);
    for (int y = 0; y < sheet.height; ++y)
        for (int x = 0; x < sheet.width; ++x) {
            if (x >= left && x < right && y >= top && y < bottom) continue;
            const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(sheet.width) +
                                 static_cast<std::size_t>(x));
            if (std::min({sheet.rgb[at], sheet.rgb[at + 1], sheet.rgb[at + 2]}) < kPaper) return true;
        }
    return false;
}

// None where its pages cannot be drawn.
template <typename Function>
bool orNot(const Function& function, bool otherwise) {
    try {
        return function();
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return otherwise;
    }
}

std::string pictureFile(const ForeignPages& shown, const base::Progress& progress) {
    constexpr double kMmAPoint = 25.4 / 72, kPixelsAPoint = 200.0 / 72, kMostPixels = 7000;
    constexpr int kQuality = 88;
    const view::PdfPages seen = pagesIn(shown.pdf);
    Canvas canvas(defaultFontFolders(), {});
    for (std::size_t i = 0; i < shown.pages.size(); ++i) {
        progress.throwIfCancelled();
        const double width = shown.pages[i].widthPt, height = shown.pages[i].heightPt;
        const double pixels = std::clamp(width * kPixelsAPoint, 1.0, kMostPixels);
        view::PagePixels page = seen.draw(static_cast<int>(i), static_cast<int>(pixels));
        const image::Picture picture{page.width, page.height, std::move(page.rgb)};
        canvas.newPage(width * kMmAPoint, height * kMmAPoint);
        canvas.drawImage(canvas.addJpeg(image::encodeJpeg(picture, kQuality)), 0, 0, width * kMmAPoint,
                         height * kMmAPoint);
    }
    OutputFile file = OutputFile::inMemory();
    base::Progress unseen; // of a few pages
    canvas.save(file, unseen);
    std::ifstream in(file.readable(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

view::PdfPages pagesIn(const std::string& pdf) {
    auto file = std::make_shared<OutputFile>(OutputFile::inMemory());
    file->write(pdf);
    return view::PdfPages(std::move(file));
}

bool holdsMoreOutside(const std::string& bytes, const ForeignPages& shown, const base::Progress& progress) {
    constexpr double kMostPixels = 2000; // a pixel a point
    const auto isCut = [](const ForeignPages::Size& page) { return page.isCut(); };
    if (std::none_of(shown.pages.begin(), shown.pages.end(), isCut)) return false;
    ForeignLimits limits;
    limits.wholeSheets = true;
    const ForeignPages whole = readForeignPages(bytes, limits, &progress);
    if (whole.trouble != ForeignTrouble::None || whole.heaviest > kMostStepsAPage) return true;
    if (whole.pages.size() != shown.pages.size()) return true;
    const auto holdsMore = [&] {
        const view::PdfPages sheets = pagesIn(whole.pdf), seen = pagesIn(shown.pdf);
        for (std::size_t i = 0; i < whole.pages.size(); ++i) {
            progress.throwIfCancelled();
            const ForeignPages::Size& size = whole.pages[i];
            if (!size.isCut()) continue;
            if (signsOn(sheets, i) > signsOn(seen, i)) return true;
            const double width = std::clamp(size.widthPt, 1.0, kMostPixels);
            if (hasInkAround(sheets.draw(static_cast<int>(i), static_cast<int>(width)), size)) return true;
        }
        return false;
    };
    return orNot(holdsMore, true);
}

ForeignPages asPictures(const ForeignPages& shown, const base::Progress& progress) {
    constexpr std::size_t kMostPages = 60; // some 300 kB each
    ForeignPages pages;
    if (shown.pages.size() > kMostPages || shown.heaviest > kMostStepsAPage) return pages;
    orNot(
        [&] {
            pages = readForeignPages(pictureFile(shown, progress), {}, &progress);
            return true;
        },
        false);
    return pages;
}

} // namespace core::pdf::pages
