// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message of a Skype conversation: its text out of Skype's markup, calls out of lists of who took part.

#include "core/format/chat/conversation.h"
#include "core/format/json/value.h"

#include <string>
#include <string_view>

namespace core::format::skype {

bool isMessage(const json::Value& value);

// "live:jens" of "8:live:jens": the digit is the network that the account was reached by.
std::string accountOf(std::string_view id);
model::Participant person(std::string_view id, std::string_view name);

chat::Message messageOf(const json::Value& value, const ReadContext& context);

} // namespace core::format::skype
