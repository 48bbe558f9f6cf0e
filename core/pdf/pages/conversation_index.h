// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a page of a conversation has to know of messages that stand elsewhere in it: which incidents a day
// belongs to, which message of it is the first that counts. Known before the first is set, without the
// messages, of which there may be very many.

#include "core/report/message.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace core::pdf::pages {

class ConversationIndex {
public:
    explicit ConversationIndex(const report::Messages& messages);

    bool isMixed() const { return isMixed_; } // several incidents
    // The first message from `index` on, of its day, that counts; how many there are in all where none does.
    std::size_t firstCounted(std::size_t index) const;
    // Of the messages from `index` on that are of its day, ascending.
    std::vector<int> incidentsOfDay(std::size_t index) const;

    // What the label begins with: "45" of "45.3".
    static std::string ownerOf(const std::string& label) { return label.substr(0, label.rfind('.')); }

private:
    std::vector<std::uint32_t> day_;          // for each message
    std::vector<bool> counts_;                // likewise
    std::vector<std::vector<int>> incidents_; // likewise; only where they are several
    bool isMixed_ = false;
};

} // namespace core::pdf::pages
