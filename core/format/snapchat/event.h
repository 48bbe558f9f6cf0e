// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message, snap or call of Snapchat's data.

#include "core/format/chat/conversation.h"
#include "core/format/json/value.h"
#include "core/format/reader.h"

#include <string>
#include <string_view>

namespace core::format::snapchat {

inline constexpr const char* kService = "snapchat";

// What the name of a list says about what is in it.
struct Category {
    bool isOld = false; // "Received Saved Chat History": not a friend's name
    bool isCalls = false;
    model::Direction direction = model::Direction::Unknown;
};
Category categoryOf(std::string_view list);

bool isEvent(const json::Value& value); // a message or a snap
bool isCall(const json::Value& value);

// A message or a snap in the list of that name; `owner`: her name there, empty where it is not known.
chat::Message messageOf(const json::Value& value, const std::string& list, const std::string& owner,
                        const ReadContext& context);
chat::Message callOf(const json::Value& value, model::Direction direction, const std::string& owner,
                     const ReadContext& context);

} // namespace core::format::snapchat
