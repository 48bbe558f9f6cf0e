// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_painter.h"

#include "core/pdf/code_points.h"
#include "core/pdf/content.h"
#include "core/pdf/display_text.h"
#include "core/pdf/missing_box.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace core::pdf {
namespace {

constexpr char16_t kNoText[] = u"\u200B"; // what glyphs say whose text is said elsewhere
constexpr double kSamePlacePt = 0.05;
constexpr double kSameThousandth = 0.01; // of an em's thousandths

std::size_t offsetOf(std::u16string_view whole, std::u16string_view part) {
    return static_cast<std::size_t>(part.data() - whole.data());
}

void appendBlackBoxes(const Paragraph::State& paragraph, const Line& line, double xPt, double baselinePt,
                      Drawing& drawing) {
    constexpr double kBelowEm = 0.27, kAboveEm = 0.92;
    for (const PlacedRun& run : paragraph.runsOf(line)) {
        const TextStyle& style = paragraph.styles[run.style];
        if (!style.onBlack) continue;
        if (drawing.gray != 0) drawing.out += "0 g\n";
        drawing.gray = 0;
        appendNumbers(drawing.out, {xPt + run.xMm / kMmPerPoint, baselinePt - kBelowEm * style.sizePt,
                                    run.shape->widthEm * style.sizePt, (kBelowEm + kAboveEm) * style.sizePt});
        drawing.out += "re f\n";
    }
}

} // namespace

struct TextPainter::Place {
    TextOps& ops;
    std::string& later; // what cannot stand inside a text object
    Drawing& drawing;
    const TextStyle& style;
    double xPt;
    double baselinePt;
};

struct TextPainter::Cluster {
    const ShapedRun& run;
    std::span<const Glyph> glyphs;
    std::u16string_view text;
    double unitPt; // of the font's units
    double widthPt;
};

void TextPainter::drawLine(const Paragraph::State& paragraph, const Line& line, double xPt, double baselinePt,
                           Drawing& drawing) {
    if (line.runCount == 0) return;
    appendBlackBoxes(paragraph, line, xPt, baselinePt, drawing);
    std::string later;
    TextOps ops(drawing.out, drawing.font);
    ops.begin();
    for (const PlacedRun& placed : paragraph.runsOf(line)) {
        const TextStyle& style = paragraph.styles[placed.style];
        if (style.gray != drawing.gray) ops.setGray(drawing.gray = style.gray);
        Place place{ops, later, drawing, style, xPt + placed.xMm / kMmPerPoint, baselinePt};
        if (!placed.shape->isWord || !drawWord(*placed.shape, place)) drawRun(*placed.shape, place);
    }
    ops.end();
    drawing.out += later;
}

bool TextPainter::drawWord(const ShapedRun& run, Place& place) {
    ShapedRun::Painted& painted = run.painted;
    if (!painted.isTried) {
        painted.isTried = true;
        if (!paintWord(run, painted)) painted.font = -1;
    }
    if (painted.font < 0) return false;
    place.ops.setSize(place.style.sizePt);
    place.ops.codes(painted.codes, painted.font, place.xPt, place.baselinePt,
                    painted.widthEm * place.style.sizePt);
    return true;
}

// A word of one glyph a letter on the baseline. False where it is more than that, or its codes would stand in
// two fonts.
bool TextPainter::paintWord(const ShapedRun& run, ShapedRun::Painted& painted) {
    if (run.font == kNoFont || run.rightToLeft || files_.file(run.font).hasColorBitmaps()) return false;
    const double unitEm = 1.0 / files_.file(run.font).unitsPerEm();
    double x = 0;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const Glyph& glyph = run.glyphs[i];
        const std::size_t end = i + 1 < run.glyphs.size() ? run.glyphs[i + 1].cluster : run.text.size();
        if (glyph.dx != 0 || glyph.dy != 0 || end <= glyph.cluster) return false;
        const GlyphCode code = fonts_.code(
            run.font, glyph.id, std::u16string_view(run.text).substr(glyph.cluster, end - glyph.cluster));
        if (code.textDiffers || (painted.font >= 0 && code.font != painted.font)) return false;
        painted.font = code.font;
        const double gap = (x - painted.widthEm) * 1000;
        if (std::abs(gap) > kSameThousandth) {
            painted.codes += ')';
            appendNumber(painted.codes, -gap);
            painted.codes += '(';
            painted.widthEm = x;
        }
        appendCode(painted.codes, code.code);
        painted.widthEm += code.width / 1000;
        x += glyph.advance * unitEm;
    }
    return painted.font >= 0;
}

