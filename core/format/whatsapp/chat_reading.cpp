// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/whatsapp/chat_reading.h"

#include "core/base/utf8.h"
#include "core/base/zone.h"
#include "core/format/whatsapp/content.h"
#include "core/format/whatsapp/words.h"

#include <algorithm>

namespace core::format::whatsapp {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;
using model::ParticipantRole;

namespace {

constexpr std::size_t kLongestText = 1024 * 1024; // bytes of one message
constexpr std::int64_t kMuchEarlierMs = 86'400'000;
constexpr const char* kServiceCode = "whatsapp";

// The phone wrote the number where the contact has no name.
bool isPhone(std::string_view name) {
    std::size_t digits = 0;
    for (std::size_t at = 0; at < name.size();) {
        const char32_t c = base::nextCodePoint(name, at);
        const bool isDash = c >= 0x2010 && c <= 0x2015;
        if (c >= '0' && c <= '9')
            ++digits;
        else if (!isDash && (c >= 0x80 ||
                             std::string_view("+ ()-.").find(static_cast<char>(c)) == std::string_view::npos))
            return false;
    }
    return digits >= 6;
}

model::Participant personOf(ParticipantRole role, const std::string& name) {
    if (isPhone(name)) return {role, model::IdentifierKind::Phone, name, {}};
    return chat::person(role, name, kServiceCode);
}

} // namespace

// "WhatsApp Chat - Jens" is also the folder that a phone packs its file into.
std::string chatOf(const ReadContext& context) {
    std::string chat = chatNameOf(context.fileName);
    return chat.empty() ? chatNameOf(context.folder.substr(context.folder.rfind('/') + 1)) : chat;
}

ChatReading::ChatReading(const ReadContext& context, const Survey& survey, RecordSink& sink)
    : context_(context), survey_(survey), sink_(sink), chat_(chatOf(context)) {
    people_ = survey.people();
    // A chat of two is called after the other one, who may not have written in it.
    if (people_.size() < 2 && !survey.isGroup() && !chat_.empty() &&
        std::find(people_.begin(), people_.end(), chat_) == people_.end())
        people_.push_back(chat_);
    std::vector<std::string> sorted = people_;
    std::sort(sorted.begin(), sorted.end());
    for (const std::string& name : sorted) key_ += name + '\n';
    if (!chat_.empty()) key_ = chat_;
}

void ChatReading::run(base::ByteSource& source) {
    Lines lines(source, sink_);
    Line line;
    bool afterReturn = true;
    while (lines.next(line)) {
        if (auto header = survey_.messageBegin(line, afterReturn))
            begin(std::move(*header), line);
        else
            goOn(line);
        afterReturn = line.hasReturn;
    }
    flush();
    ended();
}

void ChatReading::begin(Header&& header, const Line& line) {
    flush();
    header_ = std::move(header);
    isOpen_ = true;
    rest_ = line.text.substr(header_.rest);
    offset_ = line.offset;
    length_ = line.length;
    isLong_ = line.isCut;
    looksLikeMore_ = 0;
}

void ChatReading::goOn(const Line& line) {
    if (!isOpen_) {
        if (line.text.find_first_not_of(" \t") != std::string::npos && before_++ == 0)
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, line.offset});
        return;
    }
    if (headerOf(line.text)) ++looksLikeMore_;
    length_ = line.offset + line.length - offset_;
    if (rest_.size() + line.text.size() > kLongestText) {
        isLong_ = true;
        return;
    }
    rest_ += '\n';
    rest_ += line.text;
}

void ChatReading::flush() {
    if (!isOpen_) return;
    isOpen_ = false;
    ItemRecord record;
    record.offset = offset_;
    record.length = length_;
    std::size_t replaced = 0;
    if (!base::isValidUtf8(rest_)) rest_ = base::repairUtf8(rest_, &replaced);
    const auto spoken = survey_.spoken(rest_.substr(0, rest_.find('\n')));
    Content content =
        contentOf(std::string_view(rest_).substr(spoken.text), !spoken.sender.empty(), survey_.isIphone());
    record.kind = content.kind;
    record.text = std::move(content.text);
    record.attachments = std::move(content.attachments);
    record.call = std::move(content.call);
    for (const model::Issue& issue : content.issues)
        chat::addIssue(record, issue.code, issue.severity, issue.detail);
    people(record, spoken.sender, content.isMissedCall);
    time(record);
    if (replaced > 0) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
    if (isLong_)
        chat::addIssue(record, IssueCode::TooLarge, IssueSeverity::Odd, std::to_string(kLongestText));
    if (looksLikeMore_ > 0) {
        chat::addIssue(record, IssueCode::AnotherMail, IssueSeverity::Odd, std::to_string(looksLikeMore_));
        others_ += looksLikeMore_;
    }
    record.identity = chat::identityOf(
        {key_, spoken.sender,
         record.times.empty() ? header_.written : std::to_string(record.times[0].time.utcMs), content.key});
    record.index = ++given_;
    repeats_.tellApart(record);
    sink_.item(std::move(record));
}

