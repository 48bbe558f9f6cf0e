// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/tiktok/tiktok_reader.h"

#include "core/format/chat/json_probe.h"
#include "core/format/tiktok/chats.h"

namespace core::format {

namespace {

using json::Value;
using model::IssueCode;
using model::IssueSeverity;

constexpr std::size_t kDepth = 4; // names down to a chat

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
    Reading(const ReadContext& context, RecordSink& sink) : sink_(sink), chats_(context, sink) {}

    void element(std::size_t, const json::Place& place, Value&& value) override {
        if (!isMessage(value)) {
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, place.path(), value.offset});
            return;
        }
        tiktok::Written written;
        written.date = value.textOf("Date");
        written.from = value.textOf("From");
        written.text = value.textOf("Content");
        written.offset = value.offset;
        written.length = value.length;
        written.isRepaired = value.repaired;
        chats_.add(written);
    }

    void enter(const json::Place& place) override {
        if (place.names.size() == kDepth) chats_.begin(place.names.back());
    }
    void leave(const json::Place& place) override {
        if (place.names.size() == kDepth) chats_.end();
    }

    void finish() { chats_.finish(); }

private:
    RecordSink& sink_;
    tiktok::Chats chats_;
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
