// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What of a foreign page is shown, and how it comes to stand upright. ISO 32000-1, 7.7.3.3 and 14.11.2. Not
// what is drawn on it: foreign_page.h. Internal to core/pdf.

#include <array>
#include <initializer_list>

#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace core::pdf {

// In the page's own measure; A4 where a page says none.
struct ForeignBox {
    double x0 = 0, y0 = 0, x1 = 595.276, y1 = 841.89;
};

ForeignBox sheetBox(QPDFPageObjectHelper& page); // its media box
// What a reader shows of a page: its crop box within its sheet.
ForeignBox shownBox(QPDFPageObjectHelper& page);
using UprightMargins = std::array<double, 4>; // left, top, right, bottom
// What is around `shown` on the sheet, in points, upright.
UprightMargins marginsOf(const ForeignBox& shown, const ForeignBox& sheet, int turn, double unit);
int turnOf(QPDFPageObjectHelper& page);    // degrees, clockwise: 0, 90, 180 or 270
double unitOf(QPDFPageObjectHelper& page); // points
// From the page's own measure to points from the lower left corner of what is shown, upright.
QPDFObjectHandle uprightMatrix(const ForeignBox& box, int turn, double unit);
QPDFObjectHandle numberArray(std::initializer_list<double> values);

} // namespace core::pdf
