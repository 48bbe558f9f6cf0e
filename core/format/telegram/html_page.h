// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The messages of one page of Telegram Desktop's HTML export, as the page has them: no times read, nobody
// sorted. What is what is said by the classes of the tags, which are the program's own.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::format::telegram {

struct HtmlReaction {
    std::string sign;
    std::vector<std::string> names;
};

struct HtmlMessage {
    std::string id;         // "message101"; "message-1" of a line between two days
    bool isService = false; // a line of the service: `text` only
    bool isJoined = false;  // by whoever wrote the one before
    std::string sender;
    std::string time; // "14.05.2023 21:30:45", in newer versions with " UTC+02:00"
    std::string text;
    bool isForwarded = false;
    std::string forwardedFrom;
    std::string replyTo; // "message99", or "?" of another chat
    std::vector<std::string> files;
    std::vector<std::string> links; // of places
    std::string mediaClass;         // "media_call", "media_file"
    std::string title;              // of the file, the contact, the other one of a call
    std::string description;        // why a file is not there
    std::string status;             // its size, how a call went
    std::vector<std::string> poll;  // question and answers
    std::vector<HtmlReaction> reactions;
    std::uint64_t offset = 0; // of its block in the page, bytes
    std::uint64_t length = 0;
};

struct HtmlPage {
    std::string title;
    std::vector<HtmlMessage> messages;
    bool isCut = false; // the last one is not whole, and is not among them
    std::uint64_t cutAt = 0;
};

HtmlPage pageOf(std::string_view page);

} // namespace core::format::telegram
