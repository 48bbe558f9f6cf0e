// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/documents.h"

#include "core/base/error.h"
#include "core/pdf/view/pdf_pages.h"
#include "core/report/protected_terms.h"

#include <algorithm>
#include <cmath>

namespace core::pdf::pages {

namespace {

constexpr double kMostSteps = 2e6; // of drawing a page: a reader cannot be stopped within one

view::PdfPages pagesIn(const std::string& pdf) {
    auto file = std::make_shared<OutputFile>(OutputFile::inMemory());
    file->write(pdf);
    return view::PdfPages(std::move(file));
}

// Anything but paper around what is shown of a sheet.
bool hasInkAround(const view::PagePixels& sheet, const ForeignPages::Size& size) {
    constexpr int kPaper = 250;
    const double scale = sheet.width / std::max(1.0, size.widthPt);
    const auto first = [&](double margin) { return static_cast<int>(std::floor(margin * scale)); };
    const int left = first(size.hiddenLeft), top = first(size.hiddenTop);
    const int right = sheet.width - first(size.hiddenRight), bottom = sheet.height - first(size.hiddenBottom);
    for (int y = 0; y < sheet.height; ++y)
        for (int x = 0; x < sheet.width; ++x) {
            if (x >= left && x < right && y >= top && y < bottom) continue;
            const auto at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(sheet.width) +
                                 static_cast<std::size_t>(x));
            if (std::min({sheet.rgb[at], sheet.rgb[at + 1], sheet.rgb[at + 2]}) < kPaper) return true;
        }
    return false;
}

} // namespace

const Documents::Shown& Documents::show(const report::FileView& file) {
    const auto [it, isNew] = shown_.try_emplace({file.picture.isAttachment, file.picture.id});
    Shown& shown = it->second;
    if (!isNew) return shown;
    const report::Words& w = document_.words;
    const bool isUnread = file.heldBack == w.heldLetters;
    if (!isUnread) shown.trouble = file.heldBack;
    if (shown.trouble.empty() && file.size > ForeignLimits{}.mostBytes) shown.trouble = w.troubleSize;
    if (shown.trouble.empty() && !isUnread && !pictures_.canvas().takesForeign())
        shown.trouble = w.troubleArchive;
    if (!shown.trouble.empty()) return shown;
    const std::string bytes = pictures_.load(file.picture);
    if (isUnread) {
        shown.trouble = whyUnread(bytes);
        return shown;
    }
    const auto [known, isFirst] = byContent_.try_emplace(base::sha256(bytes));
    if (isFirst) known->second = read(bytes);
    return shown = known->second;
}

Documents::Shown Documents::read(const std::string& bytes) {
    Shown shown;
    ForeignPages pages = readForeignPages(bytes, {}, &progress_);
    shown.trouble = troubleOf(pages);
    shown.isTooLong = pages.trouble == ForeignTrouble::TooManyPages;
    if (!shown.trouble.empty()) return shown;
    if (holdsMoreOutside(bytes, pages)) {
        shown.trouble = document_.words.troubleOutside;
        return shown;
    }
    shown.isDamaged = pages.isDamaged;
    shown.pages = pages.pages;
    shown.id = pictures_.canvas().addForeign(std::move(pages));
    return shown;
}

std::string Documents::troubleOf(const ForeignPages& pages) const {
    const report::Words& w = document_.words;
    switch (pages.trouble) {
    case ForeignTrouble::Sealed:
        return w.troubleSealed;
    case ForeignTrouble::Damaged:
        return w.troubleDamaged;
    case ForeignTrouble::TooManyPages:
        return base::fill(w.troublePages, {std::to_string(pages.pageCount)});
    case ForeignTrouble::TooLarge:
        return w.troubleSize;
    case ForeignTrouble::Packed:
        return w.troublePacked;
    case ForeignTrouble::Deep:
        return w.troubleDeep;
    case ForeignTrouble::Heavy:
        return w.troubleHeavy;
    case ForeignTrouble::Layers:
        return w.troubleLayers;
    case ForeignTrouble::Dynamic:
        return w.troubleDynamic;
    case ForeignTrouble::None:
        break;
    }
    return document_.protectedTerms.isEmpty() ? std::string() : heldBack(pages);
}

// Of a file whose words could not be read when it was added: what is the matter with it comes first.
std::string Documents::whyUnread(const std::string& bytes) const {
    const ForeignPages pages = readForeignPages(bytes, {}, &progress_);
    if (pages.trouble != ForeignTrouble::None) return troubleOf(pages);
    return pages.isDamaged ? document_.words.heldDamaged : document_.words.heldLetters;
}

// What a crop box cuts off is drawn by nobody, and would go along all the same. Looked for as a reader of the
// whole sheets would see it.
bool Documents::holdsMoreOutside(const std::string& bytes, const ForeignPages& shown) const {
    constexpr double kPixelsAPoint = 1, kMostPixels = 2000;
    const auto isCut = [](const ForeignPages::Size& page) { return page.isCut(); };
    if (std::none_of(shown.pages.begin(), shown.pages.end(), isCut)) return false;
    ForeignLimits limits;
    limits.wholeSheets = true;
    const ForeignPages whole = readForeignPages(bytes, limits, &progress_);
    if (whole.trouble != ForeignTrouble::None || whole.heaviest > kMostSteps) return true; // nobody knows
    try {
        const view::PdfPages seen = pagesIn(whole.pdf);
        for (std::size_t i = 0; i < whole.pages.size(); ++i) {
            progress_.throwIfCancelled();
            const ForeignPages::Size& size = whole.pages[i];
            if (!size.isCut()) continue;
            const double width = std::clamp(size.widthPt * kPixelsAPoint, 1.0, kMostPixels);
            if (hasInkAround(seen.draw(static_cast<int>(i), static_cast<int>(width)), size)) return true;
        }
        return false;
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return true;
    }
}

// Two readings find what is protected: all that is drawn in the order of drawing, seen or not, and what a
// reader sees in the order of reading.
std::string Documents::heldBack(const ForeignPages& pages) const {
    const report::Words& w = document_.words;
    const report::Redactor& terms = document_.protectedTerms;
    const auto finds = [&](const std::string& text) {
        return terms.finds(text) || terms.finds(report::closedUp(text));
    };
    if (finds(pages.text)) return w.heldTerm;
    if (pages.hasUnknownLetters || pages.heaviest > kMostSteps) return w.heldLetters;
    try {
        const view::PdfPages seen = pagesIn(pages.pdf);
        for (int i = 0; i < seen.count(); ++i) {
            progress_.throwIfCancelled();
            if (finds(seen.text(i))) return w.heldTerm;
        }
        return {};
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Cancelled) throw;
        return w.heldLetters;
    }
}

} // namespace core::pdf::pages
