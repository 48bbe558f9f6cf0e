// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The text operators of a content stream: one text object with a pen, glyph codes and exact places.
// Knows nothing of shaping.

#include "core/pdf/pdf_font.h"

namespace core::pdf {

// Points, y upwards from the page's bottom.
class TextOps {
public:
    // What the page has set already; kept up to date.
    struct FontState {
        int font = -1;
        double sizePt = 0;
    };
    TextOps(std::string& out, FontState& set) : out_(out), set_(set) {}

    void begin();
    void end();
    void setGray(double gray);
    void setSize(double sizePt) { wantedSizePt_ = sizePt; } // for the glyphs that follow
    void glyph(const GlyphCode& code, double xPt, double yPt);
    // Glyphs in a row: the inside of a TJ array's string, which may close and open it.
    void codes(std::string_view codes, int font, double xPt, double yPt, double widthPt);
    // A glyph without ink, stretched to `widthPt`: its text is there, and nothing is seen.
    void invisible(const GlyphCode& code, double xPt, double yPt, double widthPt);
    void beginActualText(std::u16string_view text);
    void endActualText();

private:
    void setFont(int font);
    void goTo(double xPt, double yPt);
    void closeArray();

    std::string& out_;
    FontState& set_;
    bool inArray_ = false;
    bool inString_ = false;
    bool penKnown_ = false;
    bool isMoved_ = false; // away from the corner
    double wantedSizePt_ = 0;
    double penX_ = 0;
    double penY_ = 0;
};

} // namespace core::pdf
