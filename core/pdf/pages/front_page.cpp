// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what this is, its contents, its code, and the receipt to be signed.
#include "core/pdf/pages/sections.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

// Where something of that height may begin: on a further page where this one is full, as with many parts.
double roomFor(Sheet& sheet, double y, double height) {
    if (y + height <= sheet.height()) return y;
    sheet.beginPage(style::kPortrait, "front");
    return 0;
}

double facts(Sheet& sheet, double y) {
    constexpr double kPadding = 1.15;
    constexpr double kTwoLines = 12;
    for (const report::NamedValue& fact : sheet.document().front) {
        y = roomFor(sheet, y, kTwoLines);
        sheet.rule(0, y, sheet.width(), y, 0.2);
        sheet.line(fact.name, style::kBodyDark, 0, y + kPadding);
        const TextStyle& value = fact.bold ? style::kBodyBold : style::kBody;
        y += 2 * kPadding +
             sheet.write(fact.value, value, style::kValue, y + kPadding, sheet.width() - style::kValue);
    }
    sheet.rule(0, y, sheet.width(), y, 0.2);
    return y;
}

double contents(Sheet& sheet, double y) {
    constexpr double kRow = 5.3, kBesideNote = 4;
    y = roomFor(sheet, y, 4 * kRow); // the heading not alone
    sheet.line(sheet.words().contents, style::kHeading, 0, y);
    sheet.line(sheet.words().page, style::kCaption, sheet.width(), y + 0.6, Align::Right);
    y += 5.9;
    int number = 0;
    for (const report::Content& entry : sheet.document().contents) {
        if (!sheet.known().has(entry.key) && sheet.known().total > 0) continue;
        y = roomFor(sheet, y, kRow);
        const double text = y + 0.4;
        sheet.rule(0, y, sheet.width(), y, 0.1, 0.467);
        sheet.line(std::to_string(++number), style::kBody, 0, text);
        sheet.line(entry.title, style::kBody, 10, text);
        sheet.line(entry.note, style::kBodyDark, style::kValue, text);
        const double room = sheet.width() - kBesideNote -
                            std::max(style::kValue + sheet.widthOf(entry.note, style::kBodyDark),
                                     10 + sheet.widthOf(entry.title, style::kBody));
        const std::string pages = sheet.known().textEverywhere(
            entry.key, [&](const std::string& each) { return sheet.widthOf(each, style::kBody) <= room; });
        sheet.line(pages, style::kBody, sheet.width(), text, Align::Right);
        sheet.link(0, y, sheet.width(), kRow, "section:" + entry.key);
        y += kRow;
    }
    return y;
}

double code(Sheet& sheet, double y) {
    const report::LogDocument& d = sheet.document();
    constexpr TextStyle kCode{Face::Regular, 10, 5.2, 0};
    sheet.line(sheet.words().codeHeading, style::kHeading, 0, y);
    const double text = sheet.write(d.codeExplanation, style::kCaption, 0, y + 5.1, sheet.width());
    sheet.hash(d.code, 0, 32, kCode, 12.4, 0, y + 6.3 + text);
    sheet.hash(d.code, 32, 32, kCode, 12.4, 0, y + 11.5 + text);
    return y + 11.5 + text + kCode.leadingMm;
}

void field(Sheet& sheet, double x, double y, double w, const std::string& label) {
    sheet.rule(x, y, x + w, y, 0.25);
    sheet.line(label, style::kCaption, x, y + 0.5);
}

constexpr double kReceiptHeight = 69;

void receipt(Sheet& sheet, double top) {
    const report::Words& w = sheet.words();
    sheet.frame(0, top, sheet.width(), kReceiptHeight, 0.5);
    sheet.line(w.receipt, style::kHeading, 5, top + 3.5);
    sheet.write(w.receiptNote, style::kCaption, 5, top + 8.6, sheet.width() - 10);
    field(sheet, 5, top + 26, 53, w.receiptDate);
    field(sheet, style::kValue, top + 26, 99, w.receiptBy);
    field(sheet, 5, top + 41.5, 53, w.receiptPhone);
    field(sheet, style::kValue, top + 41.5, 99, w.receiptPlace);
    field(sheet, 5, top + 57, 53, w.receiptNumber);
    field(sheet, style::kValue, top + 57, 99, w.receiptSignature);
}

} // namespace

void frontPage(Sheet& sheet) {
    sheet.beginPage(style::kPortrait, "front");
    const int first = sheet.page();
    sheet.bookmark(sheet.words().logForm, 0, 0);
    sheet.line(sheet.words().logForm, style::kFrontTitle, 0, 4);
    const double caseHeight =
        sheet.write(sheet.document().caseLabel, style::kFrontCase, 0, 18, sheet.width());
    // Fixed places as long as there is room for them.
    constexpr double kContents = 89, kCode = 156.5, kReceipt = 188;
    const auto below = [&](double end, double gap, double usual) {
        return sheet.page() == first ? std::max(usual, end + gap) : end + gap;
    };
    const double factsEnd = facts(sheet, 28 + caseHeight);
    const double contentsEnd = contents(sheet, below(factsEnd, 8, kContents));
    // The receipt names the code above it.
    constexpr double kTogether = kReceipt - kCode + kReceiptHeight;
    const double codeEnd = code(sheet, roomFor(sheet, below(contentsEnd, 6, kCode), kTogether));
    receipt(sheet, below(codeEnd, 6, kReceipt));
}

} // namespace core::pdf::pages
