// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of messages, mails and files: "45.3" is the third of incident 45, whichever exhibit it stands
// in.
#include "core/report/log_build.h"

#include <algorithm>
#include <limits>

namespace core::report {

namespace {

// In the order in which the exhibit shows them: by time, undated last.
std::vector<query::ItemRow> shownRows(const Build& build, const model::Exhibit& exhibit) {
    std::vector<query::ItemRow> rows = build.reader.rows(exhibit.items);
    std::erase_if(rows, [](const query::ItemRow& row) { return row.excluded; });
    const auto key = [](const query::ItemRow& row) {
        const auto none = std::numeric_limits<std::int64_t>::max();
        return std::pair(row.time ? row.time->utcMs : none, row.id);
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return rows;
}

// What the label begins with: the incident that the exhibit was made for, else the first one the item is in.
std::string ownerOf(const Build& build, const model::Exhibit& exhibit, model::Id item) {
    for (const model::Incident& n : build.incidents)
        if (n.id == exhibit.incident) return std::to_string(n.number);
    if (const auto it = build.milestoneLabels.find(exhibit.milestone); it != build.milestoneLabels.end())
        return it->second;
    const auto it = build.incidentsOfItem.find(item);
    return it == build.incidentsOfItem.end() ? std::string() : std::to_string(it->second.front());
}

} // namespace

// Exhibit by exhibit, so that an exhibit that comes later changes no number of an earlier one.
void labelItems(Build& build, const std::vector<model::Exhibit>& byNumber) {
    std::map<std::string, int> used;
    for (const model::Exhibit& exhibit : byNumber) {
        if (exhibit.withdrawn) continue;
        for (const query::ItemRow& row : shownRows(build, exhibit)) {
            const bool isContext =
                exhibit.kind == model::ExhibitKind::Conversation && isContextOf(build, row);
            const std::string owner = ownerOf(build, exhibit, row.id);
            if (isContext || owner.empty() || build.labelOfItem.contains(row.id)) continue;
            build.labelOfItem[row.id] = owner + "." + std::to_string(++used[owner]);
        }
    }
}

} // namespace core::report
