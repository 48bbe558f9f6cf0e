// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One chat after another of a file that tells only in the end who was in it: keeps the messages back, then
// gives them to the sink with everybody in them. Memory is bounded: a long chat is given in pieces, the later
// ones with everybody who was met until then.

#include "core/format/chat/chat_record.h"
#include "core/format/reader.h"

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace core::format::chat {

struct Message {
    ItemRecord record;                    // without participants and index
    model::Participant from;              // id empty: not said
    std::optional<model::Participant> to; // of a reaction: whose message it is about
    bool isReaction = false;
};

// `about` with `sign`, by `from`; without a time.
Message reactionTo(const Message& about, model::Participant from, const std::string& sign);

// The first line of an answer: what it answers, for the reader and not for identity.
std::string replyMark(std::string_view name, std::string_view text);
// Written by somebody else first: the line that says so, and the issue.
void markForwarded(ItemRecord& record, std::string_view name);

void addLine(std::string& text, std::string_view line);

class Conversation {
public:
    explicit Conversation(RecordSink& sink) : sink_(sink) {}

    void setTitle(std::string title) { title_ = std::move(title); }
    void setGroup() { isGroup_ = true; }        // the title is a name of a group and not of the other one
    void add(const model::Participant& person); // in the chat, whether he writes or not
    void setOwner(std::string id) { owner_ = std::move(id); } // whose export it is; holds for all chats
    void add(Message&& message);
    void end(); // gives what is left; the next chat begins with nobody in it

    std::uint64_t given() const { return given_; }

private:
    void flush();
    void give(Message& message);

    RecordSink& sink_;
    std::string title_;
    bool isGroup_ = false;
    std::string owner_;
    std::vector<model::Participant> people_;
    std::unordered_set<std::string> known_; // their ids
    std::vector<Message> waiting_;
    Repeats repeats_;
    std::uint64_t given_ = 0;
};

} // namespace core::format::chat
