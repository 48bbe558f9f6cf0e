// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message of a thread, out of either of the two JSON exports, with its reactions: everything but what
// only the whole thread tells (the others in it, the service, whose export it is).

#include "core/format/item_record.h"
#include "core/format/json/value.h"

#include <string>
#include <vector>

namespace core::format::messenger {

struct Message {
    ItemRecord record;  // without participants
    std::string sender; // empty: not said
    std::string to;     // of a reaction: whose message it is about
    bool isReaction = false;
};

// The message and then its reactions. None where this is no message.
std::vector<Message> messagesOf(const json::Value& value, std::int64_t nowMs);

bool isMessage(const json::Value& value);

} // namespace core::format::messenger
