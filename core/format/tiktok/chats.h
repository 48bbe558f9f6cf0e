// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Direct messages of TikTok, chat after chat: what its JSON and its text files say in the same words. Keeps a
// chat back until it is known whether the one it is called after writes in it, which decides whose the rest
// is.

#include "core/format/chat/conversation.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core::format::tiktok {

struct Written {
    std::string_view date; // "2023-05-14 19:30:45", UTC; " UTC" may follow and is no part of the identity
    std::string_view from;
    std::string_view text;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    bool isRepaired = false;   // it had bytes that are no characters
    bool isZoneUnsaid = false; // text files of before did not write "UTC"
    bool isOutOfOrder = false; // it may be a line of another message that looks like one of its own
};

class Chats {
public:
    Chats(const ReadContext& context, RecordSink& sink)
        : context_(context), sink_(sink), conversation_(sink) {}

    // By its title, "Chat History with NAME:"; any other is the name of a group.
    void begin(std::string_view title);
    void add(const Written& written);
    void end();    // of the chat
    void finish(); // of the file

    static constexpr std::string_view kChatWith = "Chat History with ";

private:
    chat::Message messageOf(const Written& written) const;
    void flush();

    const ReadContext& context_;
    RecordSink& sink_;
    chat::Conversation conversation_;
    std::vector<chat::Message> waiting_;
    std::unordered_set<std::string> writers_; // of the chat
    std::string other_;
    bool isGroup_ = false;
};

} // namespace core::format::tiktok
