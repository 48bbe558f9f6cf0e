// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/missing_box.h"

#include "core/pdf/content.h"

#include <array>

namespace core::pdf {
namespace {

// A digit of seven strokes. Bits: 1 top, 2 upper right, 4 lower right, 8 bottom, 16 lower left, 32 upper
// left, 64 middle.
constexpr std::array<int, 16> kStrokes = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07,
                                          0x7F, 0x6F, 0x77, 0x7C, 0x39, 0x5E, 0x79, 0x71};

struct Stroke {
    double x1, y1, x2, y2; // in a digit that is 1 wide and 2 high
};
constexpr std::array<Stroke, 7> kPlaces = {
    {{0, 2, 1, 2}, {1, 2, 1, 1}, {1, 1, 1, 0}, {0, 0, 1, 0}, {0, 1, 0, 0}, {0, 2, 0, 1}, {0, 1, 1, 1}}};

void appendDigit(std::string& out, int digit, double x, double y, double unit) {
    for (std::size_t i = 0; i < kPlaces.size(); ++i) {
        if ((kStrokes[static_cast<std::size_t>(digit)] >> i & 1) == 0) continue;
        const Stroke& s = kPlaces[i];
        appendNumbers(out, {x + s.x1 * unit, y + s.y1 * unit});
        out += "m ";
        appendNumbers(out, {x + s.x2 * unit, y + s.y2 * unit});
        out += "l\n";
    }
}

} // namespace

void appendMissingBox(std::string& out, char32_t codePoint, double xPt, double baselinePt, double sizePt,
                      double gray) {
    const double left = xPt + 0.06 * sizePt;
    const double width = 0.88 * sizePt;
    const double bottom = baselinePt - 0.1 * sizePt;
    const double height = 0.95 * sizePt;
    out += "q ";
    appendNumber(out, gray);
    out += " G ";
    appendNumber(out, 0.045 * sizePt);
    out += " w\n";
    appendNumbers(out, {left, bottom, width, height});
    out += "re\n";
    const int columns = codePoint > 0xFFFF ? 3 : 2;
    const double unit = 0.15 * sizePt;
    const double step = width / columns;
    for (int i = 0; i < 2 * columns; ++i) {
        const int shift = 4 * (2 * columns - 1 - i);
        const double x = left + step * (i % columns) + (step - unit) / 2;
        const double y = bottom + (i < columns ? 0.54 : 0.11) * sizePt;
        appendDigit(out, static_cast<int>(codePoint >> shift & 0xF), x, y, unit);
    }
    out += "S Q\n";
}

} // namespace core::pdf
