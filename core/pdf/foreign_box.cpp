// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/foreign_box.h"

#include "core/pdf/content.h"

#include <algorithm>
#include <optional>
#include <string>

namespace core::pdf {

namespace {

// None where it is no box, or one that no printer and no reader could show.
std::optional<ForeignBox> boxOf(QPDFObjectHandle array) {
    constexpr double kLeast = 3, kMost = 200'000; // points
    if (!array.isRectangle()) return std::nullopt;
    const QPDFObjectHandle::Rectangle r = array.getArrayAsRectangle();
    const ForeignBox box{std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx),
                         std::max(r.lly, r.ury)};
    for (const double side : {box.x1 - box.x0, box.y1 - box.y0})
        if (!(side >= kLeast && side <= kMost)) return std::nullopt;
    return box;
}

} // namespace

ForeignBox sheetBox(QPDFPageObjectHelper& page) {
    return boxOf(page.getAttribute("/MediaBox", false)).value_or(ForeignBox{});
}

ForeignBox shownBox(QPDFPageObjectHelper& page) {
    const ForeignBox sheet = sheetBox(page);
    const auto crop = boxOf(page.getAttribute("/CropBox", false));
    if (!crop) return sheet;
    const ForeignBox both{std::max(sheet.x0, crop->x0), std::max(sheet.y0, crop->y0),
                          std::min(sheet.x1, crop->x1), std::min(sheet.y1, crop->y1)};
    return both.x1 - both.x0 > 1 && both.y1 - both.y0 > 1 ? both : sheet;
}

UprightMargins marginsOf(const ForeignBox& shown, const ForeignBox& sheet, int turn, double unit) {
    UprightMargins m{shown.x0 - sheet.x0, sheet.y1 - shown.y1, sheet.x1 - shown.x1, shown.y0 - sheet.y0};
    for (double& side : m) side *= unit;
    std::rotate(m.begin(), m.begin() + (4 - turn / 90) % 4, m.end()); // what was left comes to the top
    return m;
}

int turnOf(QPDFPageObjectHelper& page) {
    QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
    if (!turn.isInteger()) return 0;
    const auto degrees = static_cast<int>(turn.getIntValue() % 360);
    return (degrees + 360) % 360 / 90 * 90;
}

double unitOf(QPDFPageObjectHelper& page) {
    QPDFObjectHandle unit = page.getAttribute("/UserUnit", false);
    if (!unit.isNumber()) return 1;
    const double value = unit.getNumericValue();
    return value > 0.01 && value < 1000 ? value : 1;
}

QPDFObjectHandle numberArray(std::initializer_list<double> values) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : values) {
        std::string digits;
        appendNumber(digits, value);
        array.appendItem(QPDFObjectHandle::newReal(digits));
    }
    return array;
}

QPDFObjectHandle uprightMatrix(const ForeignBox& b, int turn, double u) {
    switch (turn) {
    case 90:
        return numberArray({0, -u, u, 0, -b.y0 * u, b.x1 * u});
    case 180:
        return numberArray({-u, 0, 0, -u, b.x1 * u, b.y1 * u});
    case 270:
        return numberArray({0, u, -u, 0, b.y1 * u, -b.x0 * u});
    default:
        return numberArray({u, 0, 0, u, -b.x0 * u, -b.y0 * u});
    }
}

} // namespace core::pdf