void ChatReading::people(ItemRecord& record, const std::string& sender, bool isMissedCall) {
    // A phone writes its own lines under the name of the other one, or of the group: nobody said them.
    const bool isNobody = record.kind == ItemKind::Notice;
    std::string from = isNobody ? std::string() : sender;
    const bool isCallOfOther = isMissedCall && from.empty() && !survey_.isGroup() && people_.size() == 2 &&
                               !chat_.empty() &&
                               std::find(people_.begin(), people_.end(), chat_) != people_.end();
    if (isCallOfOther) from = chat_; // only who is called misses a call
    if (!from.empty()) record.participants.push_back(personOf(ParticipantRole::From, from));
    const bool isListed = people_.size() <= chat::kMostReceivers;
    for (const std::string& name : people_)
        if (isListed && name != from) record.participants.push_back(personOf(ParticipantRole::To, name));
    if (survey_.isGroup()) record.subject = chat_;
    if (isNobody) return;
    if (!survey_.owner().empty() && !from.empty())
        record.direction = from == survey_.owner() ? Direction::Out : Direction::In;
    if (isMissedCall) record.direction = Direction::In;
    if (record.call && record.call->type == model::CallType::Incoming) record.direction = Direction::In;
    if (record.call && record.call->type == model::CallType::Outgoing) record.direction = Direction::Out;
    if (record.call && record.call->type == model::CallType::Other && record.direction != Direction::Unknown)
        record.call->type =
            record.direction == Direction::Out ? model::CallType::Outgoing : model::CallType::Incoming;
}

void ChatReading::time(ItemRecord& record) {
    const auto civil = civilOf(header_, survey_.dates().order);
    if (!civil) {
        chat::addIssue(record, IssueCode::InvalidDate, IssueSeverity::Odd, header_.written);
        return;
    }
    model::TimeClaim claim;
    claim.time = base::fromLocal(
        *civil, context_.zone, header_.shape.hasSeconds ? base::Precision::Second : base::Precision::Minute);
    claim.source = model::TimeSource::MessageExport;
    claim.asWritten = header_.written;
    const std::int64_t ms = claim.time.utcMs;
    if (claim.time.basis == base::TimeBasis::LocalAmbiguous)
        chat::addIssue(record, IssueCode::AmbiguousHour, IssueSeverity::Odd, header_.written);
    if (claim.time.basis == base::TimeBasis::LocalGap)
        chat::addIssue(record, IssueCode::NonexistentHour, IssueSeverity::Odd, header_.written);
    if (context_.nowMs > 0 && ms > context_.nowMs)
        chat::addIssue(record, IssueCode::FutureDate, IssueSeverity::Odd, header_.written);
    if (survey_.dates().isOpen && header_.date[0] != header_.date[1]) {
        chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Odd, "day/month");
        ++doubtful_;
    }
    // Messages come late, but not by days: this may be a chat that somebody pasted into a message.
    if (ms + kMuchEarlierMs < latestMs_)
        chat::addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Odd, "earlier than the line before");
    latestMs_ = ms;
    record.times.push_back(std::move(claim));
}

void ChatReading::ended() {
    if (given_ == 0) sink_.issue({IssueCode::Malformed, IssueSeverity::Odd, {}, 0});
    if (survey_.dates().againstAnswer)
        sink_.issue({IssueCode::DateDisagrees, IssueSeverity::Odd, "date-order", 0});
    if (doubtful_ > 0) sink_.issue({IssueCode::DoubtfulTime, IssueSeverity::Odd, "day/month", 0});
    if (people_.size() > chat::kMostReceivers)
        sink_.issue(
            {IssueCode::TooLarge, IssueSeverity::Note, "people: " + std::to_string(people_.size()), 0});
    if (others_ > 0) sink_.issue({IssueCode::AnotherMail, IssueSeverity::Odd, std::to_string(others_), 0});
    sink_.issue({IssueCode::NotContained, IssueSeverity::Note,
                 "disappearing deleted-chats zone reactions older-than-export", 0});
}

} // namespace core::format::whatsapp
