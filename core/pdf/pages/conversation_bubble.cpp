// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_bubble.h"

#include "core/base/visible_text.h"
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/message_text.h"
#include "core/pdf/pages/picture_box.h"

namespace core::pdf::pages {

namespace {

constexpr double kBubblePicture = 60; // mm, the most in height
const std::string kBetweenWords = "   ";

Stack noticeContent(Sheet& sheet, const report::Message& m) {
    Stack stack;
    const double width = sheet.width() - style::kColumn;
    const std::string line = m.sender.empty() ? m.text : m.sender + kBetweenWords + m.text;
    stack.add(sheet.paragraph(line, style::kCaption, width, Align::Center));
    for (const std::string& note : m.notes)
        stack.add(sheet.paragraph(note, style::kSmall, width, Align::Center), 0.3);
    return stack;
}

// They share a line where that holds both, and both run from left to right.
void addSenderAndWords(Sheet& sheet, const report::Message& m, double width, Stack& stack) {
    const TextStyle& text = m.isContext ? style::kContext : style::kMessage;
    TextStyle sender = m.isContext ? style::kCaption : style::kCaptionBold;
    const bool isShort =
        !base::isBlank(m.text) && m.text.find('\n') == std::string::npos && base::runsLeftToRight(m.text) &&
        sheet.widthOf(m.sender + kBetweenWords, sender) + sheet.widthOf(m.text, text) < width - 1;
    if (isShort) {
        sender.leadingMm = text.leadingMm;
        stack.add(sheet.paragraph({{m.sender + kBetweenWords, true}, {m.text, false}}, text, sender, width));
    } else {
        stack.add(sheet.paragraph(m.sender, sender, width));
        addMessageText(sheet, stack, m.text, text, width, 0.2);
    }
}

} // namespace

Stack bubbleContent(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::Message& m,
                    double width) {
    if (m.isNotice) return noticeContent(sheet, m);
    Stack stack;
    addSenderAndWords(sheet, m, width, stack);
    TextStyle note = style::kTable;
    note.gray = style::kDark;
    for (const std::string& line : m.notes) addNote(sheet, stack, line, note, width, 0.7);
    for (const report::PictureRef& ref : m.pictures)
        addAttachedPicture(frame, sheet, pictures, stack, ref, width, kBubblePicture, 1.5);
    return stack;
}

} // namespace core::pdf::pages
