// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/chat_update.h"

namespace core::format::signal {

namespace {

using json::Value;
using model::CallType;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;
using model::ItemKind;

std::string textAt(const Value& value, std::string_view name) {
    const Value* found = value.find(name);
    return found != nullptr && (found->isString() || found->isNumber()) ? found->text : std::string();
}

CallType typeOf(std::string_view state, Direction direction) {
    if (direction == Direction::Out) return CallType::Outgoing;
    if (state.starts_with("MISSED")) return CallType::Missed;
    if (direction == Direction::Unknown) return CallType::Other;
    return state == "NOT_ACCEPTED" ? CallType::Rejected : CallType::Incoming;
}

void makeCall(const Value& value, const People::Room& room, const People& people, chat::Message& message) {
    ItemRecord& record = message.record;
    record.kind = ItemKind::Call;
    const std::string state = textAt(value, "state");
    const std::string direction = textAt(value, "direction");
    if (direction == "OUTGOING" || direction == "INCOMING") {
        const bool isOut = direction == "OUTGOING";
        record.direction = isOut ? Direction::Out : Direction::In;
        // The author of the line is the other one, whoever called.
        for (const std::string& one : room.people)
            if (people.isSelf(one) == isOut) message.from = people.person(one);
    }
    model::CallInfo call;
    call.type = typeOf(state, record.direction);
    call.rawType = state + " " + textAt(value, "type");
    record.call = std::move(call);
    chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "call-length");
    const auto started = value.integerOf("startedCallTimestamp");
    auto claim = started ? chat::claimOf(*started, textAt(value, "startedCallTimestamp")) : std::nullopt;
    if (!claim) return;
    claim->source = model::TimeSource::CallLog;
    record.times.insert(record.times.begin(), std::move(*claim));
}

void makeGroupCall(const Value& value, const People& people, chat::Message& message) {
    message.record.kind = ItemKind::Call;
    model::CallInfo call;
    call.rawType = "group " + textAt(value, "state");
    message.record.call = std::move(call);
    if (const std::string by = textAt(value, "startedCallRecipientId"); !by.empty())
        message.from = people.person(by);
}

} // namespace

void addUpdate(const Value& update, const People::Room& room, const People& people, chat::Message& message) {
    ItemRecord& record = message.record;
    record.kind = ItemKind::Notice;
    if (const Value* call = update.find("individualCall"); call != nullptr)
        return makeCall(*call, room, people, message);
    if (const Value* call = update.find("groupCall"); call != nullptr)
        return makeGroupCall(*call, people, message);
    if (update.items.empty()) return;
    // Words of the format, with the names in it.
    const Value& kind = update.items.front();
    record.text = kind.key;
    for (const char* detail : {"type", "previousName", "newName", "expiresInMs", "e164", "username"})
        chat::addLine(record.text, textAt(kind, detail));
}

} // namespace core::format::signal
