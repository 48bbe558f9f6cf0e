// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/signal/desktop_readers.h"

#include "core/format/chat/json_probe.h"
#include "core/format/chat/lines.h"
#include "core/format/signal/desktop_message.h"

namespace core::format {

namespace {

using model::IssueCode;
using model::IssueSeverity;
using signal::DesktopMessage;

constexpr std::size_t kLongest = 4 * 1024 * 1024; // bytes of one message

class Chat {
public:
    Chat(const ReadContext& context, RecordSink& sink)
        : context_(context), sink_(sink), conversation_(sink),
          name_(context.folder.substr(context.folder.rfind('/') + 1)) {
        conversation_.setTitle(name_);
    }

    void add(const DesktopMessage& message) {
        // A chat of two is called after the other one.
        isPair_ = isPair_ || message.sender == name_;
        for (chat::Message& one : signal::recordsOf(message, context_)) conversation_.add(std::move(one));
    }

    void finish() {
        if (!isPair_ && !name_.empty()) conversation_.setGroup();
        conversation_.end();
        sink_.issue({IssueCode::NotContained, IssueSeverity::Note, "disappearing names-only", 0});
    }

private:
    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
    std::string name_;
    bool isPair_ = false;
};

class Reading : public json::Visitor {
public:
    Reading(Chat& chat, RecordSink& sink) : chat_(chat), sink_(sink) {}
    void element(std::size_t, const json::Place&, json::Value&& value) override {
        if (signal::isDesktopMessage(value))
            chat_.add(signal::desktopMessageOf(value));
        else
            sink_.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, value.offset});
    }

private:
    Chat& chat_;
    RecordSink& sink_;
};

} // namespace

Confidence SignalExportReader::probe(const ProbeInput& input) const {
    bool isOurs = false;
    chat::lookAtLines(input.head,
                      [&](const json::Value& value) { isOurs = isOurs || signal::isDesktopMessage(value); });
    return isOurs ? Confidence::Certain : Confidence::No;
}

void SignalExportReader::read(base::ByteSource& source, const ReadContext& context, RecordSink& sink) const {
    Chat chat(context, sink);
    Reading reading(chat, sink);
    json::readLines(source, reading, sink);
    chat.finish();
}

Confidence SignalMarkdownReader::probe(const ProbeInput& input) const {
    // The lines of a chat that WhatsApp exported in some regions look alike.
    if (!input.fileName.ends_with(".md")) return Confidence::No;
    std::string_view head = input.head;
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    while (head.starts_with("\n") || head.starts_with("\r")) head.remove_prefix(1);
    return signal::headerOf(head.substr(0, head.find('\n'))) ? Confidence::Likely : Confidence::No;
}

void SignalMarkdownReader::read(base::ByteSource& source, const ReadContext& context,
                                RecordSink& sink) const {
    Chat chat(context, sink);
    chat::Lines lines(source, sink);
    std::optional<DesktopMessage> message;
    const auto give = [&] {
        if (!message) return;
        signal::takeApart(*message);
        chat.add(*message);
    };
    bool isBefore = true; // nothing but what stands before the first message
    for (std::string line; lines.next(line);) {
        if (auto header = signal::headerOf(line)) {
            give();
            message = std::move(header);
            message->offset = lines.begin();
        } else if (message && message->body.size() + line.size() < kLongest) {
            message->body += '\n' + line;
        } else if (!message && isBefore && line.find_first_not_of(" \t") != std::string::npos) {
            isBefore = false;
            sink.issue({IssueCode::Malformed, IssueSeverity::Skipped, {}, lines.begin()});
        }
        if (message) message->length = lines.end() - message->offset;
    }
    give();
    chat.finish();
}

} // namespace core::format
