// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/viber/viber_reader.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/chat/conversation.h"
#include "core/format/chat/lines.h"
#include "core/format/chat/written_time.h"
#include "core/format/viber/viber_line.h"

namespace core::format {

namespace {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using viber::Line;

constexpr std::size_t kLargest = 64ULL * 1024 * 1024;
constexpr std::size_t kLongest = 1024 * 1024; // bytes of a message
constexpr std::string_view kOwner = "Me";

struct Entry {
    Line line;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

class Giving {
public:
    Giving(const ReadContext& context, RecordSink& sink)
        : context_(context), conversation_(sink), sink_(sink) {}

    void give(const std::vector<Entry>& all) {
        decide(all);
        for (const Entry& entry : all) one(entry);
        conversation_.end();
        if (isOpen_) sink_.issue({IssueCode::DoubtfulTime, IssueSeverity::Odd, "day/month", 0});
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "media-not-included deleted", 0});
    }

private:
    // What the dates themselves allow, then what the user said, then the order of the country.
    void decide(const std::vector<Entry>& all) {
        bool canDay = true;
        bool canMonth = true;
        for (const Entry& entry : all) {
            const bool asDay = viber::civilOf(entry.line, true).has_value();
            const bool asMonth = viber::civilOf(entry.line, false).has_value();
            if (asDay == asMonth) continue;
            canDay = canDay && asDay;
            canMonth = canMonth && asMonth;
        }
        isDayFirst_ = canDay || !canMonth;
        isOpen_ = canDay == canMonth;
        if (!isOpen_ || context_.dateOrder == DateOrder::FromFile) return;
        isDayFirst_ = context_.dateOrder != DateOrder::MonthFirst;
        isOpen_ = false;
    }

    void one(const Entry& entry) {
        chat::Message message;
        ItemRecord& record = message.record;
        record.kind = model::ItemKind::Chat;
        record.offset = entry.offset;
        record.length = entry.length;
        const bool isOwner = entry.line.name == kOwner;
        record.direction = isOwner ? Direction::Out : Direction::In;
        sender(entry.line, message);
        time(entry.line, record);
        std::size_t replaced = 0;
        record.text = base::repairUtf8(viber::unquoted(entry.line.text), &replaced);
        if (replaced > 0) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
        record.identity = chat::identityOf({"viber", message.from.id, entry.line.date, record.text});
        conversation_.add(std::move(message));
    }

    static void sender(const Line& line, chat::Message& message) {
        message.from = chat::person(model::ParticipantRole::From, base::repairUtf8(line.name), "viber");
        if (!line.number.empty()) {
            message.from.kind = model::IdentifierKind::Phone;
            message.from.id = base::repairUtf8(line.number);
            message.from.service.clear();
        }
        if (message.from.id.empty())
            chat::addIssue(message.record, IssueCode::MissingSender, IssueSeverity::Odd);
    }

    void time(const Line& line, ItemRecord& record) const {
        const auto civil = viber::civilOf(line, isDayFirst_);
        if (!civil) {
            chat::addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, line.date);
            return;
        }
        model::TimeClaim claim;
        claim.time = base::fromLocal(*civil, context_.zone, base::Precision::Second);
        claim.source = model::TimeSource::MessageExport;
        claim.asWritten = line.date;
        chat::addClaim(record, std::move(claim), context_.nowMs);
        const bool isTurnable = isOpen_ && line.first != line.second;
        chat::addIssue(record, IssueCode::DoubtfulTime, isTurnable ? IssueSeverity::Odd : IssueSeverity::Note,
                       isTurnable ? "day/month" : "zone");
    }

    const ReadContext& context_;
    chat::Conversation conversation_;
    RecordSink& sink_;
    bool isDayFirst_ = true;
    bool isOpen_ = false;
};

} // namespace

Confidence ViberReader::probe(const ProbeInput& input) const {
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    return viber::lineOf(head.substr(0, head.find_first_of("\r\n"))) ? Confidence::Certain : Confidence::No;
}

void ViberReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    std::vector<Entry> all;
    chat::Lines lines(source, sink);
    bool isBefore = true;
    for (std::string text; lines.next(text);) {
        if (lines.end() > kLargest) {
            sink.issue(
                {IssueCode::TooLarge, IssueSeverity::Skipped, std::to_string(kLargest), lines.begin()});
            break;
        }
        if (auto line = viber::lineOf(text)) {
            all.push_back({std::move(*line), lines.begin(), 0});
        } else if (all.empty()) {
            if (isBefore && !text.empty())
                sink.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, lines.begin()});
            isBefore = isBefore && text.empty();
        } else if (all.back().line.text.size() + text.size() < kLongest) {
            all.back().line.text += '\n' + text;
        }
        if (!all.empty()) all.back().length = lines.end() - all.back().offset;
    }
    Giving(context, sink).give(all);
}

} // namespace core::format
