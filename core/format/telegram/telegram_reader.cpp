// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/telegram/telegram_reader.h"

#include "core/format/chat/json_probe.h"
#include "core/format/telegram/message.h"

#include <array>

namespace core::format {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

// Where messages stand: in the export of one chat, of all chats, of groups that were left.
const std::vector<std::string>& paths() {
    static const std::vector<std::string> all{"messages[]", "chats.list[].messages[]",
                                              "left_chats.list[].messages[]", "personal_information"};
    return all;
}
constexpr std::size_t kPersonal = 3;

class Reading : public json::Visitor {
public:
    Reading(const ReadContext& context, RecordSink& sink)
        : sink_(sink), messages_(context), conversation_(sink) {}

    void element(std::size_t path, const json::Place&, Value&& value) override {
        if (path == kPersonal) return personal(value);
        if (!hasOwn_) beginOwn();
        auto all = messages_.read(value);
        if (all.empty()) sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, value.offset});
        for (chat::Message& one : all) {
            settleDirection(one);
            conversation_.add(std::move(one));
        }
    }

    void field(const json::Place& place, Value&& value) override {
        if (place.names.size() != 1 && place.names.size() != 4) return;
        const std::string& name = place.names.back();
        if (name == "name") name_ = value.text;
        if (name == "type") type_ = value.text;
        if (name == "id") id_ = "user" + value.text;
    }

    void enter(const json::Place& place) override {
        if (place.names.size() == 3) begin(); // chats.list[]
    }
    void leave(const json::Place& place) override {
        if (place.names.size() == 3) conversation_.end();
    }

    void finish() {
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "secret-chats deleted chosen-period", 0});
    }

private:
    void begin() {
        name_.clear();
        type_.clear();
        id_.clear();
        hasOwn_ = false;
        messages_.forget();
    }

    void beginOwn() {
        hasOwn_ = true;
        isPair_ = (type_ == "personal_chat" || type_ == "bot_chat") && id_.size() > 4;
        conversation_.setTitle(name_);
        if (isPair_) {
            model::Participant other = chat::person(model::ParticipantRole::To, id_, telegram::kService);
            other.name = name_;
            conversation_.add(other);
        } else if (!type_.empty() && type_ != "saved_messages") {
            conversation_.setGroup();
        }
        if (!owner_.id.empty()) conversation_.add(owner_);
    }

    void personal(const Value& value) {
        const Value* id = value.find("user_id");
        if (id == nullptr || !id->isNumber()) return;
        std::string name(value.textOf("first_name"));
        if (const auto last = value.textOf("last_name"); !last.empty()) name += " " + std::string(last);
        owner_ = chat::person(model::ParticipantRole::To, "user" + id->text, telegram::kService);
        owner_.name = name;
        conversation_.setOwner(owner_.id);
    }

    // The number of a chat of two is the other one's: whoever has another number exported it. Only where the
    // numbers are of the kind that both sides have, and the name does not say otherwise.
    void settleDirection(chat::Message& message) const {
        if (!isPair_ || !owner_.id.empty() || !message.from.id.starts_with("user")) return;
        if (message.from.id == id_)
            message.record.direction = model::Direction::In;
        else if (message.from.name != name_)
            message.record.direction = model::Direction::Out;
    }

    RecordSink& sink_;
    telegram::Messages messages_;
    chat::Conversation conversation_;
    model::Participant owner_;
    std::string name_;
    std::string type_;
    std::string id_; // "user" and the chat's number, which in a chat of two is an account's
    bool hasOwn_ = false;
    bool isPair_ = false;
};

bool isChatType(std::string_view type) {
    constexpr std::array<std::string_view, 9> kTypes{
        "saved_messages",     "replies",           "personal_chat",
        "bot_chat",           "private_group",     "public_channel",
        "private_supergroup", "public_supergroup", "private_channel"};
    for (const std::string_view known : kTypes)
        if (type == known) return true;
    return false;
}

} // namespace

Confidence TelegramReader::probe(const ProbeInput& input) const {
    if (!chat::JsonLook::isJson(input.head, "{")) return Confidence::No;
    bool isSure = false;
    bool isLikely = false;
    const auto onElement = [&](std::size_t path, const json::Place&, const Value& value) {
        if (path == kPersonal) {
            isLikely = isLikely || value.find("user_id") != nullptr;
        } else if (telegram::isMessage(value)) {
            isLikely = true;
            isSure = isSure || value.find("date_unixtime") != nullptr || value.find("from_id") != nullptr ||
                     value.find("actor_id") != nullptr;
        }
    };
    const auto onField = [&](const json::Place& place, const Value& value) {
        if (place.names.size() == 1 && place.names.front() == "type")
            isLikely = isLikely || isChatType(value.text);
    };
    chat::JsonLook::over(input.head, paths(), onElement, onField);
    if (isSure) return Confidence::Certain;
    return isLikely ? Confidence::Likely : Confidence::No;
}

void TelegramReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Reading reading(context, sink);
    json::read(source, paths(), reading, sink);
    reading.finish();
}

} // namespace core::format
