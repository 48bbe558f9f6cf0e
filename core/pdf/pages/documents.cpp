// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/documents.h"

#include "core/base/error.h"
#include "core/pdf/pages/visible_pages.h"
#include "core/pdf/view/pdf_pages.h"
#include "core/report/protected_terms.h"

namespace core::pdf::pages {

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
    shown.isDamaged = pages.isDamaged;
    if (holdsMoreOutside(bytes, pages, progress_)) {
        pages = asPictures(pages, progress_);
        shown.isPictures = !pages.pages.empty();
        if (!shown.isPictures) shown.trouble = document_.words.troubleOutside;
        if (!shown.isPictures) return shown;
    }
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

// Two readings find what is protected: all that is drawn in the order of drawing, seen or not, and what a
// reader sees in the order of reading.
std::string Documents::heldBack(const ForeignPages& pages) const {
    const report::Words& w = document_.words;
    const report::Redactor& terms = document_.protectedTerms;
    const auto finds = [&](const std::string& text) {
        return terms.finds(text) || terms.finds(report::closedUp(text));
    };
    if (finds(pages.text)) return w.heldTerm;
    if (pages.hasUnknownLetters || pages.heaviest > kMostStepsAPage) return w.heldLetters;
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
