// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/snapchat/snapchat_reader.h"

#include "core/format/chat/json_probe.h"
#include "core/format/snapchat/event.h"

namespace core::format {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

const std::vector<std::string>& paths() {
    static const std::vector<std::string> all{"*[]"};
    return all;
}

// {"Basic Information": {"Username": ...}} of the same export.
std::string ownerAround(Surroundings* around) {
    constexpr std::size_t kLargest = 4 * 1024 * 1024;
    if (around == nullptr) return {};
    const auto source = around->open("account.json");
    if (!source || source->size() > kLargest) return {};
    const auto file = json::parse(base::readAll(*source, kLargest));
    const Value* basics = file ? file->find("Basic Information") : nullptr;
    return basics != nullptr ? std::string(basics->textOf("Username")) : std::string();
}

class Reading : public json::Visitor {
public:
    Reading(const ReadContext& context, RecordSink& sink)
        : context_(context), sink_(sink), conversation_(sink), owner_(ownerAround(context.around)) {}

    void element(std::size_t, const json::Place& place, Value&& value) override {
        const std::string& list = place.names.front();
        const snapchat::Category category = snapchat::categoryOf(list);
        if (category.isCalls && snapchat::isCall(value)) {
            conversation_.add(snapchat::callOf(value, category.direction, owner_, context_));
            conversation_.end();
        } else if (snapchat::isEvent(value)) {
            message(value, list, category);
        } else if (!category.isCalls) {
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, place.path(), value.offset});
        }
    }

    void leave(const json::Place& place) override {
        if (place.names.size() == 1) conversation_.end();
    }

    void finish() {
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "disappearing unsaved", 0});
    }

private:
    void addPerson(const std::string& name) {
        conversation_.add(chat::person(model::ParticipantRole::To, name, snapchat::kService));
    }

    void message(const Value& value, const std::string& list, const snapchat::Category& category) {
        chat::Message message = snapchat::messageOf(value, list, owner_, context_);
        addPerson(owner_);
        const std::string_view title = value.textOf("Conversation Title");
        if (!title.empty()) {
            conversation_.setGroup();
            conversation_.setTitle(std::string(title));
        } else if (!category.isOld) {
            addPerson(list); // of a friend the list has the name
        }
        if (message.to) addPerson(message.to->id);
        conversation_.add(std::move(message));
        if (category.isOld) conversation_.end(); // the next one is of another chat
    }

    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
    std::string owner_;
};

} // namespace

Confidence SnapchatReader::probe(const ProbeInput& input) const {
    if (!chat::JsonLook::isJson(input.head, "{")) return Confidence::No;
    bool isOurs = false;
    chat::JsonLook::over(input.head, paths(), [&](std::size_t, const json::Place& place, const Value& value) {
        const snapchat::Category category = snapchat::categoryOf(place.names.front());
        isOurs = isOurs || (category.isCalls && snapchat::isCall(value)) ||
                 (snapchat::isEvent(value) && (category.isOld || value.find("IsSender") != nullptr));
    });
    return isOurs ? Confidence::Certain : Confidence::No;
}

void SnapchatReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Reading reading(context, sink);
    json::read(source, paths(), reading, sink);
    reading.finish();
}

} // namespace core::format
