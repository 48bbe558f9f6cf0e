// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The lines of Signal's chats that nobody wrote: calls, and what the service tells.

#include "core/format/chat/conversation.h"
#include "core/format/signal/people.h"

namespace core::format::signal {

// Makes a notice or a call of the message; of a call, whoever called becomes its sender.
void addUpdate(const json::Value& update, const People::Room& room, const People& people,
               chat::Message& message);

} // namespace core::format::signal
