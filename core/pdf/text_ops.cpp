// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/text_ops.h"

#include "core/pdf/content.h"

#include <charconv>
#include <cmath>

namespace core::pdf {
namespace {

constexpr double kSamePointPt = 0.002;
constexpr double kLongestGapEm = 8; // a longer way is gone with a new text matrix

} // namespace

void TextOps::begin() {
    out_ += "BT\n";
    penKnown_ = false;
    isMoved_ = false;
}

void TextOps::end() {
    closeArray();
    out_ += "ET\n";
}

void TextOps::closeArray() {
    if (inString_) out_ += ')';
    if (inArray_) out_ += "]TJ\n";
    inString_ = inArray_ = false;
}

void TextOps::setGray(double gray) {
    closeArray();
    appendNumber(out_, gray);
    out_ += " g\n";
}

void TextOps::setFont(int font) {
    if (font == set_.font && wantedSizePt_ == set_.sizePt) return;
    closeArray();
    char digits[12];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), font);
    out_ += "/F";
    out_.append(digits, end.ptr);
    out_ += ' ';
    appendNumber(out_, wantedSizePt_);
    out_ += " Tf\n";
    set_ = {font, wantedSizePt_};
}

// Opens the string of a TJ array whose next glyph stands there.
void TextOps::goTo(double xPt, double yPt) {
    const double gap = xPt - penX_;
    if (inString_ && penKnown_ && yPt == penY_ && std::abs(gap) <= kSamePointPt) return; // most of them
    const bool near =
        penKnown_ && std::abs(yPt - penY_) < kSamePointPt && std::abs(gap) < kLongestGapEm * set_.sizePt;
    if (!near) {
        closeArray();
        if (isMoved_) out_ += "1 0 0 1 ";
        appendNumbers(out_, {xPt, yPt});
        out_ += isMoved_ ? "Tm\n" : "Td\n"; // a text object begins at the page's corner
        isMoved_ = true;
        penX_ = xPt;
        penY_ = yPt;
        penKnown_ = true;
    } else if (std::abs(gap) > kSamePointPt) {
        if (inString_) out_ += ')';
        if (!inArray_) out_ += '[';
        inString_ = false;
        inArray_ = true;
        appendNumber(out_, -gap / set_.sizePt * 1000);
        penX_ = xPt;
    }
    if (!inArray_) out_ += '[';
    if (!inString_) out_ += '(';
    inArray_ = inString_ = true;
}

void TextOps::glyph(const GlyphCode& code, double xPt, double yPt) {
    setFont(code.font);
    goTo(xPt, yPt);
    appendCode(out_, code.code);
    penX_ += code.width / 1000 * set_.sizePt;
}

void TextOps::codes(std::string_view codes, int font, double xPt, double yPt, double widthPt) {
    setFont(font);
    goTo(xPt, yPt);
    out_ += codes;
    penX_ += widthPt;
}

void TextOps::invisible(const GlyphCode& code, double xPt, double yPt, double widthPt) {
    const double natural = code.width / 1000 * wantedSizePt_;
    const double stretch = natural > 0 ? widthPt / natural * 100 : 100;
    closeArray();
    appendNumber(out_, stretch);
    out_ += " Tz\n";
    penKnown_ = false;
    glyph(code, xPt, yPt);
    closeArray();
    out_ += "100 Tz\n";
    penX_ = xPt + widthPt;
}

void TextOps::beginActualText(std::u16string_view text) {
    closeArray();
    out_ += "/Span<</ActualText";
    appendTextString(out_, text);
    out_ += ">>BDC\n";
}

void TextOps::endActualText() {
    closeArray();
    out_ += "EMC\n";
}

} // namespace core::pdf
