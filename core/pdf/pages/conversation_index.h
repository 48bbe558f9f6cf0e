// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the pages of a conversation say of messages that stand elsewhere in it: which follow, which incidents
// a day belongs to. Known before the first is set, without the messages, of which there may be very many.

#include "core/report/message.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::pdf::pages {

class ConversationIndex {
public:
    explicit ConversationIndex(const report::Messages& messages);

    bool isMixed() const { return isMixed_; } // several incidents
    // Of the first message from `next` on that counts and of the last one of the same incident; empty where
    // none counts any more.
    std::pair<std::string, std::string> following(std::size_t next) const;
    // Of the messages from `index` on that are of its day, ascending.
    std::vector<int> incidentsOfDay(std::size_t index) const;

    // What the label begins with: "45" of "45.3".
    static std::string ownerOf(const std::string& label) { return label.substr(0, label.rfind('.')); }

private:
    std::vector<std::string> labels_;                     // of those that count
    std::vector<std::uint32_t> counted_;                  // for each message and the end: labels before it
    std::unordered_map<std::string, std::size_t> lastOf_; // owner to label
    std::vector<std::uint32_t> day_;                      // for each message
    std::vector<std::vector<int>> incidents_;             // for each message; only where they are several
    bool isMixed_ = false;
};

} // namespace core::pdf::pages
