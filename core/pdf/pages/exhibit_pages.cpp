// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits that are mails, pictures or other files; conversations are in conversation_pages.cpp.
#include "core/pdf/pages/conversation_pages.h"
#include "core/pdf/pages/exhibit_frame.h"
#include "core/pdf/pages/picture_box.h"
#include "core/pdf/pages/sections.h"
#include "core/pdf/pages/stack.h"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>

namespace core::pdf::pages {

namespace {

constexpr double kTextWidth = 170 - style::kColumn;
constexpr double kBetweenMails = 6, kHeadGap = 3;
constexpr double kNoteWidth = 30; // of the source, at the right of a mail's first line

// Rows of name and value over the width of the page, a thin rule above each.
void addFacts(Sheet& sheet, Stack& stack, const std::vector<report::NamedValue>& facts, double firstWidth) {
    double width = firstWidth;
    for (const report::NamedValue& fact : facts) {
        auto name =
            std::make_shared<Paragraph>(sheet.paragraph(fact.name, style::kTable, style::kColumn - 3));
        auto value = std::make_shared<Paragraph>(
            sheet.paragraph(fact.value, fact.bold ? style::kTableBold : style::kTable, width));
        const double height = std::max(name->heightMm(), value->heightMm()) + 0.8;
        stack.add(height, [=](Sheet& s, double x, double y) {
            s.rule(x, y, x + 170, y, 0.1, 0.467);
            s.draw(*name, x, y + 0.4);
            s.draw(*value, x + style::kColumn, y + 0.4);
        });
        width = kTextWidth;
    }
}

// Draws a stack over as many pages of the exhibit as it needs; returns where it ended.
// `onPage` is called on every page that it turns to.
double flow(Sheet& sheet, ExhibitFrame& frame, const Stack& stack, double x, double y,
            const std::function<void()>& onPage) {
    for (std::size_t from = 0; from < stack.size();) {
        std::size_t to = stack.fit(from, frame.bottom() - y);
        if (to == from && y > frame.top()) {
            frame.endPage({});
            frame.beginPage();
            y = frame.top();
            onPage();
            continue;
        }
        to = std::max(to, from + 1); // a piece taller than the page: it is drawn all the same
        stack.draw(sheet, x, y, from, to);
        y += stack.height(from, to);
        from = to;
    }
    return y;
}

struct MailLayout {
    Stack head, body;
    double height() const { return head.height() + kHeadGap + body.height(); }
};

MailLayout layoutMail(Sheet& sheet, Pictures& pictures, const report::Mail& mail) {
    MailLayout set;
    addFacts(sheet, set.head, mail.headers, kTextWidth - kNoteWidth);
    set.body.add(
        sheet.paragraph(mail.text.empty() ? sheet.words().none : mail.text, style::kMessage, kTextWidth));
    for (const std::string& note : mail.notes)
        set.body.add(sheet.paragraph(note, style::kTable, kTextWidth), 2);
    for (const report::PictureRef& ref : mail.pictures)
        addPicture(sheet, pictures, set.body, ref, kTextWidth, 80, 3);
    return set;
}

// One mail under another where it fits whole; else it begins a page.
void mailPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures) {
    const auto& mails = frame.exhibit().mails;
    double y = 0;
    for (std::size_t i = 0; i < mails.size(); ++i) {
        const report::Mail& mail = mails[i];
        const MailLayout set = layoutMail(sheet, pictures, mail);
        if (i > 0) y += kBetweenMails;
        if (i == 0 || y + set.height() > frame.bottom()) {
            if (i > 0) frame.endPage({});
            frame.beginPage();
            y = frame.top();
        }
        const auto onPage = [&] {
            frame.use(mail.sourceNote);
            frame.show(mail.incidents, y);
        };
        onPage();
        sheet.rule(0, y, sheet.width(), y, 0.5);
        sheet.line(mail.label, style::kCaptionBold, style::kColumn - 4.5, y + 0.55, Align::Right);
        sheet.line(mail.sourceNote, style::kCaption, sheet.width(), y + 0.55, Align::Right);
        y = flow(sheet, frame, set.head, 0, y, onPage);
        sheet.rule(0, y, sheet.width(), y, 0.25);
        y = flow(sheet, frame, set.body, style::kColumn, y + kHeadGap, onPage);
    }
    if (!mails.empty()) frame.endPage({});
}

std::vector<report::NamedValue> factsOf(const Sheet& sheet, const report::FileView& file) {
    std::vector<report::NamedValue> facts{{sheet.words().fileName, file.label + "   " + file.fileName, true}};
    facts.insert(facts.end(), file.facts.begin(), file.facts.end());
    return facts;
}

void picturePage(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& file) {
    const auto onPage = [&] {
        frame.use(file.sourceKey);
        frame.show(file.incidents, frame.top());
    };
    frame.beginPage();
    onPage();
    Stack facts;
    addFacts(sheet, facts, factsOf(sheet, file), kTextWidth);
    constexpr double kLeastPicture = 40;
    const double page = frame.bottom() - frame.top();
    const bool shares = page - facts.height() - 4 >= kLeastPicture;
    if (file.isPicture) {
        Stack picture;
        addPicture(sheet, pictures, picture, file.picture, sheet.width(),
                   shares ? page - facts.height() - 4 : page, 0);
        picture.draw(sheet, 0, frame.top());
    }
    if (file.isPicture && shares) {
        facts.draw(sheet, 0, frame.bottom() - facts.height());
    } else {
        if (file.isPicture) { // what is said about it follows on a page of its own
            frame.endPage({});
            frame.beginPage();
            onPage();
        }
        flow(sheet, frame, facts, 0, frame.top(), onPage);
    }
    frame.endPage({});
}

// The facts of a picture in a narrow column: the name of each small above it.
Stack narrowFacts(Sheet& sheet, const report::FileView& file, double width) {
    Stack stack;
    double gap = 0;
    for (const report::NamedValue& fact : factsOf(sheet, file)) {
        stack.add(sheet.paragraph(fact.name, style::kSmall, width), gap);
        stack.add(sheet.paragraph(fact.value, fact.bold ? style::kTableBold : style::kTable, width));
        gap = 1.2;
    }
    return stack;
}

enum class Shape { None, Upright, Wide };

Shape shapeOf(Pictures& pictures, const report::FileView& file) {
    if (!file.isPicture) return Shape::None;
    const auto size = pictures.size(file.picture);
    return size && size->height > size->width * 1.3 ? Shape::Upright : Shape::Wide;
}

constexpr double kWidePicture = 114, kNarrowGap = 5, kUprightWidth = (170 - kNarrowGap) / 2;

// Two pictures on a page: wide ones one above the other with their facts on the right, upright ones side by
// side with the facts below. False, with nothing drawn, where they do not go together.
bool picturePair(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::FileView& first,
                 const report::FileView& second) {
    const Shape shape = shapeOf(pictures, first);
    if (shape == Shape::None || shape != shapeOf(pictures, second)) return false;
    const double half = (frame.bottom() - frame.top() - kNarrowGap) / 2;
    const double left = shape == Shape::Wide ? kWidePicture + kNarrowGap : 0;
    const double factsWidth = shape == Shape::Wide ? 170 - left : kUprightWidth;
    const std::array<const report::FileView*, 2> files{&first, &second};
    const std::array<Stack, 2> facts{narrowFacts(sheet, first, factsWidth),
                                     narrowFacts(sheet, second, factsWidth)};
    const double tallest = std::max(facts[0].height(), facts[1].height());
    const double room = shape == Shape::Wide ? half : frame.bottom() - frame.top() - tallest - 3;
    if (tallest > half || room < 80) return false;
    frame.beginPage();
    for (std::size_t i = 0; i < 2; ++i) {
        const auto at = static_cast<double>(i);
        const double x = shape == Shape::Wide ? 0 : at * (kUprightWidth + kNarrowGap);
        const double y = frame.top() + (shape == Shape::Wide ? at * (half + kNarrowGap) : 0);
        frame.use(files[i]->sourceKey);
        frame.show(files[i]->incidents, y);
        Stack picture;
        addPicture(sheet, pictures, picture, files[i]->picture,
                   shape == Shape::Wide ? kWidePicture : kUprightWidth, room, 0);
        picture.draw(sheet, x, y);
        facts[i].draw(sheet, x + left, shape == Shape::Wide ? y : y + picture.height() + 3);
    }
    frame.endPage({});
    return true;
}

void filesPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures) {
    const auto& files = frame.exhibit().files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i + 1 < files.size() && picturePair(sheet, frame, pictures, files[i], files[i + 1]))
            ++i;
        else
            picturePage(sheet, frame, pictures, files[i]);
    }
}

} // namespace

void exhibitPages(Sheet& sheet, Pictures& pictures) {
    bool isFirst = true;
    for (const report::ExhibitPart& exhibit : sheet.document().exhibits) {
        // A withdrawn one stands in the list only.
        if (exhibit.withdrawn || !sheet.part().exhibits.contains(exhibit.number)) continue;
        ExhibitFrame frame(sheet, exhibit);
        if (isFirst) sheet.announce(sheet.words().exhibits, "section:exhibits");
        isFirst = false;
        if (!exhibit.messages.empty()) conversationPages(sheet, frame, pictures);
        mailPages(sheet, frame, pictures);
        filesPages(sheet, frame, pictures);
    }
}

} // namespace core::pdf::pages
