// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One message of an imessage-exporter file, as written in its text or its page. Not a record yet: who is the
// other side follows from the whole file.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::imessage {

struct Exported {
    std::string time;   // "May 17, 2022  5:29:42 PM", without what stands in brackets behind it
    std::string sender; // "Me", a number, an address or a name; empty for an announcement
    std::string text;
    std::vector<std::string> files;
    std::vector<std::string> reactions; // "Loved by Jens"
    std::string service;                // "iMessage", "SMS"; only a page says it
    bool isAnnouncement = false;
    bool isSent = false;     // only a page says it
    bool isReceived = false; // as well
    bool isEdited = false;
    bool isUnsent = false;
    bool isNested = false; // an answer shown below what it answers; it stands in its own place too
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

// "May 17, 2022  5:29:42 PM" at the start of a line; its length, 0 where it is not there.
std::size_t timeLength(std::string_view line);

std::vector<Exported> exportedFromText(std::string_view text);
std::vector<Exported> exportedFromPage(std::string_view page);

} // namespace core::format::imessage
