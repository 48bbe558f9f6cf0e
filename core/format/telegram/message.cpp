// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/telegram/message.h"

#include "core/base/zone.h"
#include "core/format/chat/written_time.h"
#include "core/format/telegram/message_media.h"

#include <algorithm>

namespace core::format::telegram {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

constexpr std::size_t kMostTold = 100'000;
constexpr std::size_t kMostReactions = 5000; // of one message
constexpr std::int64_t kFarthestZoneMs = 14LL * 3600 * 1000;
constexpr std::int64_t kQuarterMs = 15LL * 60 * 1000;
// In exports of before 2021: above it, chats and channels share the numbers.
constexpr std::int64_t kFirstChat = 1LL << 32;
constexpr std::int64_t kFirstChannel = 2LL << 32;
constexpr std::int64_t kFirstOther = 3LL << 32;

model::Participant personAt(const Value& value, const char* name, const char* id) {
    const std::string named(value.textOf(name));
    const std::string peer = peerId(value.find(id));
    model::Participant person =
        chat::person(model::ParticipantRole::From, peer.empty() ? named : peer, kService);
    person.name = named;
    return person;
}

// "date" is the same moment on the clock of the computer that exported: another zone than ours is nothing
// odd, a difference that no zone has is.
void checkLocal(ItemRecord& record, std::string_view local) {
    const auto written = chat::writtenTime(local);
    if (!written || record.times.empty()) return;
    const std::int64_t difference = base::civilToMs(written->civil) - record.times.front().time.utcMs;
    if (difference % kQuarterMs != 0 || difference > kFarthestZoneMs || difference < -kFarthestZoneMs)
        chat::addIssue(record, IssueCode::DateDisagrees, IssueSeverity::Odd, std::string(local));
}

void addTime(const Value& value, ItemRecord& record, const ReadContext& context) {
    const std::string_view local = value.textOf("date");
    const Value* unix = value.find("date_unixtime");
    if (unix == nullptr) return chat::addLocal(record, local, context);
    chat::addTime(record, unix->integer(), unix->text, context.nowMs);
    checkLocal(record, local);
}

// A line of the service is words of the format, and what they are about.
std::string serviceText(const Value& value) {
    std::string text(value.textOf("action"));
    if (text.empty()) text = textOf(value.find("information_text"));
    for (const char* detail : {"title", "inviter", "emoticon", "new_title", "reason_domain"})
        chat::addLine(text, value.textOf(detail));
    for (const char* number : {"period", "duration", "distance"})
        if (const auto count = value.integerOf(number); count) chat::addLine(text, std::to_string(*count));
    if (const Value* members = value.find("members"); members != nullptr)
        for (const Value& member : members->items)
            if (member.isString()) chat::addLine(text, member.text);
    if (const Value* words = value.find("text"); words != nullptr) chat::addLine(text, textOf(words));
    return text;
}

void makeCall(const Value& value, ItemRecord& record) {
    record.kind = ItemKind::Call;
    record.text.clear();
    model::CallInfo call;
    call.rawType = std::string(value.textOf("discard_reason"));
    if (call.rawType == "missed") call.type = model::CallType::Missed;
    if (call.rawType == "busy") call.type = model::CallType::Rejected;
    call.durationSeconds = std::max<std::int64_t>(value.integerOf("duration_seconds").value_or(0), 0);
    if (call.rawType.empty()) call.rawType = "phone_call";
    record.call = std::move(call);
}

void addReactions(const Value& value, std::vector<chat::Message>& all, const ReadContext& context) {
    const Value* list = value.find("reactions");
    if (list == nullptr) return;
    for (const Value& one : list->items) {
        const Value* who = one.find("recent");
        if (who == nullptr) continue;
        const std::string_view sign = one.textOf("emoji");
        for (const Value& by : who->items) {
            if (!by.isObject() || all.size() > kMostReactions) continue;
            chat::Message reaction = chat::reactionTo(all.front(), personAt(by, "from", "from_id"),
                                                      std::string(sign.empty() ? "*" : sign));
            reaction.record.offset = by.offset;
            reaction.record.length = by.length;
            chat::addLocal(reaction.record, by.textOf("date"), context);
            all.push_back(std::move(reaction));
        }
    }
}

} // namespace

