// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/exhibit_files.h"

#include "core/pdf/pages/exhibit_facts.h"

namespace core::pdf::pages {

namespace {

// Of the documents that were shown page by page: their pages are full of themselves.
void factPages(Sheet& sheet, ExhibitFrame& frame, const std::vector<const report::FileView*>& files,
               Documents& documents) {
    if (files.empty()) return;
    frame.beginPage();
    double y = frame.top();
    for (const report::FileView* file : files) {
        const auto onPage = [&] { frame.use(file->sourceKey); };
        std::vector<report::NamedValue> facts = factsOf(sheet, *file);
        if (documents.show(*file).isDamaged)
            facts.insert(facts.begin() + 1, {{}, sheet.words().documentDamaged, true});
        Stack stack;
        addFacts(sheet, stack, facts);
        if (file == files.front())
            y += sheet.write(sheet.words().documentFacts, style::kHeading, 0, y, sheet.width()) + 1.5;
        onPage();
        y = flow(sheet, frame, stack, 0, y, onPage) + 6;
    }
    frame.endPage({});
}

} // namespace

void filesPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, Documents& documents) {
    const auto& files = frame.exhibit().files;
    std::vector<const report::FileView*> paged;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const report::FileView& file = files[i];
        if (file.isPdf) {
            const Documents::Shown& shown = documents.show(file);
            if (shown.pages.empty()) {
                cardPages(sheet, frame, file, shown.trouble, !shown.isTooLong);
            } else {
                documentPages(sheet, frame, file, shown);
                paged.push_back(&file);
            }
        } else if (file.isFilm) {
            filmPage(sheet, frame, pictures, file);
        } else if (file.isPicture && stripPages(sheet, frame, pictures, file)) {
            continue;
        } else if (file.picture.isAttachment && file.isPicture) {
            continue; // it stands with its message
        } else if (!file.isPicture) {
            cardPages(sheet, frame, file, {}, true);
        } else if (i + 1 < files.size() && picturePair(sheet, frame, pictures, file, files[i + 1])) {
            ++i;
        } else {
            picturePage(sheet, frame, pictures, file);
        }
    }
    factPages(sheet, frame, paged, documents);
}

} // namespace core::pdf::pages
