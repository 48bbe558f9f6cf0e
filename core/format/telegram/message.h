// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The messages, calls and lines of the service of one Telegram chat, out of JSON, with their reactions.

#include "core/format/chat/conversation.h"
#include "core/format/json/value.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace core::format::telegram {

inline constexpr const char* kService = "telegram";

bool isMessage(const json::Value& value);

// "user123" of an id as the export writes it: so, or as a bare number in exports of before 2021. Empty where
// it is neither.
std::string peerId(const json::Value* id);

// Answers show what they answer, which stood before in the same chat.
class Messages {
public:
    explicit Messages(const ReadContext& context) : context_(context) {}
    // The message, then its reactions. Empty where the value is no message.
    std::vector<chat::Message> read(const json::Value& value);
    void forget() { told_.clear(); } // another chat begins

private:
    struct Told {
        std::string name;
        std::string text; // its beginning
    };
    void remember(std::int64_t id, const chat::Message& message, const std::string& text);
    void answer(const json::Value& value, ItemRecord& record) const;

    const ReadContext& context_;
    std::unordered_map<std::int64_t, Told> told_;
};

} // namespace core::format::telegram