// Of a parted word: plain letters with their own texts, and over them what they say together.
void TextPainter::drawPart(const ShapedRun& run, Place& place) {
    const double unitPt = place.style.sizePt / files_.file(run.font).unitsPerEm();
    const std::u16string_view text = run.text;
    place.ops.setSize(place.style.sizePt);
    place.ops.beginActualText(run.said);
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
        const Glyph& glyph = run.glyphs[i];
        std::size_t next = i + 1;
        while (next < run.glyphs.size() && run.glyphs[next].cluster == glyph.cluster) ++next;
        const std::size_t end = next < run.glyphs.size() ? run.glyphs[next].cluster : text.size();
        const bool isFirst = i == 0 || run.glyphs[i - 1].cluster != glyph.cluster;
        const GlyphCode code = fonts_.code(run.font, glyph.id,
                                           isFirst ? text.substr(glyph.cluster, end - glyph.cluster)
                                                   : std::u16string_view(kNoText));
        place.ops.glyph(code, place.xPt + glyph.dx * unitPt, place.baselinePt + glyph.dy * unitPt);
        place.xPt += glyph.advance * unitPt;
    }
    place.ops.endActualText();
}

void TextPainter::drawRun(const ShapedRun& run, Place& place) {
    if (!run.said.empty()) {
        drawPart(run, place);
        return;
    }
    if (run.font == kNoFont) {
        drawMissing(run, place);
        return;
    }
    const double unitPt = place.style.sizePt / files_.file(run.font).unitsPerEm();
    const std::u16string_view text = run.text;
    std::size_t textEnd = text.size(); // of the cluster, where text runs from right to left
    for (std::size_t i = 0; i < run.glyphs.size();) {
        const std::uint32_t begin = run.glyphs[i].cluster;
        std::size_t next = i;
        double width = 0;
        while (next < run.glyphs.size() && run.glyphs[next].cluster == begin) {
            width += run.glyphs[next++].advance * unitPt;
        }
        if (!run.rightToLeft) textEnd = next < run.glyphs.size() ? run.glyphs[next].cluster : text.size();
        const Cluster cluster{run, std::span(run.glyphs).subspan(i, next - i),
                              text.substr(begin, textEnd - begin), unitPt, width};
        drawCluster(cluster, place);
        place.xPt += width;
        textEnd = begin;
        i = next;
    }
}

void TextPainter::drawCluster(const Cluster& cluster, Place& place) {
    if (files_.file(cluster.run.font).hasColorBitmaps()) {
        drawEmoji(cluster, place);
        return;
    }
    place.ops.setSize(place.style.sizePt);
    if (cluster.glyphs.size() > 1) {
        drawGlyphs(cluster, place);
        return;
    }
    const Glyph& glyph = cluster.glyphs[0];
    // Readers turn the glyphs of a right-to-left line round, and with them the letters of a ligature.
    const bool turned = cluster.run.rightToLeft && codePoints(cluster.text) > 1;
    const GlyphCode code = turned ? fonts_.code(cluster.run.font, glyph.id, reversed(cluster.text))
                                  : fonts_.code(cluster.run.font, glyph.id, cluster.text);
    if (code.textDiffers) place.ops.beginActualText(cluster.text);
    place.ops.glyph(code, place.xPt + glyph.dx * cluster.unitPt,
                    place.baselinePt + glyph.dy * cluster.unitPt);
    if (code.textDiffers) place.ops.endActualText();
}

