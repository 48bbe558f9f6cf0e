// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message of a Discord channel, with its reactions.

#include "core/format/chat/conversation.h"
#include "core/format/json/value.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace core::format::discord {

bool isMessage(const json::Value& value);

class Messages {
public:
    explicit Messages(const ReadContext& context) : context_(context) {}
    std::vector<chat::Message> read(const json::Value& value); // one that is a message

private:
    void answer(const json::Value& value, ItemRecord& record) const;

    struct Told {
        std::string name;
        std::string text; // its beginning
    };
    const ReadContext& context_;
    std::unordered_map<std::string, Told> told_; // by id, for answers
};

} // namespace core::format::discord
