// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_index.h"

#include <set>

namespace core::pdf::pages {

ConversationIndex::ConversationIndex(const report::Messages& messages) {
    std::set<int> incidents;
    std::string day;
    std::uint32_t days = 0;
    day_.reserve(messages.size());
    counts_.reserve(messages.size());
    incidents_.reserve(messages.size());
    for (const report::Message& m : messages) {
        if (m.day != day || day_.empty()) ++days;
        day = m.day;
        day_.push_back(days);
        counts_.push_back(!m.label.empty());
        incidents_.push_back(m.incidents);
        incidents.insert(m.incidents.begin(), m.incidents.end());
    }
    isMixed_ = incidents.size() > 1;
    if (!isMixed_) std::vector<std::vector<int>>().swap(incidents_);
}

std::size_t ConversationIndex::firstCounted(std::size_t index) const {
    for (std::size_t i = index; i < day_.size() && day_[i] == day_[index]; ++i)
        if (counts_[i]) return i;
    return day_.size();
}

std::vector<int> ConversationIndex::incidentsOfDay(std::size_t index) const {
    std::set<int> numbers;
    for (std::size_t i = index; i < incidents_.size() && day_[i] == day_[index]; ++i)
        numbers.insert(incidents_[i].begin(), incidents_[i].end());
    return {numbers.begin(), numbers.end()};
}

} // namespace core::pdf::pages
