// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whose export it is and of which service: from the files about the account that came with it, and from how
// the export names its folders.

#include "core/format/reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::format::messenger {

inline constexpr const char* kMessenger = "messenger";
inline constexpr const char* kInstagram = "instagram";

struct Account {
    std::string service;            // empty: nothing tells
    std::vector<std::string> names; // what she may be called in her messages
};

// "your_instagram_activity/messages/..." is of Instagram. Empty where a path does not tell.
std::string serviceOfPath(std::string_view path);

// `service` as far as it is known; the account files of that service only. On the reader's thread.
Account accountAround(Surroundings* around, const std::string& service);

} // namespace core::format::messenger
