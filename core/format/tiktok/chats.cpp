// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/tiktok/chats.h"

#include "core/format/chat/written_time.h"

namespace core::format::tiktok {

namespace {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;

constexpr const char* kService = "tiktok";
constexpr std::size_t kMostOfChat = 20'000; // kept back until it is known who is in it

model::Participant named(std::string_view name) {
    return chat::person(model::ParticipantRole::From, std::string(name), kService);
}

std::string_view withoutZone(std::string_view date) {
    constexpr std::string_view kUtc = " UTC";
    if (date.ends_with(kUtc)) date.remove_suffix(kUtc.size());
    return date;
}

} // namespace

void Chats::begin(std::string_view title) {
    end();
    isGroup_ = !title.starts_with(kChatWith);
    if (!isGroup_) title.remove_prefix(kChatWith.size());
    while (title.ends_with(":")) title.remove_suffix(1);
    other_ = std::string(title);
}

void Chats::add(const Written& written) {
    waiting_.push_back(messageOf(written));
    if (waiting_.size() >= kMostOfChat) flush();
}

void Chats::end() {
    flush();
    conversation_.end();
    writers_.clear();
}

void Chats::finish() {
    end();
    sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "media-not-included deleted", 0});
}

chat::Message Chats::messageOf(const Written& written) const {
    chat::Message message;
    ItemRecord& record = message.record;
    record.kind = model::ItemKind::Chat;
    record.offset = written.offset;
    record.length = written.length;
    message.from = named(written.from);
    if (message.from.id.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    chat::addUtc(record, written.date, context_.nowMs);
    if (written.isZoneUnsaid) chat::addIssue(record, IssueCode::DoubtfulTime, IssueSeverity::Note, "zone");
    record.text = std::string(written.text);
    if (record.text.empty()) chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "content");
    if (written.isRepaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
    if (written.isOutOfOrder)
        chat::addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Odd, "out of order");
    record.identity =
        chat::identityOf({kService, other_, message.from.id, withoutZone(written.date), record.text});
    return message;
}

// The chat has the name of the other one; only where he writes under that name, and one more, is the rest
// hers.
void Chats::flush() {
    for (const chat::Message& one : waiting_)
        if (!one.from.id.empty()) writers_.insert(one.from.id);
    const bool isHis = !isGroup_ && writers_.count(other_) == 1 && writers_.size() <= 2;
    if (isGroup_) conversation_.setGroup();
    conversation_.setTitle(other_);
    if (!isGroup_ && !other_.empty()) conversation_.add(named(other_));
    for (chat::Message& one : waiting_) {
        if (isHis && !one.from.id.empty())
            one.record.direction = one.from.id == other_ ? Direction::In : Direction::Out;
        conversation_.add(std::move(one));
    }
    waiting_.clear();
}

} // namespace core::format::tiktok
