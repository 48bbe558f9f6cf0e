// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/tiktok/tiktok_reader.h"

#include "core/format/chat/conversation.h"
#include "core/format/chat/json_probe.h"
#include "core/format/chat/written_time.h"

#include <algorithm>

namespace core::format {

namespace {

using json::Value;
using model::Direction;
using model::IssueCode;
using model::IssueSeverity;

constexpr const char* kService = "tiktok";
constexpr std::string_view kChatWith = "Chat History with ";
constexpr std::size_t kMostOfChat = 20'000; // kept back until it is known who is in it

// {"Direct Message": {"Direct Messages": {"ChatHistory": {"Chat History with x:": [...]}}}}; the two outer
// names have changed with the years.
const std::vector<std::string>& paths() {
    static const std::vector<std::string> all{"*.*.ChatHistory.*[]", "*.*.GroupChat.*[]"};
    return all;
}

bool isMessage(const Value& value) {
    return value.isObject() && value.find("Date") != nullptr && value.find("From") != nullptr &&
           value.find("Content") != nullptr;
}

class Reading : public json::Visitor {
public:
    Reading(const ReadContext& context, RecordSink& sink)
        : context_(context), sink_(sink), conversation_(sink) {}

    void element(std::size_t, const json::Place& place, Value&& value) override {
        if (!isMessage(value)) {
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, place.path(), value.offset});
            return;
        }
        waiting_.push_back(messageOf(value));
        if (waiting_.size() >= kMostOfChat) flush();
    }

    void enter(const json::Place& place) override {
        if (place.names.size() != 4) return;
        std::string_view name = place.names.back();
        isGroup_ = !name.starts_with(kChatWith);
        if (!isGroup_) name.remove_prefix(kChatWith.size());
        if (name.ends_with(":")) name.remove_suffix(1);
        other_ = std::string(name);
        isHis_ = false;
    }

    void leave(const json::Place& place) override {
        if (place.names.size() != 4) return;
        flush();
        conversation_.end();
    }

    void finish() {
        flush();
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "media-not-included deleted", 0});
    }

private:
    static model::Participant named(std::string_view name) {
        return chat::person(model::ParticipantRole::From, std::string(name), kService);
    }

    chat::Message messageOf(const Value& value) const {
        chat::Message message;
        ItemRecord& record = message.record;
        record.kind = model::ItemKind::Chat;
        record.offset = value.offset;
        record.length = value.length;
        message.from = named(value.textOf("From"));
        if (message.from.id.empty()) chat::addIssue(record, IssueCode::MissingSender, IssueSeverity::Odd);
        chat::addUtc(record, value.textOf("Date"), context_.nowMs);
        record.text = std::string(value.textOf("Content"));
        if (record.text.empty())
            chat::addIssue(record, IssueCode::NotContained, IssueSeverity::Note, "content");
        if (value.repaired) chat::addIssue(record, IssueCode::InvalidCharacters, IssueSeverity::Odd);
        record.identity =
            chat::identityOf({kService, other_, message.from.id, value.textOf("Date"), record.text});
        return message;
    }

    // The list has the name of the other one; only where he writes under that name is the rest hers.
    void flush() {
        isHis_ = isHis_ || std::any_of(waiting_.begin(), waiting_.end(),
                                       [&](const chat::Message& one) { return one.from.id == other_; });
        if (isGroup_) {
            conversation_.setGroup();
            conversation_.setTitle(other_);
        } else if (!other_.empty()) {
            conversation_.add(named(other_));
        }
        for (chat::Message& one : waiting_) {
            if (!isGroup_ && isHis_ && !one.from.id.empty())
                one.record.direction = one.from.id == other_ ? Direction::In : Direction::Out;
            conversation_.add(std::move(one));
        }
        waiting_.clear();
    }

    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
    std::vector<chat::Message> waiting_;
    std::string other_;
    bool isGroup_ = false;
    bool isHis_ = false;
};

} // namespace

Confidence TikTokReader::probe(const ProbeInput& input) const {
    if (!chat::JsonLook::isJson(input.head, "{")) return Confidence::No;
    bool isOurs = false;
    chat::JsonLook::over(input.head, paths(), [&](std::size_t, const json::Place& place, const Value& value) {
        isOurs =
            isOurs || (isMessage(value) && place.names.front().find("Direct Message") != std::string::npos);
    });
    if (isOurs) return Confidence::Certain;
    // The messages may stand far behind what was watched.
    const auto has = [&](std::string_view part) { return input.head.find(part) != std::string_view::npos; };
    const bool isNamed = has("\"Direct Message") || has("\"TikTok") || has("tiktok.com");
    return isNamed && (has("\"Video Browsing History\"") || has("\"ChatHistory\"") ||
                       has("\"Your Activity\"") || has("\"FavoriteVideoList\""))
               ? Confidence::Likely
               : Confidence::No;
}

void TikTokReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Reading reading(context, sink);
    json::read(source, paths(), reading, sink);
    reading.finish();
}

} // namespace core::format
