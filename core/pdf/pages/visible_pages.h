// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Foreign pages of which a reader shows less than they hold: what a crop box cuts off is drawn by nobody, and
// would go along in the file all the same.

#include "core/base/progress.h"
#include "core/pdf/foreign_page.h"
#include "core/pdf/view/pdf_pages.h"

#include <string>

namespace core::pdf::pages {

inline constexpr double kMostStepsAPage = 2e6; // of drawing: a reader cannot be stopped within a page

// As a reader sees them. Throws base::Error(Damaged).
view::PdfPages pagesIn(const std::string& pdf);

// Whether there is anything but paper, or any word, outside of what `shown` shows; true where nobody can
// tell. `bytes`: the file it was read from.
bool holdsMoreOutside(const std::string& bytes, const ForeignPages& shown, const base::Progress& progress);

// The same pages as pictures: nothing else of the file goes along. Without pages where they are too many, or
// take too long to draw.
ForeignPages asPictures(const ForeignPages& shown, const base::Progress& progress);

} // namespace core::pdf::pages
