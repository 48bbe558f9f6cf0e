// SPDX-License-Identifier: GPL-3.0-or-later
// Exhibits one after another, and those that are mails; the other kinds are in files of their own.
#include "core/pdf/pages/conversation_pages.h"
#include "core/pdf/pages/exhibit_facts.h"
#include "core/pdf/pages/exhibit_files.h"
#include "core/pdf/pages/findings.h"
#include "core/pdf/pages/message_text.h"
#include "core/pdf/pages/picture_box.h"
#include "core/pdf/pages/sections.h"

namespace core::pdf::pages {

namespace {

constexpr double kHeadGap = 3;
constexpr double kNumberHeight = 4.9; // of the line that begins a mail: its number and source

struct MailLayout {
    Stack head, body;
    double height() const { return head.height() + kHeadGap + body.height(); }
};

MailLayout layoutMail(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, const report::Mail& mail) {
    MailLayout set;
    set.head.add(kNumberHeight, [label = mail.label, source = mail.sourceNote](Sheet& s, double x, double y) {
        s.line(label, style::kClock, x, y + 0.4);
        s.line(source, style::kCaption, s.width(), y + 0.55, Align::Right);
    });
    addFacts(sheet, set.head, mail.headers);
    addMessageText(sheet, set.body, mail.text.empty() ? sheet.words().none : mail.text, style::kMessage,
                   kTextWidth);
    for (const std::string& note : mail.notes) addNote(sheet, set.body, note, style::kTable, kTextWidth, 2);
    for (const report::PictureRef& ref : mail.pictures)
        addAttachedPicture(frame, sheet, pictures, set.body, ref, kTextWidth, 80, 3);
    return set;
}

void mailPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures, ExhibitColumn& column) {
    for (const report::Mail& mail : frame.exhibit().mails) {
        const MailLayout set = layoutMail(sheet, frame, pictures, mail);
        double y = column.begin(set.height());
        const auto onPage = [&] {
            frame.use(mail.sourceNote);
            frame.show(mail.incidents, y);
        };
        onPage();
        sheet.rule(0, y, sheet.width(), y, 0.5);
        y = flow(sheet, frame, set.head, 0, y, onPage);
        sheet.rule(0, y, sheet.width(), y, 0.25);
        column.setEnd(flow(sheet, frame, set.body, style::kColumn, y + kHeadGap, onPage));
    }
}

// Whoever turns from exhibit 6 to exhibit 8 finds 7 between them: those that follow one another share a page.
// Returns the last of them.
std::size_t withdrawnPages(Sheet& sheet, std::size_t first) {
    const auto& exhibits = sheet.document().exhibits;
    const report::Words& w = sheet.words();
    constexpr double kHeight = 17;
    double y = sheet.height();
    std::size_t last = first;
    for (std::size_t i = first; i < exhibits.size() && exhibits[i].withdrawn; ++i) {
        if (!sheet.part().exhibits.contains(exhibits[i].number)) break; // in another part
        if (i == first || y + kHeight > sheet.height()) {
            sheet.beginPage(style::kPortrait, "exhibits");
            y = 2;
        }
        const std::string number = std::to_string(exhibits[i].number);
        const std::string title = base::fill(w.exhibit, {number}) + " – " + w.withdrawn;
        sheet.note("exhibit:" + number);
        sheet.destination("exhibit:" + number, y);
        sheet.bookmark(title, 1, y);
        sheet.link(0, y, sheet.width(), kHeight, "list:" + number);
        sheet.write(title, style::kExhibitTitle, 0, y, sheet.width());
        sheet.link(0, y, sheet.width(), style::kExhibitTitle.leadingMm, "list:" + number);
        sheet.write(w.withdrawnNote, style::kBody, 0, y + 7, sheet.width());
        y += kHeight;
        last = i;
    }
    return last;
}

void pagesOf(Sheet& sheet, const report::ExhibitPart& exhibit, Pictures& pictures, Documents& documents) {
    ExhibitFrame frame(sheet, exhibit);
    if (!exhibit.messages.empty()) conversationPages(sheet, frame, pictures);
    ExhibitColumn column(frame);
    mailPages(sheet, frame, pictures, column);
    filesPages(sheet, frame, column, pictures, documents);
}

// As a rule an exhibit is set by the first draft alone.
void draftPagesOf(Sheet& sheet, const report::ExhibitPart& exhibit, Pictures& pictures,
                  Documents& documents) {
    auto& known = sheet.findings()->exhibits;
    if (const auto found = known.find(exhibit.number); found != known.end() && sheet.repeat(found->second))
        return;
    known.insert_or_assign(exhibit.number,
                           sheet.noteApart([&] { pagesOf(sheet, exhibit, pictures, documents); }));
}

} // namespace

void exhibitPages(Sheet& sheet, Pictures& pictures, Documents& documents) {
    const auto& exhibits = sheet.document().exhibits;
    const std::set<int>& own = sheet.part().exhibits;
    if (!own.empty()) sheet.announce(sheet.words().exhibits, "section:exhibits");
    for (std::size_t i = 0; i < exhibits.size(); ++i) {
        const report::ExhibitPart& exhibit = exhibits[i];
        if (!own.contains(exhibit.number)) continue;
        if (exhibit.withdrawn) {
            i = withdrawnPages(sheet, i);
            continue;
        }
        if (sheet.isDraft() && sheet.findings() != nullptr)
            draftPagesOf(sheet, exhibit, pictures, documents);
        else
            pagesOf(sheet, exhibit, pictures, documents);
    }
}

} // namespace core::pdf::pages
