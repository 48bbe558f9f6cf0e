// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/messenger/messenger_reader.h"

#include "core/format/json/stream.h"
#include "core/format/messenger/mojibake.h"
#include "core/format/messenger/thread.h"

namespace core::format {

namespace {

using model::IssueCode;
using model::IssueSeverity;

class Reading : public json::Visitor {
public:
    Reading(const ReadContext& context, RecordSink& sink)
        : nowMs_(context.nowMs), sink_(sink), thread_(context, sink) {}

    static const std::vector<std::string>& paths() {
        static const std::vector<std::string> all{"messages[]", "participants[]"};
        return all;
    }

    void element(std::size_t path, const json::Place&, json::Value&& value) override {
        if (path == 0) return message(value);
        const std::string_view name = value.isString() ? std::string_view(value.text) : value.textOf("name");
        thread_.addParticipant(messenger::unmangled(name));
    }

    void field(const json::Place& place, json::Value&& value) override {
        if (place.names.size() != 1 || !value.isString()) return;
        const std::string& name = place.names.front();
        if (name == "title" || name == "threadName") thread_.setTitle(messenger::unmangled(value.text));
        if (name == "threadName")
            thread_.setService(messenger::kMessenger); // the end-to-end export has only that
        if (name == "thread_path") thread_.addHint(value.text);
    }

    void finish() { thread_.finish(); }

private:
    void message(const json::Value& value) {
        auto all = messenger::messagesOf(value, nowMs_);
        if (all.empty()) sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, value.offset});
        if (value.find("senderName") != nullptr) thread_.setService(messenger::kMessenger);
        for (messenger::Message& one : all) thread_.add(std::move(one));
    }

    std::int64_t nowMs_;
    RecordSink& sink_;
    messenger::Thread thread_;
};

class Silent : public RecordSink {
public:
    void item(ItemRecord&&) override {}
    void issue(const model::Issue&) override {}
    void position(std::uint64_t) override {}
};

// What the beginning of a file shows: is it a thread?
class Look : public json::Visitor {
public:
    void element(std::size_t path, const json::Place&, json::Value&& value) override {
        if (path == 1) hasPeople_ = hasPeople_ || value.isString() || value.find("name") != nullptr;
        if (path == 0 && messages_++ < kEnough && messenger::isMessage(value)) ++ours_;
    }
    void field(const json::Place& place, json::Value&&) override {
        if (place.names.size() == 1 && place.names.front() == "thread_path") hasPath_ = true;
    }
    void enter(const json::Place& place) override {
        if (place.names.size() == 1 && place.names.front() == "messages") hasList_ = true;
    }

    Confidence confidence() const {
        if (ours_ > 0) return hasPeople_ ? Confidence::Certain : Confidence::Likely;
        const bool isEmptyThread = hasList_ && messages_ == 0 && hasPeople_ && hasPath_;
        return isEmptyThread ? Confidence::Likely : Confidence::No;
    }

private:
    static constexpr int kEnough = 20;
    int messages_ = 0;
    int ours_ = 0;
    bool hasPeople_ = false;
    bool hasPath_ = false;
    bool hasList_ = false;
};

} // namespace

Confidence MessengerReader::probe(const ProbeInput& input) const {
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || head[first] != '{') return Confidence::No;
    base::MemorySource source(head);
    Look look;
    Silent silent;
    json::read(source, Reading::paths(), look, silent);
    return look.confidence();
}

void MessengerReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Reading reading(context, sink);
    json::read(source, Reading::paths(), reading, sink);
    reading.finish();
}

} // namespace core::format
