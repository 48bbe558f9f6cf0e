// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/discord/message.h"

#include "core/format/chat/written_time.h"

#include <algorithm>
#include <cstdlib>

namespace core::format::discord {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

constexpr const char* kService = "discord";
constexpr std::size_t kMostTold = 100'000;
constexpr std::size_t kMostReactions = 5000;         // of one message
constexpr std::int64_t kFirstMs = 1'420'070'400'000; // 2015, from where ids count
constexpr unsigned kTimeShift = 22;                  // bits of an id below its time
constexpr std::size_t kMostEmbeds = 100;             // of one message; Discord itself allows ten
constexpr std::int64_t kAgreeMs = 2000;

model::Participant personOf(const Value* author) {
    if (author == nullptr) return {};
    const std::string nick(author->textOf("nickname"));
    const std::string name = nick.empty() ? std::string(author->textOf("name")) : nick;
    const std::string id(author->textOf("id"));
    model::Participant person = chat::person(model::ParticipantRole::From, id.empty() ? name : id, kService);
    person.name = name;
    return person;
}

// The id was given by the service at the moment of sending.
std::optional<model::TimeClaim> timeOfId(const Value& value) {
    const auto id = value.integerOf("id");
    if (!id || *id < (std::int64_t{1} << kTimeShift)) return std::nullopt;
    return chat::claimOf((*id >> kTimeShift) + kFirstMs, value.textOf("id"));
}

void addTimes(const Value& value, ItemRecord& record, const ReadContext& context) {
    const std::string_view written = value.textOf("timestamp");
    chat::addWithOffset(record, written, context.nowMs);
    auto claim = timeOfId(value);
    if (!claim) return;
    const bool disagrees =
        !record.times.empty() && std::llabs(record.times.front().time.utcMs - claim->time.utcMs) > kAgreeMs;
    if (disagrees) chat::addIssue(record, IssueCode::DateDisagrees, IssueSeverity::Odd, std::string(written));
    if (disagrees || record.times.empty()) record.times.push_back(std::move(*claim));
}

void addFiles(const Value& value, ItemRecord& record) {
    const Value* list = value.find("attachments");
    if (list == nullptr) return;
    for (const Value& one : list->items) {
        const std::string url(one.textOf("url"));
        const std::string name(one.textOf("fileName"));
        if (url.starts_with("http://") || url.starts_with("https://")) { // its address there soon ends
            chat::addIssue(record, IssueCode::MissingAttachment, IssueSeverity::Odd, name);
            chat::addLine(record.text, url);
        } else if (!url.empty()) {
            record.attachments.push_back(chat::fileBeside(url));
            if (!name.empty()) record.attachments.back().name = name.substr(name.find_last_of("/\\") + 1);
        }
    }
}

void addEmbeds(const Value& value, std::string& text) {
    const Value* embeds = value.find("embeds");
    const std::size_t count = embeds != nullptr ? std::min(embeds->items.size(), kMostEmbeds) : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Value& embed = embeds->items[i];
        for (const char* part : {"title", "description", "url"})
            if (text.find(embed.textOf(part)) == std::string::npos) chat::addLine(text, embed.textOf(part));
    }
    const Value* stickers = value.find("stickers");
    if (stickers != nullptr)
        for (const Value& sticker : stickers->items) chat::addLine(text, sticker.textOf("name"));
}

void makeCall(const Value& value, ItemRecord& record) {
    record.kind = ItemKind::Call;
    model::CallInfo call;
    call.rawType = "Call";
    const auto end = base::parseRfc3339(value.textOf("callEndedTimestamp"));
    if (end && !record.times.empty())
        call.durationSeconds =
            std::clamp<std::int64_t>((end->utcMs - record.times.front().time.utcMs) / 1000, 0, 7 * 86'400);
    record.call = std::move(call);
}

void addReactions(const Value& value, std::vector<chat::Message>& all) {
    const Value* list = value.find("reactions");
    if (list == nullptr) return;
    for (const Value& one : list->items) {
        const Value* emoji = one.find("emoji");
        const Value* users = one.find("users");
        if (emoji == nullptr || users == nullptr) continue;
        for (const Value& user : users->items) {
            if (all.size() > kMostReactions) return;
            all.push_back(chat::reactionTo(all.front(), personOf(&user), std::string(emoji->textOf("name"))));
            chat::addIssue(all.back().record, IssueCode::MissingDate, IssueSeverity::Note);
        }
    }
}

} // namespace

bool isMessage(const Value& value) {
    return value.isObject() && value.find("timestamp") != nullptr && value.find("author") != nullptr &&
           value.find("content") != nullptr && value.find("type") != nullptr;
}

void Messages::answer(const Value& value, ItemRecord& record) const {
    const Value* reference = value.find("reference");
    if (reference == nullptr || value.textOf("type") != "Reply") return;
    const std::string id(reference->textOf("messageId"));
    if (id.empty()) return;
    const auto found = told_.find(id);
    const std::string line =
        found == told_.end() ? "> #" + id : chat::replyMark(found->second.name, found->second.text);
    record.text = line + (record.text.empty() ? "" : "\n" + record.text);
}

std::vector<chat::Message> Messages::read(const Value& value) {
    chat::Message message;
    ItemRecord& record = message.record;
    const std::string_view type = value.textOf("type");
    const bool isWritten = type == "Default" || type == "Reply" || type == "20"; // 20: a command's answer
    record.kind = isWritten ? ItemKind::Chat : ItemKind::Notice;
    record.offset = value.offset;
    record.length = value.length;
    message.from = personOf(value.find("author"));
    if (message.from.id.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    addTimes(value, record, context_);
    record.text = std::string(value.textOf("content"));
    const Value* forwarded = value.find("forwardedMessage");
    if (forwarded != nullptr && forwarded->isObject()) {
        chat::addLine(record.text, forwarded->textOf("content"));
        addFiles(*forwarded, record);
        chat::markForwarded(record, {});
    }
    addFiles(value, record);
    addEmbeds(value, record.text);
    if (type == "Call") makeCall(value, record);
    if (!isWritten && record.text.empty()) record.text = std::string(type);
    if (!value.textOf("timestampEdited").empty())
        chat::addIssue(record, IssueCode::Edited, IssueSeverity::Note,
                       std::string(value.textOf("timestampEdited")));
    if (value.repaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
    const std::string id(value.textOf("id"));
    // Addresses of files change from one export to the next; what was written does not.
    record.identity = chat::identityOf(
        {kService, id, message.from.id, value.textOf("content"),
         record.times.empty() ? value.textOf("timestamp") : std::to_string(record.times.front().time.utcMs)});
    if (told_.size() >= kMostTold) told_.clear();
    told_[id] = {message.from.name, record.text.substr(0, 1000)};
    answer(value, record);
    std::vector<chat::Message> all{std::move(message)};
    addReactions(value, all);
    return all;
}

} // namespace core::format::discord
