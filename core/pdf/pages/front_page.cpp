// SPDX-License-Identifier: GPL-3.0-or-later
// The first page: what this is, its contents, its code, and the receipt to be signed.
#include "core/pdf/pages/sections.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

double facts(Sheet& sheet, double y) {
    constexpr double kPadding = 1.15;
    for (const report::NamedValue& fact : sheet.document().front) {
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
    sheet.line(sheet.words().contents, style::kHeading, 0, y);
    sheet.line(sheet.words().page, style::kCaption, sheet.width(), y + 0.6, Align::Right);
    y += 5.9;
    int number = 0;
    for (const report::Content& entry : sheet.document().contents) {
        if (!sheet.known().has(entry.key) && sheet.known().total > 0) continue;
        const double text = y + 0.4;
        sheet.rule(0, y, sheet.width(), y, 0.1, 0.467);
        sheet.line(std::to_string(++number), style::kBody, 0, text);
        sheet.line(entry.title, style::kBody, 10, text);
        sheet.line(entry.note, style::kBodyDark, style::kValue, text);
        sheet.line(sheet.known().text(entry.key), style::kBody, sheet.width(), text, Align::Right);
        sheet.link(0, y, sheet.width(), 5.3, "section:" + entry.key);
        y += 5.3;
    }
    return y;
}

void code(Sheet& sheet, double y) {
    const report::LogDocument& d = sheet.document();
    constexpr TextStyle kCode{Face::Regular, 10, 5.2, 0};
    sheet.line(sheet.words().codeHeading, style::kHeading, 0, y);
    const double text = sheet.write(d.codeExplanation, style::kCaption, 0, y + 5.1, sheet.width());
    sheet.hash(d.code, 0, 32, kCode, 12.4, 0, y + 6.3 + text);
    sheet.hash(d.code, 32, 32, kCode, 12.4, 0, y + 11.5 + text);
}

void field(Sheet& sheet, double x, double y, double w, const std::string& label) {
    sheet.rule(x, y, x + w, y, 0.25);
    sheet.line(label, style::kCaption, x, y + 0.5);
}

void receipt(Sheet& sheet, double top) {
    const report::Words& w = sheet.words();
    sheet.frame(0, top, sheet.width(), 69, 0.5);
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
    sheet.bookmark(sheet.words().logForm, 0, 0);
    sheet.line(sheet.words().logForm, style::kFrontTitle, 0, 4);
    const double caseHeight =
        sheet.write(sheet.document().caseLabel, style::kFrontCase, 0, 18, sheet.width());
    const double factsEnd = facts(sheet, 28 + caseHeight);
    const double contentsEnd = contents(sheet, std::max(89.0, factsEnd + 8));
    code(sheet, std::max(156.5, contentsEnd + 6));
    receipt(sheet, 188);
}

} // namespace core::pdf::pages
