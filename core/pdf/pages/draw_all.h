// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sections of a document in their order, as far as they stand in the sheet's part. Internal to this
// folder.

#include "core/pdf/pages/documents.h"
#include "core/pdf/pages/pictures.h"
#include "core/pdf/pages/sheet.h"

namespace core::pdf::pages {

void drawAll(Sheet& sheet, Pictures& pictures, Documents& documents);

// No text with a protected term is drawn: the canvas throws base::Error(Internal) instead.
void guardTexts(Canvas& canvas, const report::LogDocument& document);

} // namespace core::pdf::pages
