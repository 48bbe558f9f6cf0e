// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A message as signal-export writes it out of Signal's desktop app, in either of its forms: names only, "Me"
// for whoever exported, times of that computer's clock.

#include "core/format/chat/conversation.h"
#include "core/format/json/value.h"

#include <optional>
#include <string>
#include <vector>

namespace core::format::signal {

struct DesktopMessage {
    std::string date; // as written, without brackets
    std::string sender;
    std::string body;
    std::string quote;
    std::string sticker;
    struct Reaction {
        std::string name;
        std::string sign;
    };
    std::vector<Reaction> reactions;
    std::vector<std::string> files; // paths as written
    bool isDeleted = false;
    bool isCall = false;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

bool isDesktopMessage(const json::Value& value);
DesktopMessage desktopMessageOf(const json::Value& value); // for one that is

// "[2023-05-14 21:30:45] Me: hej": the message without the lines that follow. None for another line.
std::optional<DesktopMessage> headerOf(std::string_view line);
// Once all lines are in `body`: takes quote, reactions, sticker and files out of it.
void takeApart(DesktopMessage& message);

// The message, then its reactions.
std::vector<chat::Message> recordsOf(const DesktopMessage& message, const ReadContext& context);

} // namespace core::format::signal
