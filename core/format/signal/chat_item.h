// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One item of a chat of Signal's export: a message in one of its kinds, a call, a line of the service.

#include "core/format/chat/conversation.h"
#include "core/format/signal/people.h"

#include <vector>

namespace core::format::signal {

// The item, then its reactions, with everything but `participants`' other side.
std::vector<chat::Message> itemsOf(const json::Value& item, const People& people, const ReadContext& context);

} // namespace core::format::signal