bool isMessage(const Value& value) {
    const std::string_view type = value.textOf("type");
    if (type == "unsupported") return value.find("id") != nullptr;
    if (type != "message" && type != "service") return false;
    const bool isDated = value.find("date_unixtime") != nullptr || !value.textOf("date").empty();
    return isDated && (value.find("text") != nullptr || value.find("from") != nullptr ||
                       value.find("actor") != nullptr || value.find("action") != nullptr);
}

std::string peerId(const Value* id) {
    if (id == nullptr) return {};
    if (id->isString()) return id->text;
    const auto number = id->integer();
    if (!number || *number <= 0) return {};
    if (*number < kFirstChat) return "user" + std::to_string(*number);
    if (*number < kFirstChannel) return "chat" + std::to_string(*number - kFirstChat);
    if (*number < kFirstOther) return "channel" + std::to_string(*number - kFirstChannel);
    return "user" + std::to_string(*number); // numbers of accounts grew beyond 32 bits later
}

void Messages::remember(std::int64_t id, const chat::Message& message, const std::string& text) {
    if (told_.size() >= kMostTold) told_.clear();
    const auto& files = message.record.attachments;
    told_[id] = {message.from.name, chat::quoted(text.empty() && !files.empty() ? files.front().name : text)};
}

void Messages::answer(const Value& value, ItemRecord& record) const {
    const auto id = value.integerOf("reply_to_message_id");
    if (!id) return;
    const auto found = told_.find(*id);
    const bool isElsewhere = value.find("reply_to_peer_id") != nullptr;
    std::string line = "> ";
    if (found == told_.end() || isElsewhere)
        line += "#" + std::to_string(*id);
    else
        line += (found->second.name.empty() ? "" : found->second.name + ": ") + found->second.text;
    record.text = line + (record.text.empty() ? "" : "\n" + record.text);
}

std::vector<chat::Message> Messages::read(const Value& value) {
    if (!isMessage(value)) return {};
    chat::Message message;
    ItemRecord& record = message.record;
    const std::string_view type = value.textOf("type");
    const bool isService = type == "service";
    record.kind = isService ? ItemKind::Notice : ItemKind::Chat;
    record.offset = value.offset;
    record.length = value.length;
    message.from = personAt(value, isService ? "actor" : "from", isService ? "actor_id" : "from_id");
    addTime(value, record, context_);
    record.text = isService ? serviceText(value) : textOf(value.find("text"));
    const std::size_t files = addMedia(value, record);
    if (isService && value.textOf("action") == "phone_call") makeCall(value, record);
    if (type == "unsupported")
        chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Odd, "unsupported");
    if (value.repaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
    if (message.from.id.empty() && !isService)
        chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    if (value.find("edited") != nullptr)
        chat::addIssue(record, IssueCode::Edited, IssueSeverity::Note, std::string(value.textOf("edited")));
    const auto id = value.integerOf("id");
    record.identity = chat::identityOf(
        {kService, id ? std::to_string(*id) : std::string(), message.from.id,
         record.times.empty() ? std::string() : std::to_string(record.times.front().time.utcMs), record.text,
         record.call ? record.call->rawType : std::to_string(files)});
    if (id) remember(*id, message, record.text);
    // "forwarded_from" is null where that account is gone.
    if (value.find("forwarded_from") != nullptr) chat::markForwarded(record, value.textOf("forwarded_from"));
    answer(value, record);
    std::vector<chat::Message> all{std::move(message)};
    addReactions(value, all, context_);
    return all;
}

} // namespace core::format::telegram
