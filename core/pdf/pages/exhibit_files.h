// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files of an exhibit, each kind in its own way: pictures, documents page by page, stills of films, cards
// for what has no place on paper. Internal to this folder.

#include "core/pdf/pages/documents.h"
#include "core/pdf/pages/exhibit_column.h"

namespace core::pdf::pages {

// `column` is closed at the end.
void filesPages(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, Pictures& pictures,
                Documents& documents);

// A picture with its facts on one page.
void picturePage(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file);
// Two pictures on a page, where they go together; false, with nothing drawn, where they do not.
bool picturePair(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& first,
                 const report::FileView& second);
// A tall picture strip by strip; false, with nothing drawn, where it is none.
bool stripPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file);
// The pages of a PDF; what is said about it stands on the page of facts at the end.
void documentPages(Sheet& sheet, ExhibitFrame& frame, const report::FileView& file,
                   const Documents::Shown& shown);
// What takes no page of its own stands in the column. Facts, with `why` the file is not shown if it says so,
// then its text.
void card(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, const report::FileView& file,
          const std::string& why, bool withText);
// A small picture with its facts; false, with nothing drawn, where it is none.
bool pictureCard(Sheet& sheet, ExhibitFrame& frame, ExhibitColumn& column, Pictures& pictures,
                 const report::FileView& file);
void filmPage(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file);

} // namespace core::pdf::pages
