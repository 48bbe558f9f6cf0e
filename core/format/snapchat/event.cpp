// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/snapchat/event.h"

#include "core/format/chat/written_time.h"
#include "core/format/html/tokens.h"

#include <algorithm>
#include <cstdlib>

namespace core::format::snapchat {

namespace {

using json::Value;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

constexpr std::int64_t kMicroseconds = 100'000'000'000'000; // as milliseconds it would be the year 5138
constexpr std::int64_t kRoundingMs = 1000;
constexpr std::string_view kBetweenIds = " | ";

std::string_view kindOf(const Value& value) { return value.textOf("Media Type"); }

// "Created" has seconds and says that it is UTC; the other one is called microseconds and is milliseconds.
void addTimes(const Value& value, ItemRecord& record, const ReadContext& context) {
    chat::addUtc(record, value.textOf("Created"), context.nowMs);
    const Value* fine = value.find("Created(microseconds)");
    auto count = fine != nullptr ? fine->integer() : std::nullopt;
    if (!count || *count <= 0) return;
    if (*count > kMicroseconds) *count /= 1000;
    auto claim = chat::claimOf(*count, fine->text);
    if (!claim) return;
    if (record.times.empty()) return chat::addClaim(record, std::move(*claim), context.nowMs);
    const std::int64_t difference = std::llabs(claim->time.utcMs - record.times.front().time.utcMs);
    if (difference <= kRoundingMs) {
        record.times.insert(record.times.begin(), std::move(*claim));
        return;
    }
    chat::addIssue(record, IssueCode::DateDisagrees, IssueSeverity::Odd, fine->text);
    record.times.push_back(std::move(*claim));
}

// "chat_media/2025-02-24_b~ID.jpg": the day is that of "Created"; the ending is known by looking.
void addFiles(const Value& value, ItemRecord& record, const ReadContext& context) {
    std::string_view ids = value.textOf("Media IDs");
    const std::string_view day = value.textOf("Created").substr(0, 10);
    while (!ids.empty() && record.attachments.size() < 100) {
        const std::size_t end = std::min(ids.find(kBetweenIds), ids.size());
        std::string path = "chat_media/" + std::string(day) + "_" + std::string(ids.substr(0, end));
        if (context.around != nullptr)
            for (const char* ending : {".jpg", ".mp4", ".jpeg", ".png", ".webp", ".gif", ".m4a", ".mov"})
                if (context.around->open(path + ending) != nullptr) {
                    path += ending;
                    break;
                }
        record.attachments.push_back(chat::fileBeside(path));
        ids.remove_prefix(std::min(end + kBetweenIds.size(), ids.size()));
    }
}

void addContent(const Value& value, ItemRecord& record, const ReadContext& context) {
    const std::string_view kind = kindOf(value);
    const std::string_view content = value.textOf(value.textOf("Content").empty() ? "Text" : "Content");
    record.text = html::decoded(content);
    addFiles(value, record, context);
    if (kind.starts_with("STATUS")) {
        record.kind = ItemKind::Notice;
        if (kind.find("ERASED") != std::string_view::npos)
            chat::addIssue(record, IssueCode::Withdrawn, IssueSeverity::Odd);
    } else if (record.text.empty() && record.attachments.empty()) {
        chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note,
                       kind == "TEXT" ? "content" : "media-not-included");
    }
    // That it was sent is all there is: what it was stands for it.
    if (record.text.empty() && record.attachments.empty()) record.text = "[" + std::string(kind) + "]";
}

model::Participant named(std::string_view name) {
    return chat::person(model::ParticipantRole::From, std::string(name), kService);
}

} // namespace

Category categoryOf(std::string_view list) {
    Category category;
    const bool isHistory = list.ends_with(" History");
    if (list == "Outgoing Calls" || (isHistory && list.starts_with("Sent ")))
        category.direction = Direction::Out;
    if (list == "Incoming Calls" || (isHistory && list.starts_with("Received ")))
        category.direction = Direction::In;
    category.isCalls = list.ends_with(" Calls");
    category.isOld = isHistory && category.direction != Direction::Unknown;
    return category;
}

bool isEvent(const Value& value) {
    return value.isObject() && value.find("Created") != nullptr && value.find("Media Type") != nullptr &&
           (value.find("From") != nullptr || value.find("To") != nullptr);
}

bool isCall(const Value& value) {
    return value.isObject() && value.find("Date & Time") != nullptr && value.find("Length (sec)") != nullptr;
}

chat::Message messageOf(const Value& value, const std::string& list, const std::string& owner,
                        const ReadContext& context) {
    const Category category = categoryOf(list);
    chat::Message message;
    ItemRecord& record = message.record;
    record.kind = ItemKind::Chat;
    record.offset = value.offset;
    record.length = value.length;
    const Value* isSender = value.find("IsSender");
    record.direction = category.direction;
    if (!category.isOld && isSender != nullptr)
        record.direction = isSender->isTrue() ? Direction::Out : Direction::In;
    const bool isOut = record.direction == Direction::Out;
    const std::string from(value.textOf("From"));
    // In a list of what was sent, "From" may be the other one.
    message.from = named(category.isOld && isOut ? owner : from);
    if (message.from.id.empty() && !isOut)
        chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    addTimes(value, record, context);
    addContent(value, record, context);
    if (value.repaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
    std::string other = list;
    if (category.isOld) {
        other = std::string(value.textOf(isOut && !value.textOf("To").empty() ? "To" : "From"));
        if (isOut && other == owner) other.clear();
        if (!other.empty() && isOut) message.to = named(other);
    }
    // The older layout has neither her name nor parts of a second.
    record.identity =
        chat::identityOf({kService, other, isOut ? "out" : from,
                          record.times.empty() ? value.textOf("Created")
                                               : std::to_string(record.times.front().time.utcMs / 1000),
                          kindOf(value), value.textOf(value.textOf("Content").empty() ? "Text" : "Content")});
    return message;
}

chat::Message callOf(const Value& value, Direction direction, const std::string& owner,
                     const ReadContext& context) {
    chat::Message message;
    ItemRecord& record = message.record;
    record.kind = ItemKind::Call;
    record.offset = value.offset;
    record.length = value.length;
    record.direction = direction;
    if (direction == Direction::Out) message.from = named(owner);
    if (direction == Direction::In) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
    chat::addUtc(record, value.textOf("Date & Time"), context.nowMs);
    model::CallInfo call;
    const std::string_view result = value.textOf("Result");
    call.rawType = std::string(value.textOf("Type")) + " " + std::string(result);
    const bool isMissed = result.find("issed") != std::string_view::npos;
    if (direction == Direction::In)
        call.type = isMissed ? model::CallType::Missed : model::CallType::Incoming;
    call.durationSeconds = std::max<std::int64_t>(value.integerOf("Length (sec)").value_or(0), 0);
    chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "other-party");
    record.identity =
        chat::identityOf({kService, "call", direction == Direction::Out ? "out" : "in",
                          value.textOf("Date & Time"), call.rawType, std::to_string(call.durationSeconds)});
    record.call = std::move(call);
    return message;
}

} // namespace core::format::snapchat
