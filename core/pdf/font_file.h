// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One face of a font file, opened with HarfBuzz: coverage, measures, shaping handle.
// Not a font in the PDF: pdf_font.h makes those.

#include <filesystem>
#include <memory>
#include <string>

struct hb_face_t;
struct hb_font_t;

namespace core::pdf {

// Thousandths of an em.
struct FaceMeasures {
    double ascent = 0;
    double descent = 0; // positive downwards
    double capHeight = 0;
    double boxLeft = 0, boxBottom = 0, boxRight = 0, boxTop = 0;
};

class FontFile {
public:
    // None where the file cannot be opened or is no font; only files shipped with the system are read.
    static std::unique_ptr<FontFile> open(const std::filesystem::path& path, unsigned index);
    ~FontFile();
    FontFile(const FontFile&) = delete;
    FontFile& operator=(const FontFile&) = delete;

    bool covers(char32_t codePoint) const;
    bool hasColorBitmaps() const { return colorBitmaps_; }
    bool isCff() const { return cff_; }
    unsigned unitsPerEm() const { return unitsPerEm_; }
    unsigned spaceGlyph() const { return spaceGlyph_; } // 0 where it has none
    double glyphWidth(unsigned glyph) const;            // thousandths of an em
    FaceMeasures measures() const;
    const std::string& name() const { return name_; } // letters, digits and hyphens only
    hb_face_t* face() const { return face_; }
    hb_font_t* font() const { return font_; }

private:
    FontFile(hb_face_t* face, std::string name);

    hb_face_t* face_;
    hb_font_t* font_;
    std::string name_;
    unsigned unitsPerEm_;
    unsigned spaceGlyph_ = 0;
    bool colorBitmaps_;
    bool cff_;
};

} // namespace core::pdf
