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
        if (documents.show(*file).isPictures)
            facts.insert(facts.begin() + 1, {sheet.words().remark, sheet.words().pagesAsPictures, true});
        if (documents.show(*file).isDamaged)
            facts.insert(facts.begin() + 1, {sheet.words().remark, sheet.words().documentDamaged, true});
        Stack stack;
        addFacts(sheet, stack, facts);
        if (file == files.front())
            y += sheet.write(sheet.words().documentFacts, style::kHeading, 0, y, sheet.width()) + 1.5;
        onPage();
        y = flow(sheet, frame, stack, 0, y, onPage) + 6;
    }
    frame.endPage({});
}

bool isStrip(Pictures& pictures, const report::FileView& file) {
    const auto size = pictures.size(file.picture);
    return size && isStrip(*size);
}

// Draws what takes no page of its own; false, with nothing drawn, where it does.
bool drawCard(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, Pictures& pictures,
              Documents& documents, const report::FileView& file) {
    if (file.isPicture) return pictureCard(sheet, frame, column, pictures, file);
    std::string why;
    bool withText = true;
    if (file.isPdf) {
        const Documents::Shown& shown = documents.show(file);
        if (!shown.pages.empty()) return false;
        why = shown.trouble;
        withText = !shown.isTooLong;
    } else if (file.isFilm) {
        if (!pictures.stills(file.picture).empty()) return false;
        why = sheet.words().noStills;
    }
    card(sheet, frame, column, file, why, withText);
    return true;
}

} // namespace

void filesPages(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, Pictures& pictures,
                Documents& documents) {
    const auto& files = frame.exhibit().files;
    std::vector<const report::FileView*> paged;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const report::FileView& file = files[i];
        if (file.isPicture && file.picture.isAttachment && !isStrip(pictures, file))
            continue; // it stands with its message
        if (drawCard(sheet, frame, column, pictures, documents, file)) continue;
        column.close();
        if (file.isPdf) {
            documentPages(sheet, frame, file, documents.show(file));
            paged.push_back(&file);
        } else if (file.isFilm) {
            filmPage(sheet, frame, pictures, file);
        } else if (stripPages(sheet, frame, pictures, file)) {
            continue;
        } else if (i + 1 < files.size() && picturePair(sheet, frame, pictures, file, files[i + 1])) {
            ++i;
        } else {
            picturePage(sheet, frame, pictures, file);
        }
    }
    column.close();
    factPages(sheet, frame, paged, documents);
}

} // namespace core::pdf::pages
