// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/thread.h"

#include <algorithm>

namespace core::format::messenger {

namespace {

using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ParticipantRole;

constexpr std::size_t kMostWaiting =
    20'000; // messages and reactions; a file of the export holds 10,000 messages
constexpr std::size_t kMostPeople = 2000; // of one thread

void addOnce(std::vector<std::string>& names, const std::string& name) {
    if (!name.empty() && names.size() < kMostPeople &&
        std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

} // namespace

Thread::Thread(const ReadContext& context, RecordSink& sink)
    : context_(context), sink_(sink), service_(serviceOfPath(context.folder)) {}

void Thread::addParticipant(const std::string& name) {
    if (participants_.size() < kMostPeople && !name.empty()) participants_.push_back(name);
}

void Thread::addHint(std::string_view path) {
    if (service_.empty()) service_ = serviceOfPath(path);
}

void Thread::add(Message&& message) {
    if (service_.empty())
        for (const model::Attachment& file : message.record.attachments) addHint(file.path);
    waiting_.push_back(std::move(message));
    if (waiting_.size() >= kMostWaiting) flush();
}

// The one of them that is the account's own. None where two are, or where the account goes by another name.
std::string Thread::ownerAmong(const std::vector<std::string>& people) const {
    const Account account = accountAround(context_.around, service_);
    std::string owner;
    for (const std::string& name : people) {
        if (std::find(account.names.begin(), account.names.end(), name) == account.names.end()) continue;
        if (!owner.empty()) return {};
        owner = name;
    }
    return owner;
}

void Thread::settle() {
    isSettled_ = true;
    if (service_.empty()) {
        service_ = accountAround(context_.around, {}).service;
        if (service_.empty()) {
            service_ = kMessenger;
            sink_.issue({IssueCode::DoubtfulSender, IssueSeverity::Note, "messenger/instagram", 0});
        }
    }
    std::vector<std::string> all = participants_; // a name that comes twice is two people
    for (const Message& message : waiting_)
        if (!message.isReaction && std::find(all.begin(), all.end(), message.sender) == all.end())
            addOnce(all, message.sender);
    owner_ = ownerAmong(all);
}

void Thread::flush() {
    if (!isSettled_) settle();
    for (const std::string& name : participants_) addOnce(people_, name);
    if (participants_.empty()) // a thread cut out of its file: those who wrote
        for (const Message& message : waiting_)
            if (!message.isReaction) addOnce(people_, message.sender);
    for (Message& message : waiting_) give(message);
    waiting_.clear();
}

void Thread::give(Message& message) {
    ItemRecord& record = message.record;
    if (!message.sender.empty())
        record.participants.push_back(chat::person(ParticipantRole::From, message.sender, service_));
    if (message.isReaction) {
        if (!message.to.empty() && message.to != message.sender)
            record.participants.push_back(chat::person(ParticipantRole::To, message.to, service_));
    } else if (people_.size() <= chat::kMostReceivers) {
        for (const std::string& name : people_)
            if (name != message.sender)
                record.participants.push_back(chat::person(ParticipantRole::To, name, service_));
    }
    if (people_.size() > 2) record.subject = title_;
    if (!owner_.empty() && !message.sender.empty())
        record.direction = message.sender == owner_ ? Direction::Out : Direction::In;
    if (record.call && record.direction != Direction::Unknown) {
        const bool isOut = record.direction == Direction::Out;
        if (isOut || record.call->type != model::CallType::Missed)
            record.call->type = isOut ? model::CallType::Outgoing : model::CallType::Incoming;
    }
    record.identity = chat::identityOf({service_, record.identity});
    record.index = ++given_;
    repeats_.tellApart(record);
    sink_.item(std::move(record));
}

void Thread::finish() {
    flush();
    if (people_.size() > chat::kMostReceivers)
        sink_.issue(
            {IssueCode::TooLarge, IssueSeverity::Note, "people: " + std::to_string(people_.size()), 0});
    sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "disappearing names-only chosen-period", 0});
}

} // namespace core::format::messenger
