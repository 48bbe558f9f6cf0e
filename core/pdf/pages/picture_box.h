// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A picture in a column, scaled to fit and never enlarged beyond its pixels, or the box that says why there
// is none.

#include "core/pdf/pages/exhibit_frame.h"
#include "core/pdf/pages/pictures.h"
#include "core/pdf/pages/stack.h"

namespace core::pdf::pages {

void addPicture(Sheet& sheet, Pictures& pictures, Stack& stack, const report::PictureRef& ref,
                double maxWidth, double maxHeight, double gap);

// One of a message; where it is too tall to be read it says on which pages of the exhibit it is whole.
void addAttachedPicture(ExhibitFrame& frame, Sheet& sheet, Pictures& pictures, Stack& stack,
                        const report::PictureRef& ref, double maxWidth, double maxHeight, double gap);

} // namespace core::pdf::pages
