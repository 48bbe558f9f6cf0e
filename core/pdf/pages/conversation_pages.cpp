// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_pages.h"

#include "core/pdf/pages/conversation_bubble.h"
#include "core/pdf/pages/conversation_index.h"
#include "core/pdf/work_ahead.h"
#include "core/report/marks.h"
#include "core/report/phrases.h"

#include <algorithm>

namespace core::pdf::pages {

namespace {

constexpr double kBubbleWidth = 100, kOwnLeft = 70;
constexpr double kPadX = 3.2, kPadTop = 1.2, kPadBottom = 1.4, kFrame = kPadTop + kPadBottom;
constexpr std::size_t kLeastLines = 3; // of a message that goes on overleaf
constexpr double kLeastBlock = 8.1, kMarginLine = 3.3, kBetween = 1.7;
constexpr double kDayHeight = 1 + 5 + 1.6, kDayMiddle = 1 + 2.5;
constexpr TextStyle kIncident{Face::Bold, 7, 3.3, 0};
constexpr double kSplitAbove = 120; // mm
constexpr double kFollowLine = 4.5; // "Fortsættes på side ..."

// A message as it stands in its bubble.
struct SetMessage {
    report::Messages::Ref message;
    Stack stack;
    bool isSet = false; // else it is left to the thread that draws
};

class Conversation {
public:
    Conversation(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures)
        : sheet_(sheet), frame_(frame), pictures_(pictures), bottom_(frame.bottom() - kFollowLine),
          index_(frame.exhibit().messages) {}

    void draw() {
        const report::Messages& all = frame_.exhibit().messages;
        WorkAhead<SetMessage> set(all.size(),
                                  [&](std::size_t first, std::size_t end, std::vector<SetMessage>& made) {
                                      for (report::Messages::Ref& message : all.some(first, end))
                                          made.push_back(setMessage(message));
                                  });
        set_ = &set;
        newPage();
        for (at_ = 0; at_ < set.size(); ++at_) {
            const SetMessage& each = setAt(at_);
            drawMessage(*each.message, each.stack);
            set.dropBefore(at_ + 1);
        }
        closePage();
    }

private:
    void newPage() {
        frame_.beginPage();
        y_ = frame_.top();
        day_.clear();
        first_.clear();
        last_.clear();
        isMixedPage_ = false;
    }

    static std::string ownerOf(const std::string& label) { return ConversationIndex::ownerOf(label); }

    void closePage() {
        std::string shown; // a range says something only within one incident
        if (first_ != last_ && ownerOf(first_) == ownerOf(last_) && !isMixedPage_)
            shown = base::fill(sheet_.words().messageRange, {first_, last_});
        frame_.endPage(shown);
    }

    // Says where the exhibit goes on, then begins the next page.
    void turnPage() {
        constexpr TextStyle kFollow{Face::Regular, 8.5, 4, 0};
        sheet_.line(base::fill(sheet_.words().continuesOn, {std::to_string(sheet_.page() + 1)}), kFollow,
                    style::kColumn, std::min(y_ + 1, bottom_ + 0.8));
        closePage();
        newPage();
    }

    Stack content(const report::Message& m) {
        return bubbleContent(sheet_, frame_, pictures_, m, kBubbleWidth - 2 * kPadX);
    }

    const SetMessage& setAt(std::size_t index) {
        SetMessage& each = set_->at(index);
        if (!each.isSet) each.stack = content(*each.message);
        each.isSet = true;
        return each;
    }

    SetMessage setMessage(const report::Messages::Ref& message) {
        return isForAnyThread(*message) ? SetMessage{message, content(*message), true}
                                        : SetMessage{message, {}, false};
    }

    // The incidents of the day whose line stands above message `index`, in the margin.
    Paragraph dayIncidents(std::size_t index) {
        std::string text;
        if (index_.isMixed())
            if (const std::vector<int> numbers = index_.incidentsOfDay(index); !numbers.empty())
                text = report::capitalized(
                    base::fill(sheet_.words().exhibitIncidents, {report::listedNumbers(numbers)}));
        return sheet_.paragraph(text, kIncident, style::kColumn - 3);
    }

    static double dayHeight(const Paragraph& incidents) {
        return std::max(kDayHeight, kDayMiddle + incidents.heightMm() - kIncident.leadingMm / 2 + 1.5);
    }

    void drawDay(const report::Message& m, const Paragraph& incidents) {
        constexpr TextStyle kDay{Face::Bold, 8.5, 5, 0}, kZone{Face::Regular, 7.5, 5, 0};
        const std::string zone = m.zoneNote.empty() ? std::string() : "   " + m.zoneNote;
        const double width = sheet_.width() - style::kColumn;
        const double name = sheet_.widthOf(m.day, kDay);
        const double text = name + sheet_.widthOf(zone, kZone) + 6;
        const double middle = style::kColumn + width / 2;
        const double line = y_ + kDayMiddle;
        sheet_.draw(incidents, 0, line - kIncident.leadingMm / 2);
        sheet_.rule(style::kColumn, line, middle - text / 2, line, 0.25);
        sheet_.rule(middle + text / 2, line, sheet_.width(), line, 0.25);
        const double left = middle - text / 2 + 3;
        sheet_.line(m.day, kDay, left, line - kDay.leadingMm / 2);
        sheet_.line(zone, kZone, left + name, line - kZone.leadingMm / 2);
        day_ = m.day;
        zone_ = m.zoneNote;
        y_ += dayHeight(incidents);
    }

