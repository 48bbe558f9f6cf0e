// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/documents.h"

#include "core/report/protected_terms.h"

namespace core::pdf::pages {

const Documents::Shown& Documents::show(const report::FileView& file) {
    const auto [it, isNew] = shown_.try_emplace(file.picture.id);
    Shown& shown = it->second;
    if (!isNew) return shown;
    shown.trouble = file.heldBack;
    if (shown.trouble.empty() && file.size > ForeignLimits{}.mostBytes)
        shown.trouble = document_.words.troubleSize;
    if (!shown.trouble.empty()) return shown;
    const std::string bytes = pictures_.load(file.picture);
    const auto [known, isFirst] = byContent_.try_emplace(base::sha256(bytes));
    if (isFirst) known->second = read(bytes);
    return shown = known->second;
}

Documents::Shown Documents::read(const std::string& bytes) {
    Shown shown;
    ForeignPages pages = readForeignPages(bytes);
    shown.trouble = troubleOf(pages);
    if (!shown.trouble.empty()) return shown;
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
    case ForeignTrouble::Layers:
        return w.troubleLayers;
    case ForeignTrouble::Dynamic:
        return w.troubleDynamic;
    case ForeignTrouble::None:
        break;
    }
    const report::Redactor& terms = document_.protectedTerms;
    if (terms.isEmpty()) return {};
    if (terms.finds(pages.text) || terms.finds(report::closedUp(pages.text))) return w.heldTerm;
    return pages.hasUnknownLetters ? w.heldLetters : std::string();
}

} // namespace core::pdf::pages
