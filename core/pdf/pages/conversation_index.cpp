// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pages/conversation_index.h"

#include <set>

namespace core::pdf::pages {

ConversationIndex::ConversationIndex(const report::Messages& messages) {
    std::set<int> incidents;
    std::string day;
    std::uint32_t days = 0;
    counted_.reserve(messages.size() + 1);
    day_.reserve(messages.size());
    incidents_.reserve(messages.size());
    for (const report::Message& m : messages) {
        counted_.push_back(static_cast<std::uint32_t>(labels_.size()));
        if (m.day != day || day_.empty()) ++days;
        day = m.day;
        day_.push_back(days);
        incidents_.push_back(m.incidents);
        incidents.insert(m.incidents.begin(), m.incidents.end());
        if (m.label.empty()) continue;
        lastOf_[ownerOf(m.label)] = labels_.size();
        labels_.push_back(m.label);
    }
    counted_.push_back(static_cast<std::uint32_t>(labels_.size()));
    isMixed_ = incidents.size() > 1;
    if (!isMixed_) std::vector<std::vector<int>>().swap(incidents_);
}

std::pair<std::string, std::string> ConversationIndex::following(std::size_t next) const {
    const std::size_t first = counted_[next];
    if (first == labels_.size()) return {};
    return {labels_[first], labels_[lastOf_.at(ownerOf(labels_[first]))]};
}

std::vector<int> ConversationIndex::incidentsOfDay(std::size_t index) const {
    std::set<int> numbers;
    for (std::size_t i = index; i < incidents_.size() && day_[i] == day_[index]; ++i)
        numbers.insert(incidents_[i].begin(), incidents_[i].end());
    return {numbers.begin(), numbers.end()};
}

} // namespace core::pdf::pages
