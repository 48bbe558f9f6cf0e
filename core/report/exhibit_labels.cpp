// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of messages, mails and files: "45.3" is the third of incident 45, whichever exhibit it stands
// in.
#include "core/report/log_build.h"

#include <algorithm>
#include <limits>

namespace core::report {

namespace {

struct Shown {
    std::int64_t timeMs;
    model::Id turn, id;
    bool isContext;
};

// In the order in which the exhibit shows them: by time, undated last.
std::vector<Shown> shownItems(const Build& build, const model::Exhibit& exhibit) {
    std::vector<Shown> list;
    build.reader.forCounting().eachRow(exhibit.items, [&](const query::ItemRow& row) {
        if (row.excluded) return;
        const bool isContext = exhibit.kind == model::ExhibitKind::Conversation && isContextOf(build, row);
        const auto timeMs = row.time ? row.time->utcMs : std::numeric_limits<std::int64_t>::max();
        list.push_back({timeMs, build.fileOrder.turn(row.id), row.id, isContext});
    });
    std::sort(list.begin(), list.end(), [](const Shown& a, const Shown& b) {
        return std::pair(a.timeMs, a.turn) < std::pair(b.timeMs, b.turn);
    });
    return list;
}

// What the labels begin with: the incident that the exhibit was made for; empty for one that shows several.
std::string ownerOf(const Build& build, const model::Exhibit& exhibit) {
    for (const model::Incident& n : build.incidents)
        if (n.id == exhibit.incident) return std::to_string(n.number);
    const auto it = build.milestoneLabels.find(exhibit.milestone);
    return it == build.milestoneLabels.end() ? std::string() : it->second;
}

// The first one the item is in.
std::string ownerOf(const Build& build, model::Id item) {
    const auto numbers = build.incidentsOfItem.of(item);
    return numbers.empty() ? std::string() : std::to_string(numbers.front().number);
}

} // namespace

// Exhibit by exhibit, so that an exhibit that comes later changes no number of an earlier one.
void labelItems(Build& build, const std::vector<model::Exhibit>& byNumber) {
    std::map<std::string, int> used;
    for (const model::Exhibit& exhibit : byNumber) {
        if (exhibit.withdrawn) continue;
        const std::string ofAll = ownerOf(build, exhibit);
        for (const Shown& shown : shownItems(build, exhibit)) {
            const std::string owner = ofAll.empty() ? ownerOf(build, shown.id) : ofAll;
            if (shown.isContext || owner.empty()) continue;
            const auto [it, isNew] = build.labelOfItem.try_emplace(shown.id);
            if (isNew) it->second = owner + "." + std::to_string(++used[owner]);
        }
    }
}

} // namespace core::report
