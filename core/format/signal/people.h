// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who the numbers in Signal's export are: contacts, groups, herself, and the chats they are in. In the file
// they stand before whatever names them.

#include "core/format/item_record.h"
#include "core/format/json/value.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::format::signal {

inline constexpr const char* kService = "signal";

// A number of 64 bits stands as text; either way what names something is its digits.
inline std::string digitsAt(const json::Value& value, std::string_view name) {
    const json::Value* found = value.find(name);
    return found != nullptr && (found->isString() || found->isNumber()) ? found->text : std::string();
}

class People {
public:
    void account(const json::Value& frame);
    void recipient(const json::Value& frame);
    void chat(const json::Value& frame);

    // By its number in the file. One that the file does not introduce has that number for a name.
    model::Participant person(std::string_view recipient) const;
    bool isKnown(std::string_view recipient) const { return all_.count(std::string(recipient)) > 0; }
    bool isSelf(std::string_view recipient) const;
    std::string_view self() const { return self_; } // her number in the file; empty: not met yet

    struct Room {
        std::string title; // of a group, else empty
        bool isGroup = false;
        std::vector<std::string> people; // their numbers, herself too
    };
    Room room(std::string_view chat) const;

private:
    struct Recipient {
        model::Participant person;
        std::string title; // of a group
        bool isGroup = false;
        std::vector<std::string> members; // their service ids, base64
    };
    std::string selfName_;
    std::string self_;
    std::unordered_map<std::string, Recipient> all_;         // by number
    std::unordered_map<std::string, std::string> byService_; // service id, base64 -> number
    std::unordered_map<std::string, std::string> chats_;     // chat -> number of whose it is
};

} // namespace core::format::signal
