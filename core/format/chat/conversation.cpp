// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/chat/conversation.h"

namespace core::format::chat {

namespace {

using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ParticipantRole;

constexpr std::size_t kMostWaiting = 20'000; // messages and reactions
// Of a channel with thousands only the writer is named: a list of them all with each message says nothing
// about anybody.
constexpr std::size_t kMostPeople = 200;

void settleCall(ItemRecord& record) {
    if (!record.call || record.direction == Direction::Unknown) return;
    CallType& type = record.call->type;
    if (record.direction == Direction::Out)
        type = CallType::Outgoing;
    else if (type == CallType::Other)
        type = CallType::Incoming;
}

} // namespace

Message reactionTo(const Message& about, model::Participant from, const std::string& sign) {
    Message reaction;
    reaction.isReaction = true;
    reaction.from = std::move(from);
    if (!about.from.id.empty()) reaction.to = about.from;
    ItemRecord& record = reaction.record;
    record.kind = model::ItemKind::Notice;
    record.offset = about.record.offset;
    record.length = about.record.length;
    const bool isFile = about.record.text.empty() && !about.record.attachments.empty();
    record.text =
        sign + ' ' + chat::quoted(isFile ? about.record.attachments.front().name : about.record.text);
    if (reaction.from.id.empty()) addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    record.identity = identityOf({"reaction", reaction.from.id, sign, about.record.identity});
    return reaction;
}

std::string replyMark(std::string_view name, std::string_view text) {
    std::string line = "> ";
    if (!name.empty()) line += std::string(name) + ": ";
    return line + chat::quoted(text);
}

void markForwarded(ItemRecord& record, std::string_view name) {
    addIssue(record, IssueCode::DoubtfulSender, IssueSeverity::Note, "forwarded " + std::string(name));
    record.text = "» " + std::string(name) + (record.text.empty() ? "" : "\n" + record.text);
}

void addLine(std::string& text, std::string_view line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

void Conversation::add(const model::Participant& person) {
    if (!person.id.empty() && people_.size() <= kMostPeople && known_.insert(person.id).second)
        people_.push_back(person);
}

void Conversation::add(Message&& message) {
    if (!message.isReaction) add(message.from);
    waiting_.push_back(std::move(message));
    if (waiting_.size() >= kMostWaiting) flush();
}

void Conversation::flush() {
    for (Message& message : waiting_) give(message);
    waiting_.clear();
}

void Conversation::end() {
    flush();
    title_.clear();
    isGroup_ = false;
    people_.clear();
    known_.clear();
}

void Conversation::give(Message& message) {
    ItemRecord& record = message.record;
    const auto addAs = [&record](model::Participant person, ParticipantRole role) {
        person.role = role;
        record.participants.push_back(std::move(person));
    };
    if (!message.from.id.empty()) addAs(message.from, ParticipantRole::From);
    if (message.isReaction) {
        if (message.to && message.to->id != message.from.id) addAs(*message.to, ParticipantRole::To);
    } else if (people_.size() <= kMostPeople) {
        for (const model::Participant& person : people_)
            if (person.id != message.from.id) addAs(person, ParticipantRole::To);
    }
    if (isGroup_ || people_.size() > 2) record.subject = title_;
    if (record.direction == Direction::Unknown && !owner_.empty() && !message.from.id.empty())
        record.direction = message.from.id == owner_ ? Direction::Out : Direction::In;
    settleCall(record);
    record.index = ++given_;
    repeats_.tellApart(record);
    sink_.item(std::move(record));
}

} // namespace core::format::chat
