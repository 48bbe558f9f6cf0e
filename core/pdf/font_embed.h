// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A font's form in the file: the subset with the glyphs in use, widths, the way from codes to text.
// Not which codes there are: pdf_font.h.

#include "core/pdf/haru.h"
#include "core/pdf/pdf_font.h"

namespace core::pdf {

// The Type0 dictionary of one font. `index` makes its name unique. PDF/A-1 wants the set of codes too.
HPDF_Dict embedFont(HaruDocument& document, StreamTable& streams, const PdfFont& font, const FontFile& file,
                    int index, bool withCidSet);

// The ToUnicode CMap of the codes.
std::string toUnicodeMap(const PdfFont& font);

} // namespace core::pdf
