// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/signal_reader.h"

#include "core/format/chat/json_probe.h"
#include "core/format/signal/chat_item.h"

namespace core::format {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

constexpr std::size_t kMostPeople = 200; // as chat::Conversation

class ChatReading : public json::Visitor {
public:
    ChatReading(const ReadContext& context, RecordSink& sink) : context_(context), sink_(sink) {}

    void element(std::size_t, const json::Place&, Value&& frame) override {
        if (const Value* account = frame.find("account"); account != nullptr)
            return people_.account(*account);
        if (const Value* recipient = frame.find("recipient"); recipient != nullptr)
            return people_.recipient(*recipient);
        if (const Value* chat = frame.find("chat"); chat != nullptr) return people_.chat(*chat);
        const Value* item = frame.find("chatItem");
        if (item == nullptr) return;
        const Value* chat = item->find("chatId");
        const auto room = people_.room(chat != nullptr ? chat->text : std::string());
        for (chat::Message& message : signal::itemsOf(*item, people_, context_)) give(message, room);
    }

private:
    void give(chat::Message& message, const signal::People::Room& room) {
        ItemRecord& record = message.record;
        if (!message.from.id.empty()) {
            message.from.role = model::ParticipantRole::From;
            record.participants.push_back(message.from);
        }
        const auto addTo = [&](model::Participant person) {
            if (person.id.empty() || person.id == message.from.id) return;
            person.role = model::ParticipantRole::To;
            record.participants.push_back(std::move(person));
        };
        if (message.isReaction) {
            if (message.to) addTo(*message.to);
        } else if (room.people.size() <= kMostPeople) {
            for (const std::string& one : room.people) addTo(people_.person(one));
        }
        if (room.isGroup) record.subject = room.title;
        record.index = ++given_;
        repeats_.tellApart(record);
        sink_.item(std::move(record));
    }

    const ReadContext& context_;
    RecordSink& sink_;
    signal::People people_;
    chat::Repeats repeats_;
    std::uint64_t given_ = 0;
};

} // namespace

Confidence SignalReader::probe(const ProbeInput& input) const {
    bool isHeader = false;
    bool isFrame = false;
    int lines = 0;
    chat::lookAtLines(input.head, [&](const Value& value) {
        if (lines++ == 0)
            isHeader = value.find("backupTimeMs") != nullptr && value.find("version") != nullptr;
        const Value* item = value.find("chatItem");
        isFrame = isFrame || (item != nullptr && item->find("dateSent") != nullptr);
        const Value* recipient = value.find("recipient");
        isFrame = isFrame || (recipient != nullptr && recipient->find("id") != nullptr);
        isFrame = isFrame || (value.find("account") != nullptr && lines > 1 && isHeader);
    });
    if (isHeader && isFrame) return Confidence::Certain;
    return isHeader || isFrame ? Confidence::Likely : Confidence::No;
}

void SignalReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    ChatReading reading(context, sink);
    json::readLines(source, reading, sink);
    sink.issue({IssueCode::NotContained, IssueSeverity::Note, "disappearing deleted", 0});
}

} // namespace core::format
