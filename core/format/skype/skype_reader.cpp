// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/skype/skype_reader.h"

#include "core/format/chat/json_probe.h"
#include "core/format/skype/message.h"

namespace core::format {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

const std::vector<std::string>& paths() {
    static const std::vector<std::string> all{"conversations[].MessageList[]"};
    return all;
}

class Reading : public json::Visitor {
public:
    Reading(const ReadContext& context, RecordSink& sink)
        : context_(context), sink_(sink), conversation_(sink) {}

    void element(std::size_t, const json::Place& place, Value&& value) override {
        if (!skype::isMessage(value)) {
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, place.path(), value.offset});
            return;
        }
        conversation_.add(skype::messageOf(value, context_));
    }

    void field(const json::Place& place, Value&& value) override {
        const std::size_t depth = place.names.size();
        if (depth == 1 && place.names[0] == "userId") {
            owner_ = skype::accountOf(value.text);
            conversation_.setOwner(owner_);
        }
        if (depth != 3) return;
        if (place.names[2] == "id") id_ = value.text;
        if (place.names[2] == "displayName" && value.isString()) name_ = value.text;
    }

    void enter(const json::Place& place) override {
        if (place.names.size() == 2) { // conversations[]
            id_.clear();
            name_.clear();
        }
        if (place.names.size() == 3) begin();
    }

    void leave(const json::Place& place) override {
        if (place.names.size() == 2) conversation_.end();
    }

    void finish() {
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "media-not-included deleted", 0});
    }

private:
    // "19:...@thread.skype" is a group; everything else is the other one's account.
    void begin() {
        if (id_.starts_with("19:")) {
            conversation_.setGroup();
            conversation_.setTitle(name_);
        } else if (!id_.empty() && id_.find('@') == std::string::npos) {
            conversation_.add(skype::person(id_, name_));
        }
        if (!owner_.empty()) conversation_.add(skype::person(owner_, {}));
    }

    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
    std::string owner_;
    std::string id_;
    std::string name_;
};

} // namespace

Confidence SkypeReader::probe(const ProbeInput& input) const {
    if (!chat::JsonLook::isJson(input.head, "{")) return Confidence::No;
    bool hasUser = false;
    bool hasMessage = false;
    chat::JsonLook::over(
        input.head, paths(),
        [&](std::size_t, const json::Place&, const Value& value) {
            hasMessage = hasMessage || skype::isMessage(value);
        },
        [&](const json::Place& place, const Value&) {
            hasUser = hasUser || (place.names.size() == 1 && place.names[0] == "userId");
        });
    if (hasMessage) return Confidence::Certain;
    return hasUser && input.head.find("\"MessageList\"") != std::string_view::npos ? Confidence::Likely
                                                                                   : Confidence::No;
}

void SkypeReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Reading reading(context, sink);
    json::read(source, paths(), reading, sink);
    reading.finish();
}

} // namespace core::format