// Readers turn a right-to-left line round glyph by glyph, so there every letter and point says its own text,
// in the order on the paper; otherwise a cluster's text is said once.
void TextPainter::drawGlyphs(const Cluster& cluster, Place& place) {
    const std::vector<std::u16string_view> letters = codePointsOf(cluster.text);
    const std::size_t shares =
        cluster.run.rightToLeft ? std::min(letters.size(), cluster.glyphs.size()) : std::size_t{1};
    double x = place.xPt;
    double left = place.xPt;
    std::size_t next = 0;
    for (std::size_t share = 0; share < shares; ++share) {
        // On the paper the last letters stand first; the rightmost share has the cluster's first letter.
        const std::size_t logical = shares - 1 - share;
        const std::size_t glyphEnd = share + 1 == shares ? cluster.glyphs.size() : next + 1;
        std::u16string_view text = letters[logical];
        if (logical + 1 == shares) text = cluster.text.substr(offsetOf(cluster.text, text));
        const double right =
            place.xPt + cluster.widthPt * static_cast<double>(share + 1) / static_cast<double>(shares);
        const Cluster part{cluster.run, cluster.glyphs.subspan(next, glyphEnd - next), text, cluster.unitPt,
                           right - left};
        x = drawShare(part, left, x, place);
        left = right;
        next = glyphEnd;
    }
}

// One text for some glyphs. The span reaches exactly from `left` to its right end, whatever the glyphs' own
// places are (marks stand back, or above): readers would see a gap or a new line otherwise.
double TextPainter::drawShare(const Cluster& share, double left, double x, Place& place) {
    const FontId font = share.run.font;
    const std::u16string text = share.run.rightToLeft ? reversed(share.text) : std::u16string(share.text);
    const GlyphCode cap = fonts_.code(font, files_.file(font).spaceGlyph(), kNoText);
    const double capWidth = cap.width / 1000 * place.style.sizePt;
    const double right = left + share.widthPt;
    place.ops.beginActualText(text);
    double end = left;
    bool first = true;
    for (const Glyph& glyph : share.glyphs) {
        const GlyphCode code = fonts_.code(font, glyph.id, first ? std::u16string_view(text) : kNoText);
        const double glyphX = x + glyph.dx * share.unitPt;
        const double glyphY = place.baselinePt + glyph.dy * share.unitPt;
        const bool awry = std::abs(glyphX - left) > kSamePlacePt || glyph.dy != 0;
        if (first && awry) place.ops.glyph(cap, left, place.baselinePt);
        place.ops.glyph(code, glyphX, glyphY);
        end = glyph.dy == 0 ? glyphX + code.width / 1000 * place.style.sizePt : -1;
        x += glyph.advance * share.unitPt;
        first = false;
    }
    if (std::abs(end - right) > kSamePlacePt) place.ops.glyph(cap, right - capWidth, place.baselinePt);
    place.ops.endActualText();
    return x;
}

void TextPainter::addText(std::u16string_view text, double xPt, double widthPt, Place& place) {
    const FontId latin = files_.latin(Face::Regular);
    const GlyphCode code = fonts_.code(latin, files_.file(latin).spaceGlyph(), text);
    place.ops.setSize(place.style.sizePt);
    place.ops.invisible(code, xPt, place.baselinePt, widthPt);
}

void TextPainter::drawEmoji(const Cluster& cluster, Place& place) {
    addText(cluster.text, place.xPt, cluster.widthPt, place);
    double x = place.xPt;
    const double em = place.style.sizePt;
    for (const Glyph& glyph : cluster.glyphs) {
        const auto picture = emoji_.picture(files_.file(cluster.run.font), glyph.id);
        if (picture) {
            place.drawing.images.insert(picture->image);
            place.later += "q ";
            appendNumbers(place.later, {picture->width * em, 0, 0, picture->height * em,
                                        x + glyph.dx * cluster.unitPt + picture->left * em,
                                        place.baselinePt + glyph.dy * cluster.unitPt + picture->bottom * em});
            place.later += "cm /I" + std::to_string(picture->image) + " Do Q\n";
        }
        x += glyph.advance * cluster.unitPt;
    }
}

void TextPainter::drawMissing(const ShapedRun& run, Place& place) {
    const double em = place.style.sizePt;
    const std::size_t count = codePoints(run.text);
    std::size_t index = 0;
    for (std::size_t pos = 0; pos < run.text.size(); ++index) {
        const std::size_t from = pos;
        const char32_t c = nextCodePoint16(run.text, pos);
        const std::size_t slot = run.rightToLeft ? count - 1 - index : index;
        const double x = place.xPt + static_cast<double>(slot) * kMissingBoxEm * em;
        addText(std::u16string_view(run.text).substr(from, pos - from), x, kMissingBoxEm * em, place);
        appendMissingBox(place.later, c, x, place.baselinePt, em, place.style.gray);
    }
}

} // namespace core::pdf