    void drawMargin(const report::Message& m, bool isContinued) {
        const double y = y_ + 0.6;
        sheet_.line(m.clock, style::kClock, 0, y);
        sheet_.line(m.label.empty() ? sheet_.words().none : m.label, style::kCaption, style::kColumn - 4.5,
                    y + 0.4, Align::Right);
        const std::string second = marginNote(m, isContinued);
        if (!second.empty()) sheet_.line(second, style::kSmall, 0, y + 4.2);
        sheet_.line(m.sourceNote, style::kSmall, 0, y + 4.2 + (second.empty() ? 0 : kMarginLine));
        frame_.use(m.sourceNote);
    }

    // The zone stands in the day line; on the day the clocks change it stands beside the message too.
    std::string marginNote(const report::Message& m, bool isContinued) const {
        if (isContinued) return sheet_.words().continues;
        return m.zoneNote == zone_ ? std::string() : m.zoneNote;
    }

    void drawBubble(const report::Message& m, const Stack& stack, std::size_t from, std::size_t to) {
        if (m.isNotice) return stack.draw(sheet_, style::kColumn, y_ + kPadTop, from, to);
        const double x = m.isContext && !m.fromOffender ? kOwnLeft : style::kColumn;
        const double height = stack.height(from, to) + kFrame;
        if (m.isContext) {
            sheet_.frame(x, y_, kBubbleWidth, height, 0.3, style::kBar, 2, 1, 0.7);
        } else {
            sheet_.frame(x, y_, kBubbleWidth, height, 0.3, 0, 2, 0, 0, false);
            sheet_.fill(x, y_, 1.2, height, 0);
        }
        stack.draw(sheet_, x + kPadX, y_ + kPadTop, from, to);
    }

    void noteLabel(const std::string& label) {
        if (label.empty()) return;
        if (first_.empty()) first_ = label;
        isMixedPage_ = isMixedPage_ || ownerOf(first_) != ownerOf(label);
        last_ = label;
    }

    static bool maySplit(double wholeMm) { return wholeMm + kFrame > kSplitAbove; }

    // Up to which line of it this page takes; a page that cannot hold three lines holds one.
    static std::size_t fittingEnd(const Stack& stack, std::size_t from, double room) {
        const double whole = stack.height(from, stack.size());
        if (whole <= room) return stack.size();
        return maySplit(whole) ? stack.fit(from, room - style::kTable.leadingMm) : from;
    }

    double blockHeight(const report::Message& m, const Stack& stack, std::size_t from, std::size_t to) const {
        const double least = kLeastBlock + (marginNote(m, from > 0).empty() ? 0 : kMarginLine);
        return std::max(least, stack.height(from, to) + kFrame) + kBetween;
    }

    // The line of a day names incidents, and the stamp those of what stands on its page: what comes before
    // the first message of the day that counts goes with it to the page where that begins, if a page holds
    // both.
    bool partsDayFromCounted(double dayMm) {
        const std::size_t counted = index_.firstCounted(at_);
        if (!index_.isMixed() || counted == at_ || counted == set_->size()) return false;
        const double page = bottom_ - frame_.top();
        double height = dayMm + kFrame;
        for (std::size_t i = at_; i < counted && height <= page; ++i) {
            const SetMessage& before = setAt(i);
            height += blockHeight(*before.message, before.stack, 0, before.stack.size());
        }
        if (height > page) return false;
        const Stack& first = setAt(counted).stack;
        height += maySplit(first.height()) ? first.height(0, kLeastLines) + style::kTable.leadingMm
                                           : first.height();
        return height <= page && y_ + height > bottom_;
    }

    void drawMessage(const report::Message& m, const Stack& stack) {
        std::size_t from = 0;
        bool isTurned = false;
        while (from < stack.size()) {
            Paragraph incidents;
            double day = 0;
            if (m.day != day_) {
                incidents = dayIncidents(at_);
                day = dayHeight(incidents);
            }
            std::size_t to = fittingEnd(stack, from, bottom_ - y_ - day - kFrame);
            const bool isTooLittle = to < stack.size() && to < from + kLeastLines;
            if (!isTurned && (isTooLittle || (day > 0 && from == 0 && partsDayFromCounted(day)))) {
                turnPage();
                isTurned = true;
                continue;
            }
            to = std::max(to, from + 1);
            isTurned = false;
            frame_.show(m.incidents, y_);
            if (day > 0) drawDay(m, incidents);
            drawMargin(m, from > 0);
            drawBubble(m, stack, from, to);
            noteLabel(m.label);
            y_ += blockHeight(m, stack, from, to);
            from = to;
            if (from < stack.size()) {
                sheet_.line(sheet_.words().toBeContinued, style::kSmall, style::kColumn, y_ - kBetween + 0.2);
                closePage();
                newPage();
                isTurned = true;
            }
        }
    }

    Sheet& sheet_;
    ExhibitFrame& frame_;
    Pictures& pictures_;
    double y_ = 0, bottom_;
    const ConversationIndex index_;
    WorkAhead<SetMessage>* set_ = nullptr;
    std::size_t at_ = 0;                    // the message
    std::string day_, zone_, first_, last_; // of the page: day line, labels
    bool isMixedPage_ = false;              // several incidents
};

} // namespace

bool isForAnyThread(const report::Message& message) {
    return message.pictures.empty() &&
           std::none_of(message.notes.begin(), message.notes.end(), [](const std::string& note) {
               return note.find(report::kPageBegin) != std::string::npos;
           });
}

void conversationPages(Sheet& sheet, ExhibitFrame& frame, Pictures& pictures) {
    if (frame.exhibit().asTable) return conversationTable(sheet, frame, pictures);
    Conversation(sheet, frame, pictures).draw();
}

} // namespace core::pdf::pages
