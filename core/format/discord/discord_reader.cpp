// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/discord/discord_reader.h"

#include "core/format/chat/json_probe.h"
#include "core/format/discord/message.h"

namespace core::format {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

enum Path : std::size_t { kMessages, kGuild, kChannel };

const std::vector<std::string>& paths() {
    static const std::vector<std::string> all{"messages[]", "guild", "channel"};
    return all;
}

class JsonReading : public json::Visitor {
public:
    JsonReading(const ReadContext& context, RecordSink& sink)
        : sink_(sink), messages_(context), conversation_(sink) {}

    void element(std::size_t path, const json::Place&, Value&& value) override {
        if (path == kGuild) {
            guild_ = std::string(value.textOf("name"));
        } else if (path == kChannel) {
            channel(value);
        } else if (!discord::isMessage(value)) {
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, value.offset});
        } else {
            for (chat::Message& one : messages_.read(value)) conversation_.add(std::move(one));
        }
    }

    void finish() {
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "deleted older-texts", 0});
    }

private:
    // Its name is the other one's only in a chat of two.
    void channel(const Value& value) {
        const std::string name(value.textOf("name"));
        if (value.textOf("type") == "DirectTextChat") return;
        conversation_.setGroup();
        conversation_.setTitle(guild_.empty() ? name : guild_ + " #" + name);
    }

    RecordSink& sink_;
    discord::Messages messages_;
    chat::Conversation conversation_;
    std::string guild_;
};

} // namespace

Confidence DiscordReader::probe(const ProbeInput& input) const {
    if (!chat::JsonLook::isJson(input.head, "{")) return Confidence::No;
    bool hasGuild = false;
    bool hasChannel = false;
    bool hasMessage = false;
    chat::JsonLook::over(input.head, paths(), [&](std::size_t path, const json::Place&, const Value& value) {
        hasGuild = hasGuild || (path == kGuild && value.find("id") != nullptr);
        hasChannel = hasChannel || (path == kChannel && value.find("type") != nullptr);
        hasMessage = hasMessage || (path == kMessages && discord::isMessage(value));
    });
    if (hasChannel && hasGuild) return Confidence::Certain;
    return hasMessage ? Confidence::Likely : Confidence::No;
}

void DiscordReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    JsonReading reading(context, sink);
    json::read(source, paths(), reading, sink);
    reading.finish();
}

} // namespace core::format
