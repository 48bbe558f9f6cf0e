// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/recovery_page.h"

#include "core/pdf/pages/style.h"

namespace core::pdf::pages {

namespace {

constexpr TextStyle kHeadline{Face::Bold, 20, 9, 0};
constexpr TextStyle kText{Face::Regular, 10.5, 5.2, 0};
constexpr TextStyle kGroup{Face::Bold, 26, 12, 0};
constexpr TextStyle kNumber{Face::Regular, 8, 4, style::kDark};
constexpr std::size_t kColumns = 4;
constexpr double kRowHeight = 21;
constexpr double kSheetGap = 3;

double write(Canvas& canvas, const std::string& text, const TextStyle& style, double y) {
    const Paragraph paragraph = canvas.layout(text, style, style::kPortrait.width);
    canvas.draw(paragraph, style::kPortrait.left, y);
    return y + paragraph.heightMm();
}

double part(Canvas& canvas, const RecoveryPart& part, double y) {
    y = write(canvas, part.heading, kHeadline, y) + 1;
    y = write(canvas, part.facts, style::kBodyDark, y) + kSheetGap;
    for (const std::string& paragraph : part.paragraphs) y = write(canvas, paragraph, kText, y) + kSheetGap;
    return y;
}

// Each group with its number, so that two people can speak of "group three".
double code(Canvas& canvas, const std::vector<std::string>& groups, double y) {
    const double left = style::kPortrait.left, width = style::kPortrait.width;
    const double cell = width / static_cast<double>(kColumns);
    const std::size_t rows = (groups.size() + kColumns - 1) / kColumns;
    const double height = kRowHeight * static_cast<double>(rows);
    canvas.strokeRect(left, y, width, height, 0.5);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const double x = left + cell * static_cast<double>(i % kColumns);
        const double top = y + kRowHeight * static_cast<double>(i / kColumns);
        canvas.drawText(std::to_string(i + 1), kNumber, x + cell / 2, top + 5.5, Align::Center);
        canvas.drawText(groups[i], kGroup, x + cell / 2, top + 16, Align::Center);
    }
    return y + height;
}

} // namespace

void recoveryPage(Canvas& canvas, const RecoveryPage& page) {
    canvas.newPage(style::kPortrait.pageWidth, style::kPortrait.pageHeight);
    double y = part(canvas, page.first, style::kPortrait.top);
    y = code(canvas, page.groups, y + kSheetGap);
    part(canvas, page.second, y + 3 * kSheetGap);
}

} // namespace core::pdf::pages
