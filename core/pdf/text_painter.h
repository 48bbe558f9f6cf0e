// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Puts laid-out lines on a page: glyphs with their exact text, emoji pictures, boxes for what no font has.
// Not layout.

#include "core/pdf/emoji_pictures.h"
#include "core/pdf/line_layout.h"
#include "core/pdf/text_ops.h"

#include <set>

namespace core::pdf {

// What a page collects while it is drawn.
struct Drawing {
    std::string& out;
    std::set<ImageId>& images; // those the page uses
    double& gray;              // the fill colour that is set
    TextOps::FontState& font;  // that is set
};

class TextPainter {
public:
    TextPainter(const FontSet& files, PdfFonts& fonts, ImageStore& images)
        : files_(files), fonts_(fonts), emoji_(images) {}

    // Points from the page's bottom left corner; `xPt` is the line's left end.
    void drawLine(const Paragraph::State& paragraph, const Line& line, double xPt, double baselinePt,
                  Drawing& drawing);

private:
    struct Place; // where and with what a run is drawn
    struct Cluster;

    void drawRun(const ShapedRun& run, Place& place);
    bool drawWord(const ShapedRun& run, Place& place);
    bool paintWord(const ShapedRun& run, ShapedRun::Painted& painted);
    void drawPart(const ShapedRun& run, std::u16string_view said, Place& place);
    void drawCluster(const Cluster& cluster, Place& place);
    void drawGlyphs(const Cluster& cluster, Place& place);
    double drawShare(const Cluster& share, double left, double x, Place& place);
    void drawEmoji(const Cluster& cluster, Place& place);
    void drawMissing(const ShapedRun& run, Place& place);
    void addText(std::u16string_view text, double xPt, double widthPt, Place& place);

    const FontSet& files_;
    PdfFonts& fonts_;
    EmojiPictures emoji_;
};

} // namespace core::pdf
