// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The fonts of one PDF: which glyph with which text has which code. Not shaping, not the file form
// (font_embed.h).

#include "core/pdf/font_set.h"

#include <deque>

namespace core::pdf {

// A code stands for one glyph with one text, so that what is copied from the page is what was written.
struct CidEntry {
    std::uint32_t glyph = 0;
    std::u16string text;
    double width = 0; // thousandths of an em
};

struct PdfFont {
    FontId file = kNoFont;
    bool codesAreGlyphs = false; // CFF fonts keyed by CID: the code is the glyph's own number
    std::map<unsigned, CidEntry> entries;
    std::unordered_map<std::u16string, unsigned> codeOf; // glyph number and text; not for codesAreGlyphs
};

struct GlyphCode {
    int font = 0; // index into PdfFonts::all(); its resource name is "F" and the index
    unsigned code = 0;
    bool textDiffers = false; // the code stands for another text already: ActualText is needed
    double width = 0;
};

class PdfFonts {
public:
    explicit PdfFonts(const FontSet& files) : files_(files) {}

    GlyphCode code(FontId file, std::uint32_t glyph, std::u16string_view text);
    const std::deque<PdfFont>& all() const { return fonts_; }

private:
    const FontSet& files_;
    std::deque<PdfFont> fonts_;
    std::unordered_map<FontId, int> current_; // the one that takes new codes
};

} // namespace core::pdf
