// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What one page of Google Voice's Takeout says: messages of a conversation, or one call. The classes are
// those of the hAtom and hCard formats that Google writes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::voice {

struct Party {
    std::string number; // of "tel:", empty where it was withheld
    std::string name;
    bool isOwner = false;
};

struct Entry {
    Party party;
    std::string time; // RFC 3339
    std::string text;
    std::vector<std::string> files;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

struct Page {
    bool isCall = false;
    std::vector<Entry> entries;    // one of a call
    std::vector<Party> group;      // of a group conversation
    std::vector<std::string> tags; // "missed", "placed", "received", "voicemail", "recorded", "text"
    std::string duration;          // "PT1M3S"
    bool isDeleted = false;        // the user had deleted it
    bool isCut = false;            // the last message is not whole, and is not among them
    std::uint64_t cutAt = 0;
};

Page pageOf(std::string_view bytes);

} // namespace core::format::voice
