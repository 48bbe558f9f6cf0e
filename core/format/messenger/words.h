// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The few sentences that the services write into the text of a message, in the languages of their users.
// Whole texts only: a sentence inside what somebody wrote is theirs.

#include <string_view>

namespace core::format::messenger {

// "Liked a message", "Reacted 😮 to your message": not written by anybody.
bool isReactionLine(std::string_view text);

// "User unsent a message"
bool isUnsentLine(std::string_view text);

// "Facebook user": the name of everybody whose account is gone.
bool isGoneAccount(std::string_view name);

} // namespace core::format::messenger
